"""Rules about the classes of breakdowns: which there can be, and that each has its number."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.sums import breakdowns_in, class_labels
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.divided import Divided
from bantin.dataset.records.base import Path
from bantin.problems import say


def _uses(one: Divided) -> Iterator[tuple[str, str]]:
    """The classifications that a breakdown names, each with its field."""
    yield "by", one.breakdown.by
    if one.breakdown.across is not None:
        yield "across", one.breakdown.across


def _classes(one: Divided) -> Iterator[tuple[str, str, Path]]:
    """The classes that a breakdown names: the classification each must be of, its name, its path."""
    breakdown = one.breakdown
    for name in breakdown.parts:
        yield breakdown.by, name, ("parts", name)
    for row, cells in breakdown.table.items():
        yield breakdown.by, row, ("table", row)
        yield from ((breakdown.across or "", column, ("table", row, column)) for column in cells)


@rule
def unknown_class(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each part of a breakdown is one of the classes of its classification; forms of discipline are
    those that Điều lệ Đảng, Điều 35 allows for the object."""
    for one in breakdowns_in(dataset):
        for classification, name, path in _classes(one):
            labels = class_labels(dataset, classification)
            if labels and name not in labels:
                yield Found(
                    one.breakdown.key(*path),
                    say("“{name}” is not one of the classes", name=name),
                    (say("the classes: {names}", names=", ".join(labels)),),
                    say("choose one of the classes, or correct the classification"),
                )


@rule
def discipline_of_other_object(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Forms of discipline for organisations, members and probationary members are not exchanged."""
    for one in breakdowns_in(dataset):
        indicator = dataset.indicator.get(one.found.observation.indicator)
        for field, name in _uses(one):
            classification = dataset.classification.get(name)
            if not classification or not classification.discipline_of or not indicator:
                continue
            if indicator.object is not classification.discipline_of:
                yield Found(
                    one.breakdown.where(field),
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
    for one in breakdowns_in(dataset):
        indicator = dataset.indicator.get(one.found.observation.indicator)
        for field, name in _uses(one):
            if indicator and name in dataset.classification and name not in indicator.breakdowns:
                yield Found(
                    one.breakdown.where(field),
                    say("“{indicator}” is not broken down in this way", indicator=indicator.label),
                    (say("allowed: {names}", names=", ".join(indicator.breakdowns) or "–"),),
                    say("add “{name}” to the indicator's breakdowns, or correct it here", name=name),
                )


@rule
def parts_or_table(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A breakdown has parts, or, where it goes across a second classification, a table, and not both."""
    for one in breakdowns_in(dataset):
        breakdown = one.breakdown
        wanted, other = ("table", "parts") if breakdown.across else ("parts", "table")
        if getattr(breakdown, other):
            yield Found(
                breakdown.key(other),
                say("“{name}” does not belong here", name=other),
                (say("a table has “by” and “across”; parts have “by” alone"),),
                say("write the numbers under “{name}”, or correct “across”", name=wanted),
            )
        elif not getattr(breakdown, wanted):
            yield Found(
                breakdown.where("by"),
                say("there is no number in this breakdown"),
                (),
                say("add a line “{name}: …”", name=wanted),
            )


@rule
def part_without_number(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each part of a breakdown has its number: what is not published is left out, and nothing is 0."""
    for one in breakdowns_in(dataset):
        paths: list[Path] = [("parts",), *(("table", row) for row in one.breakdown.table)]
        for path in paths:
            for name, place in one.breakdown.left_empty(*path):
                yield Found(
                    place,
                    say("“{name}” has no number", name=name),
                    (say("between braces a comma ends the number: {a: 12,5} is 12 and a field “5”"),),
                    say(
                        "write 0, or leave the part out; decimals stand on lines of their own, without braces"
                    ),
                )
