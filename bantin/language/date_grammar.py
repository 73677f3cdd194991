"""Which days exist here, and why a text is no date of the form day/month/year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from bantin.language.number_grammar import with_ascii_digits
from bantin.language.unreadable import Reason, Unreadable

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Years outside are slips of the hand."""

_THREE_NUMBERS = re.compile(r"([0-9]{1,4}) ?([/.-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})")
_IN_WORDS = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4})", re.IGNORECASE)
_DAY_AND_MONTH = re.compile(r"(?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}", re.IGNORECASE)
_MONTH_OR_YEAR = re.compile(
    r"(?:tháng )?[0-9]{1,2}[/.-][0-9]{4}|(?:năm )?[0-9]{4}|[0-9]{4}[/.-][0-9]{1,2}", re.IGNORECASE
)
_WORDS_BEFORE = re.compile(
    r"(?:(?:thứ \w+|chủ nhật|sáng|trưa|chiều|tối|ngày|,) ?)+([0-9]{1,2}/[0-9]{1,2}/[0-9]{4})", re.IGNORECASE
)


def known_year(year: int) -> int:
    """The year itself; raises Unreadable when it is outside the years known here."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(Reason.YEAR_OUT_OF_RANGE)
    return year


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def printed(day: date) -> str:
    """Day and month with two digits: "05/07/2023"."""
    return f"{day:%d/%m}/{day.year}"


def date_refusal(text: str) -> Unreadable:
    """Why the text is no date; the first reason of the table that fits."""
    found = (reason(text) for reason in _REASONS)
    return next((refused for refused in found if refused), Unreadable(Reason.NOT_A_DATE))


def _empty(text: str) -> Unreadable | None:
    return None if text else Unreadable(Reason.EMPTY)


def _foreign_digits(text: str) -> Unreadable | None:
    ascii_text = with_ascii_digits(text)
    if ascii_text == text:
        return None
    return Unreadable(Reason.NON_ASCII_DIGITS, suggestion=_as_day_month_year(ascii_text))


def _as_day_month_year(text: str) -> str:
    """The text itself where it is a date, else ""."""
    match = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
    if not match:
        return ""
    day, month, year = map(int, match.groups())
    return text if FIRST_YEAR <= year <= LAST_YEAR and real_day(year, month, day) else ""


def _three_numbers(text: str) -> Unreadable | None:
    match = _THREE_NUMBERS.fullmatch(text)
    if not match:
        return None
    first, _, second, third = match.groups()
    if len(first) == 4 and len(third) <= 2:
        return _no_date(Reason.YEAR_FIRST, int(first), int(second), int(third))
    if len(first) <= 2 and len(third) == 4:
        return _no_date(Reason.WRONG_SEPARATOR, int(third), int(second), int(first))
    if len(first) <= 2 and len(third) == 2:
        return _no_date(Reason.TWO_DIGIT_YEAR, 2000 + int(third), int(second), int(first))
    return None


def _no_date(otherwise: Reason, year: int, month: int, day: int) -> Unreadable:
    """What is wrong with three numbers: the year, the day, the order, or else the way of writing."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unreadable(Reason.YEAR_OUT_OF_RANGE)
    meant = real_day(year, month, day)
    if meant:
        return Unreadable(otherwise, suggestion=printed(meant))
    swapped = real_day(year, day, month) if otherwise is not Reason.YEAR_FIRST else None
    if swapped:
        return Unreadable(Reason.MONTH_FIRST, suggestion=printed(swapped))
    return Unreadable(Reason.NO_SUCH_DAY)


def _in_words(text: str) -> Unreadable | None:
    match = _IN_WORDS.fullmatch(text)
    return _no_date(Reason.IN_WORDS, int(match[3]), int(match[2]), int(match[1])) if match else None


def _incomplete(text: str) -> Unreadable | None:
    if _DAY_AND_MONTH.fullmatch(text):
        return Unreadable(Reason.YEAR_MISSING)
    return Unreadable(Reason.DAY_MISSING) if _MONTH_OR_YEAR.fullmatch(text) else None


def _beside_words(text: str) -> Unreadable | None:
    match = _WORDS_BEFORE.fullmatch(text)
    if not match:
        return None
    return Unreadable(Reason.TEXT_BESIDE, suggestion=_as_day_month_year(match[1]))


_REASONS: tuple[Callable[[str], Unreadable | None], ...] = (
    _empty,
    _foreign_digits,
    _three_numbers,
    _in_words,
    _incomplete,
    _beside_words,
)
