"""XML a line at a time: elements with their attributes and their text."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from bantin.compose.said import Words, plain
from bantin.outputs.lines import Line, one_line
from bantin.outputs.pieces import as_prose

DECLARATION: Line = ('<?xml version="1.0" encoding="UTF-8"?>', ())


def start(name: str, **attributes: str) -> Line:
    """The start of an element; a low line in the name of an attribute stands for a colon."""
    return f"<{name}{_attributes(attributes)}>", ()


def end(name: str) -> Line:
    """The end of an element."""
    return f"</{name}>", ()


def empty(name: str, **attributes: str) -> Line:
    """An element without content."""
    return f"<{name}{_attributes(attributes)}/>", ()


def element(name: str, told: Words, **attributes: str) -> Line:
    """An element with a text in it."""
    text = escape(one_line(plain(told)))
    return f"<{name}{_attributes(attributes)}>{text}</{name}>", as_prose(told)


def inside(line: Line) -> Line:
    """A line of HTML as text of an element."""
    return escape(line[0]), line[1]


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name.replace('_', ':')}={quoteattr(value)}" for name, value in attributes.items())
