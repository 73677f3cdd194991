"""The line of a file that a problem stands in, made fit to be shown, and where its mark goes.

What is measured are the cells of a terminal: a letter is one wide, its combining marks take no room,
some signs take two. Nothing that a terminal would obey or hide is handed on as it is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

WIDTH = 100
"""How many cells of a line are shown at most."""
TAB = 4
CUT = "…"

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and its mark: how many cells in it begins, and how many it is wide."""

    text: str
    indent: int
    marked: int


def visible(text: str) -> str:
    """The text on one line, its control and other unseen characters written out: ``<U+001B>``."""
    return "".join(_visible(character) for character in text)


def is_unseen(character: str) -> bool:
    """Whether a character steers a terminal, is invisible, or cannot be written at all."""
    return unicodedata.category(character) in _UNSEEN


def excerpt(line: str, column: int, length: int) -> Excerpt:
    """The line with ``length`` characters from ``column`` (counted from 1) marked.

    Of a line longer than WIDTH as much is shown as has room around the mark. A mark that begins
    behind the end of the line stands there; one that begins on a combining mark takes in its letter.
    """
    first = _start_of_letter(line, min(column - 1, len(line)))
    skipped = max(0, first - 2 * WIDTH)
    cells = _Cells(line[skipped : first + 2 * WIDTH])
    first -= skipped
    cut = min(cells.starts[first] - WIDTH * 2 // 3, cells.starts[-1] - WIDTH)
    left = cells.first_from(cut) if cut > 0 else 0
    right = cells.last_before(cells.starts[left] + WIDTH)
    before = CUT if skipped or left else ""
    after = CUT if right < len(cells.pieces) or skipped + right < len(line) else ""
    begin, end = cells.starts[first], cells.starts[min(first + length, right)]
    return Excerpt(
        before + "".join(cells.pieces[left:right]) + after,
        len(before) + begin - cells.starts[left],
        max(1, end - begin),
    )


class _Cells:
    """The characters of a text as they are shown, and the cell each begins in."""

    def __init__(self, text: str) -> None:
        from rich.cells import cell_len  # dear to load, and most runs have no problem to show

        self.pieces: list[str] = []
        self.starts = [0]
        for character in text:
            at = self.starts[-1]
            self.pieces.append(" " * (TAB - at % TAB) if character == "\t" else _visible(character))
            self.starts.append(at + cell_len(self.pieces[-1], "latest"))

    def first_from(self, cell: int) -> int:
        """The first character that begins at ``cell`` or after and is a letter of its own."""
        places = range(len(self.pieces))
        return next(place for place in places if self.starts[place] >= cell and self._wide(place))

    def last_before(self, cell: int) -> int:
        """The end of the characters that end at ``cell`` or before."""
        return max(place for place, start in enumerate(self.starts) if start <= cell)

    def _wide(self, place: int) -> bool:
        return self.starts[place + 1] > self.starts[place]


def _start_of_letter(line: str, place: int) -> int:
    while 0 < place < len(line) and unicodedata.combining(line[place]):
        place -= 1
    return place


def _visible(character: str) -> str:
    return f"<U+{ord(character):04X}>" if is_unseen(character) else character
