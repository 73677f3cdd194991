"""Pages that can be found, put together → the index: for each word and each pair of words, its pages.

Terms are kept in their toned form below their folded one, so that a query without marks finds all and a
query with marks finds its own first. With each page goes the best place of the term on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter, sub

from bantin.language.folding import folded
from bantin.site.search.numbering import numbered
from bantin.site.search.terms import PLACES, IndexedPage

Postings = Mapping[str, Mapping[str, Sequence[int]]]
"""Folded term → toned term → its postings in order, each as the difference to the one before.

A posting is the number of the page times the number of places, and the place.
"""


@dataclass(frozen=True, slots=True)
class Index:
    """pages: the latest first; numbers: those of the pages; postings: of every word and pair of words."""

    pages: tuple[IndexedPage, ...]
    numbers: tuple[int, ...]
    postings: Postings


def index(pages: Iterable[IndexedPage]) -> Index:
    """The index of some pages, whatever their order."""
    ordered = sorted(pages, key=lambda page: page.address)
    ordered.sort(key=lambda page: page.day, reverse=True)
    numbers = numbered(ordered)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, page in sorted(zip(numbers, ordered, strict=True), key=itemgetter(0)):
        for place in PLACES:
            posting = number * len(PLACES) + place
            for term in page.terms_at(place):
                found[term].append(posting)
    grouped: dict[str, dict[str, Sequence[int]]] = {}
    for name in sorted(found):
        told = found[name]
        grouped.setdefault(folded(name), {})[name] = list(map(sub, told, (0, *told)))
    return Index(tuple(ordered), numbers, grouped)
