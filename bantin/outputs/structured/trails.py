"""Where a page stands among those above it: https://schema.org/BreadcrumbList."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.compose.over_time import INDICATORS, ORGANISATIONS
from bantin.compose.said import CALENDAR, Bulletins, Words
from bantin.outputs.structured.nodes import Node, Value, thing
from bantin.outputs.structured.publishing import Site

_FRONT = "/"


@dataclass(frozen=True, slots=True)
class _Page:
    """A page, what it is called, and the address of the page above it, "" for the first of all."""

    address: str
    name: Words
    above: str


def trails(site: Site) -> Iterator[tuple[str, Node]]:
    """The way from the first page to each page that stands below another; whole addresses only."""
    if not site.publisher.site_address:
        return
    pages = {page.address: page for page in _pages(site.bulletins)}
    for page in pages.values():
        steps = [page]
        while (above := pages.get(steps[0].above)) and above not in steps:
            steps.insert(0, above)
        if len(steps) > 1:
            yield page.address, thing("BreadcrumbList", itemListElement=_items(steps, site))


def _items(steps: list[_Page], site: Site) -> list[Value]:
    return [
        thing("ListItem", position=position, name=page.name, item=site.whole(page.address))
        for position, page in enumerate(steps, 1)
    ]


def _pages(bulletins: Bulletins) -> Iterator[_Page]:
    archive, statistics = bulletins.archive, bulletins.statistics_index.address
    yield _Page(_FRONT, bulletins.publisher.title, "")
    yield _Page(archive.address, "Lưu trữ", _FRONT)
    yield from (_Page(year.address, year.label, archive.address) for year in archive.years)
    yield from (_Page(one.address, f"Theo {one.each}", archive.address) for one in bulletins.shelf_lists)
    yield from (_Page(one.address, one.label or one.name, one.above.address) for one in bulletins.shelves)
    years = {
        item.address: year.address
        for year in archive.years
        for group in year.groups
        for item in group.teasers
    }
    for article in bulletins.articles:
        yield _Page(article.address, article.headline, years.get(article.address, archive.address))
    yield _Page(statistics, "Số liệu", _FRONT)
    yield from (_Page(page.address, page.title, statistics) for page in bulletins.statistics)
    yield _Page(INDICATORS, "Chỉ tiêu", statistics)
    yield from (_Page(page.address, page.title, page.above.address) for page in bulletins.indicators)
    if bulletins.organisations:
        yield _Page(ORGANISATIONS, "Số liệu theo cơ quan", statistics)
    yield from (_Page(page.address, page.name, ORGANISATIONS) for page in bulletins.organisations)
    for calendar in bulletins.calendars:
        above = CALENDAR if calendar.label else _FRONT
        yield _Page(calendar.address, calendar.label or "Lịch công bố", above)
    yield from (
        _Page(page.address, page.title, _FRONT) for page in bulletins.statements if page.language == "vi"
    )
    yield _Page(bulletins.log.address, "Đính chính", _FRONT)
