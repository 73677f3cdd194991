"""The parts of a figure over time: a row for each period of a series, a column for each class."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bantin.compose.caveats import not_compared
from bantin.compose.classes import class_label
from bantin.compose.grids import NOTHING, TOTAL, cell_with_share, share_remark
from bantin.compose.over_time import Series
from bantin.compose.phrases import upper_first
from bantin.compose.rows import Cells
from bantin.compose.said import Cell, Grid, GridRow, Status
from bantin.compose.wording import Wording
from bantin.figures import BreakdownFigures, Figures, PartFigure
from bantin.language import label

_FEWEST = 2
"""Parts are shown over time where there are two periods to compare."""

Parted = tuple[Figures, BreakdownFigures]
"""The figures of a period with one of their breakdowns."""


def parts_over_time(series: Series, wording: Wording, withdrawn: Collection[str]) -> Iterator[Grid]:
    """A grid for each way in which a series is divided in more than one period.

    withdrawn: the ids of records that were withdrawn, whose parts are not set beside others.
    """
    told = [found for found in series.figures if found.observed.record.id not in withdrawn]
    ways: dict[str, list[Parted]] = {}
    for found in told:
        for group in found.breakdowns:
            if group.parts and group.table is None:
                ways.setdefault(group.breakdown.by, []).append((found, group))
    for way, periods in ways.items():
        if len({found.observed.period for found, _ in periods}) >= _FEWEST:
            yield _grid(way, periods, wording)


def _grid(way: str, periods: Sequence[Parted], wording: Wording) -> Grid:
    latest, group = periods[-1]
    classes = _classes(part for _, one in reversed(periods) for part in one.parts)
    whole = all(one.base is None for _, one in periods) and any(found.actual for found, _ in periods)
    rows = tuple(_row(found, one, classes, whole, wording) for found, one in periods)
    below = [one for row in rows for cell in row.cells for one in cell.below]
    reasons = dict.fromkeys(f"{upper_first(why)}." for found, _ in periods if (why := not_compared(found)))
    return Grid(
        anchor=f"bang-{latest.anchor}--{way}--qua-cac-ky",
        caption=f"{wording.row_label(latest)}, theo {group.label} qua các kỳ",
        corner="Kỳ",
        columns=(*classes.values(), *([TOTAL] if whole else [])),
        rows=rows,
        remarks=(*share_remark(below), *_where_implied(rows), *reasons),
    )


def _where_implied(rows: Iterable[GridRow]) -> Iterator[str]:
    if any(cell.status is Status.IMPLIED for row in rows for cell in row.cells):
        yield "“suy ra”: cách tính ghi ở trang của từng kỳ"


def _classes(parts: Iterable[PartFigure]) -> Mapping[str, str]:
    """The classes by their ids, as the latest period that has them names them."""
    named: dict[str, str] = {}
    for part in parts:
        named.setdefault(part.class_id, class_label(part))
    return named


def _row(
    found: Figures, group: BreakdownFigures, classes: Iterable[str], whole: bool, wording: Wording
) -> GridRow:
    cells, parts = Cells(found, wording), {part.class_id: part for part in group.parts}
    told = [_cell(cells, parts.get(name)) for name in classes]
    if whole:
        told.append(cells.value(found.actual))
    return GridRow(upper_first(label(found.observed.period)), tuple(told), ("",) * len(told))


def _cell(cells: Cells, part: PartFigure | None) -> Cell:
    if part is None:
        return NOTHING
    cell = cell_with_share(cells, part)
    return replace(cell, reason="") if cell.status is Status.IMPLIED else cell
