"""The whole: what is published, by whom, and every page of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bantin.compose.said.articles import Article
from bantin.compose.said.following import Appointment, Changed, Feed, FeedEntry
from bantin.compose.said.lists import (
    Archive,
    FrontPage,
    ReleaseCalendar,
    Shelf,
    ShelfList,
    StatisticsIndex,
)
from bantin.compose.said.prose import Link
from bantin.compose.said.series import EMPTY_INDEX, IndicatorIndex, IndicatorPage, OrganisationPage
from bantin.compose.said.standing import EMPTY_LOG, CorrectionLog, Redirect, Tombstone
from bantin.compose.said.statements import Statement
from bantin.compose.said.statistics import StatisticsPage
from bantin.figures import NO_FIGURES, FiguresIndex


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page written by hand in ``content/``: its address and its Markdown as it stands."""

    address: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: what masthead, footer and every page's title say.

    editor: answers for the content; visitors: whether the footer tells how many there are; feed: the one that
    every page offers, its address and its title.
    """

    name: str
    parent: str
    title: str
    description: str
    licence_text: str
    licence_address: str
    contact: tuple[str, ...]
    site_address: str
    header_links: tuple[Link, ...]
    footer_links: tuple[Link, ...]
    editor: str = ""
    visitors: bool = False
    feed: Link | None = None


@dataclass(frozen=True, slots=True)
class Bulletins:
    """Everything the site says, in one piece.

    shelf_lists, shelves: the archive by body, subject and person; calendars: the calendar and its past
    years; statements: what the site says of itself; superseded: earlier copies of corrected
    articles, in no list; news: what feeds are made of, the latest first, without what is outdated or
    removed; feeds, appointments: what readers can follow; changed: when each page was last changed, where
    that is known; as_of: the moment that everything is told for; index: all figures of its records, of
    which pages mention what they need.
    """

    publisher: Publisher
    front: FrontPage
    articles: tuple[Article, ...]
    statistics: tuple[StatisticsPage, ...]
    statistics_index: StatisticsIndex
    archive: Archive
    hand_written: tuple[HandWritten, ...]
    shelf_lists: tuple[ShelfList, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    calendars: tuple[ReleaseCalendar, ...] = ()
    statements: tuple[Statement, ...] = ()
    superseded: tuple[Article, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    log: CorrectionLog = EMPTY_LOG
    news: tuple[FeedEntry, ...] = ()
    feeds: tuple[Feed, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    changed: tuple[Changed, ...] = ()
    as_of: datetime | None = None
    indicators: tuple[IndicatorPage, ...] = ()
    indicator_index: IndicatorIndex = EMPTY_INDEX
    organisations: tuple[OrganisationPage, ...] = ()
    index: FiguresIndex = field(default=NO_FIGURES, compare=False, repr=False)
