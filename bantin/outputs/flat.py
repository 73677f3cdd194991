"""Sheets as plain columns: wide, as the table stands on its page, and long, one line for each value."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bantin.compose.phrases import merged, separated
from bantin.compose.said import Cell, Prose, Status, Words, words
from bantin.outputs.sheets import NOT_COMPUTED, Column, Sheet, SheetRow

PATH = " › "
"""Between the wholes that a row is a part of."""

STATUS_WORDS = {Status.PUBLISHED: "", Status.COMPUTED: "tính ra", Status.NOT_COMPUTED: NOT_COMPUTED}
"""The words of values that a page shows without a word."""

PUBLISHED = "đã công bố"

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PLAINLY = re.compile(r"[+−]?[0-9][0-9.,]*(?:%| điểm %)?")

Held = Words | Cell
"""What a field holds: a text, or the number of a cell."""


@dataclass(frozen=True, slots=True)
class Field:
    """A plain column: what heads it, and whether it holds numbers; wide: whether it holds sentences."""

    heading: str
    numbers: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Flat:
    """Plain columns and lines; every line has as many entries as there are columns, "" for none."""

    fields: tuple[Field, ...]
    lines: tuple[tuple[Held, ...], ...]


def number_of(cell: Cell) -> str:
    """The value of a cell as a plain number: "4300", "-12", "62.8"; "" where it is none, or a range."""
    return cell.value if _is_number(cell.value) else ""


@lru_cache(20_000)
def _is_number(value: str) -> bool:
    return _NUMBER.fullmatch(value) is not None


@lru_cache(20_000)
def _is_plain(text: str) -> bool:
    return _PLAINLY.fullmatch(text) is not None


def printed(cell: Cell) -> Words:
    """The text of a value that says more than a number or another thing: "trên 4.300", "từ 6 đến 8"."""
    if cell.text in ("", "–") or _is_plain(cell.text):
        return ""
    return (cell.figure,) if cell.figure is not None else cell.text


def status_of(cell: Cell) -> str:
    """The words of a status, "" for a published value."""
    return cell.status_text or STATUS_WORDS.get(cell.status, "")


def wide(sheet: Sheet) -> Flat:
    """A sheet as it stands on its page: values side by side, then what is said of each.

    Columns that would be empty are left out, but not those of values.
    """
    columns = _named(sheet) + [
        (Field(column.heading, numbers=True), [_number(row.cells[at]) for row in sheet.rows])
        for at, column in enumerate(sheet.columns)
    ]
    for tell, name in ((printed, "nguyên văn"), (status_of, "tình trạng")):
        for at, column in enumerate(sheet.columns):
            told: list[Held] = [tell(cell) if (cell := row.cells[at]) else "" for row in sheet.rows]
            columns.append((Field(f"{column.heading}: {name}"), told))
    columns.append((Field("Cách tính, lý do", wide=True), [_reasons(sheet, row) for row in sheet.rows]))
    columns.append((Field("Ghi chú", wide=True), [row.remark for row in sheet.rows]))
    kept = [(field, held) for field, held in columns if field.numbers or any(held)]
    return Flat(tuple(field for field, _ in kept), tuple(zip(*(held for _, held in kept), strict=True)))


def _named(sheet: Sheet) -> list[tuple[Field, list[Held]]]:
    return [
        (Field(sheet.corner, wide=True), [row.label for row in sheet.rows]),
        (Field("Thuộc", wide=True), [PATH.join(row.within) for row in sheet.rows]),
        (Field("Kỳ"), [row.period for row in sheet.rows]),
        (Field("Đơn vị"), [row.unit for row in sheet.rows]),
    ]


def _number(cell: Cell | None) -> Held:
    return cell if cell is not None and number_of(cell) else ""


def _reasons(sheet: Sheet, row: SheetRow) -> Words:
    """How the values of a row were found, or why they are not final: "Năm 2018: 69 − 9 = 60"."""
    told = [
        (f"{column.heading}: ", *_pieces(cell.reason))
        for column, cell in zip(sheet.columns, row.cells, strict=True)
        if cell is not None and cell.reason and cell.status is not Status.NOT_COMPUTED
    ]
    return words(merged(separated(told, "; ")))


def _pieces(text: Words) -> Prose:
    return (text,) if isinstance(text, str) else text


LONG = (
    Field("Cơ quan", wide=True),
    Field("Chủ đề"),
    Field("Bảng", wide=True),
    Field("Nội dung", wide=True),
    Field("Thuộc", wide=True),
    Field("Kỳ"),
    Field("Cột"),
    Field("Giá trị", numbers=True),
    Field("Đơn vị"),
    Field("Tình trạng"),
    Field("Nguyên văn"),
    Field("Cách tính, lý do", wide=True),
    Field("Ghi chú", wide=True),
)
"""The columns of the long form, always all of them. A remark stands at the first value of its row."""


def long(sheets: Iterable[Sheet]) -> Flat:
    """All values of sheets, one a line, also those that are not known, with their status."""
    lines: list[tuple[Held, ...]] = []
    for sheet in sheets:
        for row in sheet.rows:
            remark = row.remark
            for column, cell in zip(sheet.columns, row.cells, strict=True):
                if cell is None:
                    continue
                lines.append(
                    (
                        *(sheet.body, sheet.subject, sheet.title),
                        *(row.label, PATH.join(row.within), sheet.period(row, column), column.heading),
                        *(_number(cell), _unit(row, column, cell)),
                        *(status_of(cell) or PUBLISHED, printed(cell), cell.reason, remark),
                    )
                )
                remark = ""
    return Flat(LONG, tuple(lines))


def _unit(row: SheetRow, column: Column, cell: Cell) -> str:
    """The unit of one value, known or not: a change of two percentages is in points."""
    if column.name == "percent":
        return "%"
    of_percentages = column.name == "beyond-plan" or (column.name == "change" and row.unit == "%")
    if of_percentages or cell.text.endswith(" điểm %"):
        return "điểm %"
    return cell.figure.figure.unit if cell.figure and cell.figure.figure else row.unit
