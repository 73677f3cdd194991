"""Puts into words why a number, a date or a period could not be read."""

from __future__ import annotations

from bantin.dataset.records.refused import Refused
from bantin.language import Reason, Unreadable
from bantin.language.number_grammar import QUALIFIER_WORDS
from bantin.problems import Message, say

_WORDS: dict[Reason, Message] = {
    Reason.EMPTY: say("nothing is written here"),
    Reason.NOT_A_NUMBER: say("this is not a number"),
    Reason.IN_WORDS: say("this is written in words; digits are needed"),
    Reason.TEXT_BESIDE: say("there are words beside the value; only the value belongs here"),
    Reason.NON_ASCII_DIGITS: say("these are digits of another script"),
    Reason.TWO_READINGS: say("this can be read in two ways"),
    Reason.ENGLISH_DECIMAL: say("the decimal sign is a comma in Vietnamese"),
    Reason.FOREIGN_GROUPING: say("thousands are separated by dots in Vietnamese"),
    Reason.WRONG_GROUPING: say("the dots do not stand between groups of three digits"),
    Reason.LEADING_ZERO: say("the number begins with a zero"),
    Reason.NOT_WHOLE: say("a whole number is needed: things are counted here"),
    Reason.TOO_LONG: say("the number has more digits than any figure has"),
    Reason.NEGATIVE: say("a number of things cannot be negative"),
    Reason.SIGN_UNEXPECTED: say("a number without a sign is needed here"),
    Reason.SIGN_MISSING: say("a change needs a sign, or it does not say up or down"),
    Reason.WRONG_MINUS: say("this dash is not a minus sign"),
    Reason.PERCENT_UNEXPECTED: say("a number without % is needed here"),
    Reason.PERCENT_MISSING: say("a percentage needs the sign %"),
    Reason.QUALIFIER_UNEXPECTED: say("only an exact number belongs here"),
    Reason.QUALIFIER_UNKNOWN: say("the word before the number is not known"),
    Reason.NOT_A_DATE: say("this is not a date"),
    Reason.NO_SUCH_DAY: say("there is no such day in the calendar"),
    Reason.MONTH_FIRST: say("the month stands before the day"),
    Reason.YEAR_FIRST: say("the year stands before the day"),
    Reason.WRONG_SEPARATOR: say("day, month and year are separated by slashes"),
    Reason.TWO_DIGIT_YEAR: say("the year needs four digits"),
    Reason.YEAR_OUT_OF_RANGE: say("the year is not between 1900 and 2200"),
    Reason.YEAR_MISSING: say("the year is missing"),
    Reason.DAY_MISSING: say("the day is missing"),
    Reason.WEEKDAY_MISSING: say("the weekday is missing"),
    Reason.NOT_A_WEEKDAY: say("this is not a day of the week"),
    Reason.TIME_MISSING: say("the time of day is missing"),
    Reason.NOT_A_TIME: say("this is not a time of day"),
    Reason.NO_SUCH_TIME: say("there is no such time of day"),
    Reason.NOT_ISO: say("this is not a moment in the form 2026-11-22T07:30"),
    Reason.NOT_A_PERIOD: say("this is not a period"),
    Reason.NO_SUCH_MONTH: say("there are twelve months in a year"),
    Reason.NO_SUCH_QUARTER: say("there are four quarters in a year"),
    Reason.REVERSED: say("the end does not come after the start"),
}

_EXAMPLES: dict[Reason, Message] = {
    Reason.NOT_A_NUMBER: say("write digits, for example 22, 4.300 or 12,5"),
    Reason.NOT_A_DATE: say("write day/month/year, for example 29/11/2024"),
    Reason.YEAR_MISSING: say("write the year as well, for example 29/11/2024 or quý I/2024"),
    Reason.NO_SUCH_DAY: say("look the day up in the calendar and correct it"),
    Reason.NOT_A_PERIOD: say("write for example năm 2019, tháng 11/2024, quý I/2024, 6 tháng đầu năm 2024"),
    Reason.QUALIFIER_UNKNOWN: say("the words known: {names}", names=", ".join(sorted(QUALIFIER_WORDS))),
    Reason.WEEKDAY_MISSING: say("write for example Thứ năm, 01/10/2020"),
    Reason.TIME_MISSING: say("write for example 29/11/2024 07:30"),
}


def refusal(text: str, unreadable: Unreadable) -> Refused:
    """What a field says of ``text`` that it could not read."""
    reason = unreadable.reason
    evidence = [_readings(unreadable.readings)] if len(unreadable.readings) > 1 else []
    remedy = _EXAMPLES.get(reason)
    if len(unreadable.readings) > 1:
        remedy = say("write the one of the two that is meant")
    if unreadable.suggestion:
        remedy = say("write {suggestion}", suggestion=unreadable.suggestion)
    return Refused(
        str(reason), say("“{text}”: {reason}", text=text, reason=_WORDS[reason]), *evidence, remedy=remedy
    )


def _readings(readings: tuple[str, ...]) -> Message:
    return say("read as {first} or as {second}", first=readings[0], second=readings[1])
