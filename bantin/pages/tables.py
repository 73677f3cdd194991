"""A table of a statistics page made ready for its template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from bantin.compose.said import Cell, Grid, Row, Table, Words, words
from bantin.compose.table_notes import EXPLAINED, reasons, remarks, shown_columns
from bantin.outputs import Output
from bantin.pages.addresses import link
from bantin.pages.escape import Drawn
from bantin.pages.inline import draw_words
from bantin.pages.lines import view_line
from bantin.pages.parts import view_downloads, view_links
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


def view_table(table: Table, here: str, files: Iterable[Output] = ()) -> TableView:
    """A table on the page ``here``, which offers it as these files.

    A column without a single value becomes a sentence; reasons of implied and missing values become
    numbered notes; articles that all rows have in common are named once.
    """
    columns = tuple(ColumnView(label, kind) for kind, label in shown_columns(table))
    shared = table.rows[0].articles if len({row.articles for row in table.rows}) == 1 else ()
    kinds = tuple(column.kind for column in columns)
    layout = _Layout(here, kinds, _notes(table, kinds), _longest(table), bool(shared))
    return TableView(
        anchor=table.anchor,
        caption=table.caption,
        unit=table.unit,
        columns=columns,
        rows=tuple(_row(row, layout) for row in table.rows),
        notes=tuple(map(draw_words, layout.notes)),
        remarks=tuple(draw_words(words(remark)) for remark in remarks(table)),
        articles=view_links(here, shared),
        line=view_line(table, here) if table.line else None,
        downloads=view_downloads(here, files),
    )


def view_grid(grid: Grid, here: str, files: Iterable[Output] = ()) -> GridView:
    """A table of two ways on the page ``here``, which offers it as these files.

    Reasons of implied values and of those that are not final become notes.
    """
    cells = [cell for row in grid.rows for cell in row.cells]
    notes = _numbered([*cells, *(one.cell for cell in cells for one in cell.below)])
    rows = []
    for row in grid.rows:
        pairs = zip(row.anchors, row.cells, strict=True)
        shown = tuple(_grid_cell(anchor, cell, notes) for anchor, cell in pairs)
        rows.append(GridRowView(row.label, shown, row.total))
    return GridView(
        anchor=grid.anchor,
        caption=grid.caption,
        corner=grid.corner,
        columns=grid.columns,
        rows=tuple(rows),
        notes=tuple(map(draw_words, notes)),
        remarks=grid.remarks,
        downloads=view_downloads(here, files),
    )


def _grid_cell(anchor: str, cell: Cell, notes: dict[Words, int]) -> GridCellView:
    below = tuple(BelowView(one.label, _cell(one.cell, notes)) for one in cell.below)
    return GridCellView(anchor, _cell(cell, notes), below)


def _notes(table: Table, kinds: Iterable[str]) -> dict[Words, int]:
    return _numbered(row.cell(kind) for row in table.rows for kind in kinds)


def _numbered(cells: Iterable[Cell]) -> dict[Words, int]:
    """The reasons that stand below a table, each with its number."""
    return {reason: number for number, reason in enumerate(reasons(cells), start=1)}


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
    note = notes.get(cell.reason, 0) if cell.status in EXPLAINED else 0
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
