"""Feeds as Atom: RFC 4287."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bantin.compose.said import Feed, FeedEntry
from bantin.outputs.feed_parts import PLACE, Source, path_of
from bantin.outputs.lines import Line, assembled, passage
from bantin.outputs.markup import DECLARATION, element, empty, end, inside, start
from bantin.outputs.output import Output

LABEL, ENDING, TYPE = "Atom", ".xml", "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed, source: Source) -> Output:
    """The feed as a file."""
    path = path_of(feed, ENDING)
    entries = source.passages(feed, LABEL, partial(_entry, source, feed.whole))
    passages = [passage(_head(feed, source, path)), *entries, passage([end("feed")])]
    return assembled(path, PLACE, passages, label=LABEL, anchor=feed.name)


def _head(feed: Feed, source: Source, path: str) -> Iterator[Line]:
    publisher = source.bulletins.publisher
    here = source.whole(f"/{path}")
    yield DECLARATION
    yield start("feed", xmlns=_NAMESPACE, xml_lang="vi")
    yield element("id", here)
    yield element("title", source.title(feed))
    yield element("subtitle", feed.about)
    yield element("updated", feed.updated.isoformat(timespec="seconds"))
    yield empty("link", rel="self", type=TYPE, href=here)
    yield empty("link", rel="alternate", type="text/html", href=source.whole(feed.page))
    yield start("author")
    yield element("name", publisher.name)
    yield element("uri", source.whole("/"))
    yield end("author")
    yield element("rights", publisher.licence_text)


def _entry(source: Source, whole: bool, entry: FeedEntry) -> Iterator[Line]:
    text, prose = source.summary(entry)
    yield start("entry")
    yield element("id", source.name(entry))
    yield element("title", entry.title)
    yield element("published", entry.published.isoformat(timespec="seconds"))
    yield element("updated", entry.updated.isoformat(timespec="seconds"))
    yield empty("link", rel="alternate", type="text/html", href=source.whole(entry.address))
    yield start("author")
    yield element("name", source.author(entry))
    yield end("author")
    yield from (empty("category", term=subject) for subject in entry.subjects)
    yield element("summary", text)[0], prose
    if whole:
        yield start("content", type="html")
        yield from map(inside, source.content(entry))
        yield end("content")
    yield end("entry")
