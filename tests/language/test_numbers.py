from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import babel.numbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import (
    Unreadable,
    format_count,
    format_number,
    format_percent,
    parse_count,
    parse_decimal,
    parse_percent,
    round_half_up,
)

COUNTS = {
    "0": 0,
    "05": 5,
    "00": 0,
    "69": 69,
    "300": 300,
    "4.300": 4300,
    "4300": 4300,
    " 4.300 ": 4300,
    "1.234.567": 1_234_567,
    "999.999.999.999.999.999": 10**18 - 1,
}

REFUSED_COUNTS = {
    # text: reason, readings, suggestion
    "": ("empty", (), ""),
    "4,300": ("two-readings", ("4,3", "4.300"), ""),
    "4,125": ("two-readings", ("4,125", "4.125"), ""),
    "4,000": ("two-readings", ("4", "4.000"), ""),
    "4.30": ("wrong-grouping", ("4,3", "430"), ""),
    "43.00": ("wrong-grouping", ("43", "4.300"), ""),
    "1234.567": ("wrong-grouping", ("1.234,567", "1.234.567"), ""),
    "1.2345": ("wrong-grouping", ("1,2345", "12.345"), ""),
    "1.23.456": ("wrong-grouping", (), ""),
    "0.5": ("english-decimal", (), ""),
    "1,234.5": ("english-decimal", (), ""),
    "12,5": ("not-whole", (), ""),
    "0,300": ("not-whole", (), ""),
    "1.234,5": ("not-whole", (), ""),
    "010": ("leading-zero", (), "10"),
    "000": ("leading-zero", (), "0"),
    "04.300": ("leading-zero", (), "4.300"),
    "1e3": ("not-a-number", (), ""),
    "0x1F": ("not-a-number", (), ""),
    "nan": ("not-a-number", (), ""),
    "Infinity": ("not-a-number", (), ""),
    "½": ("not-a-number", (), ""),
    "5²": ("not-a-number", (), ""),
    "5 ½": ("not-a-number", (), ""),
    "4.300,": ("not-a-number", (), ""),
    ".300": ("not-a-number", (), ""),
    "12,5,5": ("not-a-number", (), ""),
    "$(ky-luat)": ("not-a-number", (), ""),
    "1_000": ("foreign-grouping", (), "1.000"),
    "10 000": ("foreign-grouping", (), "10.000"),
    "10\N{NARROW NO-BREAK SPACE}000": ("foreign-grouping", (), "10.000"),
    "1'234'567": ("foreign-grouping", (), "1.234.567"),
    "4,300,500": ("foreign-grouping", (), "4.300.500"),
    "4,300,5": ("not-a-number", (), ""),
    "10 00": ("foreign-grouping", (), ""),
    "٤٣٠٠": ("non-ascii-digits", (), "4300"),
    "４.３００": ("non-ascii-digits", (), "4.300"),
    "1٢,5": ("non-ascii-digits", (), ""),
    "bốn": ("in-words", (), "4"),
    "Mười": ("in-words", (), "10"),
    "không": ("in-words", (), "0"),
    "-3": ("negative", (), ""),
    "−3": ("negative", (), ""),
    "–3": ("negative", (), ""),
    "+9": ("sign-unexpected", (), "9"),
    "100%": ("percent-unexpected", (), "100"),
    "12,5%": ("percent-unexpected", (), ""),
    "trên 4.300": ("qualifier-unexpected", (), ""),
    "22 đảng viên": ("text-beside", (), "22"),
    "4.300 đồng chí": ("text-beside", (), "4.300"),
    "4,300 đồng chí": ("text-beside", (), ""),
    "5 nghìn": ("text-beside", (), ""),
    "22 đảng viên trở lên": ("text-beside", (), ""),
    "chưa đến 5": ("text-beside", (), ""),
    "1.000.000.000.000.000.000": ("too-long", (), ""),
    "9" * 5000: ("too-long", (), ""),
}

DECIMALS = {
    "7": "7",
    "05": "5",
    "12,5": "12.5",
    "12,50": "12.50",
    "0,3": "0.3",
    "0,300": "0.300",
    "4,125": "4.125",
    "4300": "4300",
    "1.234,5": "1234.5",
    "1.234,500": "1234.500",
    "1.234.567": "1234567",
    "-3,5": "-3.5",
    "−3,5": "-3.5",
    "-0": "0",
}

REFUSED_DECIMALS = {
    "": ("empty", (), ""),
    "-": ("empty", (), ""),
    "4.300": ("two-readings", ("4,3", "4.300"), ""),
    "4,300": ("two-readings", ("4,3", "4.300"), ""),
    "-4.125": ("two-readings", ("-4,125", "-4.125"), ""),
    "12.5": ("english-decimal", (), "12,5"),
    "-12.5": ("english-decimal", (), "-12,5"),
    "43.00": ("english-decimal", (), "43,00"),
    "0.125": ("english-decimal", (), "0,125"),
    "1,234.5": ("english-decimal", (), "1.234,5"),
    "1234.567": ("wrong-grouping", ("1.234,567", "1.234.567"), ""),
    "1.23.456": ("wrong-grouping", (), ""),
    "10 000": ("foreign-grouping", (), "10000"),
    "10 000,5": ("foreign-grouping", (), "10.000,5"),
    "05,5": ("leading-zero", (), "5,5"),
    "00,5": ("leading-zero", (), "0,5"),
    "–3": ("wrong-minus", (), "-3"),
    "–3.5": ("wrong-minus", (), ""),
    "+9,5": ("sign-unexpected", (), "9,5"),
    "--3": ("not-a-number", (), ""),
    "12,5%": ("percent-unexpected", (), "12,5"),
    ",5": ("not-a-number", (), ""),
    "5,": ("not-a-number", (), ""),
    "1,5e3": ("not-a-number", (), ""),
}

PERCENTAGES = {"12,5%": "12.5", "121 %": "121", "121\N{NO-BREAK SPACE}%": "121", "0%": "0", "-3,5%": "-3.5"}

REFUSED_PERCENTAGES = {
    "12,5": ("percent-missing", (), "12,5%"),
    "12.5%": ("english-decimal", (), "12,5%"),
    "12.5": ("english-decimal", (), "12,5%"),
    "4.300%": ("two-readings", ("4,3%", "4.300%"), ""),
    "12%%": ("percent-unexpected", (), "12%"),
    "%": ("empty", (), ""),
    "vượt 121%": ("text-beside", (), ""),
    "trên 95%": ("qualifier-unexpected", (), ""),
    "12 phần trăm": ("text-beside", (), ""),
}

Refusal = tuple[str, tuple[str, ...], str]

whole_numbers = st.integers(0, 10**18 - 1)
decimals = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"), st.integers(-(10**12), 10**12), st.integers(0, 6)
)


def told(caught: pytest.ExceptionInfo[Unreadable]) -> Refusal:
    return caught.value.reason, caught.value.readings, caught.value.suggestion


@pytest.mark.parametrize(("text", "number"), COUNTS.items())
def test_count(text: str, number: int) -> None:
    assert parse_count(text) == number


@pytest.mark.parametrize(("text", "expected"), REFUSED_COUNTS.items(), ids=lambda value: str(value)[:30])
def test_refused_count(text: str, expected: Refusal) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_count(text)
    assert told(caught) == expected


@pytest.mark.parametrize(("text", "number"), DECIMALS.items())
def test_decimal_keeps_what_is_written(text: str, number: str) -> None:
    assert str(parse_decimal(text)) == number


@pytest.mark.parametrize(("text", "expected"), REFUSED_DECIMALS.items())
def test_refused_decimal(text: str, expected: Refusal) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_decimal(text)
    assert told(caught) == expected


@pytest.mark.parametrize(("text", "number"), PERCENTAGES.items())
def test_percent(text: str, number: str) -> None:
    assert str(parse_percent(text)) == number


@pytest.mark.parametrize(("text", "expected"), REFUSED_PERCENTAGES.items())
def test_refused_percent(text: str, expected: Refusal) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_percent(text)
    assert told(caught) == expected


@given(whole_numbers, st.booleans())
def test_printed_counts_are_read_back(count: int, zero_padded: bool) -> None:
    assert parse_count(format_count(count, zero_padded)) == count


@given(decimals)
def test_printed_decimals_are_read_back_or_are_two_readings(number: Decimal) -> None:
    printed = format_number(number)
    try:
        assert parse_decimal(printed) == number
    except Unreadable as unreadable:
        assert unreadable.reason == "two-readings"
        assert any(same_number(reading, number) for reading in unreadable.readings)


def same_number(printed: str, number: Decimal) -> bool:
    return Decimal(printed.replace(".", "").replace(",", ".")) == number


@given(decimals.filter(bool))
def test_numbers_are_printed_as_babel_prints_them(number: Decimal) -> None:
    places = max(0, -int(number.as_tuple().exponent))
    pattern = "#,##0." + "0" * places if places else "#,##0"
    assert format_number(number) == babel.numbers.format_decimal(number, pattern, locale="vi")


@given(decimals, st.integers(0, 4))
def test_rounding_is_off_by_half_a_step_at_most(number: Decimal, places: int) -> None:
    rounded = round_half_up(number, places)
    assert rounded.as_tuple().exponent == -places
    assert abs(Fraction(rounded) - Fraction(number)) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [
        (Decimal("0.25"), 1, "0.3"),
        (Decimal("0.35"), 1, "0.4"),
        (Decimal("-0.25"), 1, "-0.3"),
        (Decimal("-0.04"), 1, "0.0"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(5, 2), 0, "3"),
        (7, 1, "7.0"),
        (10**40, 1, f"{10**40}.0"),
    ],
)
def test_half_goes_away_from_zero(number: int | Decimal | Fraction, places: int, rounded: str) -> None:
    assert str(round_half_up(number, places)) == rounded


@pytest.mark.parametrize(
    ("number", "places", "printed"),
    [
        (4300, None, "4.300"),
        (-3, None, "-3"),
        (999, None, "999"),
        (1_234_567, None, "1.234.567"),
        (Decimal("12.5"), None, "12,5"),
        (Decimal("12.50"), None, "12,50"),
        (Decimal("1E+3"), None, "1.000"),
        (Decimal("-0"), None, "0"),
        (Decimal("12.35"), 1, "12,4"),
        (12, 1, "12,0"),
        (Decimal("-0.04"), 1, "0,0"),
        (10**40, None, "10" + ".000" * 13),
    ],
)
def test_number_as_printed(number: int | Decimal, places: int | None, printed: str) -> None:
    assert format_number(number, places) == printed


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_not_printed(number: str) -> None:
    with pytest.raises(ValueError, match="no number to print"):
        format_number(Decimal(number))


@pytest.mark.parametrize(
    ("number", "places", "printed"),
    [
        (Fraction(500, 17), 1, "29,4%"),
        (Fraction(500, 17), 2, "29,41%"),
        (15, 1, "15%"),
        (Decimal("15.00"), 1, "15%"),
        (Decimal("99.95"), 1, "100%"),
        (Decimal("-12.25"), 1, "-12,3%"),
        (1200, 1, "1.200%"),
        (100, 0, "100%"),
        (Decimal("-0.01"), 1, "0%"),
    ],
)
def test_percent_as_printed(number: int | Decimal | Fraction, places: int, printed: str) -> None:
    assert format_percent(number, places) == printed


@pytest.mark.parametrize(
    ("count", "zero_padded", "printed"),
    [
        (0, True, "0"),
        (5, True, "05"),
        (9, True, "09"),
        (10, True, "10"),
        (5, False, "5"),
        (4300, True, "4.300"),
    ],
)
def test_count_as_printed(count: int, zero_padded: bool, printed: str) -> None:
    assert format_count(count, zero_padded) == printed
