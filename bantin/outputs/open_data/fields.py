"""The fields of the published shape, read from its types: what is generated is generated from these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, dataclass, is_dataclass
from dataclasses import fields as fields_of_type
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache, partial
from json.encoder import encode_basestring
from operator import attrgetter
from types import NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints

from bantin.outputs.open_data.shape import Number, Told
from bantin.outputs.table_json import in_full


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a published type.

    kind: the type of its value, or of each of its values where it has ``many``; default: of an optional one
    that is always told; is_address: whether it is an address on the site, rooted as the program has it.
    """

    name: str
    title: str
    meaning: str
    kind: Any
    many: bool
    required: bool
    default: object = None
    of: str = ""
    is_address: bool = False


@cache
def published_fields(kind: Any) -> tuple[Field, ...]:
    """The fields of a published type in their order."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(_field(one, hints[one.name]) for one in fields_of_type(kind))


def _field(declared: Any, hint: Any) -> Field:
    inner, told = get_args(hint)
    assert isinstance(told, Told)
    choices = [one for one in get_args(inner) if one is not NoneType]
    many = get_origin(inner) is tuple
    kind = choices[0] if choices else inner
    required = declared.default is MISSING
    default = None if required else declared.default
    return Field(
        declared.name, told.title, told.meaning, kind, many, required, default, told.of, told.is_address
    )


def published_types(kind: Any) -> list[Any]:
    """The type and those of the records in it, each once, in order of first use."""
    found = [kind]
    for one in found:
        inner = [field.kind for field in published_fields(one) if is_record(field.kind)]
        found += [each for each in inner if each not in found]
    return found


def is_record(kind: Any) -> bool:
    """Whether a type has fields of its own."""
    return is_dataclass(kind)


def is_choice(kind: Any) -> bool:
    """Whether a type names its values one by one."""
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def object_text(row: object, site: str = "") -> str:
    """A row as a JSON object on one line, its keys in the order of the shape; what is empty is left out.

    site: its address, with which those in the row are told; "" where it is not known.
    """
    kind: Any = type(row)
    values, encoders = _encoders(kind, site)
    told = [
        f"{key}{encode(value)}"
        for (_, key, encode), value in zip(encoders, values(row), strict=True)
        if value or value == 0
    ]
    return f"{{{','.join(told)}}}"


def object_lines(row: object, site: str = "") -> list[tuple[str, str]]:
    """A row as a JSON object over several lines: a field a line, and a record a line in lists of records.

    Each line comes with the part of the row that it has: "headline", "body/3".
    """
    lines: list[tuple[str, str]] = []
    kind: Any = type(row)
    fields = {field.name: field for field in published_fields(kind)}
    values, encoders = _encoders(kind, site)
    for (name, key, encode), value in zip(encoders, values(row), strict=True):
        if not value and value != 0:
            continue
        if fields[name].many and is_record(fields[name].kind):
            lines.append((name, f"{key}["))
            last = len(value) - 1
            for at, one in enumerate(value):
                lines.append((f"{name}/{at}", f"{object_text(one, site)}{',' if at < last else '],'}"))
        else:
            lines.append((name, f"{key}{encode(value)},"))
    lines[0] = (lines[0][0], f"{{{lines[0][1]}")
    lines[-1] = (lines[-1][0], f"{lines[-1][1].removesuffix(',')}}}")
    return lines


Encode = Callable[[Any], str]


@lru_cache(1000)
def _encoders(
    kind: Any, site: str
) -> tuple[Callable[[Any], tuple[Any, ...]], tuple[tuple[str, str, Encode], ...]]:
    """What gives the values of a row, and for each its name, its key in JSON and what writes it."""
    fields = published_fields(kind)
    return values_of(fields), tuple((one.name, f'"{one.name}":', _encoder(one, site)) for one in fields)


def values_of(fields: Sequence[Field]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values that a row has for these fields, two of them or more."""
    return cast(Callable[[Any], tuple[Any, ...]], attrgetter(*(one.name for one in fields)))


def _encoder(field: Field, site: str) -> Encode:
    encode = _encoder_of(field, site)
    if not field.many:
        return encode
    return lambda values: f"[{','.join(map(encode, values))}]"


def _encoder_of(field: Field, site: str) -> Encode:
    if is_record(field.kind):
        return partial(object_text, site=site)
    if field.kind in (Number, int):
        return str
    if field.kind is date:
        return lambda day: f'"{day.isoformat()}"'
    if field.is_address:
        return lambda address: encode_basestring(in_full(site, address))
    return cast(Encode, encode_basestring)
