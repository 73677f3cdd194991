"""Tables as comma-separated values, RFC 4180, for programs: UTF-8 without a byte order mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from bantin.compose.said import FigureMention
from bantin.outputs.comma_separated import guarded, safe
from bantin.outputs.open_data.fields import Field, is_choice, is_record, published_fields, values_of
from bantin.outputs.open_data.figures import Said
from bantin.outputs.open_data.shape import Code, Number
from bantin.outputs.open_data.tables import Filled
from bantin.outputs.table_json import in_full

BETWEEN = " "
"""What stands between the values of a list in one cell; no value of such a list has white space."""


def columns(kind: type) -> tuple[Field, ...]:
    """The fields that are columns of a flat table: neither records nor lists of free text."""
    return tuple(field for field in published_fields(kind) if _is_flat(field))


def _is_flat(field: Field) -> bool:
    return field.kind is Code if field.many else not is_record(field.kind)


def csv_text(filled: Filled, site: str = "") -> str:
    """A table with a line of names, then a row a line; what is empty was not published.

    site: its address, with which those in the rows are told; "" where it is not known.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    used = columns(filled.table.kind)
    names, writers = [field.name for field in used], [_writer(field, site) for field in used]
    values = values_of(used)
    writer.writerow(names)
    for row, _ in filled.rows:
        pairs = zip(writers, values(row), strict=True)
        writer.writerow([write(value) if value or value == 0 else "" for write, value in pairs])
    return target.getvalue()


def _writer(field: Field, site: str) -> Callable[[Any], str]:
    """What writes a value that is there."""
    if field.many:
        in_cell = (lambda one: in_full(site, one)) if field.is_address else str
        return lambda values: guarded(BETWEEN.join(map(in_cell, values)))
    if field.is_address:
        return lambda address: safe(in_full(site, address))
    if field.kind is date:
        return date.isoformat
    if field.kind in (Number, int) or is_choice(field.kind):
        return str
    return safe


def numbers_shown(said_of: Iterable[Said], text: str) -> Iterator[tuple[int, FigureMention, str]]:
    """The figures in a table by their lines, each once a line, with a text of it there.

    said_of: what each row says of figures; text: the table as it is written.
    """
    lines = text.split("\r\n")
    for number, said in enumerate(said_of, 2):
        seen: set[tuple[str, str]] = set()
        for figure, told, _ in said:
            key = (figure.identity, figure.value)
            if key not in seen and told in lines[number - 1]:
                seen.add(key)
                yield number, figure, told
