"""Composed bulletins walked leaf by leaf: every text and number in them, with the way that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum

from bantin.compose.said import (
    Abbreviation,
    Article,
    Bulletins,
    Cell,
    FigureMention,
    IndicatorPage,
    OrganisationPage,
    Row,
    SourceEntry,
    StatisticsPage,
)
from bantin.figures import Figure, FiguresIndex

Leaf = tuple[str, object]
"""A way such as ``articles[/tin/…/].body[3].prose[1].text``, and what stands there."""


def leaves(value: object, way: str = "") -> Iterator[Leaf]:
    """All texts and numbers below a value. Pages, articles and rows are named, not counted.

    The figure behind a mention says nothing by itself, nor does the index of all figures.
    """
    if isinstance(value, Figure | FiguresIndex):
        return
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from leaves(item, f"{way}[{_name(item, position)}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), f"{way}.{field.name}" if way else field.name)
    else:
        assert value is None or isinstance(value, str | int | date | Enum), way
        yield way, value


def _name(item: object, position: int) -> str:
    if isinstance(item, Article | StatisticsPage | IndicatorPage | OrganisationPage):
        return item.address
    if isinstance(item, SourceEntry):
        return item.number.identity
    return item.anchor if isinstance(item, Row) else str(position)


def mentions(value: object) -> Iterator[FigureMention]:
    """All figures mentioned anywhere below a value."""
    if isinstance(value, FigureMention):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from mentions(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from mentions(getattr(value, field.name))


def everything(bulletins: Bulletins) -> str:
    """All texts of the bulletins, one a line."""
    return "\n".join(str(value) for _, value in leaves(bulletins) if isinstance(value, str))


def places(value: object, way: str = "") -> Iterator[tuple[str, object]]:
    """All places that can change by themselves: stretches of prose, cells, mentions, plain texts."""
    if isinstance(value, FigureMention | Cell) or is_prose(value):
        yield way, value
    elif isinstance(value, SourceEntry):
        yield way, (value.number, *value.how)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from places(item, f"{way}[{_name(item, position)}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from places(getattr(value, field.name), f"{way}.{field.name}" if way else field.name)
    elif not isinstance(value, FiguresIndex):
        yield way, value


def is_prose(value: object) -> bool:
    """Whether a value is a stretch of prose (or a list of plain texts, which is as good)."""
    pieces = value if isinstance(value, tuple) else ()
    return bool(pieces) and all(isinstance(piece, str | FigureMention | Abbreviation) for piece in pieces)
