"""Rules about changes: what agrees with earlier values, published or implied by other records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.comparability import crossed, recorded_earlier
from bantin.dataset.dataset import Dataset
from bantin.dataset.implied import as_range, earlier_value, either_way, value_of
from bantin.dataset.observed import Observed
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.registers import NumberKind
from bantin.language import (
    Change,
    Interval,
    Shortening,
    format_change,
    format_number,
    format_quantity,
    periods,
)
from bantin.problems import Location, Message, say

Ways = tuple[Interval, ...]
"""What a value can be, by each way of shortening that its sources may have used."""


def number_kind(dataset: Dataset, found: Observed) -> NumberKind:
    """What kind of number an observation has; a count where the indicator is not known."""
    indicator = dataset.indicator.get(found.observation.indicator)
    return indicator.number if indicator else NumberKind.COUNT


def implied_earlier(dataset: Dataset, found: Observed) -> Ways | None:
    """What the earlier value can be by the published change, or None without one."""
    actual, change = found.observation.actual, found.observation.change
    if actual is None or change is None:
        return None
    kind = number_kind(dataset, found)
    return tuple(earlier_value(actual, change, kind, how) for how in Shortening)


def published_ways(dataset: Dataset, found: Observed, amount: Amount) -> Ways:
    """What a published value can be."""
    return tuple(value_of(amount, number_kind(dataset, found), how) for how in Shortening)


def agree(one: Ways, other: Ways) -> bool:
    """Whether two accounts of a value can both be true."""
    return any(first.meets(second) for first, second in zip(one, other, strict=True))


@rule
def change_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A published change agrees with the earlier value, in the earlier record or else in the same one; where
    none is published, there is a number from which the value could have changed so."""
    for found in dataset.observed:
        implied = implied_earlier(dataset, found) if _looks_back(found) else None
        if implied is None or crossed(dataset, found):
            continue
        if all(interval.empty for interval in implied):
            yield _disagrees(dataset, found, _from_nothing(found))
            continue
        earlier = recorded_earlier(dataset, found)
        recorded = earlier.observation.actual if earlier else None
        amount = recorded or found.observation.previous
        if amount is None or agree(implied, published_ways(dataset, found, amount)):
            continue
        holder, field = (
            (earlier.observation, "actual") if earlier and recorded else (found.observation, "previous")
        )
        yield _disagrees(dataset, found, _told_at(holder.where_number(field), amount.text, found))


def _from_nothing(found: Observed) -> Message:
    change = found.observation.change
    if change is not None and change.percent:
        return say("no earlier value changes by {change} to this one", change=format_change(change))
    return say("so the earlier value would be negative")


def _told_at(place: Location, value: str, found: Observed) -> Message:
    return say(
        "{file}, line {line}: {value} in {period}",
        file=place.file,
        line=place.line,
        value=value,
        period=_earlier_label(found),
    )


def _earlier_label(found: Observed) -> str:
    return periods.label(found.earlier_period) if found.earlier_period else "–"


def _disagrees(dataset: Dataset, found: Observed, evidence: Message) -> Found:
    observation = found.observation
    assert observation.actual is not None
    shown = [evidence]
    if told := _in_numbers(dataset, found):
        shown.insert(
            0,
            say(
                "{actual} with this change means {implied} in {period}",
                actual=observation.actual.text,
                implied=told,
                period=_earlier_label(found),
            ),
        )
    return Found(
        observation.where("change"),
        say("the change does not agree with the earlier value"),
        tuple(shown),
        say("correct the change, or the value that is wrong"),
    )


def _in_numbers(dataset: Dataset, found: Observed) -> str:
    """The earlier value that a change implies, or "16–18"; "" where there is none or no bound to it."""
    actual, change = found.observation.actual, found.observation.change
    implied = implied_earlier(dataset, found)
    assert actual is not None and change is not None and implied is not None
    if not change.percent and actual.quantity.exact:
        return format_number(actual.quantity.amount - change.amount)
    bounds = as_range(either_way(*implied), Decimal(1))
    if bounds is None or bounds[0] == bounds[1]:
        return format_quantity(bounds[0]) if bounds else ""
    return "–".join(format_quantity(bound) for bound in bounds)


@rule
def change_of_its_kind(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The change of a percentage is in points (“+5 điểm %”), for “+5%” of it could be either; points are of
    nothing else."""
    for found in dataset.observed:
        change, indicator = found.observation.change, dataset.indicator.get(found.observation.indicator)
        if change is None or indicator is None:
            continue
        of_shares = indicator.number is NumberKind.PERCENT
        if of_shares and change.percent:
            points = format_change(Change(change.amount, points=True))
            yield Found(
                found.observation.where("change"),
                say("“{text}” can be points or percent of a percentage", text=format_change(change)),
                (),
                say("write {suggestion}", suggestion=points),
            )
        elif change.points and not of_shares:
            yield Found(
                found.observation.where("change"),
                say("points are the change of a percentage, and this is none"),
                (),
                say("write {suggestion}", suggestion=format_change(Change(change.amount, percent=True))),
            )


@rule
def previous_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An earlier value repeated in a later record is the one that the earlier record published."""
    for found in dataset.observed:
        previous, earlier = found.observation.previous, recorded_earlier(dataset, found)
        published = earlier.observation.actual if earlier else None
        if previous and published and earlier and _differ(previous, published):
            place = earlier.observation.where_number("actual")
            yield Found(
                found.observation.where_number("previous"),
                say("the earlier record published another value"),
                (say("{file}, line {line}: {text}", file=place.file, line=place.line, text=published.text),),
                say("correct the value that is wrong"),
            )


@rule
def compared_with_nothing(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A change or an earlier value is of an earlier period, which is named where it is not the same
    period a year before."""
    for found in dataset.observed:
        observation, earlier = found.observation, found.earlier_period
        period = (say("the figure is of {period}", period=periods.label(found.period)),)
        if earlier is None and (observation.change or observation.previous):
            yield Found(
                observation.where("change" if observation.change else "previous"),
                say("it is not said with which period this is compared"),
                period,
                say("add a line “{name}: …”", name="compared_with"),
            )
        elif not _looks_back(found):
            yield Found(
                observation.where("compared_with"),
                say("the period to compare with is not an earlier one"),
                period,
                say("name an earlier period, or leave the line out: the same period a year before is meant"),
            )


def _looks_back(found: Observed) -> bool:
    """Whether the period that a figure is compared with is an earlier one."""
    compared = found.observation.compared_with
    return compared is None or compared.last_day < found.period.last_day


def _differ(one: Amount, other: Amount) -> bool:
    """Whether two values cannot both be true; "trên 4.300" and 4.325 can."""
    alike = one.quantity.qualifier is other.quantity.qualifier
    return alike and one.quantity.amount != other.quantity.amount


@dataclass(frozen=True)
class Claim:
    """What a record says of a value of an earlier period, by its change or in so many words."""

    place: Location
    text: str
    ways: Ways


@rule
def earlier_values_agree(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Where nobody published an earlier value, the later records that state or imply it mean the same one."""
    first: dict[str, Claim] = {}
    for found in dataset.observed:
        if recorded_earlier(dataset, found) or not found.earlier_identity:
            continue
        if crossed(dataset, found):
            continue  # change-across-break says more
        claim = _claim(dataset, found)
        other = first.setdefault(found.earlier_identity, claim) if claim else None
        if claim and other and not agree(claim.ways, other.ways):
            yield Found(
                claim.place,
                say("two records mean different values for {period}", period=_earlier_label(found)),
                (
                    say("here: {value}", value=claim.text),
                    _told_at(other.place, other.text, found),
                ),
                say("correct the value that is wrong"),
            )


def _claim(dataset: Dataset, found: Observed) -> Claim | None:
    observation = found.observation
    if observation.previous is not None:
        ways = published_ways(dataset, found, observation.previous)
        return Claim(observation.where_number("previous"), observation.previous.text, ways)
    implied = implied_earlier(dataset, found)
    if implied is None or all(interval.empty for interval in implied) or not _looks_back(found):
        return None
    return Claim(observation.where("change"), _in_numbers(dataset, found), implied)
