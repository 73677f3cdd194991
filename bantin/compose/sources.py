"""The list at the end of an article, “Cách tính các số này”: where its figures come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bantin.compose.formulas import formula
from bantin.compose.phrases import merged
from bantin.compose.said import Article, FigureMention, Prose, SourceEntry
from bantin.compose.walking import mentions
from bantin.compose.wording import PUBLISHED, Wording
from bantin.figures import FiguresIndex


def with_sources(article: Article, index: FiguresIndex, wording: Wording) -> Article:
    """The article with its list of sources: derived figures with their formulas, then published ones.

    A figure that a formula needs and that was derived itself has an entry too.
    """
    told: dict[str, FigureMention] = {}
    for mention in mentions(replace(article, sources=()) if article.sources else article):
        if mention.source:
            told.setdefault(mention.identity, mention)
    for mention in tuple(told.values()):
        for term in _derived_terms(mention, index, wording):
            told.setdefault(term.identity, term)
    found = [(mention, _how(mention, index, wording)) for mention in told.values()]
    found.sort(key=lambda one: not one[1])
    entries = (SourceEntry(f"nguon-{n}", one, _label(one, how), how) for n, (one, how) in enumerate(found, 1))
    return replace(article, sources=tuple(entries))


def _how(mention: FigureMention, index: FiguresIndex, wording: Wording) -> Prose:
    """The formula of a derived figure with its unit."""
    figure = mention.figure
    if figure is None or figure.derivation is None or (figures := index.of(mention.identity)) is None:
        return ()
    unit = f" {figure.unit}" if figure.unit and not figure.percent else ""
    return merged([*formula(figures, figure, wording, index), unit])


def _label(mention: FigureMention, how: Prose) -> str:
    plainly = mention.source.endswith(f": {PUBLISHED}")
    return mention.label if how or plainly else mention.source


def _derived_terms(mention: FigureMention, index: FiguresIndex, wording: Wording) -> Iterator[FigureMention]:
    for term in mention.figure.terms if mention.figure else ():
        figures = index.of(term.identity)
        if term.derivation is not None and figures is not None:
            yield wording.mention(figures, term)
