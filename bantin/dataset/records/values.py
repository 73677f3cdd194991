"""Field types: how the text of a scalar becomes a value, and what is refused.

The field decides the type: each type reads text and nothing else, and has the JSON Schema that
editors check with (a count takes numbers and text, or editors would underline ``4.300``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated

from pydantic import (
    BeforeValidator,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)

from bantin.dataset.records.placeholders import refuse_placeholder, written
from bantin.dataset.records.reading import is_decimal, reading, schema, text_of
from bantin.dataset.records.refused import Refused, not_one_value
from bantin.dataset.records.roles import PUBLISHED, Declares, Kind, Unpublished
from bantin.dataset.records.text import Malformed, Text, parse_text
from bantin.language import (
    HO_CHI_MINH,
    Change,
    Period,
    Quantity,
    parse_change,
    parse_date,
    parse_instant,
    parse_percent,
    parse_period,
    parse_weekday_date,
)
from bantin.problems import say

_WEB_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]+)?(/[A-Za-z0-9._~%!$&()*+,;=:@/?#-]*)?"
)
_SITE_ADDRESS = re.compile(
    r"https?://[A-Za-z0-9.-]+(:[0-9]{1,4}|:[1-5][0-9]{4})?(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?"
)
_LONGEST_TEXT = 5_000
"""Characters of one paragraph: ten times what a reader takes in at once."""


@dataclass(frozen=True, slots=True)
class Attained:
    """Words of the source about a plan: "vượt" or "đạt", and the percentage after it."""

    text: str
    exceeds: bool
    percent: Quantity


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
    refuse_placeholder(text)
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


def _moment(text: str) -> datetime:
    """A day is meant from its beginning."""
    if " " in text:
        return parse_instant(text)
    return datetime.combine(parse_date(text), time(), HO_CHI_MINH)


def _web_address(text: str) -> str:
    if _WEB_ADDRESS.fullmatch(text):
        return text
    raise Refused(
        "not-an-address",
        say("“{text}” is not the address of a page", text=text),
        remedy=say("write it in full, beginning with https://"),
    )


def _site_address(text: str) -> str:
    """Every address of the site begins with it, so that nothing may stand behind its path."""
    if _SITE_ADDRESS.fullmatch(_web_address(text)):
        return text
    raise Refused(
        "not-a-site-address",
        say("“{text}” cannot be the address of a site", text=text),
        remedy=say("write its host and folder only, such as https://tin.example.vn/ban-tin/"),
    )


Line = Annotated[str, StringConstraints(min_length=1, max_length=300), BeforeValidator(written), PUBLISHED]
"""One line of plain text."""

NumberLine = Annotated[
    str,
    StringConstraints(min_length=1, max_length=300),
    BeforeValidator(written),
    schema("Số thứ tự hoặc số hiệu", "string", "number"),
    Declares(Kind.ORDINAL, "số thứ tự; chỉ một số đứng một mình", r"^\d{1,4}[a-zđ]?$"),
]
"""A line that is a number at times: a place in a list, the number of a chart or a document."""

WebAddress = Annotated[
    str,
    PlainValidator(reading(_web_address)),
    schema("Địa chỉ trang, bắt đầu bằng https://"),
    Unpublished("địa chỉ trang"),
]
"""The address of a page elsewhere."""

SiteAddress = Annotated[
    str,
    PlainValidator(reading(_site_address)),
    schema("Địa chỉ của trang, bắt đầu bằng https://"),
    Unpublished("địa chỉ trang"),
]
"""The address of the site itself: scheme, host, perhaps a port, and the folder it lies in."""

Identifier = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80),
    BeforeValidator(text_of),
    Unpublished("mã"),
]
"""A name for references: lower-case ASCII letters, digits and hyphens."""

AddressPath = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([-/][a-z0-9]+)*$", max_length=200),
    BeforeValidator(lambda value: text_of(value).strip("/")),
    Unpublished("địa chỉ trang"),
]
"""An address below the site's root, ASCII, without the slashes around it."""

Prose = Annotated[
    Text, PlainValidator(_prose), schema("Văn bản; con số viết bằng $(tên) hoặc $(tên.khía-cạnh)"), PUBLISHED
]
Day = Annotated[date, PlainValidator(reading(parse_date)), schema("Ngày, viết ngày/tháng/năm: 29/11/2024")]
Instant = Annotated[
    datetime, PlainValidator(reading(parse_instant)), schema("Thời điểm, giờ Việt Nam: 29/11/2024 07:30")
]
Moment = Annotated[
    datetime,
    PlainValidator(reading(_moment)),
    schema("Ngày 05/12/2026, hoặc cả giờ Việt Nam: 05/12/2026 07:30"),
]
PeriodField = Annotated[
    Period,
    PlainValidator(reading(parse_period)),
    schema(
        "Kỳ: năm 2019, tháng 11/2024, quý I/2024, 6 tháng đầu năm 2024, nhiệm kỳ 2020–2025",
        "string",
        "integer",
    ),
]
ChangeField = Annotated[
    Change,
    PlainValidator(reading(lambda text: parse_change(text, decimal=is_decimal(text)))),
    schema("Tăng giảm so với kỳ trước, có dấu: +9, -3, 0, +12,5%, +5 điểm %", "string", "number"),
]
AttainedField = Annotated[
    Attained, PlainValidator(reading(_attained)), schema("Chữ của nguồn: đạt 95%, vượt 21%")
]
DisplayedDateField = Annotated[
    DisplayedDate,
    PlainValidator(reading(_displayed_date)),
    schema("Dòng ngày như nguồn hiển thị: Thứ năm, 01/10/2020"),
]
Flag = Annotated[
    bool,
    PlainValidator(reading(_flag)),
    WithJsonSchema({"enum": ["yes", "no", True, False], "description": "yes hoặc no"}),
]
