"""HTML read back: the text as a browser would show it, and the elements that are there."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown

ENGINE_EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html"]
"""What either engine switches on, or a project may."""


@dataclass
class Element:
    name: str
    attributes: dict[str, str]


@dataclass
class Seen:
    """A piece of HTML as it is understood."""

    text: str = ""
    elements: list[Element] = field(default_factory=list)

    def names(self) -> set[str]:
        return {element.name for element in self.elements}

    def words(self) -> str:
        return " ".join(self.text.split())

    def values(self, attribute: str) -> list[str]:
        return [e.attributes[attribute] for e in self.elements if attribute in e.attributes]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen = Seen()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.seen.text += data

    def handle_comment(self, data: str) -> None:
        self.seen.elements.append(Element("!comment", {}))


def read(html: str) -> Seen:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


def read_markdown(text: str) -> Seen:
    return read(markdown.markdown(text, extensions=ENGINE_EXTENSIONS))
