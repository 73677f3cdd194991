from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import (
    PartOfDay,
    Unreadable,
    day_phrase,
    days_phrase,
    format_date,
    format_long_date,
    format_weekday_date,
    parse_date,
    parse_weekday_date,
    weekday_name,
)

DATES = {
    "29/11/2024": date(2024, 11, 29),
    "01/10/2020": date(2020, 10, 1),
    "1/10/2020": date(2020, 10, 1),
    "5/7/2023": date(2023, 7, 5),
    "05/7/2023": date(2023, 7, 5),
    "29/02/2024": date(2024, 2, 29),
    "01/01/1900": date(1900, 1, 1),
    "31/12/2200": date(2200, 12, 31),
}

REFUSED_DATES = {
    # text: reason, suggestion
    "": ("empty", ""),
    "30/02/2024": ("no-such-day", ""),
    "29/02/2023": ("no-such-day", ""),
    "31/4/2024": ("no-such-day", ""),
    "00/11/2024": ("no-such-day", ""),
    "13/13/2024": ("no-such-day", ""),
    "2024-02-30": ("no-such-day", ""),
    "2024-29-11": ("no-such-day", ""),
    "11/29/2024": ("month-first", "29/11/2024"),
    "11-29-2024": ("month-first", "29/11/2024"),
    "11/29/24": ("month-first", "29/11/2024"),
    "2024-11-29": ("year-first", "29/11/2024"),
    "2024/11/9": ("year-first", "09/11/2024"),
    "29-11-2024": ("wrong-separator", "29/11/2024"),
    "29.11.2024": ("wrong-separator", "29/11/2024"),
    "29 / 11 / 2024": ("wrong-separator", "29/11/2024"),
    "29/11/24": ("two-digit-year", "29/11/2024"),
    "31/12/1899": ("year-out-of-range", ""),
    "01/01/2201": ("year-out-of-range", ""),
    "1024-11-29": ("year-out-of-range", ""),
    "29/11": ("year-missing", ""),
    "ngày 8/5": ("year-missing", ""),
    "11/2024": ("day-missing", ""),
    "tháng 11/2024": ("day-missing", ""),
    "2024": ("day-missing", ""),
    "2024-11": ("day-missing", ""),
    "ngày 29 tháng 11 năm 2024": ("in-words", "29/11/2024"),
    "5 tháng 7 năm 2023": ("in-words", "05/07/2023"),
    "ngày 30 tháng 02 năm 2024": ("no-such-day", ""),
    "ngày 29/11/2024": ("text-beside", "29/11/2024"),
    "Thứ sáu, 29/11/2024": ("text-beside", "29/11/2024"),
    "Sáng ngày 29/11/2024": ("text-beside", "29/11/2024"),
    "Sáng ngày 30/02/2024": ("text-beside", ""),
    "trước 29/11/2024": ("not-a-date", ""),
    "29/11-2024": ("not-a-date", ""),
    "29/11/2024 07:30": ("not-a-date", ""),
    "29/11/024": ("not-a-date", ""),
    "20241129": ("not-a-date", ""),
    "hôm qua": ("not-a-date", ""),
    "２９/11/2024": ("non-ascii-digits", "29/11/2024"),
    "３０/02/2024": ("non-ascii-digits", ""),
}

DATE_LINES = {
    "Thứ năm, 01/10/2020": (3, date(2020, 10, 1)),
    "Thứ năm,  01/10/2020": (3, date(2020, 10, 1)),
    "thứ Năm 1/10/2020": (3, date(2020, 10, 1)),
    "Thứ 5, ngày 01/10/2020": (3, date(2020, 10, 1)),
    "Thứ 5 01/10/2020": (3, date(2020, 10, 1)),
    "Thứ hai, 01/10/2020": (0, date(2020, 10, 1)),
    "Thứ bẩy,30/11/2024": (5, date(2024, 11, 30)),
    "CHỦ NHẬT, 01/12/2024": (6, date(2024, 12, 1)),
}

REFUSED_DATE_LINES = {
    "": ("empty", ""),
    "29/11/2024": ("weekday-missing", "Thứ sáu, 29/11/2024"),
    "Thứ tám, 29/11/2024": ("not-a-weekday", ""),
    "Thứ 8, 29/11/2024": ("not-a-weekday", ""),
    "Thứ sáu, 30/02/2024": ("no-such-day", ""),
    "Thứ sáu, 2024-11-29": ("year-first", "Thứ sáu, 29/11/2024"),
    "2024-11-29": ("year-first", ""),
    "Thứ sáu": ("not-a-date", ""),
}

MORNING = PartOfDay.MORNING

PHRASES = [
    (date(2024, 11, 29), None, None, "ngày 29/11/2024"),
    (date(2024, 11, 29), None, PartOfDay.MORNING, "sáng ngày 29/11/2024"),
    (date(2024, 11, 29), date(2024, 11, 29), PartOfDay.NOON, "trưa ngày 29/11/2024"),
    (date(2023, 7, 5), None, PartOfDay.AFTERNOON, "chiều ngày 5/7/2023"),
    (date(2023, 7, 5), None, PartOfDay.EVENING, "tối ngày 5/7/2023"),
    (date(2024, 5, 8), date(2024, 5, 9), None, "ngày 8 và 9/5/2024"),
    (date(2024, 10, 3), date(2024, 10, 6), None, "từ ngày 3 đến ngày 6/10/2024"),
    (date(2024, 10, 3), date(2024, 10, 5), None, "từ ngày 3 đến ngày 5/10/2024"),
    (date(2024, 10, 31), date(2024, 11, 1), None, "ngày 31/10/2024 và ngày 1/11/2024"),
    (date(2024, 12, 31), date(2025, 1, 1), None, "ngày 31/12/2024 và ngày 1/1/2025"),
    (date(2024, 10, 30), date(2024, 11, 2), None, "từ ngày 30/10/2024 đến ngày 2/11/2024"),
    (date(2023, 10, 3), date(2024, 10, 6), None, "từ ngày 3/10/2023 đến ngày 6/10/2024"),
]

days = st.dates(date(1900, 1, 1), date(2200, 12, 31))


def told(caught: pytest.ExceptionInfo[Unreadable]) -> tuple[str, str]:
    assert caught.value.readings == ()
    return caught.value.reason, caught.value.suggestion


@pytest.mark.parametrize(("text", "day"), DATES.items())
def test_date(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(("text", "expected"), REFUSED_DATES.items())
def test_refused_date(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_date(text)
    assert told(caught) == expected


@pytest.mark.parametrize(("text", "expected"), DATE_LINES.items())
def test_date_line(text: str, expected: tuple[int, date]) -> None:
    assert parse_weekday_date(text) == expected


@pytest.mark.parametrize(("text", "expected"), REFUSED_DATE_LINES.items())
def test_refused_date_line(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_weekday_date(text)
    assert told(caught) == expected


@pytest.mark.parametrize(("first", "last", "part", "phrase"), PHRASES)
def test_day_phrase(first: date, last: date | None, part: PartOfDay | None, phrase: str) -> None:
    assert day_phrase(first, last, part) == phrase


def test_day_phrase_that_nobody_can_say() -> None:
    with pytest.raises(ValueError, match="before the first"):
        day_phrase(date(2024, 11, 29), date(2024, 11, 28))
    with pytest.raises(ValueError, match="belongs to one day"):
        day_phrase(date(2024, 5, 8), date(2024, 5, 9), MORNING)


@pytest.mark.parametrize(
    ("day", "printed"),
    [
        (date(2023, 7, 5), "ngày 05 tháng 7 năm 2023"),
        (date(2024, 2, 10), "ngày 10 tháng 02 năm 2024"),
        (date(2024, 1, 1), "ngày 01 tháng 01 năm 2024"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024"),
        (date(2024, 11, 29), "ngày 29 tháng 11 năm 2024"),
    ],
)
def test_long_date(day: date, printed: str) -> None:
    assert format_long_date(day) == printed


def test_date_as_printed() -> None:
    assert format_date(date(2023, 7, 5)) == "05/07/2023"
    assert format_weekday_date(date(2024, 11, 29)) == "Thứ sáu, 29/11/2024"
    week = [weekday_name(date(2024, 11, day)) for day in range(25, 31)] + [weekday_name(date(2024, 12, 1))]
    assert week == ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"]


@given(days)
def test_printed_dates_are_read_back(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_weekday_date(format_weekday_date(day)) == (day.weekday(), day)


@given(days)
def test_long_dates_and_iso_dates_are_led_back(day: date) -> None:
    for text in (format_long_date(day), day.isoformat()):
        with pytest.raises(Unreadable) as caught:
            parse_date(text)
        assert caught.value.suggestion == format_date(day)


@pytest.mark.parametrize(
    ("days", "listed", "phrase"),
    [
        ((date(2025, 5, 8),), True, "ngày 8/5/2025"),
        ((date(2025, 5, 8), date(2025, 5, 9)), True, "ngày 8 và 9/5/2025"),
        ((date(2025, 5, 8), date(2025, 5, 10), date(2025, 5, 12)), True, "ngày 8, 10 và 12/5/2025"),
        ((date(2025, 5, 30), date(2025, 6, 2)), True, "ngày 30/5 và ngày 2/6/2025"),
        ((date(2025, 5, 30), date(2025, 6, 2), date(2025, 6, 3)), True, "ngày 30/5, ngày 2 và 3/6/2025"),
        ((date(2024, 12, 30), date(2025, 1, 2)), True, "ngày 30/12/2024 và ngày 2/1/2025"),
        ((date(2025, 10, 3), date(2025, 10, 6)), False, "từ ngày 3 đến ngày 6/10/2025"),
    ],
)
def test_several_days(days: tuple[date, ...], listed: bool, phrase: str) -> None:
    assert days_phrase(days, listed=listed) == phrase


def test_no_day_has_no_phrase() -> None:
    with pytest.raises(ValueError, match="no day"):
        days_phrase((), listed=True)
