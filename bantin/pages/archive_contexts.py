"""What the templates of the archive and of the calendar may use; see ``contexts`` for all others."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.archive_views import ArchiveYearView, MonthView, ShelfLinkView, ShelfListView
from bantin.pages.escape import Drawn
from bantin.pages.file_views import DownloadView
from bantin.pages.views import LinkView, ReleaseView


@dataclass(frozen=True, slots=True)
class ArchiveContext:
    """``archive.md.jinja``: all years of the archive, and the shelves with the most bulletins."""

    publisher: str
    years: tuple[ArchiveYearView, ...]
    shelves: tuple[ShelfListView, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYearContext:
    """``archive-year.md.jinja``: the bulletins of a year."""

    publisher: str
    label: str
    count: int
    months: tuple[MonthView, ...]
    previous: LinkView | None
    following: LinkView | None
    archive_href: Drawn


@dataclass(frozen=True, slots=True)
class ShelfContext:
    """``shelf.md.jinja``: the bulletins of a body, on a subject or with a person, or of a year of these."""

    above: LinkView
    name: str
    label: str
    about: str
    span: str
    count: int
    years: tuple[ShelfLinkView, ...]
    groups: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class ShelfListContext:
    """``shelf-list.md.jinja``: all bodies, subjects or people in the order of the alphabet."""

    publisher: str
    above: LinkView
    each: str
    links: tuple[ShelfLinkView, ...]


@dataclass(frozen=True, slots=True)
class CalendarContext:
    """``calendar.md.jinja``: the calendar of releases; label, above: of a past year of it; downloads: what it
    is offered as."""

    publisher: str
    label: str
    above: LinkView | None
    coming: tuple[ReleaseView, ...]
    past: tuple[ReleaseView, ...]
    years: tuple[LinkView, ...]
    downloads: tuple[DownloadView, ...]
