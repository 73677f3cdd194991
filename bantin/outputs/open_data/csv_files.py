"""Tables as comma-separated values, RFC 4180, for programs: UTF-8 without a byte order mark."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from bantin.compose.said import FigureMention
from bantin.outputs.comma_separated import guarded, in_one_line
from bantin.outputs.open_data.fields import Field, is_choice, is_record, published_fields
from bantin.outputs.open_data.figures import Said
from bantin.outputs.open_data.shape import Code, Number
from bantin.outputs.open_data.tables import Filled

BETWEEN = " "
"""What stands between the values of a list in one cell; no value of such a list has white space."""


def columns(kind: type) -> tuple[Field, ...]:
    """The fields that are columns of a flat table: neither records nor lists of free text."""
    return tuple(field for field in published_fields(kind) if _is_flat(field))


def _is_flat(field: Field) -> bool:
    return field.kind is Code if field.many else not is_record(field.kind)


def csv_text(filled: Filled) -> str:
    """A table with a line of names, then a row a line; what is empty was not published."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    used = [(field.name, _writer(field)) for field in columns(filled.table.kind)]
    writer.writerow([name for name, _ in used])
    writer.writerows([write(getattr(row, name)) for name, write in used] for row, _ in filled.rows)
    return target.getvalue()


def _writer(field: Field) -> Callable[[Any], str]:
    if field.many:
        return lambda values: guarded(BETWEEN.join(values)) if values else ""
    if field.kind is date:
        return lambda day: day.isoformat() if day else ""
    if field.kind in (Number, int) or is_choice(field.kind):
        return lambda value: "" if value is None else str(value)
    return lambda text: guarded(in_one_line(text)) if text else ""


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
