"""The archive by body, subject and person, made ready for its templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.compose.said import ArchiveGroup, Bulletins, Link, Shelf, ShelfLink, ShelfList
from bantin.pages.addresses import link
from bantin.pages.archive_contexts import ShelfContext, ShelfListContext
from bantin.pages.archive_views import MonthView, ShelfLinkView, ShelfListView
from bantin.pages.contexts import Context
from bantin.pages.parts import view_link, view_teasers


def shelf_contexts(bulletins: Bulletins) -> Iterator[tuple[str, Context]]:
    """The address and the context of each page of the archive by body, subject and person."""
    publisher = bulletins.publisher.name
    archive = Link(bulletins.archive.address, "Lưu trữ")
    for listed in bulletins.shelf_lists:
        yield listed.address, _list_context(listed, archive, publisher)
    for shelf in bulletins.shelves:
        yield shelf.address, _shelf_context(shelf)


def _list_context(listed: ShelfList, archive: Link, publisher: str) -> ShelfListContext:
    here = listed.address
    links = _links(here, listed.links)
    return ShelfListContext(publisher, view_link(here, archive), listed.each, links)


def _shelf_context(shelf: Shelf) -> ShelfContext:
    here = shelf.address
    return ShelfContext(
        above=view_link(here, shelf.above),
        name=shelf.name,
        label=shelf.label,
        about=shelf.about,
        span=shelf.span,
        count=shelf.count,
        years=_links(here, shelf.years),
        groups=view_groups(here, shelf.groups),
    )


def view_groups(here: str, groups: Iterable[ArchiveGroup]) -> tuple[MonthView, ...]:
    """The bulletins of months or years on the page ``here``."""
    return tuple(
        MonthView(group.label, group.anchor, len(group.teasers), view_teasers(here, group.teasers))
        for group in groups
    )


def view_shelf_list(here: str, listed: ShelfList) -> ShelfListView:
    """The busiest of a list as the archive names them."""
    anchor = "theo-" + listed.address.strip("/").rpartition("/")[2]
    links = _links(here, listed.busiest)
    return ShelfListView(anchor, links, link(here, listed.address), len(listed.links), listed.each)


def _links(here: str, links: Iterable[ShelfLink]) -> tuple[ShelfLinkView, ...]:
    return tuple(ShelfLinkView(link(here, one.address), one.name, one.count, one.note) for one in links)
