"""Why a text is no number, and what to write instead: a table of reasons, the first that fits counts."""

from __future__ import annotations

import re
from collections.abc import Callable

from bantin.language.number_grammar import (
    DASHES,
    MINUSES,
    MOST_DIGITS,
    count_digits,
    decimal_and_whole,
    readable,
    split_qualifier,
    two_readings,
    with_ascii_digits,
)
from bantin.language.unreadable import Reason, Unreadable

_COMMA_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_FOREIGN_GROUPS = re.compile(r"[1-9][0-9]{0,2}([ '’_])[0-9]{3}(?:\1[0-9]{3})*(?:,[0-9]+)?")
_FOREIGN_SEPARATOR = re.compile(r"[0-9]+(?:[ '’_][0-9]+)+")
_ENGLISH = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.([0-9]+)")
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+)+(?:,[0-9]+)?")
_PADDED = re.compile(r"0[0-9][0-9.,]*")
_NUMBER_THEN_WORDS = re.compile(r"([0-9](?:[0-9.,]*[0-9])?) ?([^\W\d_]+(?: [^\W\d_]+)*)")
_WORDS_THEN_NUMBER = re.compile(r"(?:[^\W\d_]+ )+[0-9][0-9.,]*")
_NUMBER_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_MULTIPLIERS = ("chục", "mươi", "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "rưỡi", "lẻ", "phần")
_CHANGING_WORDS = frozenset([*_MULTIPLIERS, "trở", "hơn"])


def refusal(text: str, *, decimal: bool) -> Unreadable:
    """Why the cleaned text is no number without sign; ``decimal``: the field takes decimals."""
    found = (reason(text, decimal) for reason in _REASONS)
    return next((refused for refused in found if refused), Unreadable(Reason.NOT_A_NUMBER))


def _offer(reason: Reason, decimal: bool, *candidates: str) -> Unreadable:
    """A refusal that suggests the first candidate which the field would take."""
    good = (candidate for candidate in candidates if readable(candidate, decimal=decimal))
    return Unreadable(reason, suggestion=next(good, ""))


def _empty(text: str, decimal: bool) -> Unreadable | None:
    return None if text else Unreadable(Reason.EMPTY)


def _foreign_digits(text: str, decimal: bool) -> Unreadable | None:
    ascii_text = with_ascii_digits(text)
    return _offer(Reason.NON_ASCII_DIGITS, decimal, ascii_text) if ascii_text != text else None


def _too_long(text: str, decimal: bool) -> Unreadable | None:
    numeric = re.fullmatch(r"[0-9., ]+", text) and count_digits(text) > MOST_DIGITS
    return Unreadable(Reason.TOO_LONG) if numeric else None


def _signed(text: str, decimal: bool) -> Unreadable | None:
    if text[0] == "+":
        return _offer(Reason.SIGN_UNEXPECTED, decimal, text[1:].lstrip())
    return Unreadable(Reason.NEGATIVE) if not decimal and text[0] in MINUSES + DASHES else None


def _percent(text: str, decimal: bool) -> Unreadable | None:
    if not text.endswith("%"):
        return None
    return _offer(Reason.PERCENT_UNEXPECTED, decimal, text[:-1].rstrip())


def _qualified(text: str, decimal: bool) -> Unreadable | None:
    return Unreadable(Reason.QUALIFIER_UNEXPECTED) if split_qualifier(text)[0] else None


def _in_words(text: str, decimal: bool) -> Unreadable | None:
    word = text.lower()
    if word not in _NUMBER_WORDS:
        return None
    return Unreadable(Reason.IN_WORDS, suggestion=str(_NUMBER_WORDS.index(word)))


def _padded(text: str, decimal: bool) -> Unreadable | None:
    if not _PADDED.fullmatch(text):
        return None
    bare = text.lstrip("0")
    return _offer(Reason.LEADING_ZERO, decimal, bare if bare[:1].isdigit() else f"0{bare}")


def _ambiguous(text: str, decimal: bool) -> Unreadable | None:
    readings = two_readings(text, decimal=decimal)
    return Unreadable(Reason.TWO_READINGS, readings) if readings else None


def _foreign_grouping(text: str, decimal: bool) -> Unreadable | None:
    if _COMMA_GROUPS.fullmatch(text):
        return _offer(Reason.FOREIGN_GROUPING, decimal, text.replace(",", "."))
    if match := _FOREIGN_GROUPS.fullmatch(text):
        grouped, bare = text.replace(match[1], "."), text.replace(match[1], "")
        return _offer(Reason.FOREIGN_GROUPING, decimal, grouped, bare)
    return Unreadable(Reason.FOREIGN_GROUPING) if _FOREIGN_SEPARATOR.fullmatch(text) else None


def _english_decimal(text: str, decimal: bool) -> Unreadable | None:
    match = _ENGLISH.fullmatch(text)
    if not match:
        return None
    whole, fraction = match.groups()
    if "," in whole or whole == "0" or (decimal and len(fraction) != 3):
        return _offer(Reason.ENGLISH_DECIMAL, decimal, f"{whole.replace(',', '.')},{fraction}")
    return Unreadable(Reason.WRONG_GROUPING, decimal_and_whole(whole, fraction))


def _not_whole(text: str, decimal: bool) -> Unreadable | None:
    return Unreadable(Reason.NOT_WHOLE) if not decimal and readable(text, decimal=True) else None


def _badly_grouped(text: str, decimal: bool) -> Unreadable | None:
    return Unreadable(Reason.WRONG_GROUPING) if _DOTTED.fullmatch(text) else None


def _beside_words(text: str, decimal: bool) -> Unreadable | None:
    """Words after a number can be left out, unless they change it; words before it often do."""
    match = _NUMBER_THEN_WORDS.fullmatch(text)
    words = match[2].lower().split() if match else []
    if match and all(map(str.isalpha, words)):
        changed = _CHANGING_WORDS.intersection(words)
        return _offer(Reason.TEXT_BESIDE, decimal, *([] if changed else [match[1]]))
    return Unreadable(Reason.TEXT_BESIDE) if _WORDS_THEN_NUMBER.fullmatch(text) else None


_REASONS: tuple[Callable[[str, bool], Unreadable | None], ...] = (
    _empty,
    _foreign_digits,
    _too_long,
    _signed,
    _percent,
    _qualified,
    _in_words,
    _padded,
    _ambiguous,
    _foreign_grouping,
    _english_decimal,
    _not_whole,
    _badly_grouped,
    _beside_words,
)
