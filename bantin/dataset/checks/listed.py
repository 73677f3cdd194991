"""Rules about counts of listed items: "4 nghị quyết" and four that are listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.dataset.checks.table import Found, Surroundings, nearest, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.implied import value_of
from bantin.dataset.observed import Observed
from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.observations import Counted
from bantin.dataset.records.registers import NumberKind
from bantin.language import Interval, Shortening, format_number
from bantin.problems import say


@dataclass(frozen=True)
class Listed:
    """A list of a record: its items, and whether the source says that there are more."""

    items: tuple[object, ...]
    open: bool


def lists_of(record: Reporting) -> dict[str, Listed]:
    """The lists of a record by the names of their fields, those of an agenda or of tasks by that of the
    field that holds them."""
    lists: dict[str, Listed] = {}
    for name in type(record).model_fields:
        value = getattr(record, name)
        items = value if isinstance(value, tuple) else getattr(value, "items", None)
        if isinstance(items, tuple) and name not in ("acknowledged", "observations", "literals", "terms"):
            lists[name] = Listed(items, bool(getattr(value, "open", False)))
    return lists


@rule
def unknown_list(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What a number counts is a list of its record, and a condition is a field of its items."""
    for found, counted in _counting(dataset):
        lists, place = lists_of(found.record), found.observation.where("counts", "list")
        if counted.list not in lists:
            message = say("there is no list “{name}” in this record", name=counted.list)
            yield Found(place, message, (), nearest(counted.list, list(lists)))
            continue
        items = [item for item in lists[counted.list].items if isinstance(item, Part)]
        known = sorted({name for item in items for name in type(item).model_fields})
        for field in counted.only:
            if items and field not in known:
                message = say("there is no field “{name}” in these items", name=field)
                place = found.observation.key("counts", "only", field)
                yield Found(place, message, (), nearest(field, known))


@rule
def count_of_list(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A number that counts a list of its record is that of the items listed there, and no less than that
    where the list is open."""
    for found, counted in _counting(dataset):
        listed, actual = lists_of(found.record).get(counted.list), found.observation.actual
        if listed is None or actual is None:
            continue
        number = sum(1 for item in listed.items if _meant(item, counted))
        wanted = Interval(Interval.point(number).low, None) if listed.open else Interval.point(number)
        if not value_of(actual, NumberKind.COUNT, Shortening.ROUNDED).meets(wanted):
            told = {"number": actual.text, "listed": format_number(number)}
            yield Found(
                found.observation.where_number("actual"),
                say("the number is {number}, but {listed} are listed", **told),
                (say("the list “{name}” in the same record", name=counted.list),),
                say("correct the number or the list; write “open: yes” where the source's list ends in “…”"),
            )


def _counting(dataset: Dataset) -> Iterator[tuple[Observed, Counted]]:
    for found in dataset.observed:
        if found.observation.counts is not None:
            yield found, found.observation.counts


def _meant(item: object, counted: Counted) -> bool:
    """Whether an item has the values that are asked for."""
    return all(str(getattr(item, field, None)) == value for field, value in counted.only.items())
