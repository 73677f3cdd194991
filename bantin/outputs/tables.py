"""Every table and every page of figures as files to take home: CSV, a workbook, JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from bantin.compose.said import (
    Bulletins,
    IndicatorPage,
    OrganisationPage,
    Publisher,
    StatisticsPage,
    Words,
)
from bantin.outputs.comma_separated import comma_separated
from bantin.outputs.flat import Flat, long, wide
from bantin.outputs.output import Found, Output
from bantin.outputs.sheets import Sheet, Standing, sheet_of_grid, sheet_of_latest, sheet_of_table
from bantin.outputs.table_json import ToldSheet, address_of, as_told, page_json, table_json
from bantin.outputs.table_schema import table_schema
from bantin.outputs.workbooks import Page, contents, sheet_name, workbook

_UNMARKED = "Ô trống ở cột “tình trạng”: số đã công bố. “tính ra”: tính thẳng từ các số đã công bố."
_TABLE = "Bảng"


@dataclass(frozen=True, slots=True)
class SheetPage:
    """A page of figures to take home: its address, its title, its tables, what it says of them all.

    apart: whether each of its tables is offered by itself, too.
    """

    address: str
    title: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Words, ...] = ()
    apart: bool = False

    def stem(self, anchor: str = "") -> str:
        """The path of the files of a table, or of the page, without their endings: below the site, by a name
        that tells what they hold."""
        parts = self.address.strip("/").split("/")
        named = parts if len(parts) == len(_OF_A_PERIOD) else parts[1:]
        own = [anchor.removeprefix("bang-")] if anchor else []
        return f"{'/'.join(parts)}/{_short('-'.join([*named, *own]))}"


LONGEST_NAME = 120
"""So many letters of a name tell what a file holds; a longer one ends with what tells it from others."""

_OF_A_PERIOD = ("so-lieu", "2019")
"""Addresses of the figures of a period have so many parts; "so-lieu" belongs to the name of their files."""


def _short(name: str) -> str:
    if len(name) <= LONGEST_NAME:
        return name
    digest = sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_NAME - len(digest) - 1].rstrip('-')}-{digest}"


def tables(bulletins: Bulletins) -> Iterator[Output]:
    """The files of all pages of figures and of the tables of a period, and what describes their shape."""
    publisher = bulletins.publisher
    if bulletins.statistics:
        yield table_schema()
    for page in bulletins.statistics:
        yield from _files(_of_statistics(page), publisher)
    for indicator in bulletins.indicators:
        yield from _files(_of_indicator(indicator), publisher)
    for organisation in bulletins.organisations:
        yield from _files(_of_organisation(organisation), publisher)


def _of_statistics(page: StatisticsPage) -> SheetPage:
    sheets: list[Sheet] = []
    for body in page.bodies:
        for subject in body.subjects:
            at = Standing(page.address, body.name, subject.heading)
            sheets += (sheet_of_table(table, at) for table in subject.tables)
            sheets += (sheet_of_grid(grid, at) for grid in subject.grids)
    notes = (*page.notes, *page.unpublished, *page.method)
    return SheetPage(page.address, page.title, tuple(sheets), notes, apart=True)


def _of_indicator(page: IndicatorPage) -> SheetPage:
    sheets: list[Sheet] = []
    for body in page.bodies:
        at = Standing(page.address, body.name, page.subject)
        sheets += (sheet_of_table(table, at) for table in body.tables)
        sheets += (sheet_of_grid(grid, at) for grid in body.grids)
    sheets += map(sheet_of_latest, page.latest)
    notes = tuple(f"{fact.term}: {fact.told}" for fact in page.facts)
    return SheetPage(page.address, page.title, tuple(sheets), notes)


def _of_organisation(page: OrganisationPage) -> SheetPage:
    sheets = tuple(map(sheet_of_latest, page.groups))
    return SheetPage(page.address, f"Số liệu của {page.name}", sheets)


def _files(page: SheetPage, publisher: Publisher) -> Iterator[Output]:
    """The files of a page, then those of its tables; the columns of each are made once for all."""
    flats = [wide(sheet) for sheet in page.sheets]
    listed = [as_told(sheet, publisher) for sheet in page.sheets]
    source = f"{publisher.name}. Nguồn: {address_of(publisher, page.address)}"
    stem = page.stem()
    name = f"/{stem}"
    leaves = [
        Page(sheet_name(number, sheet.subject or sheet.title), sheet.title, source, flat, _below(sheet))
        for number, (sheet, flat) in enumerate(zip(page.sheets, flats, strict=True), 1)
    ]
    first = contents(page.title, source, leaves, (*page.notes, _UNMARKED))
    address = address_of(publisher, page.address)
    made = (
        comma_separated(long(page.sheets), f"{name}.csv"),
        workbook(page.title, publisher.name, address, (first, *leaves), f"{name}.xlsx"),
        page_json(page.title, listed, page.notes, publisher, page.address, f"{name}.json"),
    )
    yield from _offered(page, stem, "", made)
    if page.apart:
        for one, flat in zip(listed, flats, strict=True):
            yield from _files_of_table(page, one, flat, source, publisher)


def _files_of_table(
    page: SheetPage, one: ToldSheet, flat: Flat, source: str, publisher: Publisher
) -> Iterator[Output]:
    sheet = one.sheet
    stem = page.stem(sheet.anchor)
    leaf = Page(_TABLE, sheet.title, source, flat, (*_below(sheet), _UNMARKED))
    address = address_of(publisher, f"{page.address}#{sheet.anchor}")
    made = (
        comma_separated(flat, f"/{stem}.csv"),
        workbook(sheet.title, publisher.name, address, (leaf,), f"/{stem}.xlsx"),
        table_json(one, publisher, page.address, f"/{stem}.json"),
    )
    yield from _offered(page, stem, sheet.anchor, made)


def _below(sheet: Sheet) -> tuple[Words, ...]:
    """What stands below a table: its notes, then the words of status in it."""
    return (*sheet.notes, *(f"“{word}”: {meaning}." for word, meaning in sheet.key))


def _offered(
    page: SheetPage, stem: str, anchor: str, made: tuple[tuple[bytes, Found], ...]
) -> Iterator[Output]:
    for (ending, label), (content, shown) in zip(FORMS, made, strict=True):
        yield Output(f"{stem}.{ending}", content, shown, page.address, anchor, label)


FORMS = (("csv", "CSV"), ("xlsx", "Excel"), ("json", "JSON"))
"""The endings of the files, and what readers call them."""
