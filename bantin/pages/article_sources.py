"""The list “Cách tính các số này” made ready for its template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bantin.compose.said import SourceEntry
from bantin.compose.source_groups import SourceGroup
from bantin.pages.addresses import link
from bantin.pages.inline import Anchors, draw_quiet
from bantin.pages.views import SourceGroupView, SourceView


def source_anchors(entries: Sequence[SourceEntry], groups: Iterable[SourceGroup]) -> Anchors:
    """Where the page tells the source of each figure."""
    anchors = {entry.number.identity: entry.anchor for entry in entries}
    for group in groups:
        for entry in group.entries if group.heading else ():
            anchors[entry.number.identity] = f"{group.anchor} {entry.anchor}"
    return anchors


def view_group(group: SourceGroup, here: str) -> SourceGroupView:
    """A group on the page ``here``."""
    told = tuple(view_source(entry, here, group.named(entry)) for entry in group.entries)
    return SourceGroupView(group.anchor, group.heading, told)


def view_source(entry: SourceEntry, here: str, named: str) -> SourceView:
    """An entry of the list of sources, as it is called there."""
    return SourceView(
        anchor=entry.anchor,
        number=draw_quiet((entry.number,)),
        source=named,
        href=link(here, entry.number.address or ""),
        how=draw_quiet(entry.how),
    )
