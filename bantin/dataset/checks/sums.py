"""Rules about breakdowns: what adds up, and which parts there can be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.observations import Breakdown, BreakdownKind
from bantin.dataset.records.values import Amount
from bantin.language import Qualifier, format_number, format_quantity
from bantin.problems import say

_AT_MOST = (Qualifier.UNDER, Qualifier.ABOUT)
"""Qualifiers of numbers that may be smaller than they are printed."""


def is_exact(amount: Amount | None) -> bool:
    """Whether the amount is there and is neither a bound nor an estimate."""
    return amount is not None and amount.quantity.qualifier is Qualifier.EXACT


def _sum(breakdown: Breakdown) -> Decimal:
    return sum((part.quantity.amount for part in breakdown.parts.values()), Decimal(0))


def _parts_in_words(dataset: Dataset, breakdown: Breakdown) -> str:
    labels = class_labels(dataset, breakdown.by)
    return " + ".join(
        f"{format_quantity(part.quantity)} {labels.get(name, name)}" for name, part in breakdown.parts.items()
    )


def class_labels(dataset: Dataset, classification: str) -> dict[str, str]:
    """The classes of a classification in their order: id → label."""
    found = dataset.classification.get(classification)
    return dict(found.labels()) if found else {}


def _breakdowns(dataset: Dataset) -> Iterator[tuple[Observed, Breakdown]]:
    for found in dataset.observed:
        for breakdown in found.observation.breakdowns:
            yield found, breakdown


def _whole(found: Observed, breakdown: Breakdown) -> Amount | None:
    return breakdown.base.actual if breakdown.base else found.observation.actual


@rule
def partition_sum(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The parts of a complete partition add up to the whole, those of a complete breakdown on a base of
    its own to that base; the parts of an open partition never exceed the whole."""
    for found, breakdown in _breakdowns(dataset):
        whole = _whole(found, breakdown)
        if not _adds_up(breakdown) or whole is None or not is_exact(whole):
            continue
        if not all(is_exact(part) for part in breakdown.parts.values()):
            continue
        total, parts = whole.quantity.amount, _sum(breakdown)
        if total == parts or (not breakdown.complete and parts < total):
            continue
        words = _parts_in_words(dataset, breakdown)
        holder = breakdown.base or found.observation
        yield Found(
            holder.where("actual"),
            say(
                "the total is {total}, but the parts add up to {parts}",
                total=format_number(total),
                parts=format_number(parts),
            ),
            (say("{words} = {parts}", words=words, parts=format_number(parts)),),
            say("change the total to {parts}, or correct the part that is wrong", parts=format_number(parts)),
        )


def _adds_up(breakdown: Breakdown) -> bool:
    own_base = breakdown.base is not None and breakdown.complete
    return own_base or breakdown.kind is BreakdownKind.PARTITION


@rule
def part_exceeds_whole(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """No part is larger than the whole it is a part of, whatever the kind of breakdown."""
    for found, breakdown in _breakdowns(dataset):
        whole = _whole(found, breakdown)
        if whole is None or not is_exact(whole):
            continue
        if _adds_up(breakdown) and _sum(breakdown) > whole.quantity.amount:
            continue  # partition-sum says more
        for name, part in breakdown.parts.items():
            if part.quantity.amount > whole.quantity.amount and part.quantity.qualifier not in _AT_MOST:
                yield Found(
                    breakdown.where("parts", name),
                    say("the part is larger than the whole"),
                    (
                        say(
                            "{part} of {whole}",
                            part=format_number(part.quantity.amount),
                            whole=format_number(whole.quantity.amount),
                        ),
                    ),
                    say("correct the part or the whole"),
                )


@rule
def unknown_class(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each part of a breakdown is one of the classes of its classification; forms of discipline are
    those that Điều lệ Đảng, Điều 35 allows for the object."""
    for _found, breakdown in _breakdowns(dataset):
        labels = class_labels(dataset, breakdown.by)
        for name in breakdown.parts if labels else ():
            if name not in labels:
                yield Found(
                    breakdown.key("parts", name),
                    say("“{name}” is not one of the classes", name=name),
                    (say("the classes: {names}", names=", ".join(labels)),),
                    say("choose one of the classes, or correct the classification"),
                )


@rule
def discipline_of_other_object(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Forms of discipline for organisations, members and probationary members are not exchanged."""
    for found, breakdown in _breakdowns(dataset):
        classification = dataset.classification.get(breakdown.by)
        indicator = dataset.indicator.get(found.observation.indicator)
        if not classification or not classification.discipline_of or not indicator:
            continue
        if indicator.object is not classification.discipline_of:
            yield Found(
                breakdown.where("by"),
                say("these forms of discipline are for another object"),
                (
                    say(
                        "the forms are for {forms}, the indicator counts {object}",
                        forms=classification.discipline_of.value,
                        object=indicator.object.value if indicator.object else "–",
                    ),
                    say("Điều lệ Đảng, Điều 35"),
                ),
                say("use the classification for this object, or correct the indicator's object"),
            )


@rule
def breakdown_not_allowed(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An indicator is broken down only in the ways that it lists."""
    for found, breakdown in _breakdowns(dataset):
        indicator = dataset.indicator.get(found.observation.indicator)
        if indicator and breakdown.by in dataset.classification and breakdown.by not in indicator.breakdowns:
            yield Found(
                breakdown.where("by"),
                say("“{indicator}” is not broken down in this way", indicator=indicator.label),
                (say("allowed: {names}", names=", ".join(indicator.breakdowns) or "–"),),
                say("add “{name}” to the indicator's breakdowns, or correct it here", name=breakdown.by),
            )
