"""Nothing that is composed can hold a figure the ledger does not see."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from bantin.compose import compose
from bantin.compose.said import Block, Bulletins, FigureMention, Paragraph
from bantin.compose.walking import mentions, stretches
from bantin.figures import Figure, FiguresIndex
from bantin.ledger.places import places_in
from tests.compose.raising import PROJECTS
from tests.dataset.projects import checked, files_of
from tests.figures.small import NOW

WALKED = (str, int, bool, date, Decimal, type(None), Enum, Figure, FiguresIndex)
"""What a field may hold beside dataclasses and tuples of all these: the walk goes into nothing else. The
index of all figures is no page: what pages say of them is mentioned there."""

SEVEN = FigureMention("7", "7", "i", None, "Bảy")


def kinds_in(hint: object) -> Iterator[object]:
    """The types a field may hold, tuples and unions opened."""
    if typing.get_origin(hint) in (tuple, typing.Union, types.UnionType):
        for inner in typing.get_args(hint):
            yield from kinds_in(inner)
    elif hint is not Ellipsis:
        yield hint


def unwalked(kind: type, seen: set[type]) -> Iterator[str]:
    """The fields below a dataclass, at any depth, that hold what the walk does not go into."""
    seen.add(kind)
    hints = typing.get_type_hints(kind)
    for field in fields(kind):
        for held in kinds_in(hints[field.name]):
            if isinstance(held, type) and issubclass(held, WALKED):
                continue
            if not (isinstance(held, type) and is_dataclass(held)):
                yield f"{kind.__name__}.{field.name}: {held}"
            elif held not in seen:
                yield from unwalked(held, seen)


def test_every_field_of_every_composed_type_is_walked() -> None:
    seen: set[type] = set()
    assert list(unwalked(Bulletins, seen)) == []
    assert {*typing.get_args(Block), FigureMention} <= seen


@dataclass(frozen=True)
class Boxed:
    """A block that nobody has thought of yet."""

    numbers: tuple[tuple[str, Paragraph], ...]


@dataclass(frozen=True)
class Hidden:
    """A block that hides its figures from the walk."""

    numbers: dict[str, FigureMention]


def test_a_new_block_is_walked_and_one_that_could_hide_a_figure_is_told() -> None:
    assert list(mentions(Boxed((("a", Paragraph(("x ", SEVEN))),)))) == [SEVEN]
    assert [text.split(":")[0] for text in unwalked(Hidden, set())] == ["Hidden.numbers"]
    assert list(unwalked(Boxed, set())) == []


@pytest.mark.parametrize("name", PROJECTS)
def test_the_walk_finds_as_many_figures_as_there_are(name: str) -> None:
    """Counted in another way: in everything that the bulletins print of themselves."""
    dataset = checked(files_of(name)).dataset.public(NOW)
    bulletins = compose(dataset, NOW, {}, {})
    assert len(list(mentions(bulletins))) == repr(bulletins).count("FigureMention(") > 20
    traced = [mention for mention in mentions(bulletins) if mention.identity]
    assert all(mention.figure and mention.figure.identity == mention.identity for mention in traced)


def test_a_figure_in_a_new_block_of_an_article_has_its_place() -> None:
    bulletins = compose(checked(files_of("example")).dataset.public(NOW), NOW, {}, {})
    unknown: Any = Boxed((("a", Paragraph((SEVEN,))),))
    article = replace(bulletins.articles[0], body=(unknown,), sources=())
    found = [
        place for mention, place in places_in(replace(bulletins, articles=(article,))) if mention is SEVEN
    ]
    assert [(place.file, place.kind) for place in found] == [(article.address, "body")]
    assert all(way for way, _ in stretches(bulletins))
