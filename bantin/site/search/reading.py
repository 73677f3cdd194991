"""A finished page as it is searched: what it is, and its words by weight."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

UNSEARCHED = (
    "sup, .dateline, .tools, .sources, .related, .across, [aria-labelledby=cac-bai],"
    " nav, button, script, noscript, style, template"
)
"""What stands on a page besides its own words; the list of sources repeats them."""

_BEGINS, _ENDS = "<article data-search=", "</article>"
"""Around what is searched: no more of a page is parsed, and nothing of one that is not to be found."""

_BETWEEN = "\0"
"""Stands between two stretches of text; no text of a page holds it."""

_INLINE = "a abbr b bdi bdo cite code data dfn em i mark q s small strong sub time u var".replace(" ", "|")
"""Elements inside a line: words go on across their ends. All others but spans begin a new stretch."""

_INLINE_TAG = rf"""</?(?:{_INLINE})(?:>|\s[^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+>)"""
"""Taken from the text: a parser would need three times as long for the many figures and links of a page."""

_TAGS, _TAGS_IN_CAPITALS = re.compile(_INLINE_TAG), re.compile(_INLINE_TAG, re.IGNORECASE)
_CAPITALS = re.compile(r"</?[a-z]*+[A-Z]")
"""Whoever writes HTML by hand may write ``<B>``; to allow for it on every page would take twice as long."""


@dataclass(frozen=True, slots=True)
class SearchedPage:
    """A page that can be found.

    address: rooted; kind: as its template says it; day: ISO date that it is sorted by, or ""; bodies: whose
    it is; date_line, mark: as a list of results shows them; title, lead, rest: stretches of text, no two of
    which are read on from one to the other.
    """

    address: str
    kind: str
    day: str
    bodies: tuple[str, ...]
    date_line: str
    mark: str
    title: str
    lead: tuple[str, ...]
    rest: tuple[str, ...]


def read(address: str, html: str) -> SearchedPage | None:
    """Reads one page; None for a page that is not to be found: a list, or one that is kept for reference."""
    begins = html.find(_BEGINS)
    if begins < 0:
        return None
    written = html[begins : html.rindex(_ENDS)]
    text = (_TAGS_IN_CAPITALS if _CAPITALS.search(written) else _TAGS).sub("", written)
    article = LexborHTMLParser(text).css_first("article")
    assert article is not None  # it is what the text begins with
    told = article.attributes
    date_line, mark = _text(article, ".dateline:not(.newer)"), told.get("data-mark") or ""
    for element in article.css(UNSEARCHED):
        element.decompose()
    article.unwrap_tags(["span"])
    article.merge_text_nodes()
    title = _taken(article, "h1")
    return SearchedPage(
        address=address,
        kind=told.get("data-search") or "",
        day=told.get("data-day") or "",
        bodies=tuple(filter(None, (told.get("data-bodies") or "").split("|"))),
        date_line=date_line,
        mark=mark,
        title=" ".join(title),
        lead=tuple(_taken(article, ".lead, .intro")),
        rest=tuple(_stretches(article)),
    )


def _text(article: LexborNode, selector: str) -> str:
    found = article.css_first(selector)
    return " ".join(found.text(deep=False).split()) if found else ""


def _taken(article: LexborNode, selector: str) -> list[str]:
    """The stretches of what a selector finds, which is then gone."""
    found = []
    for element in article.css(selector):
        found += _stretches(element)
        element.decompose()
    return found


def _stretches(element: LexborNode) -> list[str]:
    whole = " ".join(element.text(separator=_BETWEEN, skip_empty=True).split())
    return [line for text in whole.split(_BETWEEN) if (line := text.strip())]
