"""The data of a page for machines (JSON-LD) say what the page says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from bantin.ledger import Entry, Place
from bantin.problems import say
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import SeenPage


def structured_findings(
    page: SeenPage, expected: str, posted: Iterable[tuple[Entry, Place]]
) -> Iterator[Finding]:
    """What the data say otherwise than was composed: one problem for each value.

    expected: the JSON-LD of the page, "" where nothing is known of it; posted: what the ledger has of this
    page: texts that hold a figure are compared with the figures.
    """
    if not expected:
        return
    told = {place.within for _, place in posted if place.kind == "structured"}
    right, shown = values(expected), [value for text in page.structured for value in values(text).items()]
    for name, text in right.items():
        there = [value for way, value in shown if way == name]
        missed = text in told and all(value != text for _, value in shown)  # the figures tell of it
        if there != [text] and not missed:
            message = say("the data for search engines should say {text} in {name}, but say: {shown}",
                          text=text, name=name, shown=", ".join(there))  # fmt: skip
            yield Finding(page.path, "structured-data", message, there[0] if there else "")
    for name, text in shown:
        if name not in right:
            message = say("the data for search engines say {text} in {name}, which is not to be there",
                          text=text, name=name)  # fmt: skip
            yield Finding(page.path, "structured-data", message, text)


def values(text: str) -> dict[str, str]:
    """The texts in JSON-LD by the way to each, ``correction[0].text``; nothing where it cannot be read."""
    try:
        return dict(_values(json.loads(text), ""))
    except ValueError:
        return {}


def _values(value: object, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(inner, f"{way}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from _values(inner, f"{way}[{position}]")
    else:
        yield way, str(value)
