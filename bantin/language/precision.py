"""What printed numbers can stand for: "12,5%" is what rounds to it, or what was cut off to it.

Newspapers round or cut off, and never both in one sum, so sums are looked at in one way and then in the
other. Bounds are exact fractions, and each says whether it belongs to the interval.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import ceil, floor

from bantin.language.number_grammar import Qualifier
from bantin.language.quantities import Quantity


class Shortening(Enum):
    """How a number lost the digits that are not printed."""

    ROUNDED = "rounded"
    CUT_OFF = "cut off"


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from ``low`` to ``high``; None where there is no bound; open ends do not belong to it."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Decimal | Fraction | int) -> Interval:
        """The value alone."""
        return cls(Fraction(value), Fraction(value))

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def __contains__(self, value: Decimal | Fraction | int) -> bool:
        return not self.within(Interval.point(value)).empty

    def plus(self, other: Interval) -> Interval:
        """What the sums of a number here and one there can be."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high, self.low_open or other.low_open, self.high_open or other.high_open)

    def negated(self) -> Interval:
        """The same numbers with the other sign."""
        low, high = self.low, self.high
        return Interval(
            None if high is None else -high, None if low is None else -low, self.high_open, self.low_open
        )

    def times(self, factor: Fraction) -> Interval:
        """Each number multiplied by a positive one."""
        low = None if self.low is None else self.low * factor
        high = None if self.high is None else self.high * factor
        return replace(self, low=low, high=high)

    def over(self, divisor: Interval) -> Interval:
        """What numbers that are not negative can be, divided by positive ones: no bound where 0 divides."""
        if divisor.high is not None and divisor.high <= 0:
            return _NOTHING
        low = None if self.low is None or divisor.high is None else self.low / divisor.high
        high = None if self.high is None or not divisor.low else self.high / divisor.low
        return Interval(
            low or Fraction(0), high, self.low_open or divisor.high_open, self.high_open or divisor.low_open
        )

    def within(self, other: Interval) -> Interval:
        """The numbers that are in both."""
        low, low_open = _stricter((self.low, self.low_open), (other.low, other.low_open), larger=True)
        high, high_open = _stricter((self.high, self.high_open), (other.high, other.high_open), larger=False)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Whether a number is in both."""
        return not self.within(other).empty

    def hull(self, other: Interval) -> Interval:
        """The shortest interval that holds both."""
        turned = self.negated(), other.negated()
        low, low_open = _looser((self.low, self.low_open), (other.low, other.low_open))
        high, high_open = _looser((turned[0].low, turned[0].low_open), (turned[1].low, turned[1].low_open))
        return Interval(low, None if high is None else -high, low_open, high_open)

    def on_grid(self, step: Decimal) -> Interval:
        """The multiples of ``step`` in it: their least and their greatest."""
        unit = Fraction(step)
        low, high = self.low, self.high
        if low is not None:
            steps = low / unit
            low = (floor(steps) + 1 if self.low_open else ceil(steps)) * unit
        if high is not None:
            steps = high / unit
            high = (ceil(steps) - 1 if self.high_open else floor(steps)) * unit
        return Interval(low, high, self.low_open and low is None, self.high_open and high is None)

    def outwards(self, step: Decimal) -> Interval:
        """The bounds moved outwards to multiples of ``step``."""
        unit = Fraction(step)
        low = None if self.low is None else floor(self.low / unit) * unit
        high = None if self.high is None else ceil(self.high / unit) * unit
        return Interval(low, high)


_NOTHING = Interval(Fraction(1), Fraction(0))

_Bound = tuple[Fraction | None, bool]


def _stricter(one: _Bound, other: _Bound, larger: bool) -> _Bound:
    """The bound that leaves less: the larger of two lower ones, the smaller of two upper ones."""
    if one[0] is None:
        return other
    if other[0] is None:
        return one
    if one[0] == other[0]:
        return one[0], one[1] or other[1]
    return one if (one[0] > other[0]) is larger else other


def _looser(one: _Bound, other: _Bound) -> _Bound:
    """The lower one of two lower bounds."""
    if one[0] is None or other[0] is None:
        return None, False
    if one[0] == other[0]:
        return one[0], one[1] and other[1]
    return min(one, other)


NOT_NEGATIVE = Interval(Fraction(0), None)
"""What counts and shares can be."""


def decimal_step(amount: Decimal) -> Decimal:
    """The worth of the last digit of a number as written: 0.1 for 12.5, 1 for 12."""
    return Decimal(1).scaleb(min(0, int(amount.as_tuple().exponent)))


def trailing_step(amount: Decimal) -> Decimal:
    """The worth of the last digit that is not 0: 100 for 4300, 0.1 for 12.5, 1 for 0."""
    exponent = int(amount.normalize().as_tuple().exponent) if amount else 0
    return Decimal(1).scaleb(exponent)


def before_shortening(amount: Decimal, step: Decimal, how: Shortening) -> Interval:
    """The numbers that are printed as ``amount`` where the last digit is worth ``step``.

    Rounding: both halves belong to it, since some round a half up and others to the even digit. Cutting off
    goes towards zero.
    """
    printed, unit = Fraction(amount), Fraction(step)
    if not unit:
        return Interval.point(printed)
    if how is Shortening.ROUNDED:
        return Interval(printed - unit / 2, printed + unit / 2)
    if printed > 0:
        return Interval(printed, printed + unit, high_open=True)
    if printed < 0:
        return Interval(printed - unit, printed, low_open=True)
    return Interval(-unit, unit, low_open=True, high_open=True)


def possible(amount: Decimal, step: Decimal) -> Interval:
    """The numbers that are printed as ``amount``, rounded or cut off."""
    rounded, cut = (before_shortening(amount, step, how) for how in Shortening)
    return rounded.hull(cut)


def values_of(quantity: Quantity, step: Decimal, how: Shortening) -> Interval:
    """What a printed quantity of something that is never negative can be.

    step: the worth of its last digit, 0 where it is exact. "Khoảng" tells of no bounds.
    """
    amount = Fraction(quantity.amount)
    match quantity.qualifier:
        case Qualifier.EXACT:
            return before_shortening(quantity.amount, step, how).within(NOT_NEGATIVE)
        case Qualifier.OVER:
            return Interval(amount, None, low_open=True)
        case Qualifier.AT_LEAST:
            return Interval(amount, None)
        case Qualifier.UNDER:
            return Interval(Fraction(0), amount, high_open=True)
        case Qualifier.ABOUT:
            return NOT_NEGATIVE


def total(parts: Iterable[Interval]) -> Interval:
    """What the sum of numbers, one of each interval, can be."""
    result = Interval.point(0)
    for part in parts:
        result = result.plus(part)
    return result
