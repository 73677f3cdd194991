import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bantin.problems.excerpt import CUT, WIDTH, Excerpt, excerpt, visible


def marked(line: str, column: int, length: int) -> tuple[str, str]:
    """The line as shown and the row below it."""
    shown = excerpt(line, column, length)
    return shown.text, " " * shown.indent + "^" * shown.marked


@pytest.mark.parametrize(
    ("line", "column", "length", "text", "mark"),
    [
        ("  actual: 23", 11, 2, "  actual: 23", "          ^^"),
        ("tổng: 23", 7, 2, "tổng: 23", "      ^^"),
        ("a\tb: 1", 6, 1, "a   b: 1", "       ^"),
        ("\tb: 1", 1, 1, "    b: 1", "^^^^"),
        ("漢字: 1", 5, 1, "漢字: 1", "      ^"),
        ("漢字: 1", 2, 1, "漢字: 1", "  ^^"),
        ("abc", 4, 1, "abc", "   ^"),
        ("abc", 40, 9, "abc", "   ^"),
        ("abc", 2, 90, "abc", " ^^"),
        ("", 1, 1, "", "^"),
        ("x: \x1b[2J", 4, 1, "x: <U+001B>[2J", "   ^^^^^^^^"),
        ("a\u202eb", 3, 1, "a<U+202E>b", "         ^"),
    ],
)
def test_the_mark_stands_below_what_is_meant(
    line: str, column: int, length: int, text: str, mark: str
) -> None:
    assert marked(line, column, length) == (text, mark)


def test_combining_marks_take_no_room_and_belong_to_their_letter() -> None:
    line = unicodedata.normalize("NFD", "tổng: 23")
    assert len(line) == 10
    assert marked(line, 9, 2)[1] == "      ^^"
    assert marked(line, 3, 1)[1] == " ^"


def test_a_long_line_is_cut_after_the_mark() -> None:
    text, mark = marked("23 " + "x" * 500, 1, 2)
    assert (text, mark) == ("23 " + "x" * (WIDTH - 3) + CUT, "^^")


def test_a_long_line_is_cut_on_both_sides_of_the_mark() -> None:
    text, mark = marked("x" * 500 + "23" + "y" * 500, 501, 2)
    assert text.startswith(CUT + "x") and text.endswith("y" + CUT)
    assert text[mark.index("^") : len(mark)] == "23"
    assert len(text) == WIDTH + 2


def test_a_long_line_is_cut_before_the_mark_only_where_it_ends_with_it() -> None:
    text, mark = marked("x" * 120 + "23", 121, 2)
    assert text.startswith(CUT) and text.endswith("23")
    assert len(mark) == len(text) == WIDTH + 1


def test_a_line_as_wide_as_is_shown_is_not_cut() -> None:
    assert marked("x" * WIDTH, 90, 5) == ("x" * WIDTH, " " * 89 + "^" * 5)


def test_a_mark_ends_where_the_line_is_cut() -> None:
    text, mark = marked("x" * 300, 1, 300)
    assert (text, mark) == ("x" * WIDTH + CUT, "^" * WIDTH)


def test_of_a_line_of_any_length_only_the_part_around_the_mark_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []
    monkeypatch.setattr("bantin.problems.excerpt.is_unseen", looked_at.append)
    text, mark = marked("x" * 100_000 + "23" + "y" * 100_000, 100_001, 2)
    assert text[mark.index("^") : len(mark)] == "23"
    assert len(looked_at) == 4 * WIDTH


def test_unseen_characters_are_written_out() -> None:
    text = "\x00\n\r\x7f\x9b\u200b\u2028\u2029\u202e\u2066\ufeff\ud800 ế đ 漢\u0301 $&<"
    assert visible(text) == (
        "<U+0000><U+000A><U+000D><U+007F><U+009B><U+200B><U+2028><U+2029><U+202E><U+2066>"
        "<U+FEFF><U+D800> ế đ 漢\u0301 $&<"
    )


@given(st.text(max_size=400), st.integers(1, 450), st.integers(1, 450))
def test_whatever_the_line_nothing_unseen_is_shown_and_the_mark_is_inside(
    line: str, column: int, length: int
) -> None:
    shown: Excerpt = excerpt(line, column, length)
    assert visible(shown.text) == shown.text
    assert cell_len(shown.text, "latest") <= WIDTH + 2
    assert shown.marked >= 1
    assert 0 <= shown.indent <= cell_len(shown.text, "latest")
