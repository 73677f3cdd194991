"""What a reader of Vietnamese numbers, dates and periods says of text it does not take.

No sentences here: a closed list of codes, the readings that are possible, and what to write
instead. Whoever shows it to people puts it into words.
"""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a text was refused. The list is closed: every code has a sentence where problems are shown.

    Readings and suggestion are empty where the comment does not speak of them.
    """

    # Numbers
    EMPTY = "empty"  # nothing there
    NOT_A_NUMBER = "not-a-number"  # no number in any way of writing known here
    IN_WORDS = "in-words"  # "bốn", "tăng 9", "29 tháng 11 năm 2024"; suggestion in digits
    TEXT_BESIDE = "text-beside"  # "22 đảng viên", "ngày 29/11/2024"; suggestion without the words
    NON_ASCII_DIGITS = "non-ascii-digits"  # digits of another script; suggestion with 0–9
    TWO_READINGS = "two-readings"  # both readings, as they are printed (see Unreadable)
    ENGLISH_DECIMAL = "english-decimal"  # "12.5"; suggestion "12,5"
    FOREIGN_GROUPING = "foreign-grouping"  # "10 000", "4,300,500", "1_000"; suggestion "10.000"
    WRONG_GROUPING = "wrong-grouping"  # "43.00", "1.2345"; both readings where there are two
    LEADING_ZERO = "leading-zero"  # "010"; suggestion "10"
    NOT_WHOLE = "not-whole"  # "12,5" where things are counted
    TOO_LONG = "too-long"  # more digits than any figure has
    NEGATIVE = "negative"  # "-3" where things are counted
    SIGN_UNEXPECTED = "sign-unexpected"  # "+9" where it is no change; suggestion "9"
    SIGN_MISSING = "sign-missing"  # "9" for a change; readings "+9" and "-9"
    WRONG_MINUS = "wrong-minus"  # a dash for a minus; suggestion "-3"
    PERCENT_UNEXPECTED = "percent-unexpected"  # "12%" where a number is meant; suggestion "12"
    PERCENT_MISSING = "percent-missing"  # "12,5" for a percentage; suggestion "12,5%"
    QUALIFIER_UNEXPECTED = "qualifier-unexpected"  # "trên 4.300" where only an exact number will do
    QUALIFIER_UNKNOWN = "qualifier-unknown"  # a word before the number that is no known qualifier
    # Dates and times
    NOT_A_DATE = "not-a-date"  # not day/month/year in any way of writing known here
    NO_SUCH_DAY = "no-such-day"  # "30/02/2024"
    MONTH_FIRST = "month-first"  # "11/29/2024"; suggestion "29/11/2024"
    YEAR_FIRST = "year-first"  # "2024-11-29"; suggestion "29/11/2024"
    WRONG_SEPARATOR = "wrong-separator"  # "29-11-2024", "29.11.2024"; suggestion "29/11/2024"
    TWO_DIGIT_YEAR = "two-digit-year"  # "29/11/24", "năm 19"; suggestion with the year in full
    YEAR_OUT_OF_RANGE = "year-out-of-range"  # before 1900 or after 2200
    YEAR_MISSING = "year-missing"  # "29/11", "quý I"
    DAY_MISSING = "day-missing"  # "11/2024" for a day
    WEEKDAY_MISSING = "weekday-missing"  # "29/11/2024" for a date line; suggestion with its weekday
    NOT_A_WEEKDAY = "not-a-weekday"  # "Thứ tám, 29/11/2024"
    TIME_MISSING = "time-missing"  # "22/11/2026" for an instant
    NOT_A_TIME = "not-a-time"  # "22/11/2026 sáng"; suggestion for "07h30"
    NO_SUCH_TIME = "no-such-time"  # "25:00"
    NOT_ISO = "not-iso"  # for the command line; suggestion "2026-11-22" for "22/11/2026"
    # Periods
    NOT_A_PERIOD = "not-a-period"  # suggestion for "11/2024": "tháng 11/2024"
    NO_SUCH_MONTH = "no-such-month"  # "tháng 13/2024"
    NO_SUCH_QUARTER = "no-such-quarter"  # "quý V/2024"
    REVERSED = "reversed"  # the end does not come after the start


class Unreadable(ValueError):
    """Text that a field of numbers, dates or periods does not take.

    reason: its code. readings: what the text could mean, as Vietnamese prints it ("4,3", "4.300");
    a whole number can always be written without its dots ("4300"), in every field that takes it.
    suggestion: what to write instead, accepted by the same reader, or "".
    """

    def __init__(self, reason: Reason, readings: tuple[str, ...] = (), suggestion: str = "") -> None:
        super().__init__(reason, readings, suggestion)
        self.reason = reason
        self.readings = readings
        self.suggestion = suggestion

    def __str__(self) -> str:
        return str(self.reason)

    def within(self, before: str, after: str = "") -> Unreadable:
        """The same refusal of a longer text: readings and suggestion between ``before`` and ``after``."""
        readings = tuple(f"{before}{reading}{after}" for reading in self.readings)
        suggestion = f"{before}{self.suggestion}{after}" if self.suggestion else ""
        return Unreadable(self.reason, readings, suggestion)
