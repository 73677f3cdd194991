"""Links that lead nowhere, leave the site, run a script, or make the browser ask other hosts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from bantin.problems import say
from bantin.site.audit.addresses import ELSEWHERE, EMPTY, OUTSIDE, UNSAFE, Link, links_in_style
from bantin.site.audit.expectations import Expectations
from bantin.site.audit.finding import Finding

_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What links are checked against: every file of the site, and where the site will lie."""

    files: Set[str]
    expectations: Expectations


def link_findings(file: str, links: Iterable[Link], files: Set[str]) -> Iterator[Finding]:
    """What is wrong with the links of a file, but for places on pages. files: every file of the site."""
    for link in links:
        if link.fault or link.target not in files:
            yield _finding(file, link)


def style_findings(file: str, style: str, around: Surroundings) -> Iterator[Finding]:
    """What is wrong with the addresses in a style sheet."""
    return link_findings(file, links_in_style(file, style, around.expectations.address), around.files)


def fragment_findings(file: str, links: Iterable[Link], anchors: Mapping[str, Set[str]]) -> Iterator[Finding]:
    """Links of a page to places that are not on the page they lead to. anchors: those of every page."""
    for link in links:
        if link.fragment and link.target in anchors and link.fragment not in anchors[link.target]:
            message = say(
                "the link {link} leads to #{place}, which is not on {target}",
                link=link.written, place=link.fragment, target=link.target,
            )  # fmt: skip
            yield Finding(file, "broken-fragment", message, link.written)


def _finding(file: str, link: Link) -> Finding:
    """What is wrong with an address: empty, dangerous, on another host, off this site, or nowhere on it."""
    written, shown = link.written, _short(link.written)
    if link.fault == EMPTY:
        return Finding(file, "broken-link", say("a picture or another file has an empty address"))
    if link.fault == UNSAFE:
        return Finding(file, "unsafe-link", say("the link {link} could run a script", link=shown), written)
    if link.fault == ELSEWHERE:
        message = say("the page fetches {link} from another host", link=shown)
        return Finding(file, "third-party", message, written)
    if link.fault == OUTSIDE:
        remedy = say("write a relative link, so that the site works below any address")
        message = say("the link {link} leaves the site", link=written)
        return Finding(file, "leaves-site", message, written, remedy)
    message = say("the link {link} leads to {target}, which does not exist", link=written, target=link.target)
    return Finding(file, "broken-link", message, written)


def _short(address: str) -> str:
    return address if len(address) <= _LONGEST_SHOWN else address[:_LONGEST_SHOWN] + "…"
