"""Which texts are Vietnamese numbers, and what may stand before them.

The dot groups thousands, the comma is the decimal mark. A text is refused when it could be two
numbers: a clerk's "4,300" may be 4,3 or 4.300, and nobody can tell from the text.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from bantin.language.unreadable import Reason, Unreadable

MOST_DIGITS = 18
"""A state budget in đồng has 16 digits; what is longer is a slip of the hand."""

MINUSES = "-\N{MINUS SIGN}"
DASHES = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{FULLWIDTH HYPHEN-MINUS}"
"""What word processors and keyboards put where a minus is meant."""


class Qualifier(StrEnum):
    """How a printed number stands to the true one."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    ABOUT = "about"
    UNDER = "under"


QUALIFIER_WORDS = {
    "trên": Qualifier.OVER,
    "hơn": Qualifier.OVER,
    "ít nhất": Qualifier.AT_LEAST,
    "tối thiểu": Qualifier.AT_LEAST,
    "không dưới": Qualifier.AT_LEAST,
    "khoảng": Qualifier.ABOUT,
    "xấp xỉ": Qualifier.ABOUT,
    "dưới": Qualifier.UNDER,
    "gần": Qualifier.UNDER,
}
"""The words before a number. "gần 4.300" falls short of 4.300: an upper bound, like "dưới"."""

_PLAIN = r"(?:0|[1-9][0-9]*)"
_GROUPED = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_COUNT = re.compile(rf"0[0-9]|{_PLAIN}|{_GROUPED}")
_DECIMAL = re.compile(rf"0[0-9]|(?:{_PLAIN}|{_GROUPED})(?:,[0-9]+)?")
_ONE_GROUP = re.compile(r"([1-9][0-9]{0,2})[.,]([0-9]{3})")


def clean(text: str) -> str:
    """The text precomposed (NFC), with white space of any kind as single spaces and none around."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def readable(text: str, *, decimal: bool) -> bool:
    """Whether the text is a number without sign, of the field's kind and in one way only."""
    if count_digits(text) > MOST_DIGITS:
        return False
    if not decimal:
        return _COUNT.fullmatch(text) is not None
    return _DECIMAL.fullmatch(text) is not None and not two_readings(text, decimal=True)


def two_readings(text: str, *, decimal: bool) -> tuple[str, ...]:
    """Both numbers that one group of three after a mark can be, or () when there is one at most.

    In a decimal field the comma is what it says, but for a last zero, which hardly anybody writes
    after a decimal mark and everybody writes in thousands.
    """
    match = _ONE_GROUP.fullmatch(text)
    if not match or (decimal and "," in text and not text.endswith("0")):
        return ()
    return decimal_and_whole(*match.groups())


def decimal_and_whole(before: str, after: str) -> tuple[str, str]:
    """Two digit strings with some mark between, as printed when the mark is decimal, and when it groups."""
    fraction = after.rstrip("0")
    decimal = f"{_grouped(before)},{fraction}" if fraction else _grouped(before)
    return decimal, _grouped(before + after)


def split_sign(text: str, *, decimal: bool) -> tuple[str, str]:
    """The sign ("+", "-" or "") and what follows it; raises Unreadable for a dash used as a minus."""
    first, rest = text[:1], text[1:].lstrip()
    if first and first in DASHES:
        good = readable(rest, decimal=decimal)
        raise Unreadable(Reason.WRONG_MINUS, suggestion=f"-{rest}" if good else "")
    if first == "+":
        return "+", rest
    return ("-", rest) if first and first in MINUSES else ("", text)


def split_qualifier(text: str) -> tuple[str, str]:
    """The known qualifier before a number, in small letters (or ""), and what follows it."""
    for word in QUALIFIER_WORDS:
        if text[: len(word)].lower() == word and text[len(word) : len(word) + 1] == " ":
            return word, text[len(word) + 1 :]
    return "", text


def count_digits(text: str) -> int:
    """How many digits the text has, of any script."""
    return sum(map(str.isdigit, text))


def with_ascii_digits(text: str) -> str:
    """The text with the digits of other scripts written as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")
