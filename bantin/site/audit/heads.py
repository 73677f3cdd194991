"""What every page must have: its language, one heading, a title and a description of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bantin.problems import Severity, say
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage

_ERROR_PAGE = "404.html"
"""Shown instead of a page that is not there, and in no list of search results."""


def head_findings(page: SeenPage, language: str) -> Iterator[Finding]:
    """What is missing or doubled in the head and the headings of one page."""
    if page.language != language:
        message = say("the page says its language is “{language}”, not “{expected}”",
                      language=page.language, expected=language)  # fmt: skip
        yield Finding(page.path, "wrong-language", message, "<html")
    if page.headings == 0:
        yield Finding(page.path, "no-h1", say("the page has no main heading (h1)"))
    if page.headings > 1:
        message = say("the page has {count} main headings (h1), not one", count=page.headings)
        yield Finding(page.path, "many-h1", message, "<h1")
    if len(page.titles) != 1 or not page.titles[0]:
        yield Finding(page.path, "no-title", say("the page needs one title that is not empty"), "<title")
    if page.path != _ERROR_PAGE and (len(page.descriptions) != 1 or not page.descriptions[0]):
        yield Finding(page.path, "no-description", say("the page needs one description that is not empty"))


def alike_findings(
    titles: Iterable[tuple[str, str]], descriptions: Iterable[tuple[str, str]]
) -> Iterator[Finding]:
    """Pages that cannot be told apart in a list of search results: (text, file) for each that is in any."""
    for text, files in _repeated(titles):
        message = say("{count} pages have the same title: “{text}”", count=len(files), text=text)
        for file in files:
            yield Finding(file, "same-title", message, text, severity=Severity.WARNING)
    for text, files in _repeated(descriptions):
        message = say("{count} pages have the same description: “{text}”", count=len(files), text=text)
        for file in files:
            yield Finding(file, "same-description", message, text, severity=Severity.WARNING)


def _repeated(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    told = sorted(pair for pair in pairs if pair[0] and pair[1] != _ERROR_PAGE)
    for text, group in groupby(told, key=lambda pair: pair[0]):
        files = [file for _, file in group]
        if len(files) > 1:
            yield text, files
