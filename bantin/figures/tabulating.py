"""Tables of two classifications → figures: cells, and the totals of rows and columns that have one."""

from __future__ import annotations

from dataclasses import replace

from bantin.dataset.records.registers import ClassOfClassification
from bantin.figures.comparing import computed_changes
from bantin.figures.dividing import Dividing, Division, Key, compared, sum_of
from bantin.figures.figure import Figure, PartFigure, TableFigures, TableRow
from bantin.figures.making import published

Classes = tuple[ClassOfClassification, ...]


def table_figures(dividing: Dividing, now: Division, then: Division | None) -> TableFigures:
    """The table of a division beside that of the period before."""
    across = now.breakdown.across or ""
    rows, columns = dividing.classes(now.breakdown.by), dividing.classes(across)
    return TableFigures(
        label=dividing.dataset.classification[across].label,
        columns=tuple((column.id, column.label, column.unit or "") for column in columns),
        rows=tuple(
            TableRow(
                row.id,
                row.label,
                tuple(dividing.cell(now, then, (row.id, column.id), column.label) for column in columns),
                _total(now, then, (row.id, ""), row, columns),
            )
            for row in rows
        ),
        totals=tuple(_total(now, then, ("", column.id), column, rows) for column in columns),
        whole=_whole(now, then, rows, columns),
    )


def _total(
    now: Division, then: Division | None, key: Key, of: ClassOfClassification, over: Classes
) -> PartFigure | None:
    """The total of a row or a column: published by a breakdown of its own, or the sum of its cells; none
    where the cells count different things."""
    if _mixed(over):
        return None
    figure = _line(now, key, of, over)
    part = compared(of.id, of.label, now.identity(*key), figure, _line(then, key, of, over) if then else None)
    return replace(part, path=(*now.whole.path, of.id)) if figure else None


def _line(division: Division, key: Key, of: ClassOfClassification, over: Classes) -> Figure | None:
    identity, unit = f"{division.identity(*key)}/actual", of.unit or division.unit
    by = division.breakdown.by if key[0] else division.breakdown.across
    for other in division.whole.breakdowns:
        own_base = other.base.unit if other.base else division.unit
        if other.by == by and of.id in other.parts and own_base == division.unit:
            return published(identity, other.parts[of.id], unit)
    if not division.is_partition:
        return None
    cells = [division.numbers.get((key[0] or one.id, key[1] or one.id)) for one in over]
    known = [cell for cell in cells if cell is not None]
    return sum_of(identity, known, unit) if len(known) == len(cells) else None


def _whole(now: Division, then: Division | None, rows: Classes, columns: Classes) -> PartFigure | None:
    """The total of the table: what it divides, or the sum of all its cells."""
    if _mixed(rows) or _mixed(columns):
        return None
    figure, earlier = _all(now), _all(then) if then else None
    if figure is None:
        return None
    return PartFigure(
        "", "", figure, earlier, *computed_changes(now.whole.identity, figure, earlier, figure.unit)
    )


def _all(division: Division) -> Figure | None:
    if division.of is not None or not division.is_partition:
        return division.of
    return sum_of(f"{division.whole.identity}/actual", list(division.numbers.values()), division.unit)


def _mixed(classes: Classes) -> bool:
    """Whether the classes count different things, which have no sum."""
    return any(entry.unit for entry in classes)
