"""Rules about breakdowns: what adds up, within what the printed numbers allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.divided import Divided, divided
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.registers import NumberKind
from bantin.language import (
    Interval,
    Qualifier,
    Shortening,
    decimal_step,
    format_number,
    format_percent,
    format_quantity,
    possible,
    total,
    values_of,
)
from bantin.problems import Message, say

_AT_MOST = (Qualifier.UNDER, Qualifier.ABOUT)
"""Qualifiers of numbers that may be smaller than they are printed."""

_HUNDRED = Interval.point(100)


def is_exact(amount: Amount | None) -> bool:
    """Whether the amount is there and is neither a bound nor an estimate nor rounded."""
    return amount is not None and amount.quantity.exact


def class_labels(dataset: Dataset, classification: str) -> dict[str, str]:
    """The classes of a classification in their order: id → label."""
    found = dataset.classification.get(classification)
    return dict(found.labels()) if found else {}


def breakdowns_in(dataset: Dataset) -> Iterator[Divided]:
    """All breakdowns of all observations, those of parts included."""
    for found in dataset.observed:
        indicator = dataset.indicator.get(found.observation.indicator)
        if found.observation.breakdowns:
            yield from divided(found, indicator.number if indicator else NumberKind.COUNT)


def written_sum(amounts: Iterable[Amount]) -> Decimal:
    """The sum of numbers as they are written."""
    return sum((amount.quantity.amount for amount in amounts), Decimal(0))


def in_words(amounts: Mapping[str, Amount], labels: Mapping[str, str]) -> str:
    """The parts of a sum: "16 khiển trách + 5 cảnh cáo"."""
    return " + ".join(
        f"{format_quantity(amount.quantity, percent=amount.percent)} {labels.get(name, name)}"
        for name, amount in amounts.items()
    )


def fits(sums: Interval | None, whole: Interval, complete: bool) -> bool:
    """Whether parts can make up a whole, or be no more than it where there may be other parts."""
    if sums is None:
        return True
    return (
        sums.meets(whole) if complete else sums.meets(Interval(None, whole.high, high_open=whole.high_open))
    )


@rule
def partition_sum(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The parts of a complete partition add up to the whole, those of a complete breakdown on a base of
    its own to that base; the parts of an open partition never exceed the whole. Rounded numbers do so
    within what their printed digits allow, all rounded or all cut off, and never beyond."""
    for one in breakdowns_in(dataset):
        parts = one.breakdown.parts
        if not one.adds_up or one.whole is None or not parts or one.in_shares:
            continue
        if not any(
            fits(one.sum_of(parts.values(), how), whole, one.breakdown.complete)
            for how in Shortening
            if (whole := one.possible(one.whole, how))
        ):
            words = in_words(parts, class_labels(dataset, one.breakdown.by))
            yield wrong_sum(one, one.whole, words, written_sum(parts.values()))


def wrong_sum(one: Divided, whole: Amount, words: str, parts: Decimal) -> Found:
    """What is said of a whole that its parts do not make up."""
    return Found(
        one.holder.where_number(*one.path),
        say(
            "the total is {total}, but the parts add up to {parts}",
            total=format_number(whole.quantity.amount),
            parts=format_number(parts),
        ),
        (say("{words} = {parts}", words=words, parts=format_number(parts)),),
        say("change the total to {parts}, or correct the part that is wrong", parts=format_number(parts)),
    )


@rule
def shares_sum(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The shares of a complete partition add up to 100%, within what rounding or cutting off can do to so
    many printed shares and never beyond; those of an open one are no more than 100%."""
    for one in breakdowns_in(dataset):
        parts, complete = one.breakdown.parts, one.breakdown.complete
        if (
            not one.adds_up
            or not one.in_shares
            or any(fits(_shares(one, how), _HUNDRED, complete) for how in Shortening)
        ):
            continue
        added, labels = written_sum(parts.values()), class_labels(dataset, one.breakdown.by)
        yield Found(
            one.breakdown.key("parts"),
            say("the shares add up to {sum}, not to 100%", sum=format_percent(added, 6)),
            (
                say("{words} = {parts}", words=in_words(parts, labels), parts=format_percent(added, 6)),
                *_allowed(one),
            ),
            say("correct the share that is wrong"),
        )


def _shares(one: Divided, how: Shortening) -> Interval:
    return total(share_of(part, how) for part in one.breakdown.parts.values())


def share_of(amount: Amount, how: Shortening) -> Interval:
    """What a printed share can be, in percent."""
    return values_of(amount.quantity, decimal_step(amount.quantity.amount), how)


def _allowed(one: Divided) -> Iterator[Message]:
    """How far the sum of so many printed shares can be from 100%."""
    steps = [decimal_step(part.quantity.amount) for part in one.breakdown.parts.values()]
    if one.breakdown.complete and len(steps) > 1:
        yield say(
            "rounding or cutting off {count} shares moves their sum by less than {most}",
            count=len(steps),
            most=format_percent(sum(steps, Decimal(0)), 6),
        )


@rule
def share_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A share beside a count is count ÷ whole as it is printed, rounded or cut off; a share alone is that of
    some whole number."""
    for one in breakdowns_in(dataset):
        if one.whole is None or not is_exact(one.whole) or one.number is NumberKind.PERCENT:
            continue
        whole = one.whole.quantity.amount
        for name, part in one.breakdown.parts.items():
            share = part.share.quantity if part.share else part.quantity
            if not whole or not (part.share or part.percent) or not share.exact:
                continue
            units = possible(share.amount, decimal_step(share.amount)).times(Fraction(whole) / 100)
            if part.share and is_exact(part) and not part.percent:
                if part.quantity.amount not in units:
                    yield _wrong_share(one, name, part, whole)
            elif one.number is NumberKind.COUNT and units.on_grid(Decimal(1)).empty:
                yield _share_of_nothing(one, name, whole)


def _wrong_share(one: Divided, name: str, part: Amount, whole: Decimal) -> Found:
    computed = Fraction(part.quantity.amount) / Fraction(whole) * 100
    return Found(
        one.breakdown.where("parts", name, "share"),
        say("the share does not agree with the number beside it"),
        (
            say(
                "{actual} of {plan} is {percent}",
                actual=format_number(part.quantity.amount),
                plan=format_number(whole),
                percent=format_percent(computed, 3),
            ),
        ),
        say("correct the value that is wrong"),
    )


def _share_of_nothing(one: Divided, name: str, whole: Decimal) -> Found:
    return Found(
        one.breakdown.where_number("parts", name),
        say("no whole number of {whole} has this share", whole=format_number(whole)),
        (),
        say("correct the share or the whole"),
    )


@rule
def part_exceeds_whole(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """No part is larger than the whole it is a part of, whatever the kind of breakdown; rates of groups are
    parts of nothing."""
    for one in breakdowns_in(dataset):
        if one.number is NumberKind.PERCENT and not one.adds_up:
            continue
        sums_are_told = one.adds_up and bool(one.breakdown.parts) and not _fit_somehow(one)
        for path, part in () if sums_are_told else one.breakdown.amounts():
            if part.percent and one.number is not NumberKind.PERCENT:
                if part.quantity.amount > 100 and part.quantity.qualifier not in _AT_MOST:
                    whole = say("{part} of {whole}", part=part.text, whole="100%")
                    yield _too_large(one, path, whole)
            elif one.whole and _exceeds(one, part, one.whole):
                numbers = (format_number(amount.quantity.amount) for amount in (part, one.whole))
                yield _too_large(one, path, say("{part} of {whole}", part=next(numbers), whole=next(numbers)))


@warning
def share_above_whole(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A percentage above 100% is no share of a whole; where it is right, the record says what it is."""
    for found in dataset.observed:
        indicator, actual = dataset.indicator.get(found.observation.indicator), found.observation.actual
        if indicator is None or actual is None or indicator.number is not NumberKind.PERCENT:
            continue
        if actual.quantity.amount > 100 and actual.quantity.qualifier not in _AT_MOST:
            yield Found(
                found.observation.where_number("actual"),
                say("{text} is more than the whole", text=actual.text),
                (say("how a plan was met is written under “attainment”"),),
                say("correct the number, or acknowledge this with a reason"),
            )


def _fit_somehow(one: Divided) -> bool:
    """Whether the parts add up, of which their own rules say more than that one is too large."""
    parts = one.breakdown.parts.values()
    if one.in_shares:
        return any(fits(_shares(one, how), _HUNDRED, complete=False) for how in Shortening)
    wholes = [(how, one.possible(one.whole, how)) for how in Shortening] if one.whole else []
    return not wholes or any(
        whole is None or fits(one.sum_of(parts, how), whole, complete=False) for how, whole in wholes
    )


def _exceeds(one: Divided, part: Amount, whole: Amount) -> bool:
    ways = [(one.possible(part, how), one.possible(whole, how)) for how in Shortening]
    return not any(
        small is None or large is None or fits(small, large, complete=False) for small, large in ways
    )


def _too_large(one: Divided, path: tuple[str | int, ...], evidence: Message) -> Found:
    return Found(
        one.breakdown.where_number(*path),
        say("the part is larger than the whole"),
        (evidence,),
        say("correct the part or the whole"),
    )
