"""Which fields of a type can hold what: found once from their annotations, for most hold nothing of it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel


@cache
def fields_holding(kind: type, *wanted: type) -> tuple[str, ...]:
    """The fields of a kind of part, or of a dataclass, that can hold a value of the wanted types, at any
    depth, in their order; nothing for any other type."""
    hints = _hints(kind)
    return tuple(name for name in hints if _can_hold(hints[name], wanted, set()))


def _hints(kind: type) -> dict[str, Any]:
    """The annotations of the fields of a type, in their order."""
    names = list(kind.model_fields) if issubclass(kind, BaseModel) else []
    names += [field.name for field in fields(kind)] if is_dataclass(kind) else []
    hints = get_type_hints(kind) if names else {}
    return {name: hints[name] for name in names}


def _can_hold(annotation: Any, wanted: tuple[type, ...], seen: set[type]) -> bool:
    """seen: the types that have been looked into on the way; types may hold each other."""
    if get_origin(annotation) is not None:
        return any(_can_hold(one, wanted, seen) for one in get_args(annotation) if one is not Ellipsis)
    if not isinstance(annotation, type) or issubclass(annotation, wanted):
        return True
    if annotation in seen:
        return False
    seen.add(annotation)
    return any(_can_hold(hint, wanted, seen) for hint in _hints(annotation).values())
