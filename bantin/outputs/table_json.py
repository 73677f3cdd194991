"""Sheets as JSON of a published shape: every value exactly as written, each row on a line of its own.

The shape is described by ``table_schema``; a change that old readers would stumble over needs a new FORMAT.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from bantin.compose.said import Cell, Publisher, Words, plain
from bantin.language import Qualifier
from bantin.ledger import Place
from bantin.outputs.comma_separated import shown_in_text
from bantin.outputs.flat import number_of
from bantin.outputs.output import Found, Shown, line
from bantin.outputs.sheets import Sheet, SheetRow

KIND = "json"
FORMAT = 1
SCHEMA = f"du-lieu/schema/bang-so-lieu-{FORMAT}.json"
"""Where the shape is described, below the site."""

_text = json.encoder.encode_basestring


@dataclass(frozen=True, slots=True)
class Said:
    """A line of a file and the texts in it that may hold figures; cells: the values in it."""

    text: str
    words: tuple[Words, ...] = ()
    cells: tuple[Cell, ...] = ()


def address_of(publisher: Publisher, address: str) -> str:
    """An address as a program needs it: in full where that of the site is known, else rooted."""
    return in_full(publisher.site_address, address)


def in_full(site: str, address: str) -> str:
    """A rooted address with that of its site, where one is known."""
    page, mark, fragment = address.partition("#")
    return f"{_joined(site, page)}{mark}{fragment}" if site else address


@lru_cache(20_000)
def _joined(site: str, page: str) -> str:
    return urljoin(f"{site.rstrip('/')}/", page.lstrip("/"))


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """A sheet, and the lines that its own file and that of its page have of it."""

    sheet: Sheet
    lines: tuple[Said, ...]


def as_told(sheet: Sheet, publisher: Publisher) -> ToldSheet:
    """A sheet as files tell it."""
    return ToldSheet(sheet, tuple(_table(sheet, publisher)))


def table_json(one: ToldSheet, publisher: Publisher, page: str, file: str) -> tuple[bytes, Found]:
    """The file of one table of a page, and the figures in it; ``file`` is its rooted address."""
    sheet = one.sheet
    address = f"{page}#{sheet.anchor}" if sheet.anchor else page
    return _file([*_head("table", sheet.title, address, publisher), *one.lines], file)


def page_json(
    title: str,
    tables: Iterable[ToldSheet],
    notes: Iterable[Words],
    publisher: Publisher,
    page: str,
    file: str,
) -> tuple[bytes, Found]:
    """The file of a whole page, and the figures in it."""
    lines = [*_head("page", title, page, publisher), *_list("notes", map(_note, notes)), Said('"tables": [')]
    for number, one in enumerate(tables):
        sheet = one.sheet
        lines.append(Said(",{" if number else "{"))
        named = {"anchor": sheet.anchor, "body": sheet.body, "subject": sheet.subject, "title": sheet.title}
        lines += [Said(f'"{name}": {_text(told)},') for name, told in named.items()]
        lines += one.lines
        lines.append(Said("}"))
    return _file([*lines, Said("]")], file)


def _head(kind: str, title: str, address: str, publisher: Publisher) -> Iterator[Said]:
    yield Said(f'"$schema": {_text(address_of(publisher, f"/{SCHEMA}"))},')
    yield Said(f'"format": {FORMAT},')
    for name, told in (
        ("kind", kind),
        ("title", title),
        ("address", address_of(publisher, address)),
        ("publisher", publisher.name),
        ("licence", publisher.licence_text),
        ("licence_address", publisher.licence_address),
    ):
        yield Said(f'"{name}": {_text(told)},')


def _table(sheet: Sheet, publisher: Publisher) -> Iterator[Said]:
    """The members of a table, without the braces around them."""
    columns = (
        Said(f'{{"name": {_text(one.name)}, "heading": {_text(one.heading)}}}') for one in sheet.columns
    )
    key = (Said(f'{{"word": {_text(word)}, "meaning": {_text(told)}}}') for word, told in sheet.key)
    yield Said(f'"row_heading": {_text(sheet.corner)},')
    yield from _list("columns", columns)
    yield from _list("rows", (_row(sheet, row, publisher) for row in sheet.rows))
    yield from _list("notes", map(_note, sheet.notes))
    yield from _list("key", key, end="")


def _note(note: Words) -> Said:
    return Said(_text(plain(note)), (note,))


def _list(name: str, items: Iterable[Said], end: str = ",") -> Iterator[Said]:
    listed = list(items)
    if not listed:
        yield Said(f'"{name}": []{end}')
        return
    yield Said(f'"{name}": [')
    for item in listed[:-1]:
        yield Said(f"{item.text},", item.words, item.cells)
    yield listed[-1]
    yield Said(f"]{end}")


def _row(sheet: Sheet, row: SheetRow, publisher: Publisher) -> Said:
    cells = [(column.name, cell) for column, cell in zip(sheet.columns, row.cells, strict=True) if cell]
    written = ", ".join(f"{_text(name)}: {_cell(cell)}" for name, cell in cells)
    told = [f'"label": {_text(row.label)}', f'"within": [{", ".join(map(_text, row.within))}]']
    told += [f'"period": {_text(row.period)}'] if row.period else []
    told += [f'"unit": {_text(row.unit)}', f'"address": {_text(address_of(publisher, row.address))}']
    told += [f'"cells": {{{written}}}', f'"remark": {_text(plain(row.remark))}']
    reasons = tuple(cell.reason for _, cell in cells if cell.reason)
    return Said(f"{{{', '.join(told)}}}", (*reasons, row.remark), tuple(cell for _, cell in cells))


def _cell(cell: Cell) -> str:
    """A value: a number exactly as written, both ends of a range, or none, and what is said of it."""
    value = number_of(cell) or "null"
    told = [f'"value": {value}', f'"text": {_text(cell.text)}', f'"status": {_text(cell.status)}']
    low, _, high = cell.value.partition("/")
    if high:
        told.append(f'"low": {low}, "high": {high}')
    figure = cell.figure.figure if cell.figure else None
    if figure is not None and figure.quantity.qualifier is not Qualifier.EXACT:
        told.append(f'"qualifier": {_text(figure.quantity.qualifier)}')
    told += [f'"words": {_text(cell.status_text)}'] if cell.status_text else []
    told += [f'"reason": {_text(plain(cell.reason))}'] if cell.reason else []
    told += [f'"figure": {_text(cell.figure.identity)}'] if cell.figure else []
    return f"{{{', '.join(told)}}}"


def _file(lines: list[Said], file: str) -> tuple[bytes, Found]:
    text = "\n".join(["{", *(said.text for said in lines), "}", ""])
    return text.encode(), Found(lambda: _shown(lines, file))


def _shown(lines: Iterable[Said], file: str) -> Iterator[Shown]:
    for number, said in enumerate(lines, 2):
        if said.words or said.cells:
            yield from _shown_at(said, file, line(number))


def _shown_at(said: Said, file: str, at: str) -> Iterator[Shown]:
    for cell in said.cells:
        if cell.figure is not None:
            yield cell.figure, Place(file, at, KIND, number_of(cell) or cell.text)
    for told in said.words:
        yield from shown_in_text(told, file, at, KIND)
