"""Rules about funnels: stages are known, named once, and do not grow."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.changes import published_ways
from bantin.dataset.checks.table import Found, Surroundings, nearest, rule, unknown
from bantin.dataset.dataset import Dataset
from bantin.dataset.funnels import Stages, funnels_in
from bantin.dataset.observed import Observed
from bantin.language import Interval
from bantin.problems import say


@rule
def unknown_stage(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A funnel that an observation names is listed, and its stage is one of the funnel's."""
    for found in dataset.observed:
        observation = found.observation
        if observation.funnel is None or "data/indicators.yml" in dataset.unread:
            continue
        funnel = dataset.funnel.get(observation.funnel)
        if funnel is None:
            message = say("there is no {what} “{name}”", what=say("funnel"), name=observation.funnel)
            remedy = nearest(observation.funnel, list(dataset.funnel))
            more = say("add it to “{name}” in data/indicators.yml", name="funnels")
            yield Found(observation.where("funnel"), message, (), remedy or more)
        elif observation.stage not in (names := [stage.id for stage in funnel.stages]):
            yield unknown(say("stage"), observation.stage or "", names, observation.where("stage"))


@rule
def funnel_grows(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """No stage of a funnel is larger than a stage before it."""
    for stages in funnels_in(dataset):
        for before, after in stages.pairs():
            if _grows(dataset, before, after):
                yield _too_large(stages, before, after)


def _too_large(stages: Stages, before: Observed, after: Observed) -> Found:
    earlier, place = before.observation.actual, before.observation.where_number("actual")
    assert earlier is not None  # pairs have numbers
    return Found(
        after.observation.where_number("actual"),
        say(
            "the stage “{later}” is larger than “{earlier}” before it",
            later=stages.label(after),
            earlier=stages.label(before),
        ),
        (say("{file}, line {line}: {text}", file=place.file, line=place.line, text=earlier.text),),
        say("correct the number or the stage"),
    )


def _grows(dataset: Dataset, before: Observed, after: Observed) -> bool:
    earlier, later = before.observation.actual, after.observation.actual
    if earlier is None or later is None:
        return False
    ways = zip(published_ways(dataset, before, earlier), published_ways(dataset, after, later), strict=True)
    return not any(
        small.meets(Interval(None, large.high, high_open=large.high_open)) for large, small in ways
    )
