"""The breakdowns of a number as figures, beside those that it had in the period before."""

from __future__ import annotations

from dataclasses import replace

from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.registers import Classification, ClassOfClassification
from bantin.figures.dividing import Dividing, Division, Whole, compared
from bantin.figures.figure import BreakdownFigures, PartFigure
from bantin.figures.tabulating import table_figures


def breakdown_figures(dividing: Dividing, whole: Whole, before: Whole | None) -> tuple[BreakdownFigures, ...]:
    """All breakdowns of a number, parts of parts included."""
    return tuple(_breakdown(dividing, whole, breakdown, before) for breakdown in whole.breakdowns)


def _breakdown(
    dividing: Dividing, whole: Whole, breakdown: Breakdown, before: Whole | None
) -> BreakdownFigures:
    now, then = dividing.division(whole, breakdown), _same(dividing, breakdown, before)
    classification = dividing.dataset.classification[breakdown.by]
    base, in_table = None, breakdown.across is not None
    if now.base is not None:
        identity = f"{whole.identity}/{breakdown.by}"
        base = compared("", "", identity, now.base, then.base if then else None)
    entries = () if in_table else classification.entries()
    return BreakdownFigures(
        breakdown=breakdown,
        label=classification.label,
        unit=now.unit,
        before_number=_is_grade(classification),
        base=base,
        parts=tuple(_part(dividing, now, then, entry) for entry in entries),
        table=table_figures(dividing, now, then) if in_table else None,
    )


def _is_grade(classification: Classification) -> bool:
    """Whether its classes are said before their numbers: "khiển trách 16", "xuất sắc 12"."""
    with_threshold = any(entry.threshold for entry in classification.classes)
    return classification.discipline_of is not None or with_threshold


def _same(dividing: Dividing, breakdown: Breakdown, before: Whole | None) -> Division | None:
    """The same way of dividing in the period before."""
    found = None
    for other in before.breakdowns if before else ():
        alike = (other.by, other.across, _unit(other)) == (breakdown.by, breakdown.across, _unit(breakdown))
        found = dividing.division(before, other) if before and alike else found
    return found


def _part(
    dividing: Dividing, now: Division, then: Division | None, entry: ClassOfClassification
) -> PartFigure:
    part = dividing.cell(now, then, (entry.id,), entry.label)
    if further := now.parts_of(entry.id):
        whole = _as_whole(now, entry.id, further)
        before = _as_whole(then, entry.id, then.parts_of(entry.id)) if then else None
        part = replace(part, breakdowns=breakdown_figures(dividing, whole, before))
    given = now.breakdown.parts.get(entry.id)
    return replace(part, threshold=entry.threshold or "", members=given.members if given else ())


def _as_whole(division: Division, name: str, breakdowns: tuple[Breakdown, ...]) -> Whole:
    number = division.numbers.get((name,))
    return Whole(division.identity(name), number, breakdowns, (*division.whole.path, name))


def _unit(breakdown: Breakdown) -> str:
    """What the parts count, where it is not what the whole counts."""
    return breakdown.base.unit if breakdown.base else ""
