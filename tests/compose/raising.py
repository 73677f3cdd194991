"""All numbers of the records of a project, each with its place, and each to be raised by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset, load
from bantin.dataset.records.base import Part
from bantin.dataset.records.base import Path as Way
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.values import Amount, Attained
from bantin.figures import Figure, Figures, as_published, compute, excess, readings
from bantin.language import Change
from bantin.problems import Location
from tests.dataset.projects import Files, files_of
from tests.figures.small import NOW

PROJECTS = ("example", "half-year", "council")


@dataclass(frozen=True)
class Number:
    """A number in a record: its project, its place, its name among the figures, and its text."""

    project: str
    place: Location
    name: str
    text: str

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
    if isinstance(value, Amount | Change | Attained):
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
def project(name: str) -> tuple[Files, Dataset, Bulletins]:
    """The files of a project, its records, and what is composed of them."""
    files = files_of(name)
    dataset = load(files).dataset
    return files, dataset, compose(dataset.public(NOW), NOW, {}, {})


def numbers() -> list[Number]:
    """All numbers of all projects, in order of records and of lines."""
    found = []
    for name in PROJECTS:
        files, dataset, _ = project(name)
        for record in dataset.reporting.values():
            for holder, at, way in numbers_in(record):
                place = holder.where(*at)
                line = files[place.file].decode().splitlines()[place.line - 1]
                text = line[place.column - 1 : place.column - 1 + place.length]
                found.append(Number(name, place, named(record, way), text))
    return found


def named(record: Reporting, way: Way) -> str:
    """``observations[9].breakdowns[0].parts.canh-cao`` as ``ky-luat/canh-cao``."""
    if way[0] != "observations":
        return "/".join(map(str, way))
    assert isinstance(way[1], int)
    words = [word for word in way[2:] if isinstance(word, str) and word not in ("breakdowns", "parts")]
    return "/".join([record.observations[way[1]].name, *words])


def figures_in(dataset: Dataset) -> dict[str, Figure]:
    """All figures that can be shown, by identity."""
    return {
        figure.identity: figure
        for of_record in compute(dataset).values()
        for figures in of_record.values()
        for figure in _figures(figures)
    }


def _figures(figures: Figures) -> Iterator[Figure]:
    parts = [part for group in figures.breakdowns for part in (*group.parts, group.base) if part is not None]
    listed = [figures.actual, figures.previous, figures.change, figures.percent_change]
    listed += [figures.plan, figures.attained, excess(figures)]
    listed += [f for part in parts for f in (part.figure, part.previous, part.change, part.percent_change)]
    if figures.attainment is not None and figures.attained is None:
        yield as_published(figures, figures.attainment)
        yield from readings(figures, figures.attainment)
    yield from (figure for figure in listed if figure is not None)


_COLUMNS = {"current": "actual", "earlier": "previous", "change": "change", "percent": "percent_change"}


def cells_of(dataset: Dataset) -> dict[str, str]:
    """Which figure each cell of the statistics pages shows: ``anchor.column`` → identity."""
    cells: dict[str, str] = {}
    for found in dataset.observed:
        name, observation = f"{found.record.id}--{found.observation.name}", found.observation
        rows = {name: found.identity}
        for breakdown in observation.breakdowns:
            classes = dataset.classification[breakdown.by].labels()
            rows |= {f"{name}--{one}": f"{found.identity}/{breakdown.by}={one}" for one, _ in classes}
            rows |= {f"{name}--{breakdown.by}": f"{found.identity}/{breakdown.by}"}
        for anchor, identity in rows.items():
            cells |= {f"{anchor}.{column}": f"{identity}/{aspect}" for column, aspect in _COLUMNS.items()}
        if breakdown_bases := [breakdown.by for breakdown in observation.breakdowns if breakdown.base]:
            cells |= {f"{name}--{by}.current": f"{found.identity}/{by}/base" for by in breakdown_bases}
        if observation.actual is None:
            cells[f"{name}.current"] = f"{found.identity}/attainment"
    return cells
