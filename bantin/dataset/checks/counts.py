"""Rules about single numbers and counted people: of which kind, given once, and no more than there are."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.sums import is_exact
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.checks.votes import parts_of, votings
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.base import Part, Path
from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Observation
from bantin.dataset.records.registers import Indicator, NumberKind
from bantin.problems import Message, say

Written = tuple[Part, Path, Amount]
"""A number in a record: who holds it, at which path, and the number."""


@rule
def number_of_its_kind(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Counts are whole numbers, percentages carry %, and nothing else does."""
    for found in dataset.observed:
        indicator = dataset.indicator.get(found.observation.indicator)
        for holder, path, amount in _amounts_of(found.observation, indicator.number) if indicator else ():
            assert indicator is not None
            if problem := _wrong_kind(amount, indicator.number):
                yield Found(
                    holder.where_number(*path),
                    say("“{text}”: {reason}", text=amount.text, reason=problem),
                    (_kind_of(indicator),),
                    say("correct the number, or the indicator's field “number”"),
                )
    for meeting in dataset.meetings:
        for holder, path, amount in _heads_of(meeting):
            if problem := _wrong_kind(amount, NumberKind.COUNT):
                message = say("“{text}”: {reason}", text=amount.text, reason=problem)
                yield Found(holder.where(*path), message, (), say("correct the number"))


def _kind_of(indicator: Indicator) -> Message:
    return say(
        "the indicator “{indicator}” has number: {kind}",
        indicator=indicator.label,
        kind=indicator.number.value,
    )


def amounts_written(observation: Observation) -> Iterator[Written]:
    """All numbers of an observation that can be written as a group."""
    for field in ("actual", "plan", "previous"):
        if (amount := getattr(observation, field)) is not None:
            yield observation, (field,), amount
    yield from ((observation, ("printed", name), amount) for name, amount in observation.printed.items())
    for breakdown in observation.breakdowns:
        yield from _amounts_below(breakdown)


def _amounts_below(breakdown: Breakdown) -> Iterator[Written]:
    if breakdown.base and breakdown.base.actual:
        yield breakdown.base, ("actual",), breakdown.base.actual
    yield from ((breakdown, path, amount) for path, amount in breakdown.amounts())
    for part in breakdown.parts.values():
        for below in part.breakdowns:
            yield from _amounts_below(below)


def _amounts_of(observation: Observation, kind: NumberKind) -> Iterator[Written]:
    """The numbers of an observation that are of the indicator's kind; parts of a count may be shares."""
    for field in ("actual", "plan", "previous"):
        if (amount := getattr(observation, field)) is not None:
            yield observation, (field,), amount
    yield from ((observation, ("printed", name), amount) for name, amount in observation.printed.items())
    for breakdown in observation.breakdowns:
        yield from _parts_of(breakdown, kind)


def _parts_of(breakdown: Breakdown, kind: NumberKind) -> Iterator[Written]:
    for path, amount in breakdown.amounts() if breakdown.base is None else ():
        if not (amount.percent and kind is NumberKind.COUNT and path[0] == "parts"):
            yield breakdown, path, amount
    for part in breakdown.parts.values():
        for below in part.breakdowns:
            yield from _parts_of(below, kind)


def _heads_of(meeting: Meeting) -> Iterator[Written]:
    """The numbers of people at a meeting, and of their votes."""
    for part in (*meeting.attendees, *votings(meeting)):
        for held in (part, *parts_of(part)):
            for field in type(held).model_fields:
                amount = getattr(held, field)
                if isinstance(amount, Amount) and not field.endswith("share"):
                    yield held, (field,), amount


def _wrong_kind(amount: Amount, kind: NumberKind) -> Message | None:
    if amount.percent and kind is not NumberKind.PERCENT:
        return say("a number without % is needed here")
    if kind is NumberKind.PERCENT and not amount.percent:
        return say("a percentage needs the sign %")
    if kind is NumberKind.COUNT and amount.quantity.amount % 1 != 0:
        return say("a whole number is needed: things are counted here")
    return None


@rule
def nothing_observed(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An observation holds a number: actual, plan, attainment or a breakdown."""
    for found in dataset.observed:
        observation = found.observation
        if not (observation.actual or observation.plan or observation.attainment or observation.breakdowns):
            yield Found(
                observation.where("name"),
                say("there is no number in this observation"),
                (),
                say("add a line “{name}: …”", name="actual"),
            )


@rule
def doubled_observation(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The same figure (indicator, actor, period, scope, basis, force, stage) is recorded once."""
    first: dict[str, Observed] = {}
    for found in dataset.observed:
        other = first.get(found.identity)
        if other and not _is_copy(found, other):
            place = other.observation.where("name")
            yield Found(
                found.observation.where("name"),
                say("this figure is recorded already"),
                (say("first in {file}, line {line}", file=place.file, line=place.line),),
                say("keep one of them, or say how they differ: actor, scope, legal_basis, force, stage"),
            )
        first.setdefault(found.identity, found)


def _is_copy(found: Observed, other: Observed) -> bool:
    """Whether an observation is written twice in one record, of which doubled-name says more."""
    return found.record is other.record and found.observation.name == other.observation.name


@rule
def more_present_than_there_are(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Of a number of people no more are present than there are."""
    for meeting in dataset.meetings:
        for guest in meeting.attendees:
            count, whole = guest.count, guest.out_of
            if count is None or whole is None or not is_exact(count) or not is_exact(whole):
                continue
            if count.quantity.amount > whole.quantity.amount:
                yield Found(
                    guest.where("count"),
                    say("more people are present than there are"),
                    (say("{part} of {whole}", part=count.text, whole=whole.text),),
                    say("correct “{first}” or “{second}”", first="count", second="out_of"),
                )
