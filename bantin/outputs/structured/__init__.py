"""Structured data of pages, for search engines and archives: JSON-LD in the words of https://schema.org."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.open_data import OPEN_DATA
from bantin.compose.said import Bulletins
from bantin.outputs.output import Outputs, Structured
from bantin.outputs.structured.articles import news_article
from bantin.outputs.structured.datasets import of_indicator, of_period, open_data
from bantin.outputs.structured.events import coming
from bantin.outputs.structured.nodes import Node, shown_in, written
from bantin.outputs.structured.publishing import Site, web_site
from bantin.outputs.structured.trails import trails

__all__ = ["structured_data"]


def structured_data(bulletins: Bulletins, outputs: Outputs) -> dict[str, Structured]:
    """The data of every page that has any, by its address. outputs: what pages offer beside themselves."""
    found: dict[str, list[Node]] = {}
    for address, node in _nodes(Site(bulletins, outputs)):
        found.setdefault(address, []).append(node)
    return {address: _structured(address, nodes) for address, nodes in found.items()}


def _structured(address: str, nodes: list[Node]) -> Structured:
    shown = tuple(one for node in nodes for one in shown_in(node, address))
    published, changed = (str(nodes[0].get(name, "")) for name in ("datePublished", "dateModified"))
    return Structured(tuple(map(written, nodes)), shown, published, changed)


def _nodes(site: Site) -> Iterator[tuple[str, Node]]:
    bulletins = site.bulletins
    yield "/", web_site(site)
    yield from ((article.address, news_article(article, site)) for article in bulletins.articles)
    yield from ((page.address, of_period(page, site)) for page in bulletins.statistics)
    yield from ((page.address, of_indicator(page, site)) for page in bulletins.indicators)
    for page in bulletins.statements:
        if page.address == OPEN_DATA:
            yield page.address, open_data(page, site)
    for calendar in bulletins.calendars:
        if releases := coming(calendar, site):
            yield calendar.address, releases
    yield from trails(site)
