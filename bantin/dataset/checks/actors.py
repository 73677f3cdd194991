"""Rules about who acted together, and about values told as the first of their kind."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.comparability import recorded_earlier
from bantin.dataset.dataset import Dataset
from bantin.problems import say


@rule
def joint_actors(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Bodies that acted together are named once each, beside the one that is named as actor."""
    for found in dataset.observed:
        observation, seen = found.observation, {found.actor}
        for at, name in enumerate(observation.jointly_with):
            if not found.actor:
                yield Found(
                    observation.where("jointly_with", at),
                    say("“{name}” acted together with nobody", name=name),
                    (),
                    say("write one of them as actor"),
                )
            elif name in seen:
                yield Found(
                    observation.where("jointly_with", at),
                    say("“{name}” is named twice as having acted", name=name),
                    (),
                    say("name each body once"),
                )
            seen.add(name)


@rule
def first_of_its_kind(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A value told as published for the first time has no earlier one."""
    for found in dataset.observed:
        observation = found.observation
        earlier = recorded_earlier(dataset, found)
        known = observation.previous or observation.change or (earlier and earlier.observation.actual)
        if observation.first_published and known:
            place = earlier.observation.where("name") if earlier else None
            yield Found(
                observation.where("first_published"),
                say("told as the first, but an earlier value is known"),
                (say("first in {file}, line {line}", file=place.file, line=place.line),) if place else (),
                say("take {field} away, or the earlier value", field="first_published"),
            )
