from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import (
    Change,
    Qualifier,
    Quantity,
    Unreadable,
    format_change,
    format_quantity,
    parse_change,
    parse_quantity,
)
from bantin.language.number_grammar import QUALIFIER_WORDS

QUANTITIES = {
    "4.300": (4300, Qualifier.EXACT, ""),
    "trên 4.300": (4300, Qualifier.OVER, "trên"),
    "Trên 4.300": (4300, Qualifier.OVER, "trên"),
    "hơn  4300": (4300, Qualifier.OVER, "hơn"),
    "ít nhất 12": (12, Qualifier.AT_LEAST, "ít nhất"),
    "không dưới 12": (12, Qualifier.AT_LEAST, "không dưới"),
    "khoảng 4.300": (4300, Qualifier.ABOUT, "khoảng"),
    "gần 4.300": (4300, Qualifier.UNDER, "gần"),
    "dưới 05": (5, Qualifier.UNDER, "dưới"),
}

REFUSED_QUANTITIES = {
    "trên 4,300": ("two-readings", ("trên 4,3", "trên 4.300"), ""),
    "trên 010": ("leading-zero", (), "trên 10"),
    "trên 4.300 đồng chí": ("text-beside", (), "trên 4.300"),
    "trên": ("not-a-number", (), ""),
    "trêndưới 5": ("qualifier-unknown", (), ""),
    "vượt 121": ("qualifier-unknown", (), ""),
    "trên khoảng 5": ("qualifier-unknown", (), ""),
    "4.300 trở lên": ("text-beside", (), ""),
    "-3": ("negative", (), ""),
    "12%": ("percent-unexpected", (), "12"),
}

CHANGES = {
    "+9": (9, False),
    "-3": (-3, False),
    "−3": (-3, False),
    "- 3": (-3, False),
    "+4.300": (4300, False),
    "0": (0, False),
    "+0": (0, False),
    "+12,5%": ("12.5", True),
    "-12,5 %": ("-12.5", True),
    "0%": (0, True),
}

REFUSED_CHANGES = {
    "": ("empty", (), ""),
    "+": ("empty", (), ""),
    "9": ("sign-missing", ("+9", "-9"), ""),
    "12,5 %": ("sign-missing", ("+12,5%", "-12,5%"), ""),
    "bốn": ("in-words", ("+4", "-4"), ""),
    "không": ("in-words", (), "0"),
    "–3": ("wrong-minus", (), "-3"),
    "—12,5%": ("wrong-minus", (), "-12,5%"),
    "+4,300": ("two-readings", ("+4,3", "+4.300"), ""),
    "+4.300%": ("two-readings", ("+4,3%", "+4.300%"), ""),
    "+12.5%": ("english-decimal", (), "+12,5%"),
    "-010": ("leading-zero", (), "-10"),
    "+12,5": ("not-whole", (), ""),
    "tăng 9": ("in-words", (), "+9"),
    "Tăng 9": ("in-words", (), "+9"),
    "Giảm 3,5%": ("in-words", (), "-3,5%"),
    "tăng 5 đảng viên": ("in-words", (), ""),
    "+-3": ("negative", (), ""),
    "không đổi": ("not-a-number", (), ""),
}

Refusal = tuple[str, tuple[str, ...], str]

amounts = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(-(10**9), 10**9),
    st.sampled_from([0, 1, 2]),
)


def told(caught: pytest.ExceptionInfo[Unreadable]) -> Refusal:
    return caught.value.reason, caught.value.readings, caught.value.suggestion


@pytest.mark.parametrize(("text", "expected"), QUANTITIES.items())
def test_quantity(text: str, expected: tuple[int, Qualifier, str]) -> None:
    amount, qualifier, word = expected
    assert parse_quantity(text, decimal=False) == Quantity(Decimal(amount), qualifier, word)


@pytest.mark.parametrize(("text", "expected"), REFUSED_QUANTITIES.items())
def test_refused_quantity(text: str, expected: Refusal) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_quantity(text, decimal=False)
    assert told(caught) == expected


def test_quantity_with_decimals_and_with_percent() -> None:
    assert parse_quantity("khoảng -12,5", decimal=True).amount == Decimal("-12.5")
    assert parse_quantity("trên 95%", decimal=True, percent=True) == Quantity(
        Decimal(95), Qualifier.OVER, "trên"
    )
    with pytest.raises(Unreadable) as caught:
        parse_quantity("trên 95", decimal=True, percent=True)
    assert told(caught) == ("percent-missing", (), "trên 95%")
    with pytest.raises(Unreadable) as caught:
        parse_quantity("vượt 121%", decimal=True, percent=True)
    assert told(caught) == ("qualifier-unknown", (), "")


@pytest.mark.parametrize(("text", "expected"), CHANGES.items())
def test_change(text: str, expected: tuple[int | str, bool]) -> None:
    amount, percent = expected
    change = parse_change(text, decimal=False)
    assert change == Change(Decimal(amount), percent)
    assert not (change.amount.is_signed() and change.amount == 0)


@pytest.mark.parametrize(("text", "expected"), REFUSED_CHANGES.items())
def test_refused_change(text: str, expected: Refusal) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_change(text, decimal=False)
    assert told(caught) == expected


def test_change_of_a_decimal() -> None:
    assert parse_change("+12,5", decimal=True) == Change(Decimal("12.5"))
    with pytest.raises(Unreadable) as caught:
        parse_change("+4.300", decimal=True)
    assert told(caught) == ("two-readings", ("+4,3", "+4.300"), "")


@pytest.mark.parametrize(
    ("quantity", "zero_padded", "percent", "printed"),
    [
        (Quantity(Decimal(4300), Qualifier.OVER, "trên"), False, False, "trên 4.300"),
        (Quantity(Decimal(4300), Qualifier.OVER, "hơn"), True, False, "hơn 4.300"),
        (Quantity(Decimal(4300), Qualifier.AT_LEAST), False, False, "ít nhất 4.300"),
        (Quantity(Decimal(4300), Qualifier.ABOUT), False, False, "khoảng 4.300"),
        (Quantity(Decimal(4300), Qualifier.UNDER), False, False, "dưới 4.300"),
        (Quantity(Decimal(5)), True, False, "05"),
        (Quantity(Decimal(5)), False, False, "5"),
        (Quantity(Decimal("5.0")), True, False, "5,0"),
        (Quantity(Decimal("12.5")), False, True, "12,5%"),
        (Quantity(Decimal(95), Qualifier.OVER, "trên"), False, True, "trên 95%"),
    ],
)
def test_quantity_as_printed(quantity: Quantity, zero_padded: bool, percent: bool, printed: str) -> None:
    assert format_quantity(quantity, zero_padded, percent) == printed


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        (Change(Decimal(9)), "+9"),
        (Change(Decimal(-3)), "-3"),
        (Change(Decimal(0)), "0"),
        (Change(Decimal("12.5"), percent=True), "+12,5%"),
        (Change(Decimal(0), percent=True), "0%"),
        (Change(Decimal(4300)), "+4.300"),
    ],
)
def test_change_as_printed(change: Change, printed: str) -> None:
    assert format_change(change) == printed


@given(st.sampled_from(["", *QUALIFIER_WORDS]), st.integers(0, 10**12), st.booleans())
def test_printed_quantities_are_read_back(word: str, count: int, zero_padded: bool) -> None:
    quantity = Quantity(Decimal(count), QUALIFIER_WORDS.get(word, Qualifier.EXACT), word)
    assert parse_quantity(format_quantity(quantity, zero_padded), decimal=False) == quantity


@given(st.integers(-(10**12), 10**12))
def test_printed_changes_are_read_back(amount: int) -> None:
    change = Change(Decimal(amount))
    assert parse_change(format_change(change), decimal=False) == change


@given(amounts)
def test_printed_percent_changes_are_read_back_or_are_two_readings(amount: Decimal) -> None:
    change = Change(amount, percent=True)
    try:
        assert parse_change(format_change(change), decimal=True) == change
    except Unreadable as unreadable:
        assert unreadable.reason == "two-readings"
        assert format_change(change) in unreadable.readings
