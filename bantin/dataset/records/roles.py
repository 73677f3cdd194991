"""What a field of text is to its readers, and so what its digits must be.

Each type of text carries a role. ``Line`` and ``Prose`` are published: each digit in them must be
explained by something that the record declares. Other types say with their role why theirs need not.
A plain ``str`` has no role, and a test refuses a field without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from bantin.dataset.records.text import Text


class Kind(StrEnum):
    """What explains the digits of a text; the order is that of the columns of a report."""

    FIGURE = "figure"
    DATE = "date"
    DOCUMENT = "document"
    ORDINAL = "ordinal"
    NAME = "name"
    LITERAL = "literal"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Published:
    """Readers see the text, and each of its digits must be explained."""


@dataclass(frozen=True, slots=True)
class Declares:
    """The text is where something with digits is written down, so that other texts may say it.

    kind: what it declares; why: for the reference page, in Vietnamese; shape: what alone is declared
    (the rest of the text is as any published text), or "" for the whole text.
    """

    kind: Kind
    why: str
    shape: str = ""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of the field's text, start and end, that are declared by standing there."""
        if self.shape:
            yield from (found.span() for found in _compiled(self.shape).finditer(text))
        else:
            yield 0, len(text)


@dataclass(frozen=True, slots=True)
class Unpublished:
    """No reader meets the text as words. why: for the reference page, in Vietnamese."""

    why: str


Role = Published | Declares | Unpublished
PUBLISHED = Published()


@dataclass(frozen=True, slots=True)
class Field:
    """A field that holds texts, or parts with texts: the roles of its texts, and of the names of entries."""

    name: str
    role: Role | None
    key_role: Role | None
    holds_parts: bool

    @property
    def is_walked(self) -> bool:
        """Whether there can be a text in it that readers meet, or that declares something."""
        roles = (self.role, self.key_role)
        return self.holds_parts or any(role and not isinstance(role, Unpublished) for role in roles)

    @property
    def is_unruled(self) -> bool:
        """Whether its texts have no role."""
        return self.role is None and self.key_role is None and not self.holds_parts


_compiled = cache(re.compile)


@cache
def walked(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a kind of part that readers may meet texts of."""
    return tuple(field for field in fields_of(model) if field.is_walked)


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a kind of part that can hold texts, in their order."""
    hints = get_type_hints(model, include_extras=True)
    fields = []
    for name in model.model_fields:
        role, key_role, texts, parts = _roles(hints[name])
        if texts or parts:
            fields.append(Field(name, role, key_role, parts))
    return tuple(fields)


_Found = tuple[Role | None, Role | None, bool, bool]


def _roles(annotation: Any) -> _Found:
    """What an annotation allows: the role of texts, that of keys, whether there are texts, and parts."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        given = [mark for mark in marks if isinstance(mark, Role)]
        role, key_role, texts, parts = _roles(base)
        return (given[-1] if given else role), key_role, texts, parts
    origin = get_origin(annotation)
    if origin is None:
        is_class = isinstance(annotation, type)
        return None, None, annotation in (str, Text), is_class and issubclass(annotation, BaseModel)
    inner = [_roles(argument) for argument in get_args(annotation) if argument is not Ellipsis]
    if isinstance(origin, type) and issubclass(origin, Mapping):
        (key_role, _, keys, _), (role, _, texts, parts) = inner
        return role, key_role, keys or texts, parts
    return (
        next((role for role, _, _, _ in inner if role), None),
        next((role for _, role, _, _ in inner if role), None),
        any(texts for _, _, texts, _ in inner),
        any(parts for _, _, _, parts in inner),
    )
