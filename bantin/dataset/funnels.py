"""Funnels in the records: the observations of one body, period and scope, in the order of their stages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import Funnel
from bantin.language import periods


@dataclass(frozen=True)
class Stages:
    """The stages of one funnel that a record tells of, in their order."""

    funnel: Funnel
    observed: tuple[Observed, ...]

    def label(self, found: Observed) -> str:
        """The name of an observation's stage."""
        return next(stage.label for stage in self.funnel.stages if stage.id == found.observation.stage)

    def pairs(self) -> Iterator[tuple[Observed, Observed]]:
        """Each stage that has a number, with the one before it."""
        return pairwise(found for found in self.observed if found.observation.actual is not None)


def funnels_in(dataset: Dataset, record: str = "") -> Iterator[Stages]:
    """All funnels of all records, or of one by its id.

    Who acts may differ from stage to stage (who proposes does not decide); a record that tells one
    stage of several bodies tells a funnel of each.
    """
    groups: dict[tuple[str, ...], list[Observed]] = {}
    observed = dataset.observed_of.get(record, {}).values() if record else dataset.observed
    for found in observed:
        observation = found.observation
        if observation.funnel in dataset.funnel and _stage(dataset, found) is not None:
            of = (found.record.id, observation.funnel or "", periods.key(found.period))
            groups.setdefault((*of, observation.scope or ""), []).append(found)
    for key, members in groups.items():
        funnel = dataset.funnel[key[1]]
        for group in _by_actor(members):
            order = sorted(group, key=lambda found: _stage(dataset, found) or 0)
            yield Stages(funnel, tuple(order))


def _stage(dataset: Dataset, found: Observed) -> int | None:
    """The place of an observation's stage in its funnel."""
    names = [stage.id for stage in dataset.funnel[found.observation.funnel or ""].stages]
    return names.index(found.observation.stage) if found.observation.stage in names else None


def _by_actor(members: list[Observed]) -> list[list[Observed]]:
    stages = [found.observation.stage for found in members]
    if len(set(stages)) == len(stages):
        return [members]
    actors: dict[str, list[Observed]] = {}
    for found in members:
        actors.setdefault(found.actor, []).append(found)
    return list(actors.values())
