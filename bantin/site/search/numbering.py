"""The numbers that pages have in the index: they stay when other pages come and go.

Each month has room for the same count of pages, a power of two, and a page's place is among those of its
month. So a new bulletin renumbers at most some of its own month, an old one that is entered late included.
Only when a month needs more room than any before are all numbered anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bantin.site.search.terms import ENTRIES, IndexedPage

FIRST_YEAR = 1900
"""Pages of earlier years share their room with those that belong to no month."""

_LEAST_ROOM = 64
"""Small archives would outgrow less again and again."""

_MOST_IN_A_RUN = 64
"""Pages that are listed in one file at most: some 3 KB on the wire."""


def numbered(pages: Sequence[IndexedPage]) -> tuple[int, ...]:
    """The number of each page, in the order in which they are given; no two have the same."""
    months = [_month(page) for page in pages]
    room = _LEAST_ROOM
    while room < max(Counter(months).values(), default=0):
        room *= 2
    taken: Counter[int] = Counter()
    found = [0] * len(pages)
    for at in sorted(range(len(pages)), key=lambda at: (months[at], _day(pages[at]), pages[at].address)):
        found[at] = months[at] * room + taken[months[at]]
        taken[months[at]] += 1
    return tuple(found)


def run_length(numbers: Sequence[int]) -> int:
    """How many numbers make a run that is listed in one file: a power of two, as long as runs stay short."""
    length = _MOST_IN_A_RUN
    while length <= max(numbers, default=0):
        if max(Counter(number // (2 * length) for number in numbers).values()) > _MOST_IN_A_RUN:
            break
        length *= 2
    return length


def _day(page: IndexedPage) -> str:
    """The day that places a page. An entry's is that of the latest figures it tells: it would not stay."""
    return "" if page.kind in ENTRIES else page.day


def _month(page: IndexedPage) -> int:
    """The months from the first year to that of a page, counted from one; 0 for pages that belong to none."""
    year, _, rest = _day(page).partition("-")
    return max(0, 12 * (int(year) - FIRST_YEAR) + int(rest[:2])) if year else 0
