"""Reporting periods read from text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bantin.language.date_grammar import known_year
from bantin.language.dates import parse_date
from bantin.language.number_grammar import clean, with_ascii_digits
from bantin.language.periods import (
    Calendar,
    Period,
    PeriodKind,
    full_label,
    label,
    months_of,
    start_of,
    years_of,
)
from bantin.language.unreadable import Reason, Unreadable

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_OF_YEAR = r"(?:/| năm )([0-9]{4})"
_YEAR_TO_YEAR = r"([0-9]{4}) ?[-–] ?([0-9]{4})"
_WITHOUT_YEAR = re.compile(
    r"tháng [0-9]+|quý [0-9iv]+|(?:6|sáu) tháng(?: (?:đầu|cuối)(?: năm)?)?"
    r"|(?:9|chín) tháng(?: đầu)?(?: năm)?",
    re.IGNORECASE,
)
_SOME_HALF = re.compile(r"(?:6|sáu) tháng (?:năm )?([0-9]{4})", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"((?:năm|.*/|.* năm) ?)([0-9]{2})", re.IGNORECASE)
_SESSIONS = re.compile(r"\b(?:họp|hội nghị|đại hội|phiên)\b", re.IGNORECASE)
_FINANCIAL = re.compile(r"(?<=năm) (?:tài chính|báo cáo)", re.IGNORECASE)
_BARE_MONTH = re.compile(r"([0-9]{1,2})[/.-]([0-9]{4})")
_YEAR_AND_MONTH = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})")
_BARE_QUARTER = re.compile(r"q(?:uý )?([1-4])[/.-]?(?: ?năm )?([0-9]{4})", re.IGNORECASE)


def parse_period(text: str) -> Period:
    """The period that the text names, in any of these ways.

    "năm 2019" or "2019", "tháng 11/2024", "quý I/2024" (or 1), "6 tháng đầu năm 2024" (or cuối),
    "9 tháng đầu năm 2024", "nhiệm kỳ 2020–2025" (hyphen or en dash), "khóa XVII, nhiệm kỳ 2021–2026",
    "giai đoạn 2015–2024" or "2015–2024", "từ 01/01/2015 đến 31/12/2024", "đầu nhiệm kỳ 2020–2025"
    (the day it began); "/" before the year may be " năm ".
    A period with days of its own has them in brackets: "năm 2024 (từ 15/12/2023 đến 14/12/2024)", "năm tài
    chính 2024 (…)", "từ kỳ họp thứ 11 đến kỳ họp thứ 12 (…)".
    Capital and small letters are the same. Raises Unreadable.
    """
    written = clean(text)
    for form, read in _FORMS:
        match = form.fullmatch(written)
        if match:
            return read(*match.groups())
    raise _refusal(written)


def _month(month: str, year: str) -> Period:
    if not 1 <= int(month) <= 12:
        raise Unreadable(Reason.NO_SUCH_MONTH)
    return months_of(PeriodKind.MONTH, known_year(int(year)), int(month))


def _quarter(quarter: str, year: str) -> Period:
    if quarter.lower() not in _QUARTERS:
        raise Unreadable(Reason.NO_SUCH_QUARTER)
    return months_of(PeriodKind.QUARTER, known_year(int(year)), _QUARTERS[quarter.lower()])


def _half(which: str, year: str) -> Period:
    return months_of(PeriodKind.HALF, known_year(int(year)), 1 if which.lower() == "đầu" else 2)


def _nine_months(year: str) -> Period:
    return months_of(PeriodKind.NINE_MONTHS, known_year(int(year)))


def _year(year: str) -> Period:
    return months_of(PeriodKind.YEAR, known_year(int(year)))


def _term(first: str, last: str) -> Period:
    return _years(PeriodKind.TERM, first, last)


def _numbered_term(ordinal: str, first: str, last: str) -> Period:
    term = _years(PeriodKind.TERM, first, last)
    return Period(term.kind, term.first_day, term.last_day, name=f"k{ordinal[1:]}, {label(term)}")


def _with_days(name: str, first: str, last: str) -> Period:
    """A period of a calendar of its own: its name, and the days that it stands for."""
    bounds = _range_of_days(first, last)
    if _SESSIONS.search(name):
        return Period(PeriodKind.RANGE, bounds.first_day, bounds.last_day, Calendar.SESSIONS, name)
    financial = _FINANCIAL.search(name)
    named = parse_period(_FINANCIAL.sub("", name))
    calendar = Calendar.FINANCIAL if financial and "tài" in financial[0].lower() else Calendar.REPORTING
    printed = label(named) if not financial else f"năm{financial[0].lower()} {named.first_day.year}"
    try:
        return Period(named.kind, bounds.first_day, bounds.last_day, calendar, printed)
    except ValueError:
        raise Unreadable(Reason.NOT_A_PERIOD) from None


def _start(of: str) -> Period:
    return start_of(parse_period(of))


def _range_of_years(first: str, last: str) -> Period:
    return _years(PeriodKind.RANGE, first, last)


def _years(kind: PeriodKind, first: str, last: str) -> Period:
    start, end = known_year(int(first)), known_year(int(last))
    if end <= start:
        swapped = label(years_of(kind, end, start)) if end < start else ""
        raise Unreadable(Reason.REVERSED, suggestion=swapped)
    return years_of(kind, start, end)


def _range_of_days(first: str, last: str) -> Period:
    start = _bound(first, "từ ", f" đến {last}")
    end = _bound(last, f"từ {first} đến ", "")
    if end < start:
        raise Unreadable(Reason.REVERSED, suggestion=label(Period(PeriodKind.RANGE, end, start)))
    return Period(PeriodKind.RANGE, start, end)


def _bound(text: str, before: str, after: str) -> date:
    try:
        return parse_date(text)
    except Unreadable as refused:
        raise _offer(refused.reason, f"{before}{refused.suggestion}{after}") from None


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = tuple(
    (re.compile(form, re.IGNORECASE), read)
    for form, read in (
        (r"(?:năm )?([0-9]{4})", _year),
        (rf"tháng ([0-9]{{1,2}}){_OF_YEAR}", _month),
        (rf"quý ([0-9ivx]+){_OF_YEAR}", _quarter),
        (r"(?:6|sáu) tháng (đầu|cuối) năm ([0-9]{4})", _half),
        (r"(?:9|chín) tháng (?:đầu )?năm ([0-9]{4})", _nine_months),
        (rf"nhiệm k[ỳì] {_YEAR_TO_YEAR}", _term),
        (rf"(khóa [0-9a-z]+),? nhiệm k[ỳì] {_YEAR_TO_YEAR}", _numbered_term),
        (r"(.+) \((?:từ )?(?:ngày )?(\S+?) ?(?:đến|–|-) ?(?:hết )?(?:ngày )?(\S+)\)", _with_days),
        (r"đầu ((?:năm|giai đoạn|nhiệm kỳ|khóa) .+)", _start),
        (rf"(?:giai đoạn )?{_YEAR_TO_YEAR}", _range_of_years),
        (r"từ (?:năm )?([0-9]{4}) đến (?:hết )?(?:năm )?([0-9]{4})", _range_of_years),
        (r"từ (?:ngày )?(\S+) đến (?:hết )?(?:ngày )?(\S+)", _range_of_days),
    )
)


def _refusal(text: str) -> Unreadable:
    """Why the text is no period, and what was very likely meant."""
    if not text:
        return Unreadable(Reason.EMPTY)
    if with_ascii_digits(text) != text:
        return _offer(Reason.NON_ASCII_DIGITS, with_ascii_digits(text))
    if _WITHOUT_YEAR.fullmatch(text):
        return Unreadable(Reason.YEAR_MISSING)
    if match := _SOME_HALF.fullmatch(text):
        return Unreadable(
            Reason.TWO_READINGS, (label(_half("đầu", match[1])), label(_half("cuối", match[1])))
        )
    if match := _SHORT_YEAR.fullmatch(text):
        offer = _offer(Reason.TWO_DIGIT_YEAR, f"{match[1]}20{match[2]}")
        return offer if offer.suggestion else Unreadable(Reason.NOT_A_PERIOD)
    return _offer(Reason.NOT_A_PERIOD, _likely_meant(text))


def _likely_meant(text: str) -> str:
    if match := _BARE_MONTH.fullmatch(text):
        return f"tháng {match[1]}/{match[2]}"
    if match := _YEAR_AND_MONTH.fullmatch(text):
        return f"tháng {match[2]}/{match[1]}"
    if match := _BARE_QUARTER.fullmatch(text):
        return f"quý {match[1]}/{match[2]}"
    return ""


def _offer(reason: Reason, candidate: str) -> Unreadable:
    """A refusal that suggests the candidate's canonical name, if it is a period."""
    try:
        return Unreadable(reason, suggestion=full_label(parse_period(candidate)))
    except Unreadable:
        return Unreadable(reason)
