"""Vietnamese numbers: read from text, and printed.

The marks come from Babel's CLDR for Vietnamese; reading is strict and exact, without floats.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

from babel.numbers import get_decimal_symbol, get_group_symbol, get_minus_sign_symbol

from bantin.language.number_grammar import clean, readable, split_sign
from bantin.language.number_refusals import refusal
from bantin.language.unreadable import Reason, Unreadable


def parse_count(text: str) -> int:
    """A whole number that is not negative: "4.300", "4300", "05", "0".

    Raises Unreadable, for "4,300" with both readings.
    """
    return int(read_unsigned(clean(text), decimal=False))


def parse_decimal(text: str) -> Decimal:
    """An exact decimal number: "12,5", "1.234,5", "7", "-3" (hyphen or U+2212); keeps the decimals written.

    Raises Unreadable, for "4.300" with both readings: write "4,3", or "4300" without the dot.
    """
    sign, number = split_sign(clean(text), decimal=True)
    if sign == "+":
        raise refusal(f"+{number}", decimal=True)
    try:
        amount = read_unsigned(number, decimal=True)
    except Unreadable as refused:
        raise refused.within(sign) from None
    return signed(amount, sign)


def parse_percent(text: str) -> Decimal:
    """The number before an obligatory percent sign: "12,5%" is 12.5. Raises Unreadable."""
    written = clean(text)
    number = written.removesuffix("%").rstrip()
    try:
        amount = parse_decimal(number)
    except Unreadable as refused:
        raise refused.within("", "%") from None
    if not written.endswith("%"):
        raise Unreadable(Reason.PERCENT_MISSING, suggestion=f"{number}%")
    return amount


def read_unsigned(text: str, *, decimal: bool) -> Decimal:
    """A cleaned number without sign, of a field that takes decimals or only whole numbers."""
    if not readable(text, decimal=decimal):
        raise refusal(text, decimal=decimal)
    return Decimal(text.replace(".", "").replace(",", "."))


def signed(amount: Decimal, sign: str) -> Decimal:
    """The amount with its sign ("-" or anything else); zero has none."""
    return amount.copy_negate() if sign == "-" and amount else amount


def round_half_up(value: int | Decimal | Fraction, places: int) -> Decimal:
    """The value with exactly ``places`` decimals; a half goes away from zero, as schools teach it."""
    above, below = value.as_integer_ratio()
    digits = (2 * abs(above) * 10**places + below) // (2 * below)
    return signed(Decimal(f"{digits}E-{places}"), "-" if above < 0 else "")


def format_number(value: int | Decimal, places: int | None = None) -> str:
    """As Vietnamese prints it: "4.300", "12,5", "-3".

    Without ``places`` with the decimals that the value carries, otherwise with so many of them,
    rounded half up. Raises ValueError for infinity and what is not a number.
    """
    number = Decimal(value) if places is None else round_half_up(value, places)
    if not number.is_finite():
        raise ValueError(f"no number to print: {value}")
    return f"{number if number else number.copy_abs():,f}".translate(_vietnamese_marks())


def format_percent(value: int | Decimal | Fraction, places: int = 1) -> str:
    """A number of hundredths with its sign: 29.41 is "29,4%", 15 is "15%" (not a ratio of 0 to 1).

    Rounded half up to ``places`` decimals; zeros at the end are dropped.
    """
    written = f"{round_half_up(value, places):f}"
    shortest = written.rstrip("0").rstrip(".") if "." in written else written
    return f"{format_number(Decimal(shortest))}%"


def format_count(count: int, zero_padded: bool = False) -> str:
    """A whole number: "4.300"; with ``zero_padded`` one to nine as offices write them: "05"."""
    return f"0{count}" if zero_padded and 0 < count < 10 else format_number(count)


def format_file_size(size: int) -> str:
    """Bytes as a reader weighs a download: "4 KB" (rounded up), "1,2 MB" (a KB is 1,000 bytes)."""
    thousands = max(1, -(-size // 1000))
    if thousands < 1000:
        return f"{thousands} KB"
    millions = round_half_up(Fraction(size, 1_000_000), 1)
    return f"{format_number(millions, 0 if millions == millions.to_integral_value() else 1)} MB"


@cache
def _vietnamese_marks() -> dict[int, str]:
    """From the marks of Python's number format to those of CLDR; ten times cheaper than Babel's own."""
    return str.maketrans(
        {
            ",": get_group_symbol("vi"),
            ".": get_decimal_symbol("vi"),
            "-": get_minus_sign_symbol("vi"),
        }
    )
