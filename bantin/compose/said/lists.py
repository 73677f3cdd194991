"""Pages that lead to others: the front page, the archive, the index of years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.compose.said.articles import Photo
from bantin.compose.said.prose import KeyFigure, Link, Prose, Words
from bantin.compose.said.standing import CorrectionNotice

SEARCH = "/tim-kiem/"
"""The page of the search; it says nothing of its own."""

CALENDAR = "/lich/"
"""The address of the calendar of releases."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """A bulletin as it stands in a list; mark: what became of it since ("Đính chính 05/12/2026"), or "".

    part: on the page of a person, what they did and in which office ("Chủ trì – Bí thư Tỉnh ủy").
    """

    address: str
    kicker: Words
    headline: Words
    date_line: str
    lead: Prose
    photo: Photo | None
    draft: bool = False
    mark: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """A year in the row of years: its label as a large numeral, and what its page holds."""

    address: str
    label: str
    summary: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The first page: one lead bulletin, key figures of the latest year, the rest, the years."""

    description: str
    lead: Teaser | None
    rest: tuple[Teaser, ...]
    key_figures_label: str
    key_figures_address: str
    key_figures: tuple[KeyFigure, ...]
    years: tuple[YearFigures, ...]
    corrections: tuple[CorrectionNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveGroup:
    """The bulletins of one month, or of a year as a whole ("Cả năm")."""

    label: str
    anchor: str
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """One year of the archive; it has a page of its own."""

    address: str
    label: str
    count: int
    groups: tuple[ArchiveGroup, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """All bulletins, the latest year first."""

    address: str
    years: tuple[ArchiveYear, ...]


@dataclass(frozen=True, slots=True)
class ShelfLink:
    """A page of bulletins as a list of such pages has it; note: the office of a person, last known."""

    address: str
    name: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The bulletins of one body, on one subject or with one person; of one year where they are many.

    above: the page that leads here; label: the year, or "" for all; about, span: what they are and from which
    years, for search engines; years: where they are many, the pages of the years instead of the groups;
    count: of the bulletins.
    """

    address: str
    above: Link
    name: str
    label: str
    about: str
    span: str
    count: int
    years: tuple[ShelfLink, ...]
    groups: tuple[ArchiveGroup, ...]


@dataclass(frozen=True, slots=True)
class ShelfList:
    """All bodies, all subjects or all people with bulletins, in the order of the alphabet.

    each: what is counted, "cơ quan"; busiest: the few with the most bulletins.
    """

    address: str
    each: str
    links: tuple[ShelfLink, ...]
    busiest: tuple[ShelfLink, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A release of figures: what, by whom, its day or the time it is expected in.

    state: how sure it is, what became of it, what was told before; off: it will not come; address: where it
    can be read since it came, or ""; on: its day where one is known; moved_from: the one told before.
    """

    title: str
    body: str
    day: str
    state: Prose
    off: bool
    address: str = ""
    on: date | None = None
    moved_from: date | None = None


@dataclass(frozen=True, slots=True)
class ReleaseCalendar:
    """The calendar: what comes, the next first, and what was to come, the latest first.

    label: of the page of a past year, "" for the calendar itself; years: links to such pages.
    """

    address: str
    label: str
    coming: tuple[Release, ...]
    past: tuple[Release, ...]
    years: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StatisticsIndex:
    """The list of all periods with figures, the latest first, and the few releases that come next.

    calendar: the address of all of them, "" where there are none.
    """

    address: str
    years: tuple[YearFigures, ...]
    releases: tuple[Release, ...] = ()
    calendar: str = ""
