"""Observations → figures: totals, changes, attainments and implied values, exactly.

Published values are taken as they are; what nobody published is computed or implied from them,
never stored. Changes need two exact values: from "over 4,300" nothing is computed.
"""

from __future__ import annotations

from fractions import Fraction

from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.observations import Breakdown, BreakdownKind
from bantin.dataset.records.registers import Classification, Indicator
from bantin.dataset.records.values import Amount
from bantin.figures.figure import (
    BreakdownFigures,
    Derivation,
    Figure,
    Figures,
    Origin,
    PartFigure,
    exact_quantity,
)
from bantin.language import Quantity


def compute(dataset: Dataset) -> dict[str, dict[str, Figures]]:
    """The figures of all meetings and results of a checked dataset: record id → local name → figures."""
    return {
        record_id: {name: figures_of(found, dataset) for name, found in observed.items()}
        for record_id, observed in dataset.observed_of.items()
    }


def figures_of(found: Observed, dataset: Dataset) -> Figures:
    """The figures of one observation; earlier records of the dataset supply earlier values."""
    observation, indicator = found.observation, dataset.indicator[found.observation.indicator]
    unit = "%" if observation.actual and observation.actual.percent else indicator.unit
    actual = _published(found, "actual", observation.actual, unit)
    plan = _published(found, "plan", observation.plan, unit)
    previous = _previous(found, dataset, actual, unit)
    change, percent_change = _changes(found, actual, previous, unit)
    return Figures(
        observed=found,
        indicator=indicator,
        earlier_period=found.earlier_period,
        actual=actual,
        previous=previous,
        change=change,
        percent_change=percent_change,
        plan=plan,
        attainment=observation.attainment,
        attained=_attained(found, actual, plan),
        breakdowns=tuple(
            _breakdown(found, breakdown, dataset.classification[breakdown.by], dataset)
            for breakdown in observation.breakdowns
        ),
    )


def _published(found: Observed, aspect: str, amount: Amount | None, unit: str) -> Figure | None:
    if amount is None:
        return None
    return Figure(f"{found.identity}/{aspect}", amount.quantity, unit, finality=amount.finality)


def _previous(found: Observed, dataset: Dataset, actual: Figure | None, unit: str) -> Figure | None:
    """The earlier value: published here, published in the earlier record, or implied by the change."""
    own = _published(found, "previous", found.observation.previous, unit)
    earlier = dataset.observed_by_identity.get(found.earlier_identity)
    recorded = earlier.observation.actual if earlier else None
    if own or recorded:
        return own or _published(found, "previous", recorded, unit)
    change = found.observation.change
    if actual is None or not actual.exact or change is None or change.percent:
        return None
    return Figure(
        f"{found.identity}/previous",
        exact_quantity(actual.quantity.amount - change.amount),
        unit,
        Origin.IMPLIED,
        derivation=Derivation.EARLIER_FROM_CHANGE,
        terms=(actual, Figure(f"{found.identity}/change", Quantity(change.amount), unit)),
    )


def _changes(
    found: Observed, actual: Figure | None, previous: Figure | None, unit: str
) -> tuple[Figure | None, Figure | None]:
    """Absolute and percent change: as published, else computed."""
    published = found.observation.change
    absolute, relative = _computed_changes(found.identity, actual, previous, unit)
    if published and published.percent:
        return absolute, Figure(f"{found.identity}/percent_change", Quantity(published.amount), "%")
    if published:
        return Figure(f"{found.identity}/change", Quantity(published.amount), unit), relative
    return absolute, relative


def _computed_changes(
    identity: str, actual: Figure | None, previous: Figure | None, unit: str
) -> tuple[Figure | None, Figure | None]:
    """Difference and percent change of two exact values; no percent of zero or of a percentage."""
    if actual is None or previous is None or not (actual.exact and previous.exact):
        return None, None
    terms = (actual, previous)
    difference = actual.quantity.amount - previous.quantity.amount
    absolute = Figure(
        f"{identity}/change",
        exact_quantity(difference),
        unit,
        Origin.COMPUTED,
        derivation=Derivation.DIFFERENCE,
        terms=terms,
    )
    if unit == "%" or not previous.quantity.amount:
        return absolute, None
    relative = Figure(
        f"{identity}/percent_change",
        exact_quantity(Fraction(difference) / Fraction(previous.quantity.amount) * 100),
        "%",
        Origin.COMPUTED,
        derivation=Derivation.PERCENT_CHANGE,
        terms=terms,
    )
    return absolute, relative


def _attained(found: Observed, actual: Figure | None, plan: Figure | None) -> Figure | None:
    """The attainment in percent: as published where its wording has one meaning, or actual ÷ plan."""
    identity = f"{found.identity}/attainment"
    attainment = found.observation.attainment
    meant = attainment.attained() if attainment else None
    if meant is not None:
        return Figure(identity, Quantity(meant), "%")
    if attainment or not actual or not plan or not plan.quantity.amount or not (actual.exact and plan.exact):
        return None
    share = Fraction(actual.quantity.amount) / Fraction(plan.quantity.amount) * 100
    return Figure(
        identity,
        exact_quantity(share),
        "%",
        Origin.COMPUTED,
        derivation=Derivation.ATTAINED_SHARE,
        terms=(actual, plan),
    )


def _breakdown(
    found: Observed, breakdown: Breakdown, classification: Classification, dataset: Dataset
) -> BreakdownFigures:
    indicator = dataset.indicator[found.observation.indicator]
    unit = breakdown.base.unit if breakdown.base else indicator.unit
    figures = _classes(found, breakdown, classification, indicator)
    before: dict[str, Figure] = {}
    base_before: Figure | None = None
    earlier = dataset.observed_by_identity.get(found.earlier_identity)
    for other in earlier.observation.breakdowns if earlier else ():
        if earlier and other.by == breakdown.by and _unit(other) == _unit(breakdown):
            before = _classes(earlier, other, classification, indicator)
            base_before = _base(earlier, other)

    def part(name: str, label: str, figure: Figure | None, previous: Figure | None) -> PartFigure:
        identity = f"{found.identity}/{breakdown.by}={name}" if name else f"{found.identity}/{breakdown.by}"
        return PartFigure(name, label, figure, previous, *_computed_changes(identity, figure, previous, unit))

    base = _base(found, breakdown)
    return BreakdownFigures(
        breakdown=breakdown,
        label=classification.label,
        unit=unit,
        before_number=classification.discipline_of is not None,
        base=part("", "", base, base_before) if base else None,
        parts=tuple(
            part(name, label, figures.get(name), before.get(name)) for name, label in classification.labels()
        ),
    )


def _unit(breakdown: Breakdown) -> str:
    """What the parts count, where it is not what the whole counts."""
    return breakdown.base.unit if breakdown.base else ""


def _base(found: Observed, breakdown: Breakdown) -> Figure | None:
    if breakdown.base is None or breakdown.base.actual is None:
        return None
    identity = f"{found.identity}/{breakdown.by}/base"
    return Figure(identity, breakdown.base.actual.quantity, breakdown.base.unit)


def _classes(
    found: Observed, breakdown: Breakdown, classification: Classification, indicator: Indicator
) -> dict[str, Figure]:
    """The classes that have a number: published, or 0 (implied) in a complete partition."""
    unit = breakdown.base.unit if breakdown.base else indicator.unit
    identity = f"{found.identity}/{breakdown.by}"
    given = {
        name: Figure(f"{identity}={name}/actual", amount.quantity, unit, finality=amount.finality)
        for name, amount in breakdown.parts.items()
    }
    whole = _base(found, breakdown)
    if breakdown.base is None:
        whole = _published(found, "actual", found.observation.actual, unit)
    if breakdown.kind is not BreakdownKind.PARTITION or not breakdown.complete or whole is None:
        return given
    if not all(figure.exact for figure in (whole, *given.values())):
        return given
    nothing = {
        name: Figure(
            f"{identity}={name}/actual",
            exact_quantity(0),
            unit,
            Origin.IMPLIED,
            derivation=Derivation.NOTHING_LEFT,
            terms=(whole, *given.values()),
        )
        for name, _ in classification.labels()
        if name not in given
    }
    return given | nothing
