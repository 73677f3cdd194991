"""Superseded copies: corrected articles as they were, at addresses of their own."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from bantin.compose.articles import Sources, compose_article
from bantin.compose.effects import Effect
from bantin.compose.past import Past
from bantin.compose.said import Article, FigureMention, Link, Replaced, Standing
from bantin.compose.standing import copy_address, day_of, moments
from bantin.dataset.records.article import ArticleRecord
from bantin.figures import compute


def superseded_copies(
    record: ArticleRecord,
    present: Article,
    effects: tuple[Effect, ...],
    past: Past,
    sources: Sources,
) -> tuple[Article, ...]:
    """The article as it was before each of its major corrections, the earliest first.

    Figures in a copy are words only: what is traced and compared is the present page.
    """
    return tuple(
        _copy(number, moment, record, present, past, sources)
        for number, moment in enumerate(moments(effects), 1)
    )


def _copy(
    number: int, moment: datetime, record: ArticleRecord, present: Article, past: Past, sources: Sources
) -> Article:
    position = next(at for at, correction in enumerate(past.corrections) if correction.on >= moment)
    dataset = past.state(position, past.reach(past.needed_by(record)), (record,))
    then = replace(sources, dataset=dataset, figures=compute(dataset))
    [old] = dataset.articles
    article = compose_article(old, then)
    standing = Standing(
        published_on=record.published_on,
        replaced=Replaced(day_of(moment), Link(present.address, "Đọc bản hiện hành")),
    )
    copy = _untraced(article)
    assert isinstance(copy, Article)
    address = copy_address(present.address, number)
    return replace(copy, address=address, statistics=(), sources=(), standing=standing)


def _untraced(value: Any) -> Any:
    """The same composed value with its figures as words alone."""
    if isinstance(value, FigureMention):
        return replace(value, identity="", address=None, source="", figure=None)
    if isinstance(value, tuple):
        return tuple(_untraced(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value, **{field.name: _untraced(getattr(value, field.name)) for field in fields(value)}
        )
    return value
