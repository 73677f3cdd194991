"""Fields of records as messages speak of them: what they mean, and an example of what to write."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from bantin.dataset.records.base import Part, Path
from bantin.problems import Message, say

_MOST_FIELDS = 6
_EXAMPLE = re.compile(r"[^.;]*: ([^:;,.…]+)[,.]")
"""A description that ends in examples: "Chữ của nguồn: đạt 95%, vượt 21%."."""


def meaning(path: Path, model: type[Part]) -> tuple[Message, ...]:
    """What the field at ``path`` of a record of kind ``model`` means, as evidence; nothing where unknown."""
    while path and isinstance(path[-1], int):
        path = path[:-1]
    holder = model_at(model, path[:-1]) if path else None
    name = str(path[-1]) if path else ""
    described = holder.model_fields[name].description if holder and name in holder.model_fields else None
    return (
        (say("{name}: {description}", name=name, description=_in_one_line(described)),) if described else ()
    )


def in_short(part: type[Part]) -> str:
    """The fields of a group, those it must have first: "as_published (Chữ của nguồn), reading …"."""
    fields = sorted(part.model_fields.items(), key=lambda field: not field[1].is_required())
    told = [
        f"{name} ({re.split('[.:;(]', _in_one_line(field.description))[0].strip()})"
        for name, field in fields[:_MOST_FIELDS]
    ]
    return ", ".join(told) + (" …" if len(fields) > _MOST_FIELDS else "")


def first_line(part: type[Part]) -> str:
    """What a group can begin with: "as_published: đạt 95%"."""
    fields = part.model_fields
    name = next((name for name, field in fields.items() if field.is_required()), next(iter(fields)))
    return f"{name}: {_example(fields[name])}"


def _example(field: FieldInfo) -> str:
    choice = next(_choices(field.annotation), None)
    given = _EXAMPLE.match(_in_one_line(field.description))
    return choice or (given[1].strip() if given else "…")


def _choices(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        yield from (str(member.value) for member in annotation)
    for inner in get_args(annotation):
        yield from _choices(inner)


def _in_one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def model_at(model: type[Part], path: Path) -> type[Part] | None:
    """The kind of part that stands at ``path`` of a record of kind ``model``."""
    current: type[Part] | None = model
    names = 0
    for step in path:
        if isinstance(step, int):
            continue
        if names:
            names -= 1
            continue
        if current is None or step not in current.model_fields:
            return None
        annotation = current.model_fields[step].annotation
        current, names = _part_in(annotation), _names_in(annotation)
    return current


def _names_in(annotation: Any) -> int:
    """How many free names stand between a field and the part that it leads to: those of its dictionaries."""
    if get_origin(annotation) is dict:
        return 1 + _names_in(get_args(annotation)[1])
    return max(map(_names_in, get_args(annotation)), default=0)


def _part_in(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _part_in(inner))), None)
