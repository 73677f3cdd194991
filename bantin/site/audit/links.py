"""Links that lead nowhere, leave the site, run a script, or make the browser ask other hosts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from bantin.problems import say
from bantin.site.audit.expectations import Expectations
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import Reference, SeenPage

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
_CANDIDATE = re.compile(r"(\S*[^,\s])(?:\s+[\d.]+[wxh])*\s*(?:,|$)")
_IN_STYLE = re.compile(
    r"""@import\s+["']([^"']+)|url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)""", re.IGNORECASE
)
_ERROR_PAGE = "404.html"
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class FragmentLink:
    """A link to a place on a page of the site, to be checked when all pages were read."""

    file: str
    target: str
    fragment: str
    written: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What links are checked against: every file of the site, and where the site will lie."""

    files: Set[str]
    expectations: Expectations


def link_findings(page: SeenPage, around: Surroundings, fragments: list[FragmentLink]) -> Iterator[Finding]:
    """What is wrong with the references of a page; links to places on pages are put by for later."""
    for reference in dict.fromkeys(page.references):
        if reference.attribute == "style":
            for address in addresses_in_style(reference.value):
                yield from _check(page.path, address, True, around, fragments)
            continue
        fetches = _fetches(reference)
        for address in _addresses(reference):
            yield from _check(page.path, address, fetches, around, fragments)
    for style in page.styles:
        yield from style_findings(page.path, style, around)


def style_findings(file: str, style: str, around: Surroundings) -> Iterator[Finding]:
    """What is wrong with the addresses in a style sheet, or in one that stands on a page."""
    for address in dict.fromkeys(addresses_in_style(style)):
        yield from _check(file, address, True, around, [])


def addresses_in_style(style: str) -> Iterator[str]:
    """What a style sheet makes the browser fetch."""
    for found in _IN_STYLE.finditer(style):
        yield next((address for address in found.groups() if address), "").strip()


def fragment_findings(fragments: list[FragmentLink], anchors: Mapping[str, Set[str]]) -> Iterator[Finding]:
    """Links to places that are not on the page they lead to."""
    for link in fragments:
        if link.target in anchors and link.fragment not in anchors[link.target]:
            message = say(
                "the link {link} leads to #{place}, which is not on {target}",
                link=link.written, place=link.fragment, target=link.target,
            )  # fmt: skip
            yield Finding(link.file, "broken-fragment", message, link.written)


def _fetches(reference: Reference) -> bool:
    """Whether a browser follows the reference by itself, without the reader."""
    if reference.tag == "link":
        return bool(_FETCHED_RELATIONS & set(reference.relation.split()))
    return (reference.tag, reference.attribute) not in _NAVIGATES


def _addresses(reference: Reference) -> list[str]:
    if reference.attribute == "srcset" and "data:" not in reference.value:
        return _CANDIDATE.findall(reference.value)
    return [reference.value]


def _check(
    file: str, address: str, fetches: bool, around: Surroundings, fragments: list[FragmentLink]
) -> Iterator[Finding]:
    """One address: empty, dangerous, on another host, or on this site."""
    if not address:
        if fetches:
            yield Finding(file, "broken-link", say("a picture or another file has an empty address"))
        return
    # Browsers drop tabs and line breaks before they read an address.
    plain = re.sub(r"[\t\r\n]", "", address)
    scheme = found[1].lower() if (found := _SCHEME.match(plain)) else ""
    own = around.expectations.origin
    if (own and plain.lower().startswith((own + "/", own + "#"))) or plain.lower() == own:
        plain, scheme = plain[len(own) :] or "/", ""
    if fetches and scheme == "data":
        return
    if scheme in _RUNS:
        yield Finding(
            file, "unsafe-link", say("the link {link} could run a script", link=_short(address)), address
        )
    elif scheme or plain.replace("\\", "/").startswith("//"):
        if fetches:
            message = say("the page fetches {link} from another host", link=_short(address))
            yield Finding(file, "third-party", message, address)
    else:
        yield from _inside(file, plain, address, around, fragments)


def _short(address: str) -> str:
    return address if len(address) <= _LONGEST_SHOWN else address[:_LONGEST_SHOWN] + "…"


def _inside(
    file: str, plain: str, written: str, around: Surroundings, fragments: list[FragmentLink]
) -> Iterator[Finding]:
    """An address on this site: whether it stays on it, and leads to something."""
    parts = urlsplit(plain)
    base = around.expectations.base
    if base is None and file == _ERROR_PAGE:
        base = "/"  # shown at every address, it cannot know how deep it stands
    target = _target(file, unquote(parts.path), base)
    if target is None:
        remedy = say("write a relative link, so that the site works below any address")
        yield Finding(
            file, "leaves-site", say("the link {link} leaves the site", link=written), written, remedy
        )
    elif target not in around.files:
        message = say("the link {link} leads to {target}, which does not exist", link=written, target=target)
        yield Finding(file, "broken-link", message, written)
    elif parts.fragment and parts.fragment != "top" and not parts.fragment.startswith(":~:"):
        fragments.append(FragmentLink(file, target, unquote(parts.fragment), written))


def _target(file: str, path: str, base: str | None) -> str | None:
    """The file of the site an address leads to; None when it is not below the site's own path."""
    if not path:
        return file
    if path.startswith("/"):
        if base is None or not (path + "/").startswith(base):
            return None
        joined = path[len(base) :]
    else:
        joined = posixpath.join(posixpath.dirname(file), path)
    names: list[str] = []
    for name in joined.split("/"):
        if name == "..":
            if not names:
                return None
            names.pop()
        elif name not in ("", "."):
            names.append(name)
    folder = joined.endswith(("/", "/.", "/..")) or joined in ("", ".", "..")
    return "/".join([*names, "index.html"] if folder else names)
