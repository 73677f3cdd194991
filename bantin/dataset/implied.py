"""What published numbers imply: the earlier value behind a change, the third of plan, actual and attainment.

Everything is an interval, since a printed percentage stands for many; a count is a whole number in it.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from bantin.dataset.divided import step_of
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.registers import NumberKind
from bantin.language import (
    NOT_NEGATIVE,
    Change,
    Interval,
    Quantity,
    Shortening,
    before_shortening,
    decimal_step,
    values_of,
)

WHOLE = Decimal(1)


def value_of(amount: Amount, number: NumberKind, how: Shortening) -> Interval:
    """What a published number can be."""
    return values_of(amount.quantity, step_of(amount, number), how)


def earlier_value(actual: Amount, change: Change, number: NumberKind, how: Shortening) -> Interval:
    """What the earlier value can be by a published change; empty where there is none."""
    now = value_of(actual, number, how)
    if not change.percent:
        step = Decimal(0) if number is NumberKind.COUNT else decimal_step(change.amount)
        return now.plus(before_shortening(change.amount, step, how).negated()).within(NOT_NEGATIVE)
    growth = before_shortening(change.amount, decimal_step(change.amount), how)
    factor = growth.plus(Interval.point(100)).times(Fraction(1, 100))
    return _countable(now.over(factor.within(NOT_NEGATIVE)), number)


def planned_value(actual: Amount, attained: Decimal, number: NumberKind, how: Shortening) -> Interval:
    """What the plan can be by the value and its attainment in percent."""
    return _countable(value_of(actual, number, how).over(_part_of_one(attained, how)), number)


def actual_value(plan: Amount, attained: Decimal, number: NumberKind, how: Shortening) -> Interval:
    """What the value can be by the plan and its attainment in percent."""
    planned, part = value_of(plan, number, how), _part_of_one(attained, how)
    if planned.low is None or planned.high is None or planned.low != planned.high:
        return NOT_NEGATIVE
    return _countable(part.times(planned.low) if planned.low else Interval.point(0), number)


def either_way(rounded: Interval, cut_off: Interval) -> Interval:
    """What a number can be, however its sources were shortened."""
    if rounded.empty or cut_off.empty:
        return cut_off if rounded.empty else rounded
    return rounded.hull(cut_off)


def as_range(interval: Interval, step: Decimal) -> tuple[Quantity, Quantity] | None:
    """The least and the greatest number, in multiples of ``step``; None without bounds or numbers."""
    bounds = interval.on_grid(step) if step == WHOLE else interval.outwards(step)
    if bounds.low is None or bounds.high is None or bounds.empty:
        return None
    least, greatest = (Decimal(int(bound / Fraction(step))) * step for bound in (bounds.low, bounds.high))
    return Quantity(least), Quantity(greatest)


def _part_of_one(percent: Decimal, how: Shortening) -> Interval:
    return before_shortening(percent, decimal_step(percent), how).within(NOT_NEGATIVE).times(Fraction(1, 100))


def _countable(interval: Interval, number: NumberKind) -> Interval:
    return interval.on_grid(WHOLE) if number is NumberKind.COUNT else interval
