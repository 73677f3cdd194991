"""Pages that can be found → the index: for each word and each pair of neighbouring words, its pages.

Pairs make phrases and words of several syllables ("kiểm tra") count for more than their syllables apart.
Terms are kept in their toned form below their folded one, so that a query without marks finds all and a
query with marks finds its own first. With each page goes the best place of the term on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bantin.language.folding import folded, toned_words
from bantin.site.search.reading import SearchedPage

IN_TEXT, IN_LEAD, IN_TITLE, IS_TITLE = range(4)
"""Where a term stands on a page, the best place last: the title of an entry is a term as a whole."""

ENTRIES = ("indicator", "organisation")
"""Kinds of page that are looked up by name, as in a register; what is told of it stands on the others."""

_KNOWN_STRETCHES = 1 << 13
"""How many stretches of text are remembered: labels, captions and notes stand on page after page."""

_PLACES = 4
"""A posting is the number of the page times this, and the place."""

Term = str | tuple[str, ...]
"""A toned word, or several that stand together: two, or all of the name of an entry."""

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
    found: defaultdict[Term, list[int]] = defaultdict(list)
    for number, page in enumerate(ordered):
        for term, place in _places(page).items():
            found[term].append(number * _PLACES + place)
    postings = {term if isinstance(term, str) else " ".join(term): told for term, told in found.items()}
    grouped: dict[str, dict[str, Sequence[int]]] = {}
    for name in sorted(postings):
        steps = [later - earlier for earlier, later in pairwise([0, *postings[name]])]
        grouped.setdefault(folded(name), {})[name] = steps
    return Index(tuple(ordered), grouped)


def _places(page: SearchedPage) -> dict[Term, int]:
    """The terms of a page, each with its best place."""
    stretches = [*((text, IN_TEXT) for text in page.rest), *((text, IN_LEAD) for text in page.lead)]
    places: dict[Term, int] = {}
    for text, place in (*stretches, (page.title, IN_TITLE)):
        places.update(dict.fromkeys(_terms(text), place))
    if page.kind in ENTRIES and (name := toned_words(page.title)):
        places[name[0] if len(name) == 1 else tuple(name)] = IS_TITLE
    return places


@lru_cache(_KNOWN_STRETCHES)
def _terms(text: str) -> tuple[Term, ...]:
    """The words and the pairs of neighbouring words of a stretch of text."""
    words = toned_words(text)
    return *words, *pairwise(words)
