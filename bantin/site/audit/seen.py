"""A finished page as a browser reads it: what the audit has to know of it, gathered once.

What is seen of a page depends on its path, its HTML, the address of the site, and the versions of the theme
and of this code, and on nothing else: it may be found in any order, by any process, and kept under these.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bantin.site.audit.addresses import Link, links_in_style, links_of
from bantin.site.audit.walk import JSON, JSON_LD, ShownFigure, Walk
from bantin.site.audit.words import doubts, language_of


@dataclass(frozen=True, slots=True)
class SeenPage:
    """What was found on one page.

    path: its file below the site; kept_out: whether search engines are asked to leave it out; links: the
    files of the site that it leads to, with the places there; faulty: whether an address on it is wrong
    whatever files the site has; doubtful, english: as ``words`` says; structured: the digest of its JSON-
    LD, see ``lines_digest``; properties: what is told to those who share links; figures: in the order of
    the page; inline: how what runs or paints from within the page begins ("<script", "style="), and
    elements that the site does without; policies: the content security policies it carries;
    before_policy: what stands first of all that the first one should hold for, before it.
    """

    path: str
    language: str = ""
    kept_out: bool = False
    headings: int = 0
    titles: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    faulty: bool = False
    doubtful: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    structured: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[ShownFigure, ...] = ()
    inline: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    before_policy: tuple[str, ...] = ()

    def to_plain(self) -> list[Any]:
        """All of it in texts, numbers, lists and tuples, as JSON has them; see ``from_plain``."""
        return [getattr(self, one.name) for one in fields(self)]

    @classmethod
    def from_plain(cls, values: Sequence[Any]) -> SeenPage:
        """What was made plain, as it was before."""
        told: dict[str, Any] = {
            one.name: tuple(value) if isinstance(value, list) else value
            for one, value in zip(fields(cls), values, strict=True)
        }
        told["figures"] = tuple(map(ShownFigure._make, told["figures"]))
        told["links"] = {target: tuple(places) for target, places in told["links"].items()}
        return cls(**told)


def see(path: str, html: str, address: str = "") -> SeenPage:
    """Reads one page. path: its file below the site; address: where the site will be published, or ""."""
    tree = LexborHTMLParser(html)
    walk = Walk(tree.root)
    links = _links(path, walk, address)
    found = doubts(tree, walk.spoken, walk.silent.get(JSON, ()))
    return SeenPage(
        path=path,
        language=language_of(tree.root),
        kept_out=walk.kept_out,
        headings=walk.headings,
        titles=tuple(walk.titles),
        descriptions=tuple(walk.descriptions),
        alternatives=tuple(walk.alternatives),
        anchors=tuple(dict.fromkeys(walk.anchors)),
        links=_by_target(links),
        faulty=any(link.fault for link in links),
        doubtful=found.doubtful,
        english=found.english,
        structured=lines_digest(walk.silent.get(JSON_LD, ())),
        properties=walk.properties,
        figures=tuple(walk.figures),
        inline=tuple(dict.fromkeys(walk.inline)),
        policies=tuple(walk.policies),
        before_policy=tuple(walk.before_policy[:1]),
    )


def links_on(path: str, html: str, address: str) -> list[Link]:
    """Every address on a page as it is written, with where it leads; as ``see`` has it, but one by one."""
    return _links(path, Walk(LexborHTMLParser(html).root), address)


def _links(path: str, walk: Walk, address: str) -> list[Link]:
    links = [*links_of(path, walk.references, address)]
    for style in walk.silent.get("style", ()):
        links += links_in_style(path, style, address)
    return links


def _by_target(links: Iterable[Link]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for link in links:
        if not link.fault:
            places = found.setdefault(link.target, set())
            if link.fragment:
                places.add(link.fragment)
    return {target: tuple(sorted(places)) for target, places in found.items()}


def article_text(html: str) -> str:
    """The text inside ``<article>``, with single spaces: what engines must agree on."""
    tree = LexborHTMLParser(html)
    return " ".join(" ".join(article.text() for article in tree.css("article")).split())


def data_lines(html: str) -> list[str]:
    """The JSON-LD of a page as it is written."""
    return Walk(LexborHTMLParser(html).root).silent.get(JSON_LD, [])


def lines_digest(lines: Iterable[str]) -> str:
    """What tells lines of JSON-LD from others."""
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=16).hexdigest()
