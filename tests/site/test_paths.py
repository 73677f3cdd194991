from __future__ import annotations

import pytest

from bantin.site.paths import LONGEST_NAME, built_file, path_problems


def rules(*paths: str) -> list[str]:
    return [problem.rule for problem in path_problems(paths)]


@pytest.mark.parametrize(
    "path",
    [
        "../x.md", "tin/../../x.md", "/etc/x.md", "tin//x.md", "tin/", "", ".", "tin/./x.md", "tin\\x.md",
        "c:/x.md", "tin/.hidden.md", ".git/config", "tin/con.md", "tin/NUL", "tin/x.", "tin/ x.md",
        "tin/a\nb.md", "tin/a\x00.md", "tin/a\u0085.md", "tin/a?.md", "templates/x.md", "tin/phiên.md",
        "anh/e\u0302.jpg", "tin/\ud800.jpg",
    ],
)  # fmt: skip
def test_a_path_that_is_not_safe_everywhere_is_refused(path: str) -> None:
    assert rules(path) == ["unsafe-path"]


def test_ordinary_paths_are_taken() -> None:
    assert (
        rules("index.md", "tin/2024/11/phien/index.md", "lien-he.md", "anh/hội-nghị.jpg", "robots.txt") == []
    )


def test_over_long_names_are_refused_before_the_engine_dies_of_them() -> None:
    assert rules("tin/" + "a" * LONGEST_NAME) == []
    assert rules("tin/" + "a" * (LONGEST_NAME + 1)) == ["path-too-long"]
    assert rules("anh/" + "ế" * 100 + ".jpg") == ["path-too-long"], "bytes count, not letters"
    assert rules("/".join(["a" * 50] * 9)) == ["path-too-long"]


@pytest.mark.parametrize(
    "pair",
    [
        ("tin/a.md", "tin/A.md"),
        ("tin/a.md", "Tin/b.md"),
        ("tin/index.md", "tin/INDEX.md"),
        ("anh/x.jpg", "anh/X.JPG"),
        ("tin/a.md", "tin/a/index.md"),
        ("tin/index.md", "tin/README.md"),
        ("tin/a.md", "tin/a"),
        ("tin/a/index.html", "tin/a.md"),
        ("tin", "tin/a.md"),
    ],
)
def test_paths_that_lie_over_one_another_are_refused(pair: tuple[str, str]) -> None:
    assert "paths-collide" in rules(*pair)
    assert rules(pair[0]) == rules(pair[1]) == []


def test_the_file_a_page_is_built_to() -> None:
    assert built_file("index.md") == "index.html"
    assert built_file("tin/a.md") == "tin/a/index.html"
    assert built_file("tin/a/index.md") == "tin/a/index.html"
    assert built_file("anh/x.jpg") == "anh/x.jpg"
