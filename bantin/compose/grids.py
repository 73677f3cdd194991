"""Grids of a statistics page: tables of two classifications, and funnels with their shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bantin.compose.phrases import upper_first
from bantin.compose.placing import part_anchor
from bantin.compose.rows import Cells
from bantin.compose.said import Cell, Grid, GridRow, Status
from bantin.compose.wording import Wording
from bantin.figures import BreakdownFigures, Figures, PartFigure, TableFigures, TableRow

TOTAL = "Cộng"
_NOTHING = Cell("", "", Status.NOT_COMPUTED, "", "")


def grids(figures: Sequence[Figures], wording: Wording) -> Iterator[Grid]:
    """The grids of a subject: the tables of its figures in their order, then its funnels."""
    for found in figures:
        cells = Cells(found, wording)
        for group in _groups(found.breakdowns):
            if group.table is not None:
                yield _table(cells, group, group.table)
    yield from _funnels(figures, wording)


def _groups(groups: Sequence[BreakdownFigures]) -> Iterator[BreakdownFigures]:
    """All breakdowns, those of parts after the one that has the part."""
    for group in groups:
        yield group
        for part in group.parts:
            yield from _groups(part.breakdowns)


def _table(cells: Cells, group: BreakdownFigures, table: TableFigures) -> Grid:
    with_totals = any(row.total for row in table.rows) or table.whole is not None
    columns = [_column(label, unit) for _, label, unit in table.columns]
    rows = [_row(cells, row, with_totals) for row in table.rows]
    if any(table.totals) or table.whole is not None:
        totals = [_total(cells, total) for total in (*table.totals, *([table.whole] if with_totals else []))]
        rows.append(GridRow(TOTAL, tuple(totals), ("",) * len(totals), total=True))
    return Grid(
        anchor=f"bang-{cells.figures.anchor}--{group.breakdown.by}--{group.breakdown.across}",
        caption=f"{cells.wording.row_label(cells.figures)}, theo {group.label} và {table.label}",
        corner=upper_first(group.label),
        columns=(*columns, *([TOTAL] if with_totals else [])),
        rows=tuple(rows),
    )


def _column(label: str, unit: str) -> str:
    return (
        upper_first(label) if not unit or unit.lower() in label.lower() else f"{upper_first(label)} ({unit})"
    )


def _row(cells: Cells, row: TableRow, with_totals: bool) -> GridRow:
    told = [cells.value(cell.figure) for cell in row.cells]
    anchors = [part_anchor(cells.figures, cell) for cell in row.cells]
    if with_totals:
        told.append(_total(cells, row.total))
        anchors.append("")
    return GridRow(upper_first(row.label), tuple(told), tuple(anchors))


def _total(cells: Cells, total: PartFigure | None) -> Cell:
    return cells.value(total.figure) if total is not None else _NOTHING


def _funnels(figures: Sequence[Figures], wording: Wording) -> Iterator[Grid]:
    funnels: dict[int, list[Figures]] = {}
    for found in figures:
        if found.stage is not None and found.actual is not None:
            funnels.setdefault(found.stage.number, []).append(found)
    for members in funnels.values():
        if len(members) > 1:
            yield _funnel(members, wording)


def _funnel(members: list[Figures], wording: Wording) -> Grid:
    order = [stage.id for stage in members[0].stage.funnel.stages] if members[0].stage else []
    members.sort(key=lambda found: order.index(found.observed.observation.stage or ""))
    stage = members[0].stage
    assert stage is not None  # chosen for it
    return Grid(
        anchor=f"chuoi-{members[0].anchor}--{stage.funnel.id}",
        caption=f"{stage.funnel.label}, từ {stage.funnel.start}",
        corner="Khâu",
        columns=("Số lượng", "So với khâu trước", "So với khâu đầu"),
        rows=tuple(_stage_row(found, wording) for found in members),
    )


def _stage_row(found: Figures, wording: Wording) -> GridRow:
    assert found.stage is not None
    cells, stage = Cells(found, wording), found.stage
    shares = [cells.value(share) if share else _NOTHING for share in (stage.of_previous, stage.of_start)]
    return GridRow(upper_first(stage.label), (cells.value(found.actual), *shares), ("", "", ""))
