"""What the specifications of feeds and site maps demand, as checks: each says what is wrong, in words."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import jsonschema

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"

_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_RFC822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d [+-]\d{4}"
)
_W3C = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d))?")
_OF_FEED = "author category contributor generator icon id link logo rights subtitle title updated"
_OF_ENTRY = "author category content contributor id link published rights source summary title updated"
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")


def _is_iri(text: str) -> bool:
    """Whether it is an absolute IRI without white space."""
    return bool(re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", text))


def _is_web(text: str) -> bool:
    parts = urlsplit(text)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and text.isascii()


def _is_moment(text: str, pattern: re.Pattern[str] = _RFC3339) -> bool:
    if not pattern.fullmatch(text):
        return False
    try:
        parsedate_to_datetime(text) if pattern is _RFC822 else datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _texts(parent: Element, name: str) -> list[str]:
    return ["".join(found.itertext()) for found in parent.findall(name)]


def _once(parent: Element, *names: str) -> Iterator[str]:
    for name in names:
        if len(parent.findall(name)) != 1:
            yield f"not one {name.rpartition('}')[2]}"


def atom_faults(text: str) -> list[str]:
    """What RFC 4287 (with RFC 3339, 3987) has against a feed."""
    root = ElementTree.fromstring(text.encode())
    if root.tag != f"{ATOM}feed":
        return ["no feed element of Atom"]
    faults = list(_container(root))
    faults += _known(
        root, "author category contributor generator icon id link logo rights subtitle title updated entry"
    )
    entries = root.findall(f"{ATOM}entry")
    if not root.findall(f"{ATOM}author") and not all(one.findall(f"{ATOM}author") for one in entries):
        faults.append("neither the feed nor every entry has an author")
    if not [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        faults.append("no link to itself")
    faults += [
        f"{name} twice"
        for name in ("generator", "icon", "logo", "subtitle")
        if len(root.findall(ATOM + name)) > 1
    ]
    for entry in entries:
        faults += _atom_entry(entry)
    named = Counter((*_texts(entry, f"{ATOM}id"), *_texts(entry, f"{ATOM}updated")) for entry in entries)
    faults += ["two entries of one id and moment" for times in named.values() if times > 1]
    return faults


def _container(element: Element) -> Iterator[str]:
    """What holds for feeds and entries alike."""
    yield from _once(element, f"{ATOM}id", f"{ATOM}title", f"{ATOM}updated")
    yield from (f"no absolute id: {name}" for name in _texts(element, f"{ATOM}id") if not _is_iri(name))
    for name in ("updated", "published"):
        moments = _texts(element, ATOM + name)
        yield from (f"no moment: {moment}" for moment in moments if not _is_moment(moment))
        yield from [f"{name} twice"] if len(moments) > 1 else []
    links = element.findall(f"{ATOM}link")
    yield from ("a link without an address" for link in links if not _is_iri(link.get("href", "")))
    yield from ("no media type" for link in links if not _MEDIA_TYPE.fullmatch(link.get("type", "a/b")))
    alike = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in links
        if link.get("rel", "alternate") == "alternate"
    )
    yield from ("two alternates of a kind" for times in alike.values() if times > 1)
    for author in element.findall(f"{ATOM}author"):
        yield from _once(author, f"{ATOM}name")
        yield from _known(author, "name uri email")
        yield from ("an author without a name" for name in _texts(author, f"{ATOM}name") if not name)
        yield from ("an author's address" for uri in _texts(author, f"{ATOM}uri") if not _is_iri(uri))
    yield from (
        "a category without a term" for one in element.findall(f"{ATOM}category") if not one.get("term")
    )
    for name in ("title", "subtitle", "summary", "rights", "content"):
        for found in element.findall(ATOM + name):
            if found.get("type", "text") not in ("text", "html"):
                yield f"type of {name}"
            if len(found):
                yield f"elements inside {name}"


def _alternates(element: Element) -> list[Element]:
    return [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]


def _atom_entry(entry: Element) -> Iterator[str]:
    yield from _container(entry)
    yield from _known(
        entry, "author category content contributor id link published rights source summary title updated"
    )
    alternates = [
        link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"
    ]
    if not entry.findall(f"{ATOM}content") and not alternates:
        yield "neither content nor an alternate"
    for name in ("content", "summary", "rights", "source"):
        if len(entry.findall(ATOM + name)) > 1:
            yield f"{name} twice"


def _known(element: Element, names: str, namespace: str = ATOM) -> Iterator[str]:
    allowed = {namespace + name for name in names.split()}
    yield from (f"unknown: {child.tag}" for child in element if child.tag not in allowed)


def rss_faults(text: str) -> list[str]:
    """What RSS 2.0 and its best practices have against a feed."""
    root = ElementTree.fromstring(text.encode())
    if root.tag != "rss" or root.get("version") != "2.0" or [child.tag for child in root] != ["channel"]:
        return ["no rss of version 2.0 with one channel"]
    channel = root[0]
    faults = list(_once(channel, "title", "link", "description", f"{ATOM}link"))
    faults += _known(channel, f"title link description language copyright lastBuildDate {ATOM}link item", "")
    faults += [f"no address: {link}" for link in _texts(channel, "link") if not _is_web(link)]
    faults += [
        f"no moment: {one}" for one in _texts(channel, "lastBuildDate") if not _is_moment(one, _RFC822)
    ]
    for link in channel.findall(f"{ATOM}link"):
        if (
            link.get("rel") != "self"
            or link.get("type") != "application/rss+xml"
            or not _is_web(link.get("href", ""))
        ):
            faults.append("no link to itself")
    names = Counter(name for item in channel.findall("item") for name in _texts(item, "guid"))
    faults += ["a guid twice" for times in names.values() if times > 1]
    for item in channel.findall("item"):
        faults += _rss_item(item)
    return faults


def _rss_item(item: Element) -> Iterator[str]:
    yield from _once(item, "title", "link", "guid", "pubDate", "description", f"{DC}creator")
    extensions = f"{ATOM}updated {DC}creator {CONTENT}encoded"
    yield from _known(item, f"title link guid pubDate description category {extensions}", "")
    yield from (f"no moment: {one}" for one in _texts(item, f"{ATOM}updated") if not _is_moment(one))
    yield from (f"no address: {link}" for link in _texts(item, "link") if not _is_web(link))
    yield from (f"no moment: {one}" for one in _texts(item, "pubDate") if not _is_moment(one, _RFC822))
    for guid in item.findall("guid"):
        permanent = guid.get("isPermaLink", "true")
        if permanent not in ("true", "false") or (permanent == "true" and not _is_web(guid.text or "")):
            yield "a guid that is no permanent link"
    yield from ("a category without words" for one in _texts(item, "category") if not one)


_URL = {"type": "string", "pattern": "^https?://[^\\s/]+/\\S*$"}
_MOMENT = {"type": "string", "pattern": f"^{_RFC3339.pattern}$"}
_AUTHORS = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "anyOf": [{"required": ["name"]}, {"required": ["url"]}, {"required": ["avatar"]}],
        "properties": {"name": {"type": "string", "minLength": 1}, "url": _URL, "avatar": _URL},
        "additionalProperties": False,
    },
}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": _URL,
        "feed_url": _URL,
        "description": {"type": "string"},
        "language": {"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id"],
                "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
                "properties": {
                    "id": {"type": "string", "minLength": 1},
                    "url": _URL,
                    "title": {"type": "string"},
                    "summary": {"type": "string"},
                    "content_html": {"type": "string"},
                    "content_text": {"type": "string"},
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": {"type": "string", "minLength": 1}},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}
"""JSON Feed 1.1 as a schema; narrower than it, for nothing of ours extends it."""


def json_feed_faults(text: str) -> list[str]:
    """What JSON Feed 1.1 has against a feed."""
    feed = json.loads(text)
    faults = [error.message for error in jsonschema.Draft202012Validator(JSON_FEED).iter_errors(feed)]
    names = Counter(item.get("id") for item in feed.get("items", ()))
    return faults + ["an id twice" for times in names.values() if times > 1]


def sitemap_faults(text: str) -> list[str]:
    """What the standard of site maps, and that of news in them, have against a map."""
    root = ElementTree.fromstring(text.encode())
    inner = {f"{MAP}urlset": f"{MAP}url", f"{MAP}sitemapindex": f"{MAP}sitemap"}.get(root.tag)
    if inner is None:
        return ["no map"]
    faults = [f"unknown: {child.tag}" for child in root if child.tag != inner]
    if not 0 < len(root) <= 50_000 or len(text.encode()) > 50 * 1024 * 1024:
        faults.append("too short or too long")
    for url in root:
        faults += _once(url, f"{MAP}loc")
        faults += _known(url, f"{MAP}loc {MAP}lastmod {NEWS}news", "")
        addresses = _texts(url, f"{MAP}loc")
        faults += [f"no address: {one}" for one in addresses if not _is_web(one) or len(one) >= 2048]
        faults += [f"no moment: {one}" for one in _texts(url, f"{MAP}lastmod") if not _is_moment(one, _W3C)]
        for news in url.findall(f"{NEWS}news"):
            faults += _once(news, f"{NEWS}publication", f"{NEWS}publication_date", f"{NEWS}title")
            for publication in news.findall(f"{NEWS}publication"):
                faults += _once(publication, f"{NEWS}name", f"{NEWS}language")
            days = _texts(news, f"{NEWS}publication_date")
            faults += [f"no moment: {one}" for one in days if not _is_moment(one, _W3C)]
            faults += ["news without a title" for one in _texts(news, f"{NEWS}title") if not one]
    listed = Counter(one for url in root for one in _texts(url, f"{MAP}loc"))
    return faults + [f"twice: {one}" for one, times in listed.items() if times > 1]
