"""What a reader must not see: unfilled gaps, names of records, and the theme's English."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.problems import say
from bantin.site.audit.expectations import Expectations
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage
from bantin.site.audit.words import GAPS, has_gap, names_in

_LONGEST_SHOWN = 60


def text_findings(page: SeenPage, expectations: Expectations) -> Iterator[Finding]:
    """What must not stand in the texts of a page."""
    for text in page.doubtful:
        yield from _gaps(page, text, expectations)
        yield from _identifiers(page, text, expectations)
    for text in page.english:
        message = say("the interface says “{text}” in English", text=text)
        yield Finding(page.path, "english-interface", message, text)


def _gaps(page: SeenPage, text: str, expectations: Expectations) -> Iterator[Finding]:
    """A mark that something was not filled in, unless a record holds these very words."""
    if not has_gap(text):
        return
    left = text
    for literal in sorted(expectations.literal(), key=lambda word: (-len(word), word)):
        left = left.replace(literal, " ")
    if found := GAPS.search(left):
        message = say(
            "something was not filled in: {mark} in “{text}”", mark=found[0], text=_short(text, found[0])
        )
        yield Finding(page.path, "unfilled", message, found[0])


def _identifiers(page: SeenPage, text: str, expectations: Expectations) -> Iterator[Finding]:
    """A name that records use among themselves, shown as a word."""
    for name in names_in(text):
        if name in expectations.identifiers:
            message = say("the page shows the name of a record: {name}", name=name)
            yield Finding(page.path, "raw-id", message, name)


def _short(text: str, mark: str) -> str:
    """The surroundings of a mark in a text."""
    start = max(0, text.find(mark) - _LONGEST_SHOWN // 2)
    return text[start : start + _LONGEST_SHOWN]
