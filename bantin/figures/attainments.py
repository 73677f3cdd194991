"""Figures that words about a plan bring along: how far it was exceeded, and what "vượt 121%" can mean."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bantin.dataset.records.observations import Attainment
from bantin.figures.figure import Derivation, Figure, Figures, Origin
from bantin.figures.making import derived
from bantin.language import Quantity

_WHOLE = Decimal(100)


def excess(figures: Figures) -> Figure | None:
    """How far the plan was exceeded, in percent: 15 where 115% of it was attained; None where it was not."""
    attained = figures.attained
    if attained is None or attained.quantity.amount <= _WHOLE:
        return None
    quantity = replace(attained.quantity, amount=attained.quantity.amount - _WHOLE)
    identity = f"{figures.observed.identity}/excess"
    if attained.origin is Origin.PUBLISHED:
        return replace(attained, identity=identity, quantity=quantity)
    return replace(attained, identity=identity, quantity=quantity, derivation=Derivation.EXCESS)


def points_beyond(figures: Figures) -> Figure | None:
    """How far a share lies above or below the one that was planned, in percentage points; None where either
    is no exact percentage, or where the source has told the attainment in its own words."""
    actual, plan = figures.actual, figures.plan
    if actual is None or plan is None or figures.attainment is not None:
        return None
    if not (actual.percent and plan.percent and actual.exact and plan.exact):
        return None
    difference = actual.quantity.amount - plan.quantity.amount
    identity = f"{figures.observed.identity}/beyond-plan"
    return derived(identity, difference, "%", Derivation.DIFFERENCE, (actual, plan))


def as_published(figures: Figures, wording: Attainment) -> Figure:
    """The percentage in words about a plan whose meaning is not known."""
    return Figure(f"{figures.observed.identity}/attainment", wording.as_published.percent, "%")


def readings(figures: Figures, wording: Attainment) -> tuple[Figure, Figure]:
    """What "vượt 121%" can mean: 121% of the plan, or 221%."""
    said = as_published(figures, wording)
    percent = said.quantity.amount

    def reading(name: Derivation, amount: Decimal, *terms: Figure) -> Figure:
        identity = f"{figures.observed.identity}/{name}"
        return Figure(identity, Quantity(amount), "%", Origin.COMPUTED, derivation=name, terms=terms)

    attained = reading(Derivation.READ_AS_ATTAINED, percent, said)
    return attained, reading(Derivation.READ_AS_EXCEEDED, percent + _WHOLE, said, attained)
