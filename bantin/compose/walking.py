"""Composed things walked field by field: every stretch of text that holds a figure, and the way to it.

The walk knows no kind of block: whatever a dataclass holds is reached, so that nothing new can be forgotten.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from bantin.compose.said import FigureMention, Prose


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way: the holder, the name of its field, and the position in it (0 if it is no list)."""

    holder: object
    field: str
    position: int = 0


Way = tuple[Step, ...]
"""How one comes to a stretch of text from where a walk began."""


def stretches(value: Any, way: Way = ()) -> Iterator[tuple[Way, Prose]]:
    """All stretches of text below a value that hold a figure, in the order of fields; a mention is one."""
    if isinstance(value, FigureMention):
        yield way, (value,)
    elif isinstance(value, tuple):
        if any(isinstance(piece, FigureMention) for piece in value):
            yield way, value
            return
        for position, item in enumerate(value):
            if not isinstance(item, str):
                yield from stretches(item, _at(way, position))
    else:
        for name in _names(type(value)):  # type: ignore[arg-type]  # every class is hashable
            held = getattr(value, name)
            if held and not isinstance(held, str):
                yield from stretches(held, (*way, Step(value, name)))


def mentions(value: object) -> Iterator[FigureMention]:
    """All figures mentioned below a value, in reading order, doubles included."""
    for _, prose in stretches(value):
        yield from figures_of(prose)


def figures_of(prose: Prose) -> Iterator[FigureMention]:
    """The figures in a stretch of text."""
    return (piece for piece in prose if isinstance(piece, FigureMention))


def _at(way: Way, position: int) -> Way:
    return (*way[:-1], Step(way[-1].holder, way[-1].field, position)) if way else way


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """The fields of a dataclass; nothing for dates, numbers and the like."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
