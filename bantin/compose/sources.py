"""The list at the end of an article, “Cách tính các số này”: where its figures come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.formulas import formula
from bantin.compose.said import Article, FigureMention, SourceEntry
from bantin.compose.walking import mentions
from bantin.compose.wording import PUBLISHED, Wording
from bantin.figures import FiguresIndex


def with_sources(article: Article, index: FiguresIndex, wording: Wording) -> Article:
    """The article with its list of sources: derived figures with their formulas, then published ones.

    A figure that a formula needs and that was derived itself has an entry too.
    """
    told: dict[str, FigureMention] = {}
    for mention in mentions(replace(article, sources=())):
        if mention.source:
            told.setdefault(mention.identity, mention)
    for mention in tuple(told.values()):
        for term in _derived_terms(mention, index, wording):
            told.setdefault(term.identity, term)
    entries = [_entry(mention, index, wording) for mention in told.values()]
    entries.sort(key=lambda entry: not entry.how)
    numbered = tuple(replace(entry, anchor=f"nguon-{n}") for n, entry in enumerate(entries, start=1))
    return replace(article, sources=numbered)


def _entry(mention: FigureMention, index: FiguresIndex, wording: Wording) -> SourceEntry:
    figures = index.of(mention.identity)
    figure = mention.figure
    how = formula(figures, figure, wording) if figures and figure else ()
    if how and figure and figure.unit and not figure.percent:
        how = (*how, f" {figure.unit}")
    plainly = mention.source.endswith(f": {PUBLISHED}")
    return SourceEntry("", mention, mention.label if how or plainly else mention.source, how)


def _derived_terms(mention: FigureMention, index: FiguresIndex, wording: Wording) -> Iterator[FigureMention]:
    for term in mention.figure.terms if mention.figure else ():
        figures = index.of(term.identity)
        if term.derivation is not None and figures is not None:
            yield wording.mention(figures, term)
