"""Published numbers with what stands around them: a qualifier before, or the sign of a change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from bantin.language.number_grammar import (
    QUALIFIER_WORDS,
    Qualifier,
    clean,
    readable,
    split_qualifier,
    split_sign,
)
from bantin.language.numbers import (
    format_count,
    format_number,
    parse_decimal,
    parse_percent,
    read_unsigned,
    signed,
)
from bantin.language.unreadable import Reason, Unreadable

_USUAL_WORDS = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "trên",
    Qualifier.AT_LEAST: "ít nhất",
    Qualifier.ABOUT: "khoảng",
    Qualifier.UNDER: "dưới",
}
_UP_OR_DOWN = re.compile(r"(tăng|giảm) (.+)", re.IGNORECASE)
_POINTS = re.compile(r"(.*\d) ?điểm (?:%|phần trăm)", re.IGNORECASE)
_WORDS = re.compile(r"(?:[^\W\d_]+ )+")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as published: how it stands to the true one, and the Vietnamese word printed before it.

    rounded_to: the multiples that it was rounded to (100 for "4.300" of 4,287), where that is known.
    """

    amount: Decimal
    qualifier: Qualifier = Qualifier.EXACT
    word: str = ""
    rounded_to: Decimal | None = None

    @property
    def exact(self) -> bool:
        """Whether the number is the value itself, and no bound, no estimate and not rounded."""
        return self.qualifier is Qualifier.EXACT and self.rounded_to is None


@dataclass(frozen=True, slots=True)
class Change:
    """A difference to an earlier value, in units or in percent; negative when it went down.

    points: whether it is a difference of two percentages ("+5 điểm %"); then it is not ``percent``.
    """

    amount: Decimal
    percent: bool = False
    points: bool = False


def parse_quantity(text: str, *, decimal: bool, percent: bool = False) -> Quantity:
    """A number with or without a qualifier before it: "4.300", "trên 4.300", "Ít nhất 12".

    ``decimal``: the field takes decimals; ``percent``: a percent sign is obligatory ("trên 95%").
    Raises Unreadable.
    """
    word, number = split_qualifier(clean(text))
    try:
        amount = _amount(number, decimal, percent)
    except Unreadable as refused:
        before = _WORDS.match(number)
        if before and readable(number[before.end() :].removesuffix("%").rstrip(), decimal=decimal or percent):
            raise Unreadable(Reason.QUALIFIER_UNKNOWN) from None
        raise refused.within(f"{word} " if word else "") from None
    return Quantity(amount, QUALIFIER_WORDS.get(word, Qualifier.EXACT), word)


def parse_change(text: str, *, decimal: bool) -> Change:
    """A signed number: "+9", "-3" (hyphen or U+2212), "+4.300", "+12,5%", "+5 điểm %", or "0" for no change.

    ``decimal``: the field takes decimals; percentages and points always do. Raises Unreadable.
    """
    written = clean(text)
    if points := _POINTS.fullmatch(written):
        return Change(_signed_amount(points[1], decimal=True), points=True)
    in_words = _UP_OR_DOWN.fullmatch(written)
    if in_words:
        raise _change_in_words(in_words[1], in_words[2], decimal)
    percent = written.endswith("%")
    try:
        amount = _signed_amount(written.removesuffix("%").rstrip(), decimal or percent)
    except Unreadable as refused:
        raise refused.within("", "%" if percent else "") from None
    return Change(amount, percent)


def format_quantity(quantity: Quantity, zero_padded: bool = False, percent: bool = False) -> str:
    """As printed: "trên 4.300", "05" with ``zero_padded``, "trên 95%" with ``percent``.

    The quantity's own word stands before it, or the usual one of its qualifier.
    """
    amount = quantity.amount
    word = quantity.word or _USUAL_WORDS[quantity.qualifier]
    whole = amount.as_tuple().exponent == 0
    number = format_count(int(amount), zero_padded) if whole else format_number(amount)
    return f"{word} {number}".lstrip() + ("%" if percent else "")


def format_change(change: Change) -> str:
    """With its sign: "+9", "-3", "+12,5%", "+5 điểm %"; no change is "0" or "0%"."""
    sign = "+" if change.amount > 0 else ""
    unit = "%" if change.percent else " điểm %" if change.points else ""
    return f"{sign}{format_number(change.amount)}{unit}"


def _amount(text: str, decimal: bool, percent: bool) -> Decimal:
    if percent:
        return parse_percent(text)
    return parse_decimal(text) if decimal else read_unsigned(text, decimal=False)


def _signed_amount(text: str, decimal: bool) -> Decimal:
    sign, number = split_sign(text, decimal=decimal)
    try:
        amount = read_unsigned(number, decimal=decimal)
    except Unreadable as refused:
        raise refused.within(sign) if sign else _up_or_down(refused) from None
    if amount and not sign:
        raise _up_or_down(Unreadable(Reason.SIGN_MISSING, suggestion=number))
    return signed(amount, sign)


def _up_or_down(refused: Unreadable) -> Unreadable:
    """The refusal of a change without sign: what it suggests could go either way."""
    if not refused.suggestion.strip("0"):
        return refused
    return Unreadable(refused.reason, (f"+{refused.suggestion}", f"-{refused.suggestion}"))


def _change_in_words(word: str, number: str, decimal: bool) -> Unreadable:
    """What "tăng 9" says is written "+9"; longer phrases are not cut."""
    good = readable(number.removesuffix("%").rstrip(), decimal=decimal or number.endswith("%"))
    sign = "+" if word.lower() == "tăng" else "-"
    return Unreadable(Reason.IN_WORDS, suggestion=f"{sign}{number}" if good else "")
