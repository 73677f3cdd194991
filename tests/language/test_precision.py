"""Printed numbers stand for all that is rounded or cut off to them, and for nothing one step further."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import (
    NOT_NEGATIVE,
    Interval,
    Qualifier,
    Quantity,
    Shortening,
    before_shortening,
    decimal_step,
    possible,
    round_half_up,
    total,
    trailing_step,
    values_of,
)

places = st.integers(0, 3)
values = st.fractions(min_value=-1000, max_value=1000, max_denominator=10_000)
positive = st.lists(st.integers(1, 500), min_size=1, max_size=12)


def cut_off(value: Fraction, decimals: int) -> Decimal:
    scaled = value * 10**decimals
    return Decimal(floor(scaled) if value >= 0 else ceil(scaled)).scaleb(-decimals)


def halves(value: Fraction, decimals: int) -> set[Decimal]:
    """What a value rounds to: one number, or both where it is a half."""
    up = round_half_up(value, decimals)
    scaled = value * 10**decimals
    if (scaled - floor(scaled)) != Fraction(1, 2):
        return {up}
    return {Decimal(floor(scaled)).scaleb(-decimals), Decimal(ceil(scaled)).scaleb(-decimals)}


@given(values, places)
def test_a_rounded_number_can_be_what_it_was(value: Fraction, decimals: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    for printed in halves(value, decimals):
        assert value in before_shortening(printed, step, Shortening.ROUNDED)
    assert value in before_shortening(cut_off(value, decimals), step, Shortening.CUT_OFF)


@given(values, places, st.integers(-3, 3))
def test_one_step_more_is_another_number(value: Fraction, decimals: int, steps: int) -> None:
    step = Decimal(1).scaleb(-decimals)
    printed = cut_off(value, decimals) + steps * step
    honest = halves(value, decimals) | {cut_off(value, decimals)}
    assert (value in possible(printed, step)) == (printed in honest)


@given(positive, places)
def test_shares_of_a_partition_add_up_to_a_hundred_within_their_precision(
    counts: list[int], decimals: int
) -> None:
    step, whole = Decimal(1).scaleb(-decimals), sum(counts)
    shares = [Fraction(count, whole) * 100 for count in counts]
    for how, shorten in ((Shortening.ROUNDED, round_half_up), (Shortening.CUT_OFF, cut_off)):
        printed = [shorten(share, decimals) for share in shares]
        assert 100 in total(before_shortening(one, step, how).within(NOT_NEGATIVE) for one in printed)


@given(st.lists(st.integers(1, 400), min_size=2, max_size=9), places)
def test_no_sum_further_away_is_taken_for_a_hundred(steps: list[int], decimals: int) -> None:
    """Rounding moves a sum by half a step a share at most, cutting off by less than one and downwards."""
    step = Decimal(1).scaleb(-decimals)
    printed = [count * step for count in steps]
    taken = any(100 in total(before_shortening(one, step, how) for one in printed) for how in Shortening)
    away = 100 - sum(printed, Decimal(0))
    assert taken == (-len(printed) * step / 2 <= away < len(printed) * step)


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 99))
def test_bounds_of_sums_and_quotients_hold_what_they_must(low: int, width: int, divisor: int) -> None:
    one = Interval(Fraction(low), Fraction(low + width), high_open=True)
    by = Interval(Fraction(divisor), Fraction(divisor + 1))
    for value in (Fraction(low), Fraction(2 * low + width, 2)):
        assert value + divisor in one.plus(by)
        assert value / divisor in one.over(by) and value / (divisor + 1) in one.over(by)
        assert -value in one.negated() and value * divisor in one.times(Fraction(divisor))
    assert Fraction(low + width) not in one and one.meets(Interval.point(low))


@pytest.mark.parametrize(
    ("interval", "least", "greatest"),
    [
        (Interval(Fraction(5, 2), Fraction(9, 2)), 3, 4),
        (Interval(Fraction(3), Fraction(4)), 3, 4),
        (Interval(Fraction(3), Fraction(4), low_open=True, high_open=True), 4, 3),
        (Interval(Fraction(3), Fraction(5), low_open=True, high_open=True), 4, 4),
    ],
)
def test_whole_numbers_of_an_interval(interval: Interval, least: int, greatest: int) -> None:
    whole = interval.on_grid(Decimal(1))
    assert whole.low == least and whole.high == greatest
    assert whole.empty == (least > greatest)


@pytest.mark.parametrize(
    ("written", "decimal", "trailing"),
    [
        ("4300", "1", "100"),
        ("12.5", "0.1", "0.1"),
        ("12.50", "0.01", "0.1"),
        ("0", "1", "1"),
        ("1E+3", "1", "1000"),
    ],
)
def test_the_worth_of_the_last_digit(written: str, decimal: str, trailing: str) -> None:
    assert decimal_step(Decimal(written)) == Decimal(decimal)
    assert trailing_step(Decimal(written)) == Decimal(trailing)


@pytest.mark.parametrize(
    ("qualifier", "inside", "outside"),
    [
        (Qualifier.EXACT, [22], [21, 23]),
        (Qualifier.OVER, [23, 10**6], [22]),
        (Qualifier.AT_LEAST, [22, 10**6], [21]),
        (Qualifier.UNDER, [0, 21], [22]),
        (Qualifier.ABOUT, [0, 22, 10**6], [-1]),
    ],
)
def test_qualified_numbers(qualifier: Qualifier, inside: list[int], outside: list[int]) -> None:
    found = values_of(Quantity(Decimal(22), qualifier), Decimal(0), Shortening.ROUNDED)
    assert all(value in found for value in inside) and not any(value in found for value in outside)
