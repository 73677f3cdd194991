"""Rules about the organisations that are named in the classes of a breakdown."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.sums import breakdowns_in, class_labels
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.problems import Location, say


@rule
def members_counted(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A class that names its members names exactly as many as it counts."""
    for one in breakdowns_in(dataset):
        labels = class_labels(dataset, one.breakdown.by)
        for name, part in one.breakdown.parts.items():
            if part.members and part.quantity.exact and part.quantity.amount != len(part.members):
                yield Found(
                    one.breakdown.where_number("parts", name),
                    say(
                        "“{label}” counts {counted}, but names {named}",
                        label=labels.get(name, name),
                        counted=part.text,
                        named=len(part.members),
                    ),
                    (say("the last one named: {name}", name=part.members[-1]),),
                    say("correct the number, or the list of members"),
                )


@rule
def member_once(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Within a breakdown that is a partition each member is named once, in one class."""
    for one in breakdowns_in(dataset):
        seen: dict[str, Location] = {}
        for part in one.breakdown.parts.values() if one.adds_up else ():
            for position, member in enumerate(part.members):
                place = part.where("members", position)
                first = seen.setdefault(member, place)
                if first is not place:
                    yield Found(
                        place,
                        say("“{name}” is named twice", name=member),
                        (say("first in {file}, line {line}", file=first.file, line=first.line),),
                        say("leave it in one class"),
                    )
