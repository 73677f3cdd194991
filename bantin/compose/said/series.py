"""Pages of figures over time: an indicator in all its periods, an organisation with all it published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.compose.said.prose import Link, Prose, Words
from bantin.compose.said.standing import CorrectionNotice
from bantin.compose.said.statistics import Grid, Table


@dataclass(frozen=True, slots=True)
class Explained:
    """A line of what is known of an indicator: "Đơn vị", "đảng viên"."""

    term: str
    told: str


@dataclass(frozen=True, slots=True)
class LatestFigure:
    """The latest value of a series: what it is and where its series stands, of when, and how it moved.

    number: the value in words, leading to its row; period: of the value; change: in words, or (); mark:
    that its record was withdrawn, or "".
    """

    label: Link
    period: str
    number: Prose
    change: Prose
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LatestGroup:
    """The latest values of one subject, or of one organisation; page: that of the organisation, if any."""

    heading: str
    anchor: str
    figures: tuple[LatestFigure, ...]


@dataclass(frozen=True, slots=True)
class BodySeries:
    """What one body published of an indicator, each table a series; page: all it published; grids: the parts
    of a series over time."""

    name: str
    anchor: str
    page: Link
    tables: tuple[Table, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """An indicator over all its periods.

    point: its main point in a sentence, or (); facts: definition, unit, who counts it, limits; bodies: the
    series themselves; latest: instead of these where so many bodies have one that each has a page of its own;
    above: the page that leads here; owners: the names of the bodies; first_day, last_day: of all its
    periods together.
    """

    address: str
    title: str
    subject: str
    description: Words
    first_day: date
    last_day: date
    owners: tuple[str, ...]
    point: Prose
    facts: tuple[Explained, ...]
    bodies: tuple[BodySeries, ...]
    latest: tuple[LatestGroup, ...]
    status_key: tuple[tuple[str, str], ...]
    above: Link
    corrections: tuple[CorrectionNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorEntry:
    """An indicator in the list of all, with its definition in a line."""

    page: Link
    told: str


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """The indicators of one subject."""

    heading: str
    anchor: str
    entries: tuple[IndicatorEntry, ...]


@dataclass(frozen=True, slots=True)
class IndicatorIndex:
    """All indicators by subject."""

    address: str
    groups: tuple[IndicatorGroup, ...]


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """What one organisation published: its periods, the latest first, its latest bulletins and values."""

    address: str
    name: str
    description: str
    last_day: date
    periods: tuple[Link, ...]
    articles: tuple[Link, ...]
    groups: tuple[LatestGroup, ...]
    corrections: tuple[CorrectionNotice, ...] = ()


EMPTY_INDEX = IndicatorIndex("/so-lieu/chi-tieu/", ())
"""No figure was published yet."""
