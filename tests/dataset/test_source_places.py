"""Where a part of a text stands in its file, however the text is written there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.dataset.source import Items, Mapping, Node, Scalar, read_source
from bantin.problems import Location

FILE = "a.yml"


def scalar(text: str) -> Scalar:
    """The last value of a file."""
    source = read_source(FILE, text.encode())
    assert source.problems == ()
    node: Node | None = source.root
    while not isinstance(node, Scalar):
        assert node is not None
        node = list(node.entries.values())[-1] if isinstance(node, Mapping) else node.items[-1]
    return node


def place(text: str, part: str) -> tuple[int, int, int]:
    """Line, column and length of a part of the last value of a file."""
    found = scalar(text)
    located = found.place_of(found.text.index(part), len(part))
    assert located.file == FILE
    return located.line, located.column, located.length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: có 22 người\n", (1, 7, 2)),
        ("a:\n  - có 22 người\n", (2, 8, 2)),
        ("a: 'có 22 người'\n", (1, 8, 2)),
        ("a: 'it''s ''22'' người'\n", (1, 13, 2)),
        ('a: "có 22 người"\n', (1, 8, 2)),
        ('a: "c\\u00f3 \\"22\\" người"\n', (1, 15, 2)),
        ('a: "có \\\n     22 người"\n', (2, 6, 2)),
        ('a: "có\\n22\\tngười"\n', (1, 9, 2)),
        ("a: có ba\n  mươi và\n    22 người\n", (3, 5, 2)),
        ("a: |\n  có\n  22 người\n", (3, 3, 2)),
        ("a: |  # ghi chú 22\n  có\n\n  và 22 người\n", (4, 6, 2)),
        ("a: >-\n    có ba\n    mươi\n\n    và 22 người\n", (5, 8, 2)),
        ("a: |2\n     có\n  22 người\n", (3, 3, 2)),
        ("a: >+\n\n  có 22 người\n\n\n# 22\n", (3, 6, 2)),
    ],
)
def test_number_is_found_where_it_stands(text: str, expected: tuple[int, int, int]) -> None:
    assert place(text, "22") == expected


def test_escaped_part_is_as_wide_as_its_escapes() -> None:
    assert place('a: "c\\u00f3 \\u0032\\x32"\n', "22") == (1, 13, 10)


def test_part_over_several_lines_is_shown_in_its_first() -> None:
    assert place("a: >-\n  có 22\n  người\n", "22 người") == (2, 6, 2)
    assert place("a: |\n  có 22 người\n  và\n", "có 22 người\nvà") == (2, 3, 11)


def test_white_space_is_found_behind_what_stands_before_it() -> None:
    assert place("a: có 22  người\n", "  ") == (1, 9, 2)
    assert place("a: |\n  có 22  người\n", "  ") == (2, 8, 1)
    assert place("a: >-\n  có 22\n  người\n", " ") == (2, 5, 1)
    assert scalar("a: |\n  có 22  người\n").place_of(6, 1) == Location(FILE, 2, 9)
    assert scalar("a: |\n  có 22\n").place_of(6, 0) == Location(FILE, 2, 8)


def test_place_of_everything_is_its_first_line() -> None:
    found = scalar("a: >-\n  có 22\n  người\n")
    assert found.place_of(0, len(found.text)) == found.location


def test_text_composed_from_escapes_is_found_as_a_whole() -> None:
    assert place('a: "Đa\\u0323i hội 22"\n', "22") == (1, 4, 18)


def test_refused_characters_do_not_shift_what_stands_behind_them() -> None:
    for text, column in [("a: c\u200bó 22 người\n", 8), ('a: "c\\u200bó 22 người"\n', 14)]:
        source = read_source(FILE, text.encode())
        assert source.root is not None
        found = source.root.entries["a"]
        assert isinstance(found, Scalar)
        assert found.text == "có 22 người"
        assert found.place_of(3, 2) == Location(FILE, 1, column, 2)


def test_scalar_made_by_hand_counts_from_its_place() -> None:
    assert Scalar("có 22", Location(FILE, 3, 5, 5)).place_of(3, 2) == Location(FILE, 3, 8, 2)


@dataclass(frozen=True)
class Layout:
    """How a text is written: its lines of words, how deep, and what stands around it."""

    lines: list[list[str]]
    indent: int
    gap: int
    entry: bool

    def written(self, opening: str, spell: Callable[[str], str], closing: str = "") -> list[str]:
        """The lines of the file; an empty opening line begins the text below it."""
        texts = [" ".join(spell(word) for word in line) for line in self.lines]
        head = "- - " if self.entry else "field: "
        above = ["# 1 M0M", "x: M1M"] if not self.entry else ["before: M2M", "list:"]
        indent = " " * (self.indent + 4)
        body = [text for line in texts for text in [indent + line, *[""] * self.gap]]
        if opening in ("'", '"', ""):
            first = head + opening + body.pop(0).lstrip()
            body = [first, *body]
            while not body[-1]:
                body.pop()
            body[-1] += closing
        else:
            body = [head + opening, *body]
        return [*above, *body]


WORD = st.text(st.sampled_from("aăâbcdđeêộữỳ'\"\\.,;%()–“”1379"), min_size=1, max_size=6)
SPACED = {
    "plain": ("", lambda word: word, ""),
    "single": ("'", lambda word: word.replace("'", "''"), "'"),
    "double": ('"', lambda word: word.replace("\\", "\\\\").replace('"', '\\"'), '"'),
    "coded": ('"', lambda word: "".join(c if c in "M0123456789" else f"\\u{ord(c):04x}" for c in word), '"'),
    "folded": (">-", lambda word: word, ""),
    "folded, kept": (">+", lambda word: word, ""),
    "literal": ("|", lambda word: word, ""),
    "literal, commented": ("|-  # M3M", lambda word: word, ""),
}


@st.composite
def layouts(draw: st.DrawFn) -> tuple[Layout, int]:
    """A layout whose words each hold a mark of their own, M7M, and how many words there are."""
    counts = draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    numbers = iter(range(10, 100))
    lines = [[f"k{draw(WORD)}M{next(numbers)}M{draw(WORD)}" for _ in range(count)] for count in counts]
    layout = Layout(lines, draw(st.integers(0, 4)), draw(st.integers(0, 2)), draw(st.booleans()))
    return layout, sum(counts)


@pytest.mark.parametrize("style", SPACED)
@settings(max_examples=60)
@given(drawn=layouts())
def test_marks_are_found_where_they_stand_in_every_style(style: str, drawn: tuple[Layout, int]) -> None:
    layout, count = drawn
    lines = layout.written(*SPACED[style])
    found = scalar("\n".join(lines) + "\n")
    for number in range(10, 10 + count):
        mark = f"M{number}M"
        line = next(position for position, text in enumerate(lines, 1) if mark in text)
        expected = Location(FILE, line, lines[line - 1].index(mark) + 1, len(mark))
        assert found.place_of(found.text.index(mark), len(mark)) == expected


def test_styles_of_the_test_above_are_read_as_several_nodes() -> None:
    text = "\n".join(Layout([["kM10M"]], 0, 0, True).written(*SPACED["folded"]))
    root = read_source(FILE, text.encode()).root
    assert root is not None
    assert isinstance(root.entries["list"], Items)
