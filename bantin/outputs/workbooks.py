"""Sheets as workbooks that spreadsheets open (Office Open XML): numbers as numbers, texts always as texts.

The same sheets give the same bytes: no clock, no name of a person or a machine. With ``worksheets`` the only
module that knows xlsxwriter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from bantin.compose.said import Cell, Words, plain
from bantin.outputs.comma_separated import guarded, in_one_line, shown_in, shown_in_text
from bantin.outputs.flat import Field, Flat, Held, number_of
from bantin.outputs.output import Found, Shown

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from bantin.outputs.worksheets import Leaf

KIND = "xlsx"

CREATED = datetime(2000, 1, 1)
"""The format wants a time of creation; that of the build would make other bytes of the same table."""

A4 = 9
"""The paper, by its number in the format."""

HEAD = 2
"""The row of the headings, from 0: above it stand the title and the source."""

MOST_DIGITS = 15
"""So many digits a spreadsheet keeps; a longer number would come back as another one, so it stays text."""

LONGEST_NAME = 31
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
) -> tuple[bytes, Found]:
    """The file, and the figures in it; address: of the page it was made of; file: its own, rooted."""
    from xlsxwriter import Workbook  # slow to load, and not needed to check records

    from bantin.outputs.worksheets import Leaf

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
    for page in pages:
        _write(book.add_worksheet(page.name, Leaf), page, looks)
    book.close()
    return target.getvalue(), Found(lambda: _shown(pages, file))


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
        key = signed, decimals = _digits(cell.text)
        if key not in self._numbers:
            digits = f"#,##0.{'0' * decimals}" if decimals else "#,##0"
            code = f"+{digits};-{digits};0" if signed else digits
            self._numbers[key] = self._book.add_format({"valign": "top", "num_format": code})
        return self._numbers[key]

    def text(self, text: str) -> Format:
        """A text that wraps; one like a formula is marked, so that it stays text when somebody edits it."""
        return self._text if guarded(text) == text else self._marked


@lru_cache(10_000)
def _digits(text: str) -> tuple[bool, int]:
    """Whether a number is printed with a sign though it may be without, and with how many decimals."""
    found = _DECIMALS.search(text)
    return text[:1] in ("+", "−"), len(found[1]) if found else 0


def _write(sheet: Leaf, page: Page, looks: _Looks) -> None:
    """One page of a workbook: title, source, headings, lines, notes."""
    fields, lines = page.flat.fields, page.flat.lines
    sheet.add_row(0, [(0, page.title, looks.title)])
    sheet.add_row(1, [(0, page.source, looks.source)])
    headings = ((at, one.heading, looks.headings[one.numbers]) for at, one in enumerate(fields))
    sheet.add_row(HEAD, headings)
    for column, one in enumerate(fields):
        sheet.set_column(column, column, _width(one))
    for row, entries in enumerate(lines, HEAD + 1):
        cells = ((column, *_typed(held, looks)) for column, held in enumerate(entries) if held)
        sheet.add_row(row, cells)
    for row, told in enumerate(page.below, HEAD + 2 + len(lines)):
        sheet.add_row(row, [(0, _text(told), looks.note)])
    _lay_out(sheet)


def _typed(held: Held, looks: _Looks) -> tuple[str | float, Format]:
    """What a cell holds: a number as a number, as long as a spreadsheet can keep it."""
    if not isinstance(held, Cell):
        text = _text(held)
        return text, looks.text(text)
    number = number_of(held)
    if len(number) > MOST_DIGITS and sum(map(str.isdigit, number)) > MOST_DIGITS:
        return number, looks.text(number)
    return float(number), looks.number(held)


def _shown(pages: Sequence[Page], file: str) -> Iterator[Shown]:
    """The figures of all pages, cell by cell."""
    from bantin.outputs.worksheets import letters

    for page in pages:
        at = f"{page.name}!"
        for row, entries in enumerate(page.flat.lines, HEAD + 1):
            for column, held in enumerate(entries):
                if not isinstance(held, str):
                    yield from shown_in(held, file, f"{at}{letters(column)}{row + 1}", KIND)
        for row, told in enumerate(page.below, HEAD + 2 + len(page.flat.lines)):
            yield from shown_in_text(told, file, f"{at}A{row + 1}", KIND)


def _lay_out(sheet: Leaf) -> None:
    """Headings stay in sight; on paper they stand on every sheet, which is as wide as the table."""
    sheet.freeze_panes(HEAD + 1, 1)
    sheet.repeat_rows(HEAD)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)


def _text(held: Words) -> str:
    return in_one_line(plain(held))


def _width(field: Field) -> int:
    return 13 if field.numbers else 44 if field.wide else 20
