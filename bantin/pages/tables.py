"""A table of a statistics page made ready for its template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bantin.compose.phrases import merged, sentence, separated
from bantin.compose.said import Cell, Grid, Prose, Row, Status, Table, Words, words
from bantin.pages.addresses import link
from bantin.pages.escape import Drawn
from bantin.pages.inline import draw_words
from bantin.pages.lines import view_line
from bantin.pages.parts import view_links
from bantin.pages.views import (
    BarView,
    BelowView,
    CellView,
    ColumnView,
    GridCellView,
    GridRowView,
    GridView,
    RowView,
    TableView,
)

_NUMBERED = (Status.IMPLIED, Status.NOT_PUBLISHED, Status.PROVISIONAL, Status.REVISED)
_EXACT_TEXT = re.compile(r"[0-9][0-9.,]*%?")
_LEAST_BARS = 2
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the rows of one table have in common."""

    here: str
    kinds: tuple[str, ...]
    notes: dict[Words, int]
    longest: Decimal
    shares_articles: bool


def view_table(table: Table, here: str) -> TableView:
    """A table on the page ``here``.

    A column without a single value becomes a sentence; reasons of implied and missing values become
    numbered notes; articles that all rows have in common are named once.
    """
    columns = [column for column in _columns(table) if _has_values(table, column)]
    shared = table.rows[0].articles if len({row.articles for row in table.rows}) == 1 else ()
    kinds = tuple(column.kind for column in columns)
    layout = _Layout(here, kinds, _notes(table, kinds), _longest(table), bool(shared))
    return TableView(
        anchor=table.anchor,
        caption=table.caption,
        unit=table.unit,
        columns=tuple(columns),
        rows=tuple(_row(row, layout) for row in table.rows),
        notes=tuple(map(draw_words, layout.notes)),
        remarks=tuple(draw_words(words(remark)) for remark in _remarks(table, columns)),
        articles=view_links(here, shared),
        line=view_line(table, here) if table.line else None,
    )


def _columns(table: Table) -> list[ColumnView]:
    labels = {
        "current": table.current_label,
        "earlier": table.earlier_label,
        "change": "Tăng, giảm",
        "percent": "Tăng, giảm (%)",
    }
    return [ColumnView(labels[kind], kind) for kind in table.kinds]


def _has_values(table: Table, column: ColumnView) -> bool:
    return column.kind == "current" or any(row.cell(column.kind).value for row in table.rows)


def _remarks(table: Table, shown: Sequence[ColumnView]) -> Iterator[Prose]:
    """What is said below: of columns that are left out, and why some values are not computed."""
    if said := _absence(table, [column for column in _columns(table) if column not in shown]):
        yield said
    cells = [row.cell(column.kind) for row in table.rows for column in shown]
    yield from dict.fromkeys(
        merged([f"“{cell.status_text or cell.text}”: ", *_prose(cell.reason)])
        for cell in cells
        if cell.status is Status.NOT_COMPUTED and cell.reason
    )


def _absence(table: Table, columns: Sequence[ColumnView]) -> Prose:
    """What is said of columns that are left out: “Năm 2018: không công bố; tăng, giảm: không tính.”."""
    said: dict[Prose, None] = {}
    reasons_told: dict[Prose, None] = {}
    for column in columns:
        cells = [row.cell(column.kind) for row in table.rows]
        told = dict.fromkeys(_prose(cell.status_text or cell.reason or cell.text) for cell in cells)
        label = column.label if column.kind == "earlier" else "tăng, giảm"
        reasons = separated([reason for reason in told if reason], ", ") or ("không có số liệu",)
        said[merged([f"{label}: ", *reasons])] = None
        reasons_told[tuple(reasons)] = None
    if len(columns) > 1 and len(reasons_told) == 1:
        return sentence(next(iter(reasons_told)))
    return sentence(separated(list(said), "; ")) if said else ()


def _prose(text: Words) -> Prose:
    return ((text,) if text else ()) if isinstance(text, str) else text


def view_grid(grid: Grid) -> GridView:
    """A table of two ways; reasons of implied values and of those that are not final become notes."""
    cells = [cell for row in grid.rows for cell in row.cells]
    notes = _numbered([*cells, *(one.cell for cell in cells for one in cell.below)])
    rows = []
    for row in grid.rows:
        pairs = zip(row.anchors, row.cells, strict=True)
        shown = tuple(_grid_cell(anchor, cell, notes) for anchor, cell in pairs)
        rows.append(GridRowView(row.label, shown, row.total))
    told = tuple(map(draw_words, notes))
    return GridView(grid.anchor, grid.caption, grid.corner, grid.columns, tuple(rows), told, grid.remarks)


def _grid_cell(anchor: str, cell: Cell, notes: dict[Words, int]) -> GridCellView:
    below = tuple(BelowView(one.label, _cell(one.cell, notes)) for one in cell.below)
    return GridCellView(anchor, _cell(cell, notes), below)


def _notes(table: Table, kinds: Iterable[str]) -> dict[Words, int]:
    return _numbered(row.cell(kind) for row in table.rows for kind in kinds)


def _numbered(cells: Iterable[Cell]) -> dict[Words, int]:
    """The reasons that stand below a table, each with its number."""
    reasons = dict.fromkeys(cell.reason for cell in cells if cell.reason and cell.status in _NUMBERED)
    return {reason: number for number, reason in enumerate(reasons, start=1)}


def _row(row: Row, layout: _Layout) -> RowView:
    return RowView(
        anchor=row.anchor,
        label=row.label,
        level=min(row.level, _DEEPEST),
        remark=draw_words(row.remark),
        bars=_bars(row, layout.longest),
        cells=tuple(_cell(row.cell(kind), layout.notes) for kind in layout.kinds),
        articles=() if layout.shares_articles else view_links(layout.here, row.articles),
        href=link(layout.here, row.address) if row.address else Drawn(""),
    )


def _cell(cell: Cell, notes: dict[Words, int]) -> CellView:
    identity = cell.figure.identity if cell.figure else ""
    note = notes.get(cell.reason, 0) if cell.status in _NUMBERED else 0
    return CellView(cell.text, cell.value, identity, cell.status_text, note)


def _bars(row: Row, longest: Decimal) -> tuple[BarView, ...]:
    if not longest:
        return ()
    lengths = {"current": _length(row.current), "earlier": _length(row.earlier)}
    return tuple(BarView(kind, f"{length * 100 / longest:.1f}") for kind, length in lengths.items() if length)


def _longest(table: Table) -> Decimal:
    """The length of the longest bar; 0 where bars would compare nothing: mixed units, a single value."""
    lengths = [_length(cell) for row in table.rows for cell in (row.current, row.earlier)]
    comparable = bool(table.unit) and sum(length > 0 for length in lengths) >= _LEAST_BARS
    return max(lengths) if comparable else Decimal(0)


def _length(cell: Cell) -> Decimal:
    """The length of a value's bar: none for a lower bound or a wording that is kept as published."""
    is_exact = bool(cell.value) and _EXACT_TEXT.fullmatch(cell.text) is not None
    return max(Decimal(cell.value), Decimal(0)) if is_exact else Decimal(0)
