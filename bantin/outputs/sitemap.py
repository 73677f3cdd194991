"""The map of the site for search engines, with the true day of each page's latest change; and the newest
bulletins for those that collect news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from bantin.compose.addresses import for_search_engines
from bantin.compose.said import Bulletins, FeedEntry, News
from bantin.language import HO_CHI_MINH
from bantin.outputs.feed_parts import PLACE
from bantin.outputs.lines import Line, assembled, passage
from bantin.outputs.markup import DECLARATION, element, end, start
from bantin.outputs.output import Output

SITEMAP, NEWS_SITEMAP = "sitemap.xml", "sitemap-news.xml"

MOST = 50_000
"""How many addresses a map may have, by its standard (sitemaps.org)."""

_STANDARD = "http://www.sitemaps.org/schemas/sitemap/0.9"
_OF_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"

NEW = timedelta(days=2)
_MOST_NEWS = 1_000
"""What Google takes of news: of two days, and so much."""


def sitemaps(bulletins: Bulletins, most: int = MOST) -> Iterator[Output]:
    """The map, in parts where it is too long for one, and that of news where there are any.

    Nothing where the address of the site is not known: maps hold whole addresses.
    """
    site = bulletins.publisher.site_address.rstrip("/")
    if not site:
        return
    changed = {page.address: page.at for page in bulletins.changed}
    urls = [_url(site + address, changed.get(address)) for address in for_search_engines(bulletins)]
    parts = [urls[at : at + most] for at in range(0, len(urls), most)]
    if len(parts) == 1:
        yield _file(SITEMAP, "urlset", parts[0])
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield _file(name, "urlset", part)
        index = [(f"<sitemap>{element('loc', f'{site}/{name}')[0]}</sitemap>", ()) for name in names]
        yield _file(SITEMAP, "sitemapindex", index)
    if new := list(_new(bulletins))[:_MOST_NEWS]:
        lines = [line for entry in new for line in _news(site, bulletins.publisher.title, entry)]
        yield _file(NEWS_SITEMAP, "urlset", lines, xmlns_news=_OF_NEWS)


def _file(path: str, name: str, lines: Sequence[Line], **namespaces: str) -> Output:
    whole = (DECLARATION, start(name, xmlns=_STANDARD, **namespaces), *lines, end(name))
    return assembled(path, PLACE, [passage(whole)])


def _url(address: str, changed: datetime | None) -> Line:
    lastmod = element("lastmod", _moment(changed))[0] if changed else ""
    return f"<url>{element('loc', address)[0]}{lastmod}</url>", ()


def _moment(moment: datetime) -> str:
    """The day, or where more is known the moment, in Việt Nam."""
    local = moment.astimezone(HO_CHI_MINH)
    return local.date().isoformat() if local.time() == time() else local.isoformat(timespec="seconds")


def _new(bulletins: Bulletins) -> Iterator[FeedEntry]:
    """The bulletins of the last two days."""
    now = bulletins.as_of
    for entry in bulletins.news:
        if now and entry.kind is News.BULLETIN and now - NEW <= entry.published <= now:
            yield entry


def _news(site: str, publication: str, entry: FeedEntry) -> Iterator[Line]:
    yield start("url")
    yield element("loc", site + entry.address)
    yield start("news:news")
    yield start("news:publication")
    yield element("news:name", publication)
    yield element("news:language", "vi")
    yield end("news:publication")
    yield element("news:publication_date", _moment(entry.published))
    yield element("news:title", entry.title)
    yield end("news:news")
    yield end("url")
