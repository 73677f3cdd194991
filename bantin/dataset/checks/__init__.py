"""The checks: everything that can be said of a dataset without building it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bantin.dataset import house_style  # noqa: F401  # it fills the table, too
from bantin.dataset.checks import (  # noqa: F401  # they fill the table
    actors,
    acts,
    articles,
    calendar,
    changes,
    classes,
    comparability,
    corrections,
    counts,
    dates,
    documents,
    finality,
    funnels,
    listed,
    members,
    numbers,
    people,
    photos,
    plans,
    prose,
    published,
    references,
    renderings,
    series,
    small_counts,
    sums,
    tables,
    votes,
    withdrawals,
)
from bantin.dataset.checks.table import Rule, Surroundings, table
from bantin.dataset.dataset import Dataset
from bantin.dataset.memory import collection_paused
from bantin.dataset.records.base import Record
from bantin.problems import Problem, Severity, in_order
from bantin.spread import LEAST, Spread, one_after_the_other

__all__ = ["Rule", "Surroundings", "acknowledged", "check", "table"]


def check(
    dataset: Dataset,
    around: Surroundings,
    before: Iterable[Problem] = (),
    spread: Spread = one_after_the_other,
) -> tuple[Problem, ...]:
    """The problems of the dataset beside those found ``before``, without what records acknowledge.

    spread: does the work of the rules, each of which depends on nothing but the dataset and its surroundings.
    """
    problems = [*before]

    def found_by(rules: Sequence[Rule]) -> list[list[Problem]]:
        return [list(rule.problems(dataset, around)) for rule in rules]

    with collection_paused():
        _read_by_many(dataset)
        least = 1 if len(dataset.named) > LEAST else len(table())
        for found in spread(found_by, table(), least=least):
            problems.extend(found)
    known = acknowledged(dataset)
    return tuple(
        problem
        for problem in in_order(problems)
        if problem.severity is Severity.ERROR or (problem.location.file, problem.rule) not in known
    )


def _read_by_many(dataset: Dataset) -> None:
    """Finds what many rules read, once for every process that works on them."""
    _ = dataset.explained, dataset.passages, dataset.prose, dataset.observed_by_identity


def acknowledged(dataset: Dataset) -> set[tuple[str, str]]:
    """File and rule of everything that records acknowledge."""
    records: list[Record] = [dataset.site, *dataset.registers, *dataset.publishable()]
    return {(record.where().file, entry.rule) for record in records for entry in record.acknowledged}
