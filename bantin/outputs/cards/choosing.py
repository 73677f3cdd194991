"""Which pages have a card, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from bantin.compose.said import Article, Bulletins, Publisher, StatisticsPage
from bantin.outputs.cards.card import Card, Masthead

NAME = "anh-chia-se.png"
"""The file of a card in the folder of its page."""

_MOST_NAMES = 2


def cards_of(bulletins: Bulletins) -> dict[str, Card]:
    """The card of each bulletin in force and of each page of statistics by its address, that of the site at
    "/"; none where nobody knows where the site stands, for networks want whole addresses."""
    if not bulletins.publisher.site_address:
        return {}
    return {card.page: card for card in _cards(bulletins)}


def _cards(bulletins: Bulletins) -> Iterator[Card]:
    publisher = bulletins.publisher
    masthead = Masthead(publisher.name, publisher.parent, _address(publisher.site_address))
    path, whole = _places("/", publisher)
    yield Card(path, whole, "/", masthead, publisher.title, summary=publisher.description)
    for article in bulletins.articles:
        if article.standing.in_feeds and not article.draft:
            yield _of_article(article, masthead, publisher)
    for page in bulletins.statistics:
        yield _of_statistics(page, masthead, publisher)


def _address(site: str) -> str:
    """The address of a site as people write it: "tin.example.vn/ban-tin"."""
    parts = urlsplit(site)
    return f"{parts.netloc}{parts.path.rstrip('/')}"


def _of_article(article: Article, masthead: Masthead, publisher: Publisher) -> Card:
    path, whole = _places(article.address, publisher)
    foot = " · ".join(words for words in (article.date_line, article.standing.change) if words)
    return Card(path, whole, article.address, masthead, article.headline, article.kicker, foot)


def _of_statistics(page: StatisticsPage, masthead: Masthead, publisher: Publisher) -> Card:
    path, whole = _places(page.address, publisher)
    names = [body.name for body in page.bodies]
    owners = " · ".join(names) if len(names) <= _MOST_NAMES else f"{len(names)} cơ quan"
    figure = page.key_figures[0] if page.key_figures else None
    return Card(path, whole, page.address, masthead, page.title, foot=owners, figure=figure)


def _places(page: str, publisher: Publisher) -> tuple[str, str]:
    """The path of the card of a page below the site, and its whole address."""
    path = f"{page.lstrip('/')}{NAME}"
    return path, urljoin(f"{publisher.site_address.rstrip('/')}/", path)
