"""Feeds as RSS 2.0, with the namespaces of Atom, Dublin Core and content that its best practices name.

RSS itself has no moment of a change: Atom's stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from functools import partial
from html import escape

from bantin.compose.said import Feed, FeedEntry
from bantin.outputs.feed_parts import PLACE, Source, path_of
from bantin.outputs.lines import Line, assembled, passage
from bantin.outputs.markup import DECLARATION, element, empty, end, inside, start
from bantin.outputs.output import Output

LABEL, ENDING, TYPE = "RSS", "-rss.xml", "application/rss+xml"
_NAMESPACES = {
    "xmlns_atom": "http://www.w3.org/2005/Atom",
    "xmlns_content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns_dc": "http://purl.org/dc/elements/1.1/",
}


def rss(feed: Feed, source: Source) -> Output:
    """The feed as a file."""
    path = path_of(feed, ENDING)
    items = source.passages(feed, LABEL, partial(_item, source, feed.whole))
    foot = passage([end("channel"), end("rss")])
    passages = [passage(_head(feed, source, path)), *items, foot]
    return assembled(path, PLACE, passages, label=LABEL, anchor=feed.name)


def _head(feed: Feed, source: Source, path: str) -> Iterator[Line]:
    yield DECLARATION
    yield start("rss", version="2.0", **_NAMESPACES)
    yield start("channel")
    yield element("title", source.title(feed))
    yield element("link", source.whole(feed.page))
    yield empty("atom:link", rel="self", type=TYPE, href=source.whole(f"/{path}"))
    yield element("description", escape(feed.about, quote=False))
    yield element("language", "vi")
    yield element("copyright", source.bulletins.publisher.licence_text)
    yield element("lastBuildDate", _moment(feed.updated))


def _item(source: Source, whole: bool, entry: FeedEntry) -> Iterator[Line]:
    name = source.name(entry)
    text, prose = source.summary(entry)
    yield start("item")
    yield element("title", entry.title)
    yield element("link", source.whole(entry.address))
    yield element("guid", name, isPermaLink="false" if name.startswith("tag:") else "true")
    yield element("pubDate", _moment(entry.published))
    yield element("atom:updated", entry.updated.isoformat(timespec="seconds"))
    yield element("dc:creator", source.author(entry))
    yield from (element("category", subject) for subject in entry.subjects)
    yield element("description", escape(text, quote=False))[0], prose
    if whole:
        yield start("content:encoded")
        yield from map(inside, source.content(entry))
        yield end("content:encoded")
    yield end("item")


def _moment(moment: datetime) -> str:
    """As mails have it, whatever the locale: "Fri, 29 Nov 2024 07:30:00 +0700"."""
    return format_datetime(moment)
