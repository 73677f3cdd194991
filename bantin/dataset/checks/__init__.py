"""The checks: everything that can be said of a dataset without building it."""

from __future__ import annotations

from collections.abc import Iterable

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

__all__ = ["Rule", "Surroundings", "acknowledged", "check", "table"]


def check(dataset: Dataset, around: Surroundings, before: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """The problems of the dataset beside those found ``before``, without what records acknowledge."""
    problems = [*before]
    with collection_paused():
        for rule in table():
            problems.extend(rule.problems(dataset, around))
    known = acknowledged(dataset)
    return tuple(
        problem
        for problem in in_order(problems)
        if problem.severity is Severity.ERROR or (problem.location.file, problem.rule) not in known
    )


def acknowledged(dataset: Dataset) -> set[tuple[str, str]]:
    """File and rule of everything that records acknowledge."""
    records: list[Record] = [dataset.site, *dataset.registers, *dataset.publishable()]
    return {(record.where().file, entry.rule) for record in records for entry in record.acknowledged}
