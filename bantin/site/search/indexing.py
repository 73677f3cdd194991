"""Pages that can be found → the index: for each word and each pair of neighbouring words, its pages.

Pairs make phrases and words of several syllables ("kiểm tra") count for more than their syllables apart.
Terms are kept in their toned form below their folded one, so that a query without marks finds all and a
query with marks finds its own first. With each page goes the best place of the term on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bantin.language.folding import folded, toned_words
from bantin.site.search.reading import SearchedPage

IN_TEXT, IN_LEAD, IN_TITLE, IS_TITLE = range(4)
"""Where a term stands on a page, the best place last: the title of an entry is a term as a whole."""

ENTRIES = ("indicator", "organisation")
"""Kinds of page that are looked up by name, as in a register; what is told of it stands on the others."""

_PLACES = 4
"""A posting is the number of the page times this, and the place."""

Postings = Mapping[str, Mapping[str, Sequence[int]]]
"""Folded term → toned term → its postings in order, each as the difference to the one before."""


@dataclass(frozen=True, slots=True)
class Index:
    """pages: the latest first, numbered as they stand; postings: of every word and pair of words."""

    pages: tuple[SearchedPage, ...]
    postings: Postings


def index(pages: Iterable[SearchedPage]) -> Index:
    """The index of some pages, whatever their order."""
    ordered = sorted(pages, key=lambda page: page.address)
    ordered.sort(key=lambda page: page.day, reverse=True)
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, page in enumerate(ordered):
        for place, terms in _by_place(page).items():
            for term in terms:
                postings[term].append(number * _PLACES + place)
    grouped: dict[str, dict[str, Sequence[int]]] = {}
    for term in sorted(postings):
        found = sorted(postings[term])
        steps = [later - earlier for earlier, later in pairwise([0, *found])]
        grouped.setdefault(folded(term), {})[term] = steps
    return Index(tuple(ordered), grouped)


def _by_place(page: SearchedPage) -> dict[int, set[str]]:
    """The terms of a page, each at its best place only."""
    title, lead, text = (_terms(texts) for texts in ((page.title,), page.lead, page.rest))
    whole = {" ".join(toned_words(page.title))} if page.kind in ENTRIES else set()
    return {
        IS_TITLE: whole - {""},
        IN_TITLE: title - whole,
        IN_LEAD: lead - title,
        IN_TEXT: text - lead - title,
    }


def _terms(texts: Iterable[str]) -> set[str]:
    """The words and the pairs of neighbouring words of stretches of text."""
    terms: set[str] = set()
    for text in texts:
        words = toned_words(text)
        terms.update(words)
        terms.update(map(" ".join, pairwise(words)))
    return terms
