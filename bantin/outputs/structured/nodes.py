"""Structured data before they are written: things with values, in which every figure is still a figure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from bantin.compose.said import FigureMention, Prose, plain
from bantin.compose.walking import figures_of
from bantin.ledger import Place
from bantin.outputs.output import Shown

Value = str | bool | int | FigureMention | Prose | Sequence["Value"] | Mapping[str, "Value"]
"""A tuple is a stretch of text, a list holds values; a figure alone is written as a number if it is one."""

Node = dict[str, Value]
"""A thing of schema.org: "@type" and its properties in order, without those that nobody knows."""

_AS_REFERENCES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Inside a script element nothing may look like markup, whatever a headline holds."""

KIND = "structured"
"""The kind of the places in these data."""


def known(**values: Value | None) -> Node:
    """The properties that have a value."""
    return {name: value for name, value in values.items() if value not in (None, "", [], ())}


def thing(kind: str, **values: Value | None) -> Node:
    """A thing of this type of schema.org with the properties that have a value."""
    return {"@type": kind, **known(**values)}


def written(node: Node) -> str:
    """The thing as one line of JSON-LD that can stand in a script element as it is."""
    whole = {"@context": "https://schema.org", **node}
    text = json.dumps(_plain(whole), ensure_ascii=False, separators=(",", ":"))
    return text.translate(_AS_REFERENCES)


def shown_in(node: Node, page: str) -> Iterator[Shown]:
    """The figures in the data of a page with the way to the value that holds each, behind its type."""
    for way, prose in _stretches(node, str(node["@type"])):
        if isinstance(prose, FigureMention):
            text = str(_number(prose))
            yield prose, Place(page, way, KIND, text, text)
        else:
            within = plain(prose)
            for figure in figures_of(prose):
                yield figure, Place(page, way, KIND, figure.text, within)


def _stretches(value: Value, way: str) -> Iterator[tuple[str, Prose | FigureMention]]:
    if isinstance(value, FigureMention | tuple):
        yield way, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if not isinstance(inner, str | int):
                yield from _stretches(inner, f"{way}.{name}")
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            if not isinstance(inner, str | int):
                yield from _stretches(inner, f"{way}[{position}]")


def _plain(value: Value) -> object:
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return plain(value)
    if isinstance(value, FigureMention):
        return _number(value)
    if isinstance(value, Mapping):
        return {name: _plain(inner) for name, inner in value.items()}
    return [_plain(inner) for inner in value]


def _number(mention: FigureMention) -> int | float | str:
    """The number where it is the value itself, else the words: "trên 4.300" is no 4300."""
    if mention.figure is None or not mention.figure.exact:
        return mention.text
    return float(mention.value) if "." in mention.value else int(mention.value)
