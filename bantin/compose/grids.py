"""Grids of a statistics page: tables of two classifications, and funnels with their shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bantin.compose.phrases import upper_first
from bantin.compose.placing import part_anchor, stage_anchor
from bantin.compose.rows import Cells, shown_share
from bantin.compose.said import Below, Cell, Grid, GridRow, Status
from bantin.compose.wording import Wording
from bantin.dataset.records.amounts import Finality
from bantin.figures import BreakdownFigures, Figures, PartFigure, TableFigures, TableRow
from bantin.language import label

TOTAL = "Cộng"
EARLIER = "trước"
NOTHING = Cell("", "", Status.NOT_COMPUTED, "", "")


def grids(chosen: Sequence[Figures], figures: Sequence[Figures], wording: Wording) -> Iterator[Grid]:
    """The grids of a subject: the tables of its figures in their order, then its funnels.

    chosen: the figures of the subject; figures: all of the body, for a funnel that begins here can lead on
    to another subject.
    """
    for found in chosen:
        cells = Cells(found, wording)
        for group in _groups(found.breakdowns):
            if group.table is not None:
                yield _table(cells, group, group.table)
    for members in _funnels(figures):
        if any(found is members[0] for found in chosen):
            yield _funnel(members, wording)


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
    shown, figures = [cell for row in rows for cell in row.cells], cells.figures
    return Grid(
        anchor=f"bang-{figures.anchor}--{group.breakdown.by}--{group.breakdown.across}",
        caption=f"{cells.wording.row_label(figures)}, theo {group.label} và {table.label}",
        corner=upper_first(group.label),
        columns=(*columns, *([TOTAL] if with_totals else [])),
        rows=tuple(rows),
        remarks=tuple(_remarks(figures, [one for cell in shown for one in cell.below])),
        period=upper_first(label(figures.observed.period)),
        earlier=upper_first(label(figures.earlier_period)) if figures.earlier_period else "",
    )


def _column(label: str, unit: str) -> str:
    return (
        upper_first(label) if not unit or unit.lower() in label.lower() else f"{upper_first(label)} ({unit})"
    )


def _row(cells: Cells, row: TableRow, with_totals: bool) -> GridRow:
    told = [_cell(cells, cell) for cell in row.cells]
    anchors = [part_anchor(cells.figures, cell) for cell in row.cells]
    if with_totals:
        told.append(_total(cells, row.total))
        anchors.append("")
    return GridRow(upper_first(row.label), tuple(told), tuple(anchors))


def _total(cells: Cells, total: PartFigure | None) -> Cell:
    return _cell(cells, total) if total is not None else NOTHING


def cell_with_share(cells: Cells, part: PartFigure) -> Cell:
    """The number of a cell, its share small below it.

    That shares follow from provisional numbers is said once, below the table.
    """
    share = shown_share(part) if part.figure is not None else None
    below = [Below("", replace(cells.value(share), status_text=""))] if share is not None else []
    return replace(cells.value(part.told), below=tuple(below))


def _cell(cells: Cells, part: PartFigure) -> Cell:
    """The number of a cell, its share and its earlier value small below it."""
    cell = cell_with_share(cells, part)
    if part.previous is None:
        return cell
    return replace(cell, below=(*cell.below, Below(EARLIER, cells.earlier(part.previous))))


def _remarks(figures: Figures, below: Iterable[Below]) -> Iterator[str]:
    """What the small values of a table are: of which period, of what they are shares."""
    told = list(below)
    if any(one.label for one in told) and figures.earlier_period:
        yield f"“{EARLIER}”: số của {label(figures.earlier_period)}"
    yield from share_remark(told)


def share_remark(below: Iterable[Below]) -> Iterator[str]:
    """Of what the shares in a table are shares, where there are any."""
    shares = [one.cell.figure.figure for one in below if not one.label and one.cell.figure]
    if shares:
        open_yet = any(share and share.finality is Finality.PROVISIONAL for share in shares)
        more = " sơ bộ nên còn có thể thay đổi" if open_yet else ""
        yield f"“%”: tỷ lệ trong tổng, tính từ số đã công bố{more}"


def _funnels(figures: Sequence[Figures]) -> Iterator[list[Figures]]:
    """The funnels that tell more than one stage, in the order of their stages."""
    funnels: dict[int, list[Figures]] = {}
    for found in figures:
        if found.stage is not None and found.actual is not None:
            funnels.setdefault(found.stage.number, []).append(found)
    for members in funnels.values():
        if len(members) > 1:
            yield sorted(members, key=_stage_of)


def _stage_of(found: Figures) -> int:
    stages = [stage.id for stage in found.stage.funnel.stages] if found.stage else []
    return stages.index(found.observed.observation.stage or "")


def _funnel(members: list[Figures], wording: Wording) -> Grid:
    stage = members[0].stage
    assert stage is not None  # chosen for it
    return Grid(
        anchor=f"chuoi-{members[0].anchor}--{stage.funnel.id}",
        caption=f"{stage.funnel.label}, từ {stage.funnel.start}",
        corner="Khâu",
        columns=("Số lượng", "So với khâu trước", "So với khâu đầu"),
        rows=tuple(_stage_row(found, wording) for found in members),
        period=upper_first(label(members[0].observed.period)),
    )


def _stage_row(found: Figures, wording: Wording) -> GridRow:
    assert found.stage is not None
    cells, stage = Cells(found, wording), found.stage
    shares = (stage.of_previous, stage.of_start)
    told = [cells.value(share) if share else NOTHING for share in shares]
    anchors = [stage_anchor(found, share) if share else "" for share in shares]
    return GridRow(upper_first(stage.label), (cells.value(found.actual), *told), ("", *anchors))
