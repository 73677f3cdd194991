"""The list “Cách tính các số này” made ready for its template: figures of one row or one vote together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bantin.compose.said import SourceEntry
from bantin.compose.wording import PUBLISHED
from bantin.language.sentences import upper_first
from bantin.pages.addresses import link
from bantin.pages.inline import Anchors, draw_quiet
from bantin.pages.views import SourceGroupView, SourceView

_WHOLE, _WHOLE_SHARE = "tổng số", "tỷ lệ chung"


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Published figures of one row or one vote; heading: what they are figures of, "" for one alone."""

    anchor: str
    heading: str
    entries: tuple[SourceEntry, ...]


def source_groups(entries: Iterable[SourceEntry]) -> tuple[SourceGroup, ...]:
    """The published figures by what they are figures of, in the order of the article; wholes before parts."""
    found: dict[str, list[SourceEntry]] = {}
    for entry in entries:
        if not entry.how:
            found.setdefault(entry.number.among, []).append(entry)
    groups: list[SourceGroup] = []
    for number, (among, members) in enumerate(found.items(), 1):
        if len({member.number.own for member in members}) == len(members) > 1:
            members.sort(key=lambda member: member.number.own != "")
            groups.append(SourceGroup(f"nhom-{number}", upper_first(among), tuple(members)))
        else:
            groups += [SourceGroup("", "", (member,)) for member in members]
    return tuple(groups)


def source_anchors(entries: Sequence[SourceEntry], groups: Iterable[SourceGroup]) -> Anchors:
    """Where the page tells the source of each figure."""
    anchors = {entry.number.identity: entry.anchor for entry in entries}
    for group in groups:
        for entry in group.entries if group.heading else ():
            anchors[entry.number.identity] = f"{group.anchor} {entry.anchor}"
    return anchors


def view_group(group: SourceGroup, here: str) -> SourceGroupView:
    """A group on the page ``here``."""
    own = _own if group.heading else None
    told = tuple(view_source(entry, here, own(entry) if own else "") for entry in group.entries)
    return SourceGroupView(group.anchor, group.heading, told)


def view_source(entry: SourceEntry, here: str, own: str = "") -> SourceView:
    """An entry of the list of sources. own: what to call it in place of its whole label."""
    return SourceView(
        anchor=entry.anchor,
        number=draw_quiet((entry.number,)),
        source=own or entry.label,
        href=link(here, entry.number.address or ""),
        how=draw_quiet(entry.how),
    )


def _own(entry: SourceEntry) -> str:
    """What sets an entry apart below its heading, and what else its label says: "khai trừ, số sơ bộ"."""
    figure = entry.number.figure
    whole = _WHOLE_SHARE if figure is not None and figure.percent else _WHOLE
    more = entry.label.removeprefix(entry.number.label).replace(f": {PUBLISHED}", "")
    return f"{entry.number.own or whole}{more}"
