"""Composed things walked field by field: every stretch of text that holds a figure, and the way to it.

The walk knows no kind of block: whatever a dataclass holds is reached, so that nothing new can be forgotten;
only fields are left out that by their type cannot hold a figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bantin.compose.said import FigureMention, Prose
from bantin.dataset.records.holding import fields_holding


class Step(NamedTuple):
    """One step of a way: the holder, the name of its field, and the position in it (0 if it is no list)."""

    holder: object
    field: str
    position: int = 0


Way = tuple[Step, ...]
"""How one comes to a stretch of text from where a walk began."""


Trail = tuple[Any, object, str, int] | None
"""A way while it is walked: the trail before its last step, and that step. Only where it leads to a figure
it becomes a way."""


def stretches(value: object) -> list[tuple[Way, Prose]]:
    """All stretches of text below a value that hold a figure, in the order of fields; a mention is one."""
    found: list[tuple[Way, Prose]] = []
    _walk(value, None, found)
    return found


def _walk(value: object, trail: Trail, found: list[tuple[Way, Prose]]) -> None:
    if isinstance(value, tuple):
        if FigureMention in map(type, value):
            found.append((_way(trail), value))
            return
        for position, item in enumerate(value):
            if type(item) is not str:
                _walk(item, trail and (*trail[:3], position), found)
    elif isinstance(value, FigureMention):
        found.append((_way(trail), (value,)))
    else:
        for name in fields_holding(type(value), FigureMention):  # type: ignore[arg-type]  # a type can be hashed
            held = getattr(value, name)
            if held and type(held) is not str:
                _walk(held, (trail, value, name, 0), found)


def _way(trail: Trail) -> Way:
    steps: list[Step] = []
    while trail is not None:
        before, holder, field, position = trail
        steps.append(Step(holder, field, position))
        trail = before
    return tuple(reversed(steps))


def mentions(value: object) -> list[FigureMention]:
    """All figures mentioned below a value, in reading order, doubles included."""
    found: list[FigureMention] = []
    _gather(value, found)
    return found


def _gather(value: object, found: list[FigureMention]) -> None:
    if isinstance(value, FigureMention):
        found.append(value)
    elif isinstance(value, tuple):
        for item in value:
            if type(item) is not str:
                _gather(item, found)
    else:
        for name in fields_holding(type(value), FigureMention):  # type: ignore[arg-type]  # a type can be hashed
            held = getattr(value, name)
            if held and type(held) is not str:
                _gather(held, found)


def figures_of(prose: Prose) -> Iterator[FigureMention]:
    """The figures in a stretch of text."""
    return (piece for piece in prose if isinstance(piece, FigureMention))
