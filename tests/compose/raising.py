"""All numbers of the records of a project, each with its place, and each to be raised by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bantin.dataset import Dataset, load
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.base import Part
from bantin.dataset.records.base import Path as Way
from bantin.dataset.records.breakdowns import PartAmount
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.observations import Observation
from bantin.dataset.records.registers import NumberKind
from bantin.dataset.records.values import Attained
from bantin.language import Change
from bantin.problems import Location
from tests.dataset.projects import NAMES, Files, files_of

PROJECTS = tuple(name for name in NAMES if name != "planned")
"""All projects that hold numbers; what a correction says was published before is not one of them."""


@dataclass(frozen=True)
class Number:
    """A number in a record: its project, place, name and text, and the identity of the figure it makes.

    record: the id of the record that holds it; way: its path from there.
    """

    project: str
    place: Location
    name: str
    text: str
    identity: str
    record: str
    way: Way

    @property
    def raised(self) -> str:
        """The text with its number raised by one: "trên 4.300" is "trên 4.301", "87,5%" is "88,5%"."""
        found = re.search(r"(-?)(\d[\d.]*)", self.text)
        assert found
        old = int(found[2].replace(".", ""))
        new = f"{old - 1 if found[1] else old + 1:,}".replace(",", ".")
        return self.text[: found.start(2)] + new + self.text[found.end(2) :]

    def changed(self, files: Files) -> Files:
        lines = files[self.place.file].decode().splitlines(keepends=True)
        line, start = lines[self.place.line - 1], self.place.column - 1
        assert line[start : start + self.place.length] == self.text, self
        lines[self.place.line - 1] = line[:start] + self.raised + line[start + self.place.length :]
        return {**files, self.place.file: "".join(lines).encode()}


def numbers_in(part: Part, way: Way = ()) -> Iterator[tuple[Part, Way, Way]]:
    """All numbers below a part: who holds each, its path there, and its path from the record."""
    for field in type(part).model_fields:
        yield from _numbers(part, (field,), getattr(part, field), (*way, field))


def _numbers(holder: Part, at: Way, value: object, way: Way) -> Iterator[tuple[Part, Way, Way]]:
    if isinstance(value, Amount):
        yield holder, at, way
        for field in ("was", "share"):
            if getattr(value, field, None) is not None:
                yield holder, (*at, field), (*way, field)
        for position, below in enumerate(getattr(value, "breakdowns", ())):
            yield from numbers_in(below, (*way, "breakdowns", position))
    elif isinstance(value, Change | Attained):
        yield holder, at, way
    elif isinstance(value, Part):
        yield from numbers_in(value, way)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _numbers(holder, (*at, name), item, (*way, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _numbers(holder, (*at, position), item, (*way, position))


@cache
def project(name: str) -> tuple[Files, Dataset]:
    """The files of a project and its records."""
    files = files_of(name)
    return files, load(files).dataset


def numbers() -> list[Number]:
    """All numbers of all projects, in order of records and of lines."""
    found = []
    for name in PROJECTS:
        files, dataset = project(name)
        for record in dataset.reporting.values():
            for holder, at, way in numbers_in(record):
                place = holder.where_number(*at)
                line = files[place.file].decode().splitlines()[place.line - 1]
                text = line[place.column - 1 : place.column - 1 + place.length]
                identity = identity_of(dataset, record, way, "%" in text and "điểm" not in text)
                found.append(Number(name, place, named(record, way), text, identity, record.id, way))
    return found


def named(record: Reporting, way: Way) -> str:
    """``observations[9].breakdowns[0].parts.canh-cao`` as ``ky-luat/canh-cao``."""
    if way[0] != "observations":
        return "/".join(map(str, way))
    assert isinstance(way[1], int)
    words = [
        word for word in way[2:] if isinstance(word, str) and word not in ("breakdowns", "parts", "table")
    ]
    return "/".join([record.observations[way[1]].name, *words])


def identity_of(dataset: Dataset, record: Reporting, way: Way, percent: bool) -> str:
    """The identity of the figure that a number makes, as its path in the record says."""
    if way[0] != "observations":
        steps = [str(step).replace("_", "-") for step in way if step not in ("vote", "election")]
        return "/".join([record.id, *steps])
    assert isinstance(way[1], int)
    observation = record.observations[way[1]]
    number = dataset.indicator[observation.indicator].number
    stem = dataset.observed_of[record.id][observation.name].identity
    return f"{stem}/{_below(observation, way[2:], percent, percent and number is not NumberKind.PERCENT)}"


_ASPECTS = {"attainment": "attainment", "plan": "plan", "actual": "actual", "previous": "previous"}


def _below(whole: Observation | PartAmount, way: Way, percent: bool, share: bool) -> str:
    """The rest of an identity: the parts that lead to a number, and what of them it is.

    share: whether a number of a part is its share of the whole.
    """
    if way and way[0] == "breakdowns":
        assert isinstance(way[1], int)
        breakdown, name = whole.breakdowns[way[1]], str(way[3])
        if way[2] == "base":
            return f"{breakdown.by}/base"
        if way[2] == "table":
            return f"{breakdown.by}={name}/{breakdown.across}={way[4]}/{'share' if share else 'actual'}"
        return f"{breakdown.by}={name}/{_below(breakdown.parts[name], way[4:], percent, share)}"
    if way and way[0] == "change":
        return "percent_change" if percent else "change"
    if way and way[0] == "printed":
        return f"printed-{way[1]}"
    aspect = _ASPECTS[str(way[0])] if way and way[0] in _ASPECTS else "share" if share else "actual"
    return f"{aspect}-was" if way and way[-1] == "was" else aspect
