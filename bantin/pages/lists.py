"""Pages that lead to others: the front page and the archive."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.compose.said import SEARCH, Archive, ArchiveYear, FrontPage, Link, ShelfList
from bantin.compose.told_notices import correction_notices
from bantin.pages.addresses import link
from bantin.pages.archive_contexts import ArchiveContext, ArchiveYearContext
from bantin.pages.archive_views import ArchiveYearView
from bantin.pages.contexts import FrontContext, SearchContext
from bantin.pages.notices import view_notices
from bantin.pages.parts import view_band, view_link, view_links, view_teaser, view_teasers, view_years
from bantin.pages.shelves import view_groups, view_shelf_list

FRONT = "/"
REST_SHOWN = 10
"""How many bulletins the front page lists below the lead, however many there are."""

BESIDE_SHOWN = 2
"""How many of them stand under a lead without a photo, where the key figures beside it leave room."""


def front_context(front: FrontPage, title: str, archive: str) -> FrontContext:
    """What the template of the front page needs; ``archive`` is the address of the archive."""
    rest = view_teasers(FRONT, front.rest[:REST_SHOWN])
    has_room = bool(front.lead and not front.lead.photo and front.key_figures)
    beside = BESIDE_SHOWN if has_room else 0
    return FrontContext(
        title=title,
        description=front.description,
        lead_story=view_teaser(FRONT, front.lead) if front.lead else None,
        beside=rest[:beside],
        rest=rest[beside:],
        band_label=front.key_figures_label,
        band_href=link(FRONT, front.key_figures_address),
        band=view_band(FRONT, front.key_figures, {}),
        years=view_years(FRONT, front.years),
        archive_href=link(FRONT, archive),
        notices=view_notices(FRONT, correction_notices(front.corrections)),
    )


def archive_context(archive: Archive, shelf_lists: Iterable[ShelfList], publisher: str) -> ArchiveContext:
    """What the template of the archive needs."""
    here = archive.address
    shelves = tuple(view_shelf_list(here, one) for one in shelf_lists)
    return ArchiveContext(publisher, tuple(_year(here, year) for year in archive.years), shelves)


def archive_year_contexts(archive: Archive, publisher: str) -> tuple[ArchiveYearContext, ...]:
    """What the template of each year of the archive needs, in the order of the archive."""
    laters = (None, *archive.years)
    earliers = (*archive.years[1:], None)
    return tuple(
        ArchiveYearContext(
            publisher=publisher,
            label=year.label,
            count=year.count,
            months=view_groups(year.address, year.groups),
            previous=view_link(year.address, _as_link(earlier)) if earlier else None,
            following=view_link(year.address, _as_link(later)) if later else None,
            archive_href=link(year.address, archive.address),
        )
        for year, later, earlier in zip(archive.years, laters, earliers, strict=False)
    )


def search_context(archive: Archive, publisher: str) -> SearchContext:
    """What the template of the search needs."""
    return SearchContext(publisher, link(SEARCH, archive.address))


def _as_link(year: ArchiveYear) -> Link:
    return Link(year.address, year.label)


def _year(here: str, year: ArchiveYear) -> ArchiveYearView:
    months = [Link(f"{year.address}#{group.anchor}", group.label) for group in year.groups]
    return ArchiveYearView(link(here, year.address), year.label, year.count, view_links(here, months))
