"""Rules about what is withdrawn, and about addresses that were given up."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import PublicationStatus
from bantin.dataset.records.text import Text
from bantin.language import format_instant
from bantin.problems import say

RESERVED = (
    *("so-lieu", "luu-tru", "lich", "dinh-chinh", "assets", "tai-ve", "tim-kiem"),
    *("tro-nang", "cam-ket", "english"),
)
"""The first word of addresses that the program gives to pages of its own."""


@rule
def withdrawal_without_status(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A record that says how it was withdrawn has ``status: withdrawn``."""
    for record in dataset.publishable():
        if record.withdrawal is not None and record.status is not PublicationStatus.WITHDRAWN:
            yield Found(
                record.where("status"),
                say(
                    "the record says how it was withdrawn, but its status is {status}",
                    status=record.status.value,
                ),
                (),
                say("write status: withdrawn, or leave the withdrawal out"),
            )


@rule
def withdrawn_before_published(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A record is not withdrawn before it was published."""
    for record in dataset.publishable():
        withdrawal = record.withdrawal
        if withdrawal is not None and withdrawal.on < (first := dataset.first_public(record)):
            yield Found(
                withdrawal.where("on"),
                say("the record is withdrawn before it is published"),
                (say("first published: {instant}", instant=format_instant(first)),),
                say("exchange or correct the days"),
            )


@rule
def reason_with_figure(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The reason of a correction or withdrawal refers to no figure: it stays true when figures change."""
    reasons: list[tuple[Part, Text]] = [(one, one.reason) for one in dataset.corrections]
    withdrawals = (record.withdrawal for record in dataset.publishable())
    reasons += [(withdrawal, withdrawal.reason) for withdrawal in withdrawals if withdrawal]
    for part, reason in reasons:
        for reference in reason.references():
            yield Found(
                part.where_in(("reason",), reference.start, reference.length),
                say("the reason refers to a figure"),
                (say("a reason must stay true when figures change"),),
                say("say it without a number"),
            )


@rule
def former_address_taken(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """A former address leads to one article and is that of no other page."""
    taken = {article.address: article.where("address") for article in dataset.articles}
    for article in dataset.articles:
        for position, address in enumerate(article.former_addresses):
            where = article.where("former_addresses", position)
            other = taken.setdefault(address, where)
            first = address.split("/")[0]
            if other is not where:
                yield Found(
                    where,
                    say("“{name}” is given twice", name=address),
                    (say("first in {file}, line {line}", file=other.file, line=other.line),),
                    say("leave it with the article that readers are to find there"),
                )
            elif first in RESERVED or f"{address}.md" in around.content or _is_of_copy(address, taken):
                yield Found(
                    where,
                    say("another page stands at the address {address}", address=address),
                    (),
                    say("leave it out"),
                )


def _is_of_copy(address: str, articles: Container[str]) -> bool:
    """Whether a superseded copy of an article stands there, now or after its next correction."""
    copy = re.fullmatch(r"(.+)/ban-\d+", address)
    return copy is not None and copy[1] in articles
