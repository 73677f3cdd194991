"""Plan, actual and attainment: what the published ones say of the third."""

from __future__ import annotations

from fractions import Fraction

from bantin.dataset.implied import WHOLE, actual_value, as_range, either_way, planned_value
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import NumberKind
from bantin.figures.comparing import range_figure
from bantin.figures.figure import Derivation, Figure
from bantin.figures.making import derived
from bantin.language import Quantity, Shortening, decimal_step


def implied_figure(
    found: Observed, actual: Figure | None, plan: Figure | None, unit: str, number: NumberKind
) -> Figure | None:
    """The plan behind an actual number and its attainment, or the actual number behind a plan."""
    observation = found.observation
    meant = observation.attainment.attained() if observation.attainment else None
    if meant is None or (actual is None) is (plan is None) or not (actual or plan):
        return None
    attained = Figure(f"{found.identity}/attainment", Quantity(meant), "%")
    if actual is not None and observation.actual and actual.exact:
        ways = [planned_value(observation.actual, meant, number, how) for how in Shortening]
        name, derivation, known = "plan", Derivation.PLAN_FROM_ATTAINMENT, actual
    elif plan is not None and observation.plan and plan.exact:
        ways = [actual_value(observation.plan, meant, number, how) for how in Shortening]
        name, derivation, known = "actual", Derivation.ACTUAL_FROM_ATTAINMENT, plan
    else:
        return None
    step = WHOLE if number is NumberKind.COUNT else decimal_step(known.quantity.amount)
    bounds = as_range(either_way(*ways), step)
    return range_figure(f"{found.identity}/{name}", bounds, unit, derivation, (known, attained))


def attained_figure(found: Observed, actual: Figure | None, plan: Figure | None) -> Figure | None:
    """The attainment in percent: as published where its wording has one meaning, or actual ÷ plan."""
    identity = f"{found.identity}/attainment"
    attainment = found.observation.attainment
    meant = attainment.attained() if attainment else None
    if meant is not None:
        return Figure(identity, Quantity(meant), "%")
    if attainment or not actual or not plan or not plan.quantity.amount or not (actual.exact and plan.exact):
        return None
    share = Fraction(actual.quantity.amount) / Fraction(plan.quantity.amount) * 100
    return derived(identity, share, "%", Derivation.ATTAINED_SHARE, (actual, plan))
