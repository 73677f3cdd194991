"""Where the addresses on a page lead: to a file of the site, off it, or nowhere.

It depends on the path of the page, the addresses on it and the address of the site, and on nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

EMPTY, UNSAFE, ELSEWHERE, OUTSIDE = "empty", "unsafe", "elsewhere", "outside"
"""What is wrong with an address, whatever files the site has: a picture without one, one that could run a
script, something fetched from another host, one of this host that is not below the site's own path."""

_NAVIGATES = {
    ("a", "href"),
    ("a", "xlink:href"),
    ("area", "href"),
    ("form", "action"),
    ("button", "formaction"),
    ("input", "formaction"),
    ("meta", "content"),
}
_FETCHED_RELATIONS = {"stylesheet", "icon", "apple-touch-icon", "mask-icon", "manifest"} | {
    *("preload", "modulepreload", "prefetch", "dns-prefetch", "preconnect", "prerender")
}
_RUNS = {"javascript", "vbscript", "data", "blob", "file"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DROPPED = re.compile(r"[\t\r\n]")
_CANDIDATE = re.compile(r"(\S*[^,\s])(?:\s+[\d.]+[wxh])*\s*(?:,|$)")
_IN_STYLE = re.compile(
    r"""@import\s+["']([^"']+)|url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)""", re.IGNORECASE
)
_USUAL = re.compile(r"((?:\.\./)*)((?:[a-z0-9][a-z0-9-]*/)*)([a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)*)?#?")
"""A relative address of nothing but names, as nearly all are: folders up, folders down, a file."""

_ERROR_PAGE = "404.html"
_KNOWN_WAYS = 1 << 13
"""How many addresses are remembered: those of the frame stand on page after page."""


Reference = tuple[str, str, str]
"""What sends the reader somewhere or makes the browser fetch something: element, attribute, and the relation
of a ``<link>``, else ""."""

References = Mapping[Reference, Iterable[str]]
"""What the references of a page say, by what they are, each once."""


class Link(NamedTuple):
    """An address as it is written, and the file that it leads to with the place there, or its fault."""

    written: str
    target: str
    fragment: str = ""
    fault: str = ""


class _Way(NamedTuple):
    """What an address says before its "#", whatever page it stands on.

    up: so many folders up, or from the top of the site (-1); path: from there, "" for the page itself.
    """

    up: int = 0
    path: str = ""
    fault: str = ""


class _Place(NamedTuple):
    """The page that addresses are read on.

    file: its path; folders: its own and those above it, the nearest first, each with a slash behind it, and
    the last one the site itself, ""; origin: scheme and host of the site in small letters, base: its path
    with a slash at both ends; "" and None when unknown.
    """

    file: str
    folders: tuple[str, ...]
    origin: str
    base: str | None


def links_of(file: str, references: References, address: str) -> Iterator[Link]:
    """Where the references of a page lead. address: where the site will be published, "" when unknown."""
    place = _place(file, address)
    for reference, values in references.items():
        fetches = _fetches(reference)
        for written in _written(reference, values):
            if link := _link(place, written, fetches):
                yield link


def links_in_style(file: str, style: str, address: str) -> Iterator[Link]:
    """Where a style sheet, or one that stands on a page, makes the browser look."""
    place = _place(file, address)
    for written in dict.fromkeys(_addresses_in_style(style)):
        if link := _link(place, written, True):
            yield link._replace(fragment="")


def _addresses_in_style(style: str) -> Iterator[str]:
    for found in _IN_STYLE.finditer(style):
        yield next((address for address in found.groups() if address), "").strip()


def _fetches(reference: Reference) -> bool:
    """Whether a browser follows the reference by itself, without the reader."""
    tag, attribute, relation = reference
    if tag == "link" and attribute != "style":
        return not _FETCHED_RELATIONS.isdisjoint(relation.split())
    return (tag, attribute) not in _NAVIGATES


def _written(reference: Reference, values: Iterable[str]) -> Iterable[str]:
    if reference[1] == "style":
        return chain.from_iterable(map(_addresses_in_style, values))
    if reference[1] == "srcset":
        return chain.from_iterable(map(_candidates, values))
    return values


def _candidates(value: str) -> Iterable[str]:
    return (value,) if "data:" in value else _CANDIDATE.findall(value)


def _place(file: str, address: str) -> _Place:
    parts = urlsplit(address)
    origin = f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else ""
    base = parts.path.rstrip("/") + "/" if address else None
    if base is None and file == _ERROR_PAGE:
        base = "/"  # shown at every address, it cannot know how deep it stands
    names = file.split("/")
    folders = tuple("/".join([*names[:depth], ""]) for depth in range(len(names) - 1, -1, -1))
    return _Place(file, folders, origin, base)


def _link(place: _Place, written: str, fetches: bool) -> Link | None:
    """None for an address that leads off the site as it may."""
    head, mark, tail = written.partition("#")
    way = _way(head + mark, fetches, place.origin, place.base)
    if way is None:
        return None
    if way.fault or way.up >= len(place.folders):
        return Link(written, "", "", way.fault or OUTSIDE)
    target = place.folders[way.up] + way.path if way.path else place.file
    return Link(written, target, _fragment(tail) if tail else "")


@lru_cache(_KNOWN_WAYS)
def _fragment(written: str) -> str:
    """The place on a page; "" for those that every page has."""
    plain = _DROPPED.sub("", written)
    return "" if plain == "top" or plain.startswith(":~:") else unquote(plain)


@lru_cache(_KNOWN_WAYS)
def _way(written: str, fetches: bool, own: str, base: str | None) -> _Way | None:
    """One address: empty, dangerous, on another host, or on this site. own, base: as in ``_Place``."""
    if not written:
        return _Way(fault=EMPTY) if fetches else None
    if written != "#" and (usual := _USUAL.fullmatch(written)):
        up, down, name = usual.groups()
        return _Way(len(up) // len("../"), f"{down}{name or 'index.html'}")
    # Browsers drop tabs and line breaks before they read an address.
    plain = _DROPPED.sub("", written)
    scheme = found[1].lower() if (found := _SCHEME.match(plain)) else ""
    if (own and plain.lower().startswith((own + "/", own + "#"))) or plain.lower() == own:
        plain, scheme = plain[len(own) :] or "/", ""
    if fetches and scheme == "data":
        return None
    if scheme in _RUNS:
        return _Way(fault=UNSAFE)
    if scheme or plain.replace("\\", "/").startswith("//"):
        return _Way(fault=ELSEWHERE) if fetches else None
    return _inside(plain, base)


def _inside(plain: str, base: str | None) -> _Way:
    """An address on this site: whether it stays on it, and to what it leads."""
    path = unquote(urlsplit(plain).path)
    if not path:
        return _Way()
    rooted = path.startswith("/")
    if rooted:
        if base is None or not (path + "/").startswith(base):
            return _Way(fault=OUTSIDE)
        path = path[len(base) :]
    up, names = 0, list[str]()
    for name in path.split("/"):
        if name == ".." and not names:
            up += 1
        elif name == "..":
            names.pop()
        elif name not in ("", "."):
            names.append(name)
    if rooted and up:
        return _Way(fault=OUTSIDE)
    if path.endswith(("/", "/.", "/..")) or path in ("", ".", ".."):
        names.append("index.html")
    return _Way(-1 if rooted else up, "/".join(names))
