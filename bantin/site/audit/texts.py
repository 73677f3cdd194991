"""What a reader must not see: unfilled gaps, names of records, and the theme's English."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from bantin.problems import say
from bantin.site.audit.expectations import GAPS, Expectations
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage

_ENTRY = re.compile(r'^\s*"([a-z.]+)": "(.*?)",?$', re.MULTILINE)
_NOT_SENTENCES = ("language", "direction", "search.config")
_FIXED_IN_TEMPLATES = frozenset({"Made with", "Material for MkDocs", "Zensical", "Skip to content", "Home"})
_EDGES = "()[]{}.,;:!?\"'“”‘’«»…"
_LONGEST_SHOWN = 60


@cache
def english_of_theme() -> frozenset[str]:
    """The English sentences of the theme that is known, as far as it is installed."""
    if importlib.util.find_spec("material") is None:
        return _FIXED_IN_TEMPLATES
    listed = resources.files("material") / "templates" / "partials" / "languages" / "en.html"
    entries = _ENTRY.findall(listed.read_text(encoding="utf-8"))
    return _FIXED_IN_TEMPLATES | {text for key, text in entries if not key.startswith(_NOT_SENTENCES)}


def text_findings(page: SeenPage, expectations: Expectations) -> Iterator[Finding]:
    """What must not stand in the texts of a page."""
    for text in dict.fromkeys(page.texts + page.foreign_texts):
        yield from _gaps(page, text, expectations)
        yield from _identifiers(page, text, expectations)
    for text in dict.fromkeys([*page.texts, *_settings(page)] if page.language != "en" else ()):
        if text in english_of_theme():
            message = say("the interface says “{text}” in English", text=text)
            yield Finding(page.path, "english-interface", message, text)


def _gaps(page: SeenPage, text: str, expectations: Expectations) -> Iterator[Finding]:
    """A mark that something was not filled in, unless a record holds these very words."""
    if not GAPS.search(text):
        return
    left = text
    for literal in sorted(expectations.literal, key=lambda word: (-len(word), word)):
        left = left.replace(literal, " ")
    if found := GAPS.search(left):
        message = say(
            "something was not filled in: {mark} in “{text}”", mark=found[0], text=_short(text, found[0])
        )
        yield Finding(page.path, "unfilled", message, found[0])


def _identifiers(page: SeenPage, text: str, expectations: Expectations) -> Iterator[Finding]:
    """A name that records use among themselves, shown as a word."""
    if not any(mark in text for mark in "-_."):
        return
    for word in text.split():
        bare = word.strip(_EDGES)
        if bare in expectations.identifiers and any(mark in bare for mark in "-_."):
            message = say("the page shows the name of a record: {name}", name=bare)
            yield Finding(page.path, "raw-id", message, bare)


def _settings(page: SeenPage) -> Iterator[str]:
    """The sentences that the theme hands to its scripts."""
    for text in page.settings:
        try:
            values = json.loads(text)
        except ValueError:
            continue
        translations = values.get("translations") if isinstance(values, dict) else None
        if isinstance(translations, dict):
            yield from (value for value in translations.values() if isinstance(value, str))


def _short(text: str, mark: str) -> str:
    """The surroundings of a mark in a text."""
    start = max(0, text.find(mark) - _LONGEST_SHOWN // 2)
    return text[start : start + _LONGEST_SHOWN]
