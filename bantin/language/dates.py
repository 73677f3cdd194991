"""Vietnamese dates: read from text, and printed the ways newspapers and offices print them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from bantin.language.date_grammar import date_refusal, known_year, printed, real_day
from bantin.language.number_grammar import clean
from bantin.language.unreadable import Reason, Unreadable

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
"""From Monday to Sunday, as they begin a date line."""

_WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{f"thứ {number + 2}": number for number in range(6)},
    "thứ bẩy": 5,
}
_DATE = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_DATE_LINE = re.compile(r"(\D+?|thứ [0-9])(?:, ?| )((?:ngày )?)([0-9]\S*)", re.IGNORECASE)


class PartOfDay(StrEnum):
    """When on a day something took place, as bulletins say it."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    @property
    def word(self) -> str:
        """The Vietnamese word, in small letters."""
        return {"morning": "sáng", "noon": "trưa", "afternoon": "chiều", "evening": "tối"}[self.value]


def parse_date(text: str) -> date:
    """A day of the years 1900 to 2200, written day/month/year: "29/11/2024", "1/10/2020".

    Raises Unreadable.
    """
    written = clean(text)
    match = _DATE.fullmatch(written)
    if match:
        day = real_day(known_year(int(match[3])), int(match[2]), int(match[1]))
        if day:
            return day
    raise date_refusal(written)


def parse_weekday_date(text: str) -> tuple[int, date]:
    """Weekday (Monday is 0) and day of a date line as displayed: "Thứ năm, 01/10/2020".

    The two are not checked against each other: sources are wrong at times. Raises Unreadable.
    """
    written = clean(text)
    match = _DATE_LINE.fullmatch(written)
    if not match:
        raise _no_date_line(written)
    try:
        day = parse_date(match[3])
    except Unreadable as refused:
        raise refused.within(f"{match[1]}, ") from None
    if match[1].lower() not in _WEEKDAY_NUMBERS:
        raise Unreadable(Reason.NOT_A_WEEKDAY)
    return _WEEKDAY_NUMBERS[match[1].lower()], day


def _no_date_line(text: str) -> Unreadable:
    try:
        day = parse_date(text)
    except Unreadable as refused:
        return Unreadable(refused.reason, refused.readings)
    return Unreadable(Reason.WEEKDAY_MISSING, suggestion=format_weekday_date(day))


def weekday_name(day: date) -> str:
    """The day's weekday: "Thứ năm", "Chủ nhật"."""
    return WEEKDAYS[day.weekday()]


def format_date(day: date) -> str:
    """Day and month with two digits: "05/07/2023"."""
    return printed(day)


def format_weekday_date(day: date) -> str:
    """As it stands in a date line: "Thứ sáu, 29/11/2024"."""
    return f"{weekday_name(day)}, {printed(day)}"


def format_long_date(day: date) -> str:
    """As on official papers: "ngày 05 tháng 7 năm 2023".

    Nghị định 30/2020/NĐ-CP (annex I): a zero before days below 10 and before months 1 and 2 only.
    """
    month = f"{day.month:02}" if day.month <= 2 else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


class DateStyle(StrEnum):
    """How a house writes days in running text."""

    NUMERIC = "numeric"
    """29/11/2024"""
    SHORT = "short"
    """29/11, where the year is clear from what stands above it"""
    OFFICIAL = "official"
    """29 tháng 11 năm 2024, as on official papers"""


@dataclass(frozen=True, slots=True)
class DayWriting:
    """How a text writes its days: in the style of the house; known_year: what the short style leaves out."""

    style: DateStyle = DateStyle.NUMERIC
    known_year: int | None = None

    def full(self, day: date) -> str:
        """A day behind the word "ngày": "29/11/2024", "5 tháng 7 năm 2023"."""
        if self.style is DateStyle.OFFICIAL:
            return format_long_date(day).removeprefix("ngày ")
        if self.style is DateStyle.SHORT and day.year == self.known_year:
            return self.in_year(day)
        return f"{day.day}/{day.month}/{day.year}"

    def in_year(self, day: date) -> str:
        """The same without its year: "29/11", "29 tháng 11"."""
        if self.style is DateStyle.OFFICIAL:
            return format_long_date(day).removeprefix("ngày ").partition(" năm ")[0]
        return f"{day.day}/{day.month}"

    def in_month(self, day: date) -> str:
        """The number of the day alone: "8", on official papers "08"."""
        return f"{day.day:02}" if self.style is DateStyle.OFFICIAL else f"{day.day}"


NUMERIC = DayWriting()


def day_phrase(
    first: date, last: date | None = None, part: PartOfDay | None = None, writing: DayWriting = NUMERIC
) -> str:
    """When something took place, for the middle of a sentence; without zeros but on official papers.

    "sáng ngày 29/11/2024"; two days on end "ngày 8 và 9/5/2024"; more "từ ngày 3 đến ngày 6/10/2024";
    over the end of a month both dates in full. Raises ValueError when the last day comes before the
    first, and when a part of the day is given for several days.
    """
    last = last or first
    if last < first:
        raise ValueError("the last day comes before the first")
    end = writing.full(last)
    if first == last:
        return f"{part.word} ngày {end}" if part else f"ngày {end}"
    if part:
        raise ValueError("a part of the day belongs to one day")
    same_month = (first.year, first.month) == (last.year, last.month)
    start = writing.in_month(first) if same_month else writing.full(first)
    if last - first > timedelta(days=1):
        return f"từ ngày {start} đến ngày {end}"
    return f"ngày {start} và {end}" if same_month else f"ngày {start} và ngày {end}"


def days_phrase(
    days: Sequence[date], part: PartOfDay | None = None, *, listed: bool, writing: DayWriting = NUMERIC
) -> str:
    """When something took place: on days that are listed one by one, or from the first to the last of them.

    Listed: "ngày 8, 10 và 12/5/2024", over the end of a month "ngày 30/5, ngày 2 và 3/6/2024"; else as
    ``day_phrase``. Raises ValueError without days.
    """
    if not days:
        raise ValueError("no day to tell of")
    if not listed or len(days) == 1:
        return day_phrase(days[0], days[-1], part, writing)
    months = [list(group) for _, group in groupby(days, key=lambda day: (day.year, day.month))]
    told = []
    for group in months:
        names = [writing.in_month(day) for day in group[:-1]]
        same_year = group[-1].year == days[-1].year and group is not months[-1]
        names.append(writing.in_year(group[-1]) if same_year else writing.full(group[-1]))
        told.append(f"ngày {', '.join(names[:-1])} và {names[-1]}" if len(names) > 1 else f"ngày {names[0]}")
    if len(told) == 2 and len(days) == 2:
        return " và ".join(told)
    return ", ".join(told)
