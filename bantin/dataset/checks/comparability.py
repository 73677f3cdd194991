"""Rules about what can be compared: nothing across a break, and what is told in one way each time."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.comparability import (
    bodies_above,
    crossed,
    lies_between,
    recorded_earlier,
    told_otherwise,
)
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import OrganisationBreak
from bantin.language import format_date, periods
from bantin.problems import Message, say


@rule
def change_across_break(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """No change and no earlier value is published across a day from which an indicator or an organisation is
    counted in another way."""
    for found in dataset.observed:
        observation, earlier = found.observation, found.earlier_period
        field = "change" if observation.change else "previous"
        if earlier is None or not (observation.change or observation.previous):
            continue
        if broken := crossed(dataset, found):
            place = broken.where("day")
            yield Found(
                observation.where_number(field),
                say(
                    "{now} and {earlier} are not comparable",
                    now=periods.label(found.period),
                    earlier=periods.label(earlier),
                ),
                (
                    say("from {day}: {reason}", day=format_date(broken.day), reason=broken.reason),
                    say("said in {file}, line {line}", file=place.file, line=place.line),
                ),
                say("leave the comparison out, or correct the break"),
            )


@warning
def break_above_undecided(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Where figures of a unit are compared across a break of a body above it, the break says whether it holds
    for the units below."""
    told: set[tuple[str, object]] = set()
    for found in dataset.observed:
        for name, organisation in bodies_above(dataset, found).items():
            for broken in organisation.breaks:
                key = (name, broken.day)
                if key not in told and _is_compared_across(dataset, found, broken):
                    told.add(key)
                    yield _undecided(dataset, found, broken, organisation.name)


def _is_compared_across(dataset: Dataset, found: Observed, broken: OrganisationBreak) -> bool:
    observation, earlier = found.observation, found.earlier_period
    if (
        broken.units_below is not None
        or earlier is None
        or not lies_between(broken, found, earlier)
        or crossed(dataset, found)
    ):
        return False
    return bool(observation.change or observation.previous or recorded_earlier(dataset, found))


def _undecided(dataset: Dataset, found: Observed, broken: OrganisationBreak, above: str) -> Found:
    unit = dataset.organisation.get(found.actor or found.body)
    place = found.observation.where("name")
    return Found(
        broken.where("day"),
        say("it is not said whether this break of “{above}” holds for the units below it", above=above),
        (
            say(
                "{file}, line {line}: {period} of “{unit}” is compared with {earlier}",
                file=place.file,
                line=place.line,
                period=periods.label(found.period),
                unit=unit.name if unit else found.actor,
                earlier=_label(found),
            ),
        ),
        say("write units_below: yes if their figures cannot be compared either, no if they can"),
    )


@warning
def comparison_lost_in_funnel(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A figure that is a stage of a funnel in one period is so in the period that it is compared with, unless
    the two can only be the same."""
    told: set[tuple[str, str]] = set()
    for found in dataset.observed if dataset.funnels else ():
        observation, earlier = found.observation, found.earlier_period
        if earlier is None or observation.previous or observation.change or observation.first_published:
            continue
        key = (found.at_any_stage, periods.key(found.period))
        if key in told or recorded_earlier(dataset, found) or crossed(dataset, found):
            continue
        if others := told_otherwise(dataset, found, earlier):
            told.add(key)
            yield _lost(found, others)


def _lost(found: Observed, others: list[Observed]) -> Found:
    """One of the two is outside the funnel or in another: the later one is asked about."""
    observation = found.observation
    field = "stage" if observation.stage else "name"
    places = tuple(_told_at(one) for one in others)
    return Found(
        observation.where(field),
        say(
            "no change against {earlier} is computed: the figure is told there in another place of a funnel",
            earlier=_label(found),
        ),
        (say("here: {value}", value=_stage(found)), *places),
        say("write the same funnel and stage with both, where they are the same figure"),
    )


def _told_at(one: Observed) -> Message:
    place = one.observation.where("stage" if one.observation.stage else "name")
    return say("{file}, line {line}: {text}", file=place.file, line=place.line, text=_stage(one))


def _stage(found: Observed) -> str:
    observation = found.observation
    written = (("funnel", observation.funnel), ("stage", observation.stage))
    return ", ".join(f"{name}: {value}" for name, value in written if value) or f"name: {observation.name}"


def _label(found: Observed) -> str:
    return periods.label(found.earlier_period) if found.earlier_period else "–"
