"""What a table shows and what is said below it, the same on pages and in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bantin.compose.phrases import merged, sentence, separated
from bantin.compose.said import Cell, Prose, Status, Table, Words

EXPLAINED = (Status.IMPLIED, Status.NOT_PUBLISHED, Status.PROVISIONAL, Status.REVISED)
"""Values whose reason is told in a note of its own."""

Heading = tuple[str, str]
"""A column: its kind, and what heads it."""


def shown_columns(table: Table) -> tuple[Heading, ...]:
    """The columns of a table: that of its values, and the others as far as they hold any."""
    return tuple(column for column in _columns(table) if _has_values(table, column[0]))


def _columns(table: Table) -> list[Heading]:
    labels = {
        "current": table.current_label,
        "earlier": table.earlier_label,
        "change": "Tăng, giảm",
        "percent": "Tăng, giảm (%)",
    }
    return [(kind, labels[kind]) for kind in table.kinds]


def _has_values(table: Table, kind: str) -> bool:
    return kind == "current" or any(row.cell(kind).value for row in table.rows)


def reasons(cells: Iterable[Cell]) -> tuple[Words, ...]:
    """The notes on implied values and on those that are not final, each once."""
    return tuple(dict.fromkeys(cell.reason for cell in cells if cell.reason and cell.status in EXPLAINED))


def remarks(table: Table, blank: str = "–") -> Iterator[Prose]:
    """What is said of columns that are left out, and why some values are not computed.

    blank: what stands in place of these.
    """
    shown = shown_columns(table)
    if said := _absence(table, [column for column in _columns(table) if column not in shown]):
        yield said
    cells = [row.cell(kind) for row in table.rows for kind, _ in shown]
    yield from dict.fromkeys(
        merged([f"“{cell.status_text or blank}”: ", *_prose(cell.reason)])
        for cell in cells
        if cell.status is Status.NOT_COMPUTED and cell.reason
    )


def _absence(table: Table, columns: Sequence[Heading]) -> Prose:
    """What is said of columns that are left out: “Năm 2018: không công bố; tăng, giảm: không tính.”."""
    said: dict[Prose, None] = {}
    reasons_told: dict[Prose, None] = {}
    for kind, heading in columns:
        cells = [row.cell(kind) for row in table.rows]
        told = dict.fromkeys(_prose(cell.status_text or cell.reason or cell.text) for cell in cells)
        label = heading if kind == "earlier" else "tăng, giảm"
        why = separated([reason for reason in told if reason], ", ") or ("không có số liệu",)
        said[merged([f"{label}: ", *why])] = None
        reasons_told[tuple(why)] = None
    if len(columns) > 1 and len(reasons_told) == 1:
        return sentence(next(iter(reasons_told)))
    return sentence(separated(list(said), "; ")) if said else ()


def _prose(text: Words) -> Prose:
    return ((text,) if text else ()) if isinstance(text, str) else text
