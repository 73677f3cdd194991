"""Reporting periods: what they are, how records write them, how pages print them."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


_MONTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: its kind, its first and its last day.

    A term is known by its years and taken from 1 January to 31 December, for the days of the
    congresses that bound it are not in its name. Raises ValueError for days that its kind cannot have.
    """

    kind: PeriodKind
    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if not _fits(self.kind, self.first_day, self.last_day):
            raise ValueError(f"no {self.kind}: {self.first_day} to {self.last_day}")


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


def label(period: Period) -> str:
    """The period's name for the middle of a sentence; ``parse_period`` reads it back.

    "tháng 3/2024", "quý I/2024", "6 tháng đầu năm 2024", "9 tháng năm 2024", "năm 2019",
    "nhiệm kỳ 2020–2025", "giai đoạn 2015–2024", "từ 01/01/2015 đến 31/03/2015".
    """
    year = period.first_day.year
    match period.kind:
        case PeriodKind.MONTH:
            return f"tháng {period.first_day.month}/{year}"
        case PeriodKind.QUARTER:
            return f"quý {_QUARTERS[_position(period) - 1]}/{year}"
        case PeriodKind.HALF:
            return f"6 tháng {_HALVES[_position(period) - 1]} năm {year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng năm {year}"
        case PeriodKind.YEAR:
            return f"năm {year}"
        case PeriodKind.TERM:
            return f"nhiệm kỳ {year}–{period.last_day.year}"
    if _whole_years(period.first_day, period.last_day):
        return f"giai đoạn {year}–{period.last_day.year}"
    return f"từ {format_date(period.first_day)} đến {format_date(period.last_day)}"


def key(period: Period) -> str:
    """The period in ASCII, for addresses and names; no two periods share one.

    "2024-11", "2024-q1", "2024-h1", "2024-9m", "2019", "2020-2025" (a term), "tu-2015-den-2024",
    "tu-2015-01-01-den-2015-03-31".
    """
    first, last = period.first_day, period.last_day
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
    if first.year != last.year or first.year == FIRST_YEAR:
        return None
    if period.kind is PeriodKind.RANGE:
        return Period(PeriodKind.RANGE, _day_a_year_earlier(first), _day_a_year_earlier(last))
    return months_of(period.kind, first.year - 1, _position(period))


def compared_with(period: Period, reference: Period) -> str:
    """What the figures of ``period`` are compared with, in short.

    "so với năm 2018" when both are years; "so với cùng kỳ năm 2024" when the reference is the same
    period a year before; otherwise with the reference's label: "so với quý I/2024".
    """
    if period.kind is not PeriodKind.YEAR and reference == year_earlier(period):
        return f"so với cùng kỳ năm {reference.first_day.year}"
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


def _whole_years(first: date, last: date) -> bool:
    """Whether the days bound more than one whole year."""
    bounds = (first.month, first.day, last.month, last.day)
    return bounds == (1, 1, 12, 31) and first.year < last.year


def _day_a_year_earlier(day: date) -> date:
    return real_day(day.year - 1, day.month, day.day) or date(day.year - 1, 2, 28)
