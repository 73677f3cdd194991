"""The list “Cách tính các số này”: published figures of one row or one vote stand together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.compose.said import SourceEntry
from bantin.compose.wording import PUBLISHED
from bantin.language.sentences import upper_first

_WHOLE, _WHOLE_SHARE = "tổng số", "tỷ lệ chung"


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Published figures of one row or one vote; heading: what they are figures of, "" for one alone."""

    anchor: str
    heading: str
    entries: tuple[SourceEntry, ...]

    def named(self, entry: SourceEntry) -> str:
        """What an entry of the group is called in it: its whole label, or what its heading does not say."""
        return _own(entry) if self.heading else entry.label


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


def _own(entry: SourceEntry) -> str:
    """What sets an entry apart below its heading, and what else its label says: "khai trừ, số sơ bộ"."""
    figure = entry.number.figure
    whole = _WHOLE_SHARE if figure is not None and figure.percent else _WHOLE
    more = entry.label.removeprefix(entry.number.label).replace(f": {PUBLISHED}", "")
    return f"{entry.number.own or whole}{more}"
