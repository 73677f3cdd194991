"""The data of a page for machines (JSON-LD) say what the page says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bantin.problems import say
from bantin.site.audit.figures import STRUCTURED, Posted, lost_in
from bantin.site.audit.finding import Finding


def structured_findings(
    file: str, lines: Iterable[str], expected: Iterable[str], posted: Iterable[Posted]
) -> Iterator[Finding]:
    """What the data say otherwise than was composed: one problem for each value, or for each figure in it.

    lines: the JSON-LD of the page; expected: its lines as they were composed, none where nothing is known of
    them; posted: what the ledger has of this page.
    """
    right = dict(_all_values(expected))
    if not right:
        return
    shown: dict[str, list[str]] = {}
    for way, text in _all_values(lines):
        shown.setdefault(way, []).append(text)
    figures: dict[str, list[Posted]] = {}
    for entry, place in posted:
        if place.kind == STRUCTURED:
            figures.setdefault(place.at, []).append((entry, place))
    for way, text in right.items():
        there = shown.get(way, [])
        if there == [text]:
            continue
        if way in figures:
            yield from lost_in(file, there[0] if there else "", figures[way])
            continue
        message = say("the data for search engines should say {text} in {name}, but say: {shown}",
                      text=text, name=way, shown=", ".join(there))  # fmt: skip
        yield Finding(file, "structured-data", message, there[0] if there else "")
    for way in (way for way in shown if way not in right):
        message = say("the data for search engines say {text} in {name}, which is not to be there",
                      text=shown[way][0], name=way)  # fmt: skip
        yield Finding(file, "structured-data", message, shown[way][0])


def _all_values(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The texts in lines of JSON-LD by the way to each, behind the type of the thing:
    ``NewsArticle.correction[0].text``; nothing where a line cannot be read."""
    for line in lines:
        try:
            thing = json.loads(line)
        except ValueError:
            continue
        kind = thing.get("@type", "") if isinstance(thing, dict) else ""
        yield from _values(thing, str(kind))


def _values(value: object, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, f"{way}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _values(inner, f"{way}[{position}]")
    else:
        yield way, " ".join(str(value).split())
