"""What all readers share: they refuse with a known code, and what they suggest they take."""

from __future__ import annotations

import pickle
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import (
    Reason,
    Unreadable,
    parse_change,
    parse_count,
    parse_date,
    parse_decimal,
    parse_instant,
    parse_iso_instant,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_weekday_date,
)

Reader = Callable[[str], object]


def whole_quantity(text: str) -> object:
    return parse_quantity(text, decimal=False)


def decimal_quantity(text: str) -> object:
    return parse_quantity(text, decimal=True)


def percent_quantity(text: str) -> object:
    return parse_quantity(text, decimal=True, percent=True)


def whole_change(text: str) -> object:
    return parse_change(text, decimal=False)


def decimal_change(text: str) -> object:
    return parse_change(text, decimal=True)


READERS: tuple[Reader, ...] = (
    parse_count,
    parse_decimal,
    parse_percent,
    whole_quantity,
    decimal_quantity,
    percent_quantity,
    whole_change,
    decimal_change,
    parse_date,
    parse_weekday_date,
    parse_instant,
    parse_iso_instant,
    parse_period,
)

ONE_EXAMPLE_EACH: dict[Reason, tuple[Reader, str]] = {
    Reason.EMPTY: (parse_count, ""),
    Reason.NOT_A_NUMBER: (parse_count, "1e3"),
    Reason.IN_WORDS: (parse_count, "bốn"),
    Reason.TEXT_BESIDE: (parse_count, "22 đảng viên"),
    Reason.NON_ASCII_DIGITS: (parse_count, "٤٣٠٠"),
    Reason.TWO_READINGS: (parse_count, "4,300"),
    Reason.ENGLISH_DECIMAL: (parse_decimal, "12.5"),
    Reason.FOREIGN_GROUPING: (parse_count, "10 000"),
    Reason.WRONG_GROUPING: (parse_count, "43.00"),
    Reason.LEADING_ZERO: (parse_count, "010"),
    Reason.NOT_WHOLE: (parse_count, "12,5"),
    Reason.TOO_LONG: (parse_count, "9" * 19),
    Reason.NEGATIVE: (parse_count, "-3"),
    Reason.SIGN_UNEXPECTED: (parse_count, "+9"),
    Reason.SIGN_MISSING: (whole_change, "9"),
    Reason.WRONG_MINUS: (whole_change, "–3"),
    Reason.PERCENT_UNEXPECTED: (parse_count, "12%"),
    Reason.PERCENT_MISSING: (parse_percent, "12,5"),
    Reason.QUALIFIER_UNEXPECTED: (parse_count, "trên 4.300"),
    Reason.QUALIFIER_UNKNOWN: (whole_quantity, "vượt 121"),
    Reason.NOT_A_DATE: (parse_date, "hôm qua"),
    Reason.NO_SUCH_DAY: (parse_date, "30/02/2024"),
    Reason.MONTH_FIRST: (parse_date, "11/29/2024"),
    Reason.YEAR_FIRST: (parse_date, "2024-11-29"),
    Reason.WRONG_SEPARATOR: (parse_date, "29-11-2024"),
    Reason.TWO_DIGIT_YEAR: (parse_date, "29/11/24"),
    Reason.YEAR_OUT_OF_RANGE: (parse_date, "29/11/1024"),
    Reason.YEAR_MISSING: (parse_date, "29/11"),
    Reason.DAY_MISSING: (parse_date, "11/2024"),
    Reason.WEEKDAY_MISSING: (parse_weekday_date, "29/11/2024"),
    Reason.NOT_A_WEEKDAY: (parse_weekday_date, "Thứ tám, 29/11/2024"),
    Reason.TIME_MISSING: (parse_instant, "22/11/2026"),
    Reason.NOT_A_TIME: (parse_instant, "22/11/2026 sáng"),
    Reason.NO_SUCH_TIME: (parse_instant, "22/11/2026 25:00"),
    Reason.NOT_ISO: (parse_iso_instant, "22/11/2026"),
    Reason.NOT_A_PERIOD: (parse_period, "mùa xuân"),
    Reason.NO_SUCH_MONTH: (parse_period, "tháng 13/2024"),
    Reason.NO_SUCH_QUARTER: (parse_period, "quý V/2024"),
    Reason.REVERSED: (parse_period, "nhiệm kỳ 2025–2020"),
}

PIECES = (
    *"0123456789.,%+-−–/: '’_TZhqIV٣½²x",
    "00",
    "000",
    "300",
    "2024",
    "11",
    "29/11/2024",
    "trên ",
    "ít nhất ",
    "gần ",
    "tăng ",
    "giảm ",
    "bốn",
    " đảng viên",
    " nghìn",
    "Thứ năm, ",
    "chủ nhật ",
    "ngày ",
    "tháng ",
    "năm ",
    "quý ",
    "6 tháng ",
    "đầu ",
    "nhiệm kỳ ",
    "từ ",
    " đến ",
    " giờ",
)

likely_texts = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


def refused(read: Reader, text: str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read(text)
    return caught.value


def test_every_reason_has_an_example() -> None:
    assert set(ONE_EXAMPLE_EACH) == set(Reason)


@pytest.mark.parametrize("reason", ONE_EXAMPLE_EACH)
def test_example_is_refused_for_its_reason(reason: Reason) -> None:
    assert refused(*ONE_EXAMPLE_EACH[reason]).reason is reason


@pytest.mark.parametrize("read", READERS)
@given(text=likely_texts | st.text())
def test_text_is_read_or_refused_with_a_suggestion_that_is_read(read: Reader, text: str) -> None:
    try:
        read(text)
    except Unreadable as unreadable:
        assert isinstance(unreadable.reason, Reason)
        if unreadable.suggestion:
            read(unreadable.suggestion)


@pytest.mark.parametrize("read", READERS)
@given(text=likely_texts)
def test_decomposed_letters_and_wide_spaces_are_the_same_text(read: Reader, text: str) -> None:
    other = unicodedata.normalize("NFD", text).replace(" ", "\N{NO-BREAK SPACE} ")
    assert outcome(read, f" {other}\n") == outcome(read, text)


def outcome(read: Reader, text: str) -> object:
    try:
        return read(text)
    except Unreadable as unreadable:
        return unreadable.args


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("piece", ["a", "1", "a ", "1 ", "5 a", "ngày ", "thứ ", ", ", "1.", "/"])
def test_long_texts_do_not_hang(read: Reader, piece: str) -> None:
    for text in (piece * 5_000, piece * 5_000 + "!", f"5 {piece * 5_000}!"):
        assert isinstance(refused(read, text).reason, Reason)


def test_a_refusal_of_a_longer_text_speaks_of_the_longer_text() -> None:
    inner = Unreadable(Reason.TWO_READINGS, ("4,3", "4.300"), "4,3")
    outer = inner.within("trên ", "%")
    assert outer.reason is Reason.TWO_READINGS
    assert outer.readings == ("trên 4,3%", "trên 4.300%")
    assert outer.suggestion == "trên 4,3%"
    assert Unreadable(Reason.EMPTY).within("trên ").suggestion == ""


def test_a_refusal_survives_the_way_between_processes() -> None:
    sent = Unreadable(Reason.TWO_READINGS, ("4,3", "4.300"), "x")
    received = pickle.loads(pickle.dumps(sent))
    assert (received.reason, received.readings, received.suggestion) == (sent.reason, sent.readings, "x")
    assert str(received) == "two-readings"
