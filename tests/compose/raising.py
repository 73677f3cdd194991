"""All numbers of the records of a project, each with its place, and each to be raised by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from bantin.compose import compose
from bantin.compose.said import Bulletins
from bantin.dataset import Dataset, load
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.base import Part
from bantin.dataset.records.base import Path as Way
from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.values import Attained
from bantin.figures import (
    BreakdownFigures,
    Figure,
    Figures,
    PartFigure,
    as_published,
    compute,
    excess,
    points_beyond,
    readings,
)
from bantin.language import Change
from bantin.problems import Location
from tests.dataset.projects import NAMES, Files, files_of
from tests.figures.small import NOW

PROJECTS = tuple(name for name in NAMES if name != "planned")
"""All projects that hold numbers."""


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
                place = holder.where_number(*at)
                line = files[place.file].decode().splitlines()[place.line - 1]
                text = line[place.column - 1 : place.column - 1 + place.length]
                found.append(Number(name, place, named(record, way), text))
    return found


_HOLDERS = ("breakdowns", "parts", "table")


def named(record: Reporting, way: Way) -> str:
    """``observations[9].breakdowns[0].parts.canh-cao`` as ``ky-luat/canh-cao``."""
    if way[0] != "observations":
        return "/".join(map(str, way))
    assert isinstance(way[1], int)
    words = [
        word for word in way[2:] if isinstance(word, str) and word not in ("breakdowns", "parts", "table")
    ]
    return "/".join([record.observations[way[1]].name, *words])


def figures_in(dataset: Dataset) -> dict[str, Figure]:
    """All figures that can be shown, by identity."""
    return {
        figure.identity: figure
        for of_record in compute(dataset).values()
        for figures in of_record.values()
        for figure in _figures(figures)
    }


def totals(groups: Iterable[BreakdownFigures]) -> Iterator[PartFigure]:
    """The totals of all tables, those in parts of parts included."""
    for group in groups:
        table = group.table
        told = (*(row.total for row in table.rows), *table.totals, table.whole) if table else ()
        yield from (total for total in told if total is not None)
        for part in group.parts:
            yield from totals(part.breakdowns)


def earlier_form(figure: Figure) -> Figure:
    """What a revised figure was before."""
    assert figure.was is not None
    return Figure(f"{figure.identity}-was", figure.was, figure.unit)


def _figures(figures: Figures) -> Iterator[Figure]:
    parts = [*figures.every_part(), *totals(figures.breakdowns)]
    listed = [figures.actual, figures.previous, figures.change, figures.percent_change]
    listed += [
        figures.plan,
        figures.attained,
        excess(figures),
        points_beyond(figures),
        figures.implied,
        *dict(figures.printed).values(),
    ]
    for part in parts:
        listed += [part.figure, part.previous, part.change, part.percent_change, part.share]
    if figures.stage is not None:
        listed += [figures.stage.of_previous, figures.stage.of_start]
    listed += [earlier_form(figure) for figure in listed if figure is not None and figure.was is not None]
    if figures.attainment is not None and figures.attained is None:
        yield as_published(figures, figures.attainment)
        yield from readings(figures, figures.attainment)
    yield from (figure for figure in listed if figure is not None)


_COLUMNS = {"current": "actual", "earlier": "previous", "change": "change", "percent": "percent_change"}


def rows_of(dataset: Dataset, breakdowns: Iterable[Breakdown], name: str, identity: str) -> dict[str, str]:
    """The rows of parts and of parts of parts: anchor → identity without an aspect."""
    rows: dict[str, str] = {}
    for breakdown in breakdowns:
        rows[f"{name}--{breakdown.by}"] = f"{identity}/{breakdown.by}"
        for one, _ in dataset.classification[breakdown.by].labels() if breakdown.across is None else ():
            rows[f"{name}--{one}"] = f"{identity}/{breakdown.by}={one}"
            if part := breakdown.parts.get(one):
                below = (f"{name}--{one}", f"{identity}/{breakdown.by}={one}")
                rows |= rows_of(dataset, part.breakdowns, *below)
    return rows


def cells_of(dataset: Dataset) -> dict[str, str]:
    """Which figure each cell of the statistics pages shows: ``anchor.column`` → identity."""
    cells: dict[str, str] = {}
    for found in dataset.observed:
        name, observation = f"{found.record.id}--{found.observation.name}", found.observation
        rows = {name: found.identity} | rows_of(dataset, observation.breakdowns, name, found.identity)
        for anchor, identity in rows.items():
            cells |= {f"{anchor}.{column}": f"{identity}/{aspect}" for column, aspect in _COLUMNS.items()}
        if breakdown_bases := [breakdown.by for breakdown in observation.breakdowns if breakdown.base]:
            cells |= {f"{name}--{by}.current": f"{found.identity}/{by}/base" for by in breakdown_bases}
        if observation.actual is None:
            cells[f"{name}.current"] = f"{found.identity}/attainment"
    return cells
