"""The parts of the archive, as templates see them; see ``views`` for what all of them obey."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.escape import Drawn
from bantin.pages.views import LinkView, TeaserView


@dataclass(frozen=True, slots=True)
class MonthView:
    """The bulletins of a month, or of the year as a whole; ``count`` tells how many."""

    label: str
    anchor: str
    count: int
    teasers: tuple[TeaserView, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYearView:
    """A year in the archive, with links to its months."""

    href: Drawn
    label: str
    count: int
    months: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class ShelfLinkView:
    """A page of bulletins: whose or of which year it is, how many it lists, the office of a person."""

    href: Drawn
    name: str
    count: int
    note: str


@dataclass(frozen=True, slots=True)
class ShelfListView:
    """The bodies, subjects or people with the most bulletins; ``all_href``, ``total``: of all of them."""

    anchor: str
    links: tuple[ShelfLinkView, ...]
    all_href: Drawn
    total: int
    each: str
