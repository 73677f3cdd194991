"""Earlier values and changes: published, computed from two exact values, or implied."""

from __future__ import annotations

from fractions import Fraction

from bantin.dataset.comparability import crossed, earlier_observed
from bantin.dataset.dataset import Dataset
from bantin.dataset.divided import step_of
from bantin.dataset.implied import WHOLE, as_range, earlier_value, either_way
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import NumberKind
from bantin.figures.figure import Derivation, Figure, Origin
from bantin.figures.making import derived, published
from bantin.language import Quantity, Shortening

_IN_PERCENT = Derivation.EARLIER_FROM_PERCENT


def earlier_figure(
    found: Observed, dataset: Dataset, actual: Figure | None, unit: str, number: NumberKind
) -> Figure | None:
    """The earlier value: published here, published in the earlier record, or implied by the change; none
    across a break."""
    identity = f"{found.identity}/previous"
    if crossed(dataset, found):
        return None
    earlier = earlier_observed(dataset, found)
    recorded = earlier.observation.actual if earlier else None
    known = published(identity, found.observation.previous or recorded, unit)
    return known or _implied(found, identity, actual, unit, number)


def _implied(
    found: Observed, identity: str, actual: Figure | None, unit: str, number: NumberKind
) -> Figure | None:
    """The earlier value behind a change: one number, or from … to … where a percentage allows several."""
    change, amount = found.observation.change, found.observation.actual
    if actual is None or not actual.exact or change is None or amount is None:
        return None
    if not change.percent:
        moved = Figure(f"{found.identity}/change", Quantity(change.amount), unit)
        value, terms = actual.quantity.amount - change.amount, (actual, moved)
        return derived(identity, value, unit, Derivation.EARLIER_FROM_CHANGE, terms, Origin.IMPLIED)
    percent = Figure(f"{found.identity}/percent_change", Quantity(change.amount), "%")
    values = either_way(*(earlier_value(amount, change, number, how) for how in Shortening))
    step = WHOLE if number is NumberKind.COUNT else step_of(amount, number)
    return range_figure(identity, as_range(values, step), unit, _IN_PERCENT, (actual, percent))


def range_figure(
    identity: str,
    bounds: tuple[Quantity, Quantity] | None,
    unit: str,
    derivation: Derivation,
    terms: tuple[Figure, ...],
) -> Figure | None:
    """An implied range, or the one value where it holds no other."""
    if bounds is None:
        return None
    least, greatest = bounds
    high = None if least == greatest else greatest
    return derived(identity, least, unit, derivation, terms, Origin.IMPLIED, high)


def changes(
    found: Observed, actual: Figure | None, previous: Figure | None, unit: str
) -> tuple[Figure | None, Figure | None]:
    """Absolute and percent change: as published, else computed; nothing from what a percentage implies."""
    told = found.observation.change
    published_before = previous if previous and previous.derivation is not _IN_PERCENT else None
    absolute, relative = computed_changes(found.identity, actual, published_before, unit)
    if told and told.percent:
        return absolute, Figure(f"{found.identity}/percent_change", Quantity(told.amount), "%")
    if told:
        return Figure(f"{found.identity}/change", Quantity(told.amount), unit), relative
    return absolute, relative


def computed_changes(
    identity: str, actual: Figure | None, previous: Figure | None, unit: str
) -> tuple[Figure | None, Figure | None]:
    """Difference and percent change of two exact values; no percent of zero or of a percentage."""
    if actual is None or previous is None or not (actual.exact and previous.exact):
        return None, None
    terms = (actual, previous)
    difference = actual.quantity.amount - previous.quantity.amount
    absolute = derived(f"{identity}/change", difference, unit, Derivation.DIFFERENCE, terms)
    if unit == "%" or not previous.quantity.amount:
        return absolute, None
    growth = Fraction(difference) / Fraction(previous.quantity.amount) * 100
    return absolute, derived(f"{identity}/percent_change", growth, "%", Derivation.PERCENT_CHANGE, terms)
