"""A page as the index knows it: what lists of results show of it, and its words and pairs of words.

It depends on the address of the page and its HTML, and on the version of this code, and on nothing else: it
may be found in any order, by any process, and kept under these.

Pairs make phrases and words of several syllables ("kiểm tra") count for more than their syllables apart. With
each term goes the best place of it on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

from bantin.language.folding import toned_words
from bantin.site.search.reading import SearchedPage, read

PLACES = IN_TEXT, IN_LEAD, IN_TITLE, IS_TITLE = (0, 1, 2, 3)
"""Where a term stands on a page, the best place last: the title of an entry is a term as a whole."""

ENTRIES = ("indicator", "organisation")
"""Kinds of page that are looked up by name, as in a register; what is told of it stands on the others."""

_KNOWN_STRETCHES = 1 << 13
"""How many stretches of text are remembered: labels, captions and notes stand on page after page."""

_BETWEEN = "\n"


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page that can be found; its terms by their best place, in toned form, those of a place line by line.

    The other fields are those of ``SearchedPage``.
    """

    address: str
    kind: str
    day: str
    bodies: tuple[str, ...]
    date_line: str
    mark: str
    title: str
    terms: tuple[str, ...]

    def terms_at(self, place: int) -> list[str]:
        """The terms of which this is the best place on the page."""
        return self.terms[place].split(_BETWEEN) if self.terms[place] else []

    def to_plain(self) -> list[Any]:
        """All of it in texts and tuples, as JSON has them; see ``from_plain``."""
        return [getattr(self, one.name) for one in fields(self)]

    @classmethod
    def from_plain(cls, values: Sequence[Any]) -> IndexedPage:
        """What was made plain, as it was before."""
        told: list[Any] = [tuple(value) if isinstance(value, list) else value for value in values]
        return cls(*told)


def look_up(address: str, html: str) -> IndexedPage | None:
    """Reads one page for the index; None for one that is not to be found."""
    page = read(address, html)
    return indexed(page) if page else None


def indexed(page: SearchedPage) -> IndexedPage:
    """A page with its terms in place of its texts."""
    name = toned_words(page.title) if page.kind in ENTRIES else []
    best: dict[str, None] = {}
    terms: list[str] = []
    for found in ([" ".join(name)] if name else (), _terms(page.title), _all(page.lead), _all(page.rest)):
        here = dict.fromkeys(found)
        for term in best:
            here.pop(term, None)
        terms.append(_BETWEEN.join(here))
        best |= here
    shown = (page.address, page.kind, page.day, page.bodies, page.date_line, page.mark, page.title)
    return IndexedPage(*shown, tuple(reversed(terms)))


def _all(texts: Iterable[str]) -> Iterable[str]:
    return chain.from_iterable(map(_terms, texts))


@lru_cache(_KNOWN_STRETCHES)
def _terms(text: str) -> tuple[str, ...]:
    """The words and the pairs of neighbouring words of a stretch of text, in toned form."""
    words = toned_words(text)
    return *words, *map(" ".join, pairwise(words))
