"""Pages written by hand: what is refused, and where it is said."""

from __future__ import annotations

import pytest

from bantin.dataset.hand_written import read_hand_written

GOOD = "---\ntitle: Giới thiệu\ndescription: Trang này nói về gì.\n---\n\n# Giới thiệu\n\n<abbr>UBKT</abbr>\n"


def problems(text: str, file: str = "gioi-thieu.md") -> list[tuple[str, int]]:
    found = read_hand_written({file: text.encode()})[1]
    assert all(problem.location.file == f"content/{file}" for problem in found)
    return [(problem.rule, problem.location.line) for problem in found]


def test_a_good_page_is_read_with_its_address() -> None:
    assert read_hand_written({"gioi-thieu.md": GOOD.encode(), "anh/a.png": b""}) == (
        {"/gioi-thieu/": GOOD},
        [],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.replace("title: Giới thiệu\n", ""), [("missing-field", 1)]),
        ("# Không có đầu trang\n", [("missing-field", 1), ("missing-field", 1)]),
        (GOOD.replace("---\n\n#", "draft: true\n---\n\n#"), [("unknown-key", 4)]),
        (GOOD.replace("---\n\n#", f"x: {'[' * 30_000}\n---\n\n#"), [("too-deep", 4), ("too-long", 1)]),
        (GOOD + "<script>alert(1)</script>\n", [("active-markup", 9), ("active-markup", 9)]),
        (GOOD + "<img src=x onerror=alert(1)>\n", [("active-markup", 9)]),
        (GOOD + "[a](javascript:alert(1))\n", [("active-markup", 9)]),
        (GOOD + "[" * 60_000, [("too-long", 1)]),
        (GOOD + "Chữ \x00 và \u202e\n\tmã\n", [("control-character", 9), ("direction-character", 9)]),
        (GOOD.replace("Giới", "\ue000Giới"), [("private-character", 2), ("private-character", 6)]),
    ],
)
def test_what_a_page_may_not_hold_is_told_in_its_line(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(problems(text)) == sorted(expected)


def test_a_page_in_another_encoding_is_told() -> None:
    found = read_hand_written({"a.md": GOOD.encode("utf-16")})[1]
    assert [problem.rule for problem in found] == ["not-utf-8"]


@pytest.mark.parametrize("file", ["index.md", "404.md", "so-lieu/2019/index.md", "a b.md", "Tin.md"])
def test_a_page_has_an_address_of_its_own(file: str) -> None:
    assert problems(GOOD, file) == [("page-name", 1)]
