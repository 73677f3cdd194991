"""Sheets as workbooks that spreadsheets open (Office Open XML): numbers as numbers, texts always as texts.

The same sheets give the same bytes: no clock, no name of a person or a machine. The only module that knows
xlsxwriter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from string import ascii_uppercase
from typing import TYPE_CHECKING

from bantin.compose.said import Cell, Words, plain
from bantin.outputs.comma_separated import guarded, in_one_line, shown_in, shown_in_text
from bantin.outputs.flat import Field, Flat, number_of
from bantin.outputs.output import Shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

KIND = "xlsx"

CREATED = datetime(2000, 1, 1)
"""The format wants a time of creation; that of the build would make other bytes of the same table."""

A4 = 9
"""The paper, by its number in the format."""

HEAD = 2
"""The row of the headings, from 0: above it stand the title and the source."""

MOST_DIGITS = 15
"""So many digits a spreadsheet keeps; a longer number would come back as another one, so it stays text."""

LONGEST_TEXT, LONGEST_NAME = 32_767, 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_DECIMALS = re.compile(r",([0-9]+)")


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of a workbook: its name on the tab, its title and source, its columns, what stands below."""

    name: str
    title: str
    source: str
    flat: Flat
    below: tuple[Words, ...] = ()


def sheet_name(number: int, text: str) -> str:
    """A name that spreadsheets take and that no other sheet of the workbook has: "3. Kỷ luật"."""
    legal = _NOT_IN_NAMES.sub(" ", f"{number}. {text}")
    while len(legal.encode("utf-16-le")) > 2 * LONGEST_NAME:
        legal = legal[:-1]
    return legal.rstrip(" '")


def contents(title: str, source: str, pages: Sequence[Page], below: tuple[Words, ...]) -> Page:
    """The first sheet of a workbook of several: which sheet holds what."""
    lines = tuple((page.name, page.title) for page in pages)
    return Page("Mục lục", title, source, Flat((Field("Trang"), Field("Bảng", wide=True)), lines), below)


def workbook(
    title: str, publisher: str, address: str, pages: Sequence[Page], file: str
) -> tuple[bytes, tuple[Shown, ...]]:
    """The file, and the figures in it; address: of the page it was made of; file: its own, rooted."""
    from xlsxwriter import Workbook  # slow to load, and not needed to check records

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_numbers": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = Workbook(target, options)
    book.set_properties({"title": title, "company": publisher, "comments": address, "created": CREATED})
    looks = _Looks(book)
    shown: list[Shown] = []
    for page in pages:
        shown += _write(book.add_worksheet(page.name), page, looks, file)
    book.close()
    return target.getvalue(), tuple(shown)


class _Looks:
    """The formats of a workbook; those of its cells are made when they are first needed."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[tuple[bool, int], Format] = {}
        self.title = book.add_format({"bold": True, "font_size": 13})
        self.source = book.add_format({"font_color": "#5A5F66"})
        self.note = book.add_format({})
        heading = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
        self.headings = [book.add_format(heading | {"align": align}) for align in ("left", "right")]
        text = {"valign": "top", "text_wrap": True}
        self._text, self._marked = book.add_format(text), book.add_format(text | {"quote_prefix": True})

    def number(self, cell: Cell) -> Format:
        """Digits in groups as the reader's own program groups them, with as many decimals as printed."""
        found = _DECIMALS.search(cell.text)
        key = (cell.text[:1] in ("+", "−"), len(found[1]) if found else 0)
        if key not in self._numbers:
            signed, decimals = key
            digits = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
            code = f"+{digits};-{digits};0" if signed else digits
            self._numbers[key] = self._book.add_format({"valign": "top", "num_format": code})
        return self._numbers[key]

    def text(self, text: str) -> Format:
        """A text that wraps; one like a formula is marked, so that it stays text when somebody edits it."""
        return self._text if guarded(text) == text else self._marked


def _write(sheet: Worksheet, page: Page, looks: _Looks, file: str) -> Iterator[Shown]:
    """One page of a workbook: title, source, headings, lines, notes; gives the figures in it."""
    fields, lines = page.flat.fields, page.flat.lines
    _put(sheet, 0, 0, page.title, looks.title)
    _put(sheet, 1, 0, page.source, looks.source)
    for column, one in enumerate(fields):
        _put(sheet, HEAD, column, one.heading, looks.headings[one.numbers])
        sheet.set_column(column, column, _width(one))
    at = f"{page.name}!"
    for row, entries in enumerate(lines, HEAD + 1):
        for column, held in enumerate(entries):
            if isinstance(held, Cell):
                _put_number(sheet, row, column, held, looks)
            elif held:
                _put(sheet, row, column, text := _text(held), looks.text(text))
            if held and not isinstance(held, str):
                yield from shown_in(held, file, f"{at}{_letters(column)}{row + 1}", KIND)
    for row, told in enumerate(page.below, HEAD + 2 + len(lines)):
        _put(sheet, row, 0, _text(told), looks.note)
        yield from shown_in_text(told, file, f"{at}A{row + 1}", KIND)
    _lay_out(sheet)


def _lay_out(sheet: Worksheet) -> None:
    """Headings stay in sight; on paper they stand on every sheet, which is as wide as the table."""
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.repeat_rows(HEAD)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _put(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    sheet.write_string(row, column, text[:LONGEST_TEXT], look)


def _put_number(sheet: Worksheet, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    number = number_of(cell)
    if len(number) > MOST_DIGITS and sum(map(str.isdigit, number)) > MOST_DIGITS:
        _put(sheet, row, column, number, looks.text(number))
    else:
        sheet.write_number(row, column, float(number), looks.number(cell))


def _text(held: Words) -> str:
    return in_one_line(plain(held))


def _width(field: Field) -> int:
    return 13 if field.numbers else 44 if field.wide else 20


def _letters(column: int) -> str:
    """How spreadsheets name a column, from 0: "A", "Z", "AA"."""
    before, last = divmod(column, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[last]
