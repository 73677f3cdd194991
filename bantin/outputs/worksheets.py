"""Worksheets whose cells are written as they come, from the first row to the last.

The library remembers every cell as an object until the file is closed, for whoever fills a sheet in any
order; that took half the time of making a workbook. All else of a sheet is the library's, and a test compares
the bytes with those that it makes alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from string import ascii_uppercase

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Placed = tuple[int, str | float, Format]
"""A cell of a row: its column, from 0, what it holds, and its format."""

LONGEST_TEXT = 32_767
"""So many characters a cell holds, each of two bytes, as the format counts them."""

_BLOCK = 16
"""So many rows have a common span, the first and the last column with a cell."""


class Leaf(Worksheet):  # type: ignore[misc]  # the library ships no types
    """A worksheet that is filled row by row."""

    def __init__(self) -> None:
        super().__init__()
        self._filled: list[tuple[int, int, int, str]] = []

    def add_row(self, row: int, cells: Iterable[Placed]) -> None:
        """Writes a row, from 0, below those that were written: its cells from left to right, if any."""
        told: list[str] = []
        first = last = -1
        for column, held, look in cells:
            first, last = (column if first < 0 else first), column
            start = f'<c r="{letters(column)}{row + 1}" s="{look._get_xf_index()}"'
            if isinstance(held, str):
                number = self.str_table._get_shared_string_index(_fitting(held))
                told.append(f'{start} t="s"><v>{number}</v></c>')
            else:
                told.append(f"{start}><v>{held:.16G}</v></c>")
        if told:
            self._check_dimensions(row, first)
            self._check_dimensions(row, last)
            self._filled.append((row, first, last, "".join(told)))

    def _write_rows(self) -> None:
        spans: dict[int, tuple[int, int]] = {}
        for row, first, last, _ in self._filled:
            left, right = spans.get(row // _BLOCK, (first, last))
            spans[row // _BLOCK] = (min(left, first), max(right, last))
        for row, _, _, told in self._filled:
            left, right = spans[row // _BLOCK]
            self.fh.write(f'<row r="{row + 1}" spans="{left + 1}:{right + 1}">{told}</row>')


@cache
def letters(column: int) -> str:
    """How spreadsheets name a column, from 0: "A", "Z", "AA"."""
    before, last = divmod(column, len(ascii_uppercase))
    return (letters(before - 1) if before else "") + ascii_uppercase[last]


def _fitting(text: str) -> str:
    """As much of a text as a cell holds."""
    if len(text) <= LONGEST_TEXT // 2:
        return text
    return text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT].decode("utf-16-le", "ignore")
