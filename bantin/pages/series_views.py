"""The parts of pages of figures over time, as templates see them."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.escape import Drawn
from bantin.pages.views import GridView, LinkView, TableView


@dataclass(frozen=True, slots=True)
class BodySeriesView:
    """One body and its series of an indicator; page: of all that it published."""

    name: str
    anchor: str
    page: LinkView
    tables: tuple[TableView, ...]
    grids: tuple[GridView, ...] = ()


@dataclass(frozen=True, slots=True)
class LatestView:
    """The latest value of a series: what it is, of when, the value and its change in words, its standing."""

    label: LinkView
    period: str
    number: Drawn
    change: Drawn
    mark: str


@dataclass(frozen=True, slots=True)
class LatestGroupView:
    """The latest values under one heading."""

    heading: str
    anchor: str
    figures: tuple[LatestView, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """An indicator or an organisation in the list of all, and what it is in a line."""

    page: LinkView
    told: str


@dataclass(frozen=True, slots=True)
class EntryGroupView:
    """The indicators of one subject."""

    heading: str
    anchor: str
    entries: tuple[EntryView, ...]
