"""How the text of a scalar becomes a value of its field, and the numbers that bulletins publish."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from pydantic import PlainValidator, WithJsonSchema

from bantin.dataset.records.refused import not_one_value
from bantin.dataset.records.unreadable import refusal
from bantin.language import Quantity, Unreadable, parse_quantity

T = TypeVar("T")

_GROUPED = re.compile(r"(?<![\d.,])[+-]?\d{1,3}(?:,\d{3})+$")
_DECIMAL = re.compile(r",|\d\.\d{1,2}$")


def text_of(value: object) -> str:
    """The text of a scalar with single spaces; what is no scalar is refused."""
    if not isinstance(value, str):
        raise not_one_value()
    return " ".join(value.split())


def reading(parse: Callable[[str], T]) -> Callable[[object], T]:
    """Reads a scalar with ``parse`` and puts what it refuses into words."""

    def read(value: object) -> T:
        text = text_of(value)
        try:
            return parse(text)
        except Unreadable as unreadable:
            raise refusal(text, unreadable) from unreadable

    return read


def schema(description: str, *kinds: str) -> WithJsonSchema:
    """What editors are told of a field: what it holds, and the kinds of JSON values it takes."""
    return WithJsonSchema({"type": list(kinds or ("string",)), "description": description})


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as published: quantity with its qualifier, whether it is a percentage, the text as written."""

    quantity: Quantity
    percent: bool
    text: str


class WithDecimals(str):
    """The text of a number whose comma is said to be a decimal mark."""


def _read_printed(value: object) -> Printed:
    text = text_of(value)
    return _printed_decimal(text) if isinstance(value, WithDecimals) else _printed(text)


def _parse_printed(text: str) -> Printed:
    if text.endswith("%"):
        return Printed(parse_quantity(text, decimal=True, percent=True), True, text)
    return Printed(parse_quantity(text, decimal=is_decimal(text)), False, text)


def is_decimal(text: str) -> bool:
    """Whether a number that may be a count or a decimal is meant as a decimal: by its comma, or by a dot
    that can only be an English decimal mark. A comma that could group thousands ("4,300") tells nothing."""
    return bool(_DECIMAL.search(text)) and not _GROUPED.search(text)


_printed = reading(_parse_printed)
_printed_decimal = reading(lambda text: Printed(parse_quantity(text, decimal=True), False, text))


PrintedField = Annotated[
    Printed,
    PlainValidator(_read_printed),
    schema("Số đã công bố: 22, 4.300, 12,5, 100%, trên 4.300", "string", "number"),
]
"""A number of which no more is said."""
