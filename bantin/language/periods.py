"""Reporting periods: what they are, how records write them, how pages print them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, lru_cache

from bantin.language.date_grammar import FIRST_YEAR, real_day
from bantin.language.dates import format_date

_QUARTERS = ("I", "II", "III", "IV")
_HALVES = ("đầu", "cuối")


class PeriodKind(StrEnum):
    """The reporting periods of the national statistics regime, and stretches of any other length."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    TERM = "term"
    RANGE = "range"


class Calendar(StrEnum):
    """By what a period's days are counted: offices close their books on days of their own."""

    CIVIL = "civil"
    FINANCIAL = "financial"
    REPORTING = "reporting"
    SESSIONS = "sessions"


_CALENDAR_KEYS = {
    Calendar.FINANCIAL: "tai-chinh",
    Calendar.REPORTING: "bao-cao",
    Calendar.SESSIONS: "giua-hai-ky",
}

_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


_NOUNS = {PeriodKind.YEAR: "năm", PeriodKind.RANGE: "giai đoạn", PeriodKind.TERM: "nhiệm kỳ"}
"""What a period is called by those who have just named it."""


@dataclass(frozen=True)
class Period:
    """A stretch of time: its kind, its first and its last day.

    A term is known by its years and taken from 1 January to 31 December, for the days of the
    congresses that bound it are not in its name. calendar: a reporting year may end in mid-December, and
    what lies between two sessions begins when it begins. name: what the period is called where its kind
    and days do not tell ("khóa XVII, nhiệm kỳ 2021–2026"); it is no part of what the period is.
    Raises ValueError for days that its kind cannot have.
    """

    kind: PeriodKind
    first_day: date
    last_day: date
    calendar: Calendar = Calendar.CIVIL
    name: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        fits = _fits if self.calendar is Calendar.CIVIL else _is_about_as_long
        if not fits(self.kind, self.first_day, self.last_day):
            raise ValueError(f"no {self.kind}: {self.first_day} to {self.last_day}")

    @cached_property
    def _key(self) -> str:
        return _key_of(self)

    @cached_property
    def _label(self) -> str:
        return _label_of(self)


@lru_cache(maxsize=10_000)
def months_of(kind: PeriodKind, year: int, position: int = 1) -> Period:
    """The month, quarter, half … of a year, counted from 1: ``months_of(QUARTER, 2024, 1)``."""
    length = _MONTHS[kind]
    first_month = (position - 1) * length + 1
    last_month = first_month + length - 1
    last_day = date(year, last_month, monthrange(year, last_month)[1])
    return Period(kind, date(year, first_month, 1), last_day)


def years_of(kind: PeriodKind, first_year: int, last_year: int) -> Period:
    """A term or a range of whole years."""
    return Period(kind, date(first_year, 1, 1), date(last_year, 12, 31))


def start_of(period: Period) -> Period:
    """The day on which a year, a range of years or a term begins, as what its stocks are compared with."""
    return Period(PeriodKind.RANGE, period.first_day, period.first_day, name=f"đầu {label(period)}")


def label(period: Period) -> str:
    """The period's name for the middle of a sentence; ``parse_period`` reads it back in the civil calendar.

    "tháng 3/2024", "quý I/2024", "6 tháng đầu năm 2024", "9 tháng đầu năm 2024", "năm 2019",
    "nhiệm kỳ 2020–2025", "giai đoạn 2015–2024", "từ 01/01/2015 đến 31/03/2015".
    """
    return period._label


def _label_of(period: Period) -> str:
    if period.name:
        return period.name
    year = period.first_day.year
    match period.kind:
        case PeriodKind.MONTH:
            return f"tháng {period.first_day.month}/{year}"
        case PeriodKind.QUARTER:
            return f"quý {_QUARTERS[_position(period) - 1]}/{year}"
        case PeriodKind.HALF:
            return f"6 tháng {_HALVES[_position(period) - 1]} năm {year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng đầu năm {year}"
        case PeriodKind.YEAR:
            return f"năm {year}"
        case PeriodKind.TERM:
            return f"nhiệm kỳ {year}–{period.last_day.year}"
    if _whole_years(period.first_day, period.last_day):
        return f"giai đoạn {year}–{period.last_day.year}"
    return f"từ {format_date(period.first_day)} đến {format_date(period.last_day)}"


def full_label(period: Period) -> str:
    """The name with the days it stands for where no calendar tells them; ``parse_period`` reads it back.

    "năm 2024 (từ 15/12/2023 đến 14/12/2024)"; in the civil calendar the name alone.
    """
    if period.calendar is Calendar.CIVIL:
        return label(period)
    days = f"từ {format_date(period.first_day)} đến {format_date(period.last_day)}"
    return f"{label(period)} ({days})"


def key(period: Period) -> str:
    """The period in ASCII, for addresses and names; no two periods share one.

    "2024-11", "2024-q1", "2024-h1", "2024-9m", "2019", "2020-2025" (a term), "tu-2015-den-2024",
    "tu-2015-01-01-den-2015-03-31"; outside the civil calendar "bao-cao-2023-12-15-den-2024-12-14".
    """
    return period._key


def _key_of(period: Period) -> str:
    first, last = period.first_day, period.last_day
    if period.calendar is not Calendar.CIVIL:
        return f"{_CALENDAR_KEYS[period.calendar]}-{first.isoformat()}-den-{last.isoformat()}"
    match period.kind:
        case PeriodKind.MONTH:
            return f"{first:%Y-%m}"
        case PeriodKind.QUARTER:
            return f"{first.year}-q{_position(period)}"
        case PeriodKind.HALF:
            return f"{first.year}-h{_position(period)}"
        case PeriodKind.NINE_MONTHS:
            return f"{first.year}-9m"
        case PeriodKind.YEAR:
            return f"{first.year}"
        case PeriodKind.TERM:
            return f"{first.year}-{last.year}"
    if _whole_years(first, last):
        return f"tu-{first.year}-den-{last.year}"
    return f"tu-{first.isoformat()}-den-{last.isoformat()}"


def year_earlier(period: Period) -> Period | None:
    """The same period of the year before: 2018 for 2019, quý I/2023 for quý I/2024.

    A range is moved by a year when it lies within one (29 February becomes the 28th). None where
    nothing is comparable: for terms and longer ranges, and before the first year known here.
    """
    first, last = period.first_day, period.last_day
    if period.calendar is not Calendar.CIVIL:
        return _year_earlier_by_its_own_calendar(period)
    if first.year != last.year or first.year == FIRST_YEAR:
        return None
    if period.kind is PeriodKind.RANGE:
        return Period(PeriodKind.RANGE, _day_a_year_earlier(first), _day_a_year_earlier(last))
    return months_of(period.kind, first.year - 1, _position(period))


def _year_earlier_by_its_own_calendar(period: Period) -> Period | None:
    if period.kind not in _MONTHS or period.first_day.year == FIRST_YEAR:
        return None
    name = re.sub(r"\b[0-9]{4}\b", lambda year: str(int(year[0]) - 1), period.name)
    first = _day_a_year_earlier(period.first_day)
    last = _day_a_year_earlier(period.last_day + timedelta(days=1)) - timedelta(days=1)
    return Period(period.kind, first, last, period.calendar, name)


def compared_with(period: Period, reference: Period) -> str:
    """What the figures of ``period`` are compared with, in short.

    "so với năm 2018" when both are years; "so với cùng kỳ năm 2024" when the reference is the same
    period a year before; "so với đầu nhiệm kỳ" when it is the day the period began; otherwise with the
    reference's label: "so với quý I/2024".
    """
    if period.kind is not PeriodKind.YEAR and reference == year_earlier(period):
        return f"so với cùng kỳ năm {reference.last_day.year}"
    if period.kind in _NOUNS and reference == start_of(period):
        return f"so với đầu {_NOUNS[period.kind]}"
    name = label(reference)
    return f"so với thời gian {name}" if name.startswith("từ ") else f"so với {name}"


def _position(period: Period) -> int:
    """Which month, quarter or half of its year the period is, from 1."""
    return (period.first_day.month - 1) // _MONTHS[period.kind] + 1


def _fits(kind: PeriodKind, first: date, last: date) -> bool:
    if kind is PeriodKind.RANGE:
        return first <= last
    if kind is PeriodKind.TERM:
        return _whole_years(first, last)
    starts = first.day == 1 and (first.month - 1) % _MONTHS[kind] == 0
    ends = last.day == monthrange(last.year, last.month)[1]
    months = last.month - first.month + 1
    return starts and ends and first.year == last.year and months == _MONTHS[kind]


def _is_about_as_long(kind: PeriodKind, first: date, last: date) -> bool:
    """Whether a period of a calendar of its own has the length of its kind, to a few days."""
    if kind not in _MONTHS:
        return first <= last
    days, months = (last - first).days + 1, _MONTHS[kind]
    return months * 30 - 5 <= days <= months * 31 + 2


def _whole_years(first: date, last: date) -> bool:
    """Whether the days bound more than one whole year."""
    bounds = (first.month, first.day, last.month, last.day)
    return bounds == (1, 1, 12, 31) and first.year < last.year


def _day_a_year_earlier(day: date) -> date:
    return real_day(day.year - 1, day.month, day.day) or date(day.year - 1, 2, 28)
