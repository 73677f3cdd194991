"""The addresses of all pages: those for search engines, and those that are kept out of their lists."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.over_time import ORGANISATIONS
from bantin.compose.said import FOLLOWING, SEARCH, Bulletins


def for_search_engines(bulletins: Bulletins) -> Iterator[str]:
    """The rooted address of every page that may stand in a list of search results."""
    yield from ("/", bulletins.statistics_index.address, bulletins.archive.address)
    yield from (article.address for article in bulletins.articles if article.standing.in_feeds)
    yield from (page.address for page in bulletins.statistics)
    yield bulletins.indicator_index.address
    yield from (page.address for page in bulletins.indicators)
    yield from (page.address for page in bulletins.organisations)
    if bulletins.organisations:
        yield ORGANISATIONS
    yield from (year.address for year in bulletins.archive.years)
    yield from (listed.address for listed in bulletins.shelf_lists)
    yield from (shelf.address for shelf in bulletins.shelves)
    yield from (calendar.address for calendar in bulletins.calendars)
    if bulletins.feeds or bulletins.appointments:
        yield FOLLOWING
    yield from (statement.address for statement in bulletins.statements)
    yield from (page.address for page in bulletins.hand_written)
    yield from (bulletins.log.address, SEARCH)


def kept_out(bulletins: Bulletins) -> Iterator[str]:
    """The rooted address of every page that is there for readers who have it: what is withdrawn, former texts
    and addresses."""
    yield from (article.address for article in bulletins.articles if not article.standing.in_feeds)
    yield from (copy.address for copy in bulletins.superseded)
    yield from (stone.address for stone in bulletins.tombstones)
    yield from (redirect.address for redirect in bulletins.redirects)
