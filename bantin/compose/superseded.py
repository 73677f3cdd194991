"""Superseded copies: corrected articles as they were, at addresses of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bantin.compose.articles import Sources, compose_article
from bantin.compose.closing import with_citation
from bantin.compose.effects import Effect
from bantin.compose.old_values import OldValues
from bantin.compose.past import Past
from bantin.compose.said import Article, Link, Replaced, Standing
from bantin.compose.standing import copy_address, day_of, first_day, moments
from bantin.dataset.records.article import ArticleRecord
from bantin.figures import compute


def superseded_copies(
    record: ArticleRecord,
    present: Article,
    effects: tuple[Effect, ...],
    past: Past,
    old_values: OldValues,
    sources: Sources,
) -> tuple[Article, ...]:
    """The article as it was before each of its major corrections, the earliest first.

    Figures in a copy lead nowhere, since rows tell what holds today; those that were replaced have an
    identity of their own.
    """
    return tuple(
        _copy(number, moment, record, present, past, old_values, sources)
        for number, moment in enumerate(moments(effects), 1)
    )


def _copy(
    number: int,
    moment: datetime,
    record: ArticleRecord,
    present: Article,
    past: Past,
    old_values: OldValues,
    sources: Sources,
) -> Article:
    position = next(at for at, correction in enumerate(past.corrections) if correction.on >= moment)
    dataset = past.state(position, past.reach(past.needed_by(record)), (record,))
    then = replace(sources, dataset=dataset, figures=compute(dataset))
    [old] = dataset.articles
    article = compose_article(old, then)
    standing = Standing(
        published_on=record.published_on,
        replaced=Replaced(day_of(moment), Link(present.address, "Đọc bản hiện hành")),
        steps=tuple(first_day(record, present)),
    )
    copy = old_values.marked(article, position, then.figures)
    address = copy_address(present.address, number)
    copy = replace(copy, address=address, statistics=(), sources=(), standing=standing)
    return with_citation(copy, sources.owner(record), dataset.site)
