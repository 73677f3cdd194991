"""Rules about breaks: figures before and after one are not compared."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.comparability import crossed
from bantin.dataset.dataset import Dataset
from bantin.language import format_date, periods
from bantin.problems import say


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
