"""Field types: how the text of a scalar becomes a value, and what is refused.

The field decides the type: each type reads text and nothing else, and has the JSON Schema that
editors check with (a count takes numbers and text, or editors would underline ``4.300``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema

from bantin.dataset.records.refused import Refused, not_one_value
from bantin.dataset.records.roles import PUBLISHED, Declares, Kind, Unpublished
from bantin.dataset.records.text import Malformed, Text, parse_text
from bantin.dataset.records.unreadable import refusal
from bantin.language import (
    Change,
    Period,
    Quantity,
    Unreadable,
    parse_change,
    parse_date,
    parse_instant,
    parse_percent,
    parse_period,
    parse_quantity,
    parse_weekday_date,
)
from bantin.problems import say

T = TypeVar("T")

_WEB_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?(/[A-Za-z0-9._~%!$&()*+,;=:@/?#-]*)?"
)
_LONGEST_TEXT = 5_000
"""Characters of one paragraph: ten times what a reader takes in at once."""


def _text_of(value: object) -> str:
    if not isinstance(value, str):
        raise not_one_value()
    return " ".join(value.split())


def _reading(parse: Callable[[str], T]) -> Callable[[object], T]:
    """Reads a scalar with ``parse`` and puts what it refuses into words."""

    def read(value: object) -> T:
        text = _text_of(value)
        try:
            return parse(text)
        except Unreadable as unreadable:
            raise refusal(text, unreadable) from unreadable

    return read


def _schema(description: str, *kinds: str) -> WithJsonSchema:
    return WithJsonSchema({"type": list(kinds or ("string",)), "description": description})


class Finality(StrEnum):
    """Whether a value can still change."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Amount:
    """A published number: quantity with its qualifier, whether it is a percentage, the text as written."""

    quantity: Quantity
    percent: bool
    text: str
    finality: Finality = Finality.FINAL


def _amount(text: str) -> Amount:
    if text.endswith("%"):
        return Amount(parse_quantity(text, decimal=True, percent=True), True, text)
    return Amount(parse_quantity(text, decimal=_is_decimal(text)), False, text)


def _is_decimal(text: str) -> bool:
    """Whether a number that may be a count or a decimal is meant as a decimal: by its comma, or by a dot
    that can only be an English decimal mark. A comma that could group thousands ("4,300") tells nothing."""
    return bool(_DECIMAL.search(text)) and not _GROUPED.search(text)


_plain_amount = _reading(_amount)


def _read_amount(value: object) -> Amount:
    if not isinstance(value, dict):
        return _plain_amount(value)
    unknown = sorted(set(value) - {"value", "finality"})
    if unknown or "value" not in value:
        raise Refused(
            "wrong-type",
            say("a number written as a group has the fields value and finality, and no other"),
            remedy=say("write the number alone if there is no more to say of it"),
        )
    amount = _read_amount(value["value"])
    try:
        return Amount(amount.quantity, amount.percent, amount.text, Finality(value.get("finality", "final")))
    except ValueError:
        raise Refused(
            "wrong-choice",
            say("“{text}” is not one of the choices", text=str(value["finality"])),
            remedy=say("write one of: {names}", names=", ".join(Finality)),
        ) from None


@dataclass(frozen=True, slots=True)
class Attained:
    """Words of the source about a plan: "vượt" or "đạt", and the percentage after it."""

    text: str
    exceeds: bool
    percent: Quantity


_GROUPED = re.compile(r"(?<![\d.,])[+-]?\d{1,3}(?:,\d{3})+$")
_DECIMAL = re.compile(r",|\d\.\d{1,2}$")


def _attained(text: str) -> Attained:
    verb, _, number = text.partition(" ")
    if verb.lower() not in ("đạt", "vượt"):
        raise Refused(
            "attainment-words",
            say("“{text}” does not say how the plan was met", text=text),
            remedy=say("write “đạt 95%” or “vượt 21%”, as the source has it"),
        )
    return Attained(text, verb.lower() == "vượt", Quantity(parse_percent(number)))


def _flag(text: str) -> bool:
    if text in ("yes", "true", "no", "false"):
        return text in ("yes", "true")
    raise Refused(
        "wrong-choice", say("“{text}” is neither yes nor no", text=text), remedy=say("write yes or no")
    )


def _prose(text: object) -> Text:
    if not isinstance(text, str):
        raise not_one_value()
    if len(text) > _LONGEST_TEXT:
        raise Refused(
            "too-long",
            say("the text is longer than {limit} characters", limit=_LONGEST_TEXT),
            remedy=say("make several paragraphs of it"),
        )
    try:
        return parse_text(text)
    except Malformed as malformed:
        raise Refused(
            "malformed-reference",
            say("“{reference}” is not a reference to a figure", reference=malformed.text),
            remedy=say("write $(name) or $(name.aspect), for example $(ky-luat.change)"),
            stretch=malformed.stretch,
        ) from None


@dataclass(frozen=True, slots=True)
class DisplayedDate:
    """A date line as a source shows it: the weekday it names and the date."""

    text: str
    weekday: int
    day: date


def _displayed_date(text: str) -> DisplayedDate:
    weekday, day = parse_weekday_date(text)
    return DisplayedDate(text, weekday, day)


def _web_address(text: str) -> str:
    if _WEB_ADDRESS.fullmatch(text):
        return text
    raise Refused(
        "not-an-address",
        say("“{text}” is not the address of a page", text=text),
        remedy=say("write it in full, beginning with https://"),
    )


Line = Annotated[str, StringConstraints(min_length=1, max_length=300), BeforeValidator(_text_of), PUBLISHED]
"""One line of plain text."""

NumberLine = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300),
    BeforeValidator(_text_of),
    _schema("Số thứ tự hoặc số hiệu", "string", "number"),
    Declares(Kind.ORDINAL, "số thứ tự; chỉ một số đứng một mình", r"^\d{1,4}[a-zđ]?$"),
]
"""A line that is a number at times: a place in a list, the number of a chart or a document."""

WebAddress = Annotated[
    str,
    PlainValidator(_reading(_web_address)),
    _schema("Địa chỉ trang, bắt đầu bằng https://"),
    Unpublished("địa chỉ trang"),
]
"""The address of a page elsewhere."""

Identifier = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    BeforeValidator(_text_of),
    Unpublished("mã"),
]
"""A name for references: lower-case ASCII letters, digits and hyphens."""

AddressPath = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$", max_length=200),
    BeforeValidator(lambda value: _text_of(value).strip("/")),
    Unpublished("địa chỉ trang"),
]
"""An address below the site's root, ASCII, without the slashes around it."""

Prose = Annotated[
    Text, PlainValidator(_prose), _schema("Văn bản; con số viết bằng $(tên) hoặc $(tên.khía-cạnh)"), PUBLISHED
]
Day = Annotated[date, PlainValidator(_reading(parse_date)), _schema("Ngày, viết ngày/tháng/năm: 29/11/2024")]
Instant = Annotated[
    datetime, PlainValidator(_reading(parse_instant)), _schema("Thời điểm, giờ Việt Nam: 29/11/2024 07:30")
]
PeriodField = Annotated[
    Period,
    PlainValidator(_reading(parse_period)),
    _schema(
        "Kỳ: năm 2019, tháng 11/2024, quý I/2024, 6 tháng đầu năm 2024, nhiệm kỳ 2020–2025",
        "string",
        "integer",
    ),
]
AmountField = Annotated[
    Amount,
    PlainValidator(_read_amount),
    _schema("Số đã công bố: 22, 4.300, 12,5, 100%, trên 4.300", "string", "number", "object"),
]
ChangeField = Annotated[
    Change,
    PlainValidator(_reading(lambda text: parse_change(text, decimal=_is_decimal(text)))),
    _schema("Tăng giảm so với kỳ trước, có dấu: +9, -3, 0, +12,5%", "string", "number"),
]
AttainedField = Annotated[
    Attained, PlainValidator(_reading(_attained)), _schema("Chữ của nguồn: đạt 95%, vượt 21%")
]
DisplayedDateField = Annotated[
    DisplayedDate,
    PlainValidator(_reading(_displayed_date)),
    _schema("Dòng ngày như nguồn hiển thị: Thứ năm, 01/10/2020"),
]
Flag = Annotated[
    bool,
    PlainValidator(_reading(_flag)),
    WithJsonSchema({"enum": ["yes", "no", True, False], "description": "yes hoặc no"}),
]
