"""What a record implies always holds the true value, whatever was rounded or cut off on the way."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bantin.dataset.implied import WHOLE, actual_value, as_range, earlier_value, either_way, planned_value
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.registers import NumberKind
from bantin.language import Change, Interval, Shortening, format_number, round_half_up
from tests.dataset.projects import checked
from tests.figures.small import figures, small
from tests.language.test_precision import cut_off

counts = st.integers(1, 50_000)
places = st.integers(0, 2)


def amount(value: int) -> Amount:
    return Amount.model_validate(format_number(value))


def printed(value: Fraction, decimals: int, how: Shortening) -> Decimal:
    return (round_half_up if how is Shortening.ROUNDED else cut_off)(value, decimals)


@given(counts, counts, places)
def test_an_earlier_value_is_among_those_that_its_change_implies(now: int, then: int, decimals: int) -> None:
    growth = Fraction(now - then, then) * 100
    assume(growth > -100)
    ways = []
    for how in Shortening:
        change = Change(printed(growth, decimals, how), percent=True)
        ways.append(earlier_value(amount(now), change, NumberKind.COUNT, how))
        assert then in ways[-1]
        bounds = as_range(either_way(*ways[-1:] * 2), WHOLE)
        assert bounds is None or bounds[0].amount <= then <= bounds[1].amount
    absolute = earlier_value(amount(now), Change(Decimal(now - then)), NumberKind.COUNT, Shortening.ROUNDED)
    assert absolute == Interval.point(then)


@given(counts, counts, places)
def test_any_two_of_plan_actual_and_attainment_hold_the_third(plan: int, actual: int, decimals: int) -> None:
    for how in Shortening:
        attained = printed(Fraction(actual, plan) * 100, decimals, how)
        if attained:
            assert plan in planned_value(amount(actual), attained, NumberKind.COUNT, how)
        assert actual in actual_value(amount(plan), attained, NumberKind.COUNT, how)


@pytest.mark.parametrize(
    ("said", "previous"),
    [
        ("actual: 4.325, change: +5%", ("4081", "4138")),
        ("actual: 22, change: '+29,4%'", ("17", None)),
        ("actual: 22, change: -100%", None),
        ("actual: trên 4.300, change: +5%", None),
    ],
)
def test_what_a_percentage_implies(said: str, previous: tuple[str, str | None] | None) -> None:
    found = figures(f"- {{name: x, indicator: ky-luat, {said}}}")["x"].previous
    if previous is None:
        assert found is None
    else:
        assert found and str(found.quantity.amount) == previous[0]
        assert (found.high and str(found.high.amount)) == previous[1]


@pytest.mark.parametrize(
    ("said", "implied"),
    [
        ("actual: 23, attainment: {as_published: 'đạt 115%'}", ("20", None)),
        ("plan: 250, attainment: {as_published: 'vượt 12%'}", ("279", "282")),
        ("plan: 250, actual: 280, attainment: {as_published: 'vượt 12%'}", None),
        ("plan: 250, attainment: {as_published: 'vượt 112%', reading: unresolved}", None),
    ],
)
def test_the_third_of_plan_actual_and_attainment(said: str, implied: tuple[str, str | None] | None) -> None:
    found = figures(f"- {{name: x, indicator: ky-luat, {said}}}")["x"].implied
    if implied is None:
        assert found is None
    else:
        assert found and str(found.quantity.amount) == implied[0]
        assert (found.high and str(found.high.amount)) == implied[1]


SHARES = (
    "actual: 312, breakdowns: [{by: loai, kind: partition, complete: yes, parts: {dang-bo: A, chi-bo: B}}]"
)


@pytest.mark.parametrize(
    ("first", "second", "rules"),
    [
        ("33%", "67%", []),
        ("33%", "66%", []),
        ("33%", "68%", []),
        ("33%", "65%", ["shares-sum"]),
        ("33%", "69%", ["shares-sum"]),
        ("33,3%", "66,7%", []),
        ("33,3%", "66,6%", []),
        ("33,3%", "66,8%", ["share-agrees"]),
        ("33,3%", "66,9%", ["shares-sum"]),
        ("104", "66,7%", []),
        ("104", "66,6%", []),
        ("104", "67,3%", ["partition-sum"]),
    ],
)
def test_shares_of_a_count(first: str, second: str, rules: list[str]) -> None:
    said = SHARES.replace("A", f"'{first}'").replace("B", f"'{second}'")
    assert checked(small(f"- {{name: x, indicator: ky-luat, {said}}}")).rules == rules


@pytest.mark.parametrize(
    ("form", "rules"),
    [
        ("gần 4.300", []),
        ("trên 4.200", []),
        ("khoảng 4.300", []),
        ("4.300", []),
        ("4.200", []),
        ("4.290", []),
        ("gần 4.280", ["printed-form-agrees"]),
        ("trên 4.300", ["printed-form-agrees"]),
        ("trên 100", ["printed-form-agrees"]),
        ("4.400", ["printed-form-agrees"]),
    ],
)
def test_printed_forms_of_4287(form: str, rules: list[str]) -> None:
    said = f"- {{name: x, indicator: ky-luat, actual: 4.287, printed: {{tieu-de: {form}}}}}"
    assert checked(small(said)).rules == rules
