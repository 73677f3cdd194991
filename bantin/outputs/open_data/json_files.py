"""Tables as JSON: a head, then an object a line, or of long objects a field a line.

So two versions of a file are compared by lines, and whoever changes a number by hand is told the line.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bantin.compose.open_data import OPEN_DATA
from bantin.compose.said import Publisher
from bantin.ledger import Place
from bantin.outputs.open_data.fields import object_lines, object_text
from bantin.outputs.open_data.shape import VERSION, File
from bantin.outputs.open_data.tables import BASE, FILES, NO_YEAR, Filled, Row, Table, by_year, schema_path
from bantin.outputs.output import Found, Output, Shown, line
from bantin.outputs.table_json import address_of

KIND = "json"
_YEARS = {"": "", NO_YEAR: ", không rõ năm"}
_LABELS = {"": "JSON", NO_YEAR: "Không rõ năm"}


def json_outputs(filled: Filled, publisher: Publisher) -> Iterator[tuple[Output, str, int]]:
    """The files of a table, each with its title and the number of its rows."""
    for year, rows in by_year(filled):
        output = json_file(filled.table, year, rows, publisher)
        yield output, f"{filled.table.title}{_YEARS.get(year, f', năm {year}')}", len(rows)


def json_file(table: Table, year: str, rows: Sequence[Row], publisher: Publisher) -> Output:
    """One file. year: whose rows it has, "" for all."""
    path = f"{BASE}/{table.file}/{year}.json" if year else f"{BASE}/{table.file}.json"
    head = _head(table, year, path, publisher)
    lines, parts = _lines(table, rows, publisher.site_address)
    content = "\n".join([*head, *lines, "]}", ""])
    shown = Found(lambda: _shown(path, len(head), rows, parts))
    return Output(path, content.encode(), shown, OPEN_DATA, table.file, _LABELS.get(year, year))


def index_file(files: Iterable[File], publisher: Publisher, page: str, anchor: str) -> Output:
    """The list of all files, offered by a page."""
    output = json_file(FILES, "", [(file, ()) for file in files], publisher)
    return replace(output, page=page, anchor=anchor, label=FILES.title)


def _head(table: Table, year: str, path: str, publisher: Publisher) -> list[str]:
    """What stands before the rows, a field a line."""
    beside = posixpath.relpath(schema_path(table), posixpath.dirname(path))
    fields = {
        "$schema": address_of(publisher, f"/{schema_path(table)}") if publisher.site_address else beside,
        "version": VERSION,
        "publisher": publisher.name,
        "site": publisher.site_address,
        "licence": publisher.licence_text,
        "licence_address": publisher.licence_address,
        "year": year,
    }
    told = [f"{json.dumps(name)}:{_text(value)}," for name, value in fields.items() if value]
    return [f"{{{told[0]}", *told[1:], f'"{table.name}":[']


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(table: Table, rows: Sequence[Row], site: str) -> tuple[list[str], list[dict[str, int]]]:
    """The lines of all rows; and for each row, on which of them each of its parts stands, from 0."""
    lines: list[str] = []
    parts: list[dict[str, int]] = []
    for row, _ in rows:
        told = object_lines(row, site) if table.long else [("", object_text(row, site))]
        parts.append({part: len(lines) + at for at, (part, _) in enumerate(told)})
        lines += [text for _, text in told]
        lines[-1] += ","
    if lines:
        lines[-1] = lines[-1].removesuffix(",")
    return lines, parts


def _shown(
    path: str, before: int, rows: Iterable[Row], parts: Iterable[Mapping[str, int]]
) -> Iterator[Shown]:
    address = f"/{path}"
    for (_, said), lines in zip(rows, parts, strict=True):
        for figure, text, part in said:
            at = line(before + 1 + lines[part])
            yield figure, Place(address, at, KIND, text if '"' not in text else _text(text)[1:-1])
