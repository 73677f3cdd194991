"""Feeds as JSON Feed 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import partial

from bantin.compose.said import Feed, FeedEntry, Prose, plain
from bantin.outputs.feed_parts import PLACE, Source, path_of
from bantin.outputs.lines import Line, assembled, one_line, passage
from bantin.outputs.output import Output
from bantin.outputs.pieces import as_prose

LABEL, ENDING, TYPE = "JSON Feed", ".json", "application/feed+json"
_VERSION = "https://jsonfeed.org/version/1.1"
_SEPARATOR = passage([(",", ())])


def json_feed(feed: Feed, source: Source) -> Output:
    """The feed as a file."""
    path = path_of(feed, ENDING)
    entries = source.passages(feed, LABEL, partial(_item, source, feed.whole))
    items = [part for item in entries for part in (_SEPARATOR, item)][1:]
    passages = [passage(_head(feed, source, path)), *items, passage([("]", ()), ("}", ())])]
    return assembled(path, PLACE, passages, label=LABEL, anchor=feed.name)


Field = tuple[str, object, Prose]
"""The name of a field, its value, and the prose in that."""


def _head(feed: Feed, source: Source, path: str) -> Iterator[Line]:
    publisher = source.bulletins.publisher
    yield "{", ()
    fields: list[Field] = [
        ("version", _VERSION, ()),
        ("title", source.title(feed), ()),
        ("home_page_url", source.whole(feed.page), ()),
        ("feed_url", source.whole(f"/{path}"), ()),
        ("description", feed.about, ()),
        ("authors", [{"name": publisher.name, "url": source.whole("/")}], ()),
        ("language", "vi", ()),
    ]
    yield from (_line(one, ",") for one in fields)
    yield '"items": [', ()


def _item(source: Source, whole: bool, entry: FeedEntry) -> Iterator[Line]:
    fields = list(_fields(entry, source, whole))
    yield "{", ()
    yield from (_line(one, ",") for one in fields[:-1])
    yield _line(fields[-1], "")
    yield "}", ()


def _fields(entry: FeedEntry, source: Source, whole: bool) -> Iterable[Field]:
    text, prose = source.summary(entry)
    yield "id", source.name(entry), ()
    yield "url", source.whole(entry.address), ()
    yield "title", one_line(plain(entry.title)), as_prose(entry.title)
    if whole:
        lines = list(source.content(entry))
        yield "summary", text, prose
        html = "\n".join(line for line, _ in lines)
        yield "content_html", html, tuple(piece for _, told in lines for piece in told)
    else:
        yield "content_text", text, prose
    yield "date_published", entry.published.isoformat(timespec="seconds"), ()
    yield "date_modified", entry.updated.isoformat(timespec="seconds"), ()
    yield "authors", [{"name": source.author(entry)}], ()
    if entry.subjects:
        yield "tags", list(entry.subjects), ()


def _line(told: Field, after: str) -> Line:
    name, value, prose = told
    return f'"{name}": {json.dumps(value, ensure_ascii=False)}{after}', prose
