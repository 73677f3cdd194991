"""One walk through the elements of a page, which gathers what the audit has to know of each."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from bantin.site.audit.addresses import Reference
from bantin.site.audit.words import Spoken
from bantin.site.policy import STOPPED

JSON, JSON_LD = "application/json", "application/ld+json"
"""The types of scripts that hold data."""

_ADDRESSES = frozenset(
    {"href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href", "background", "style"}
)
_SPOKEN = frozenset({"title", "alt", "aria-label", "aria-description", "placeholder", "label", "data-source"})
_HEARD = _ADDRESSES | _SPOKEN | {"id", "name"}
_UNDER_POLICY = frozenset({"script", "style", "link", "img"})
_TOLD_APART = STOPPED | _UNDER_POLICY | {"html", "h1", "title", "data", "meta", "td", "tr"}
"""Elements that say something by being there, whatever their attributes."""

_KNOWN_LINES = 1 << 13
"""How many texts are remembered: numbers, and what the head says, stand on page after page."""

Attributes = dict[str, str | None]


class ShownFigure(NamedTuple):
    """A ``<data>`` element: the figure it says it is, its value and text.

    row: the id of the table row or cell it stands in, or "".
    """

    identity: str
    value: str
    text: str
    row: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The figure as it is shown: identity, value, text."""
        return self[:3]


class Walk:
    """What a walk from the root of a page found. Texts inside scripts and styles are taken out of the page.

    silent: those texts, by the type of data in a script, or as "script" or "style"; spoken: attributes
    that a reader sees or hears, and texts for lists of results and for those who share links.
    """

    def __init__(self, root: LexborNode | None) -> None:
        self.kept_out = False
        self.headings = 0
        self.titles: list[str] = []
        self.descriptions: list[str] = []
        self.alternatives: list[str] = []
        self.anchors: list[str] = []
        self.references: dict[Reference, dict[str, None]] = {}
        self.spoken: list[Spoken] = []
        self.properties: dict[str, str] = {}
        self.figures: list[ShownFigure] = []
        self.inline: list[str] = []
        self.policies: list[str] = []
        self.before_policy: list[str] = []
        self.silent: dict[str, list[str]] = {}
        self._rows = False
        self._mute: list[LexborNode] = []
        led_to = self.references.setdefault(("a", "href", ""), {})
        for node in root.traverse() if root else ():
            tag, attributes = node.tag or "", node.attributes
            if tag in _TOLD_APART:
                self._element(node, tag, attributes)
            for name, value in attributes.items():
                if name == "href" and tag == "a":  # most of what is heard
                    led_to[(value or "").strip()] = None
                elif name in _HEARD or name.startswith("on"):
                    self._attribute(node, tag, name, value or "")
        for text in self._mute:
            text.decompose()

    def _element(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        if tag == "data":
            self.figures.append(self._figure(node, attributes))
        elif tag == "meta":
            self._meta(node, attributes)
        elif tag == "h1":
            self.headings += 1
        elif tag == "title" and node.parent and node.parent.tag == "head":
            self.titles.append(_line(node.text()))
        elif tag in ("td", "tr"):
            self._rows = self._rows or "id" in attributes
        elif tag in ("script", "style"):
            self._silent(node, tag, attributes)
        elif tag in STOPPED:
            self.inline.append(f"<{tag}")
        if tag in _UNDER_POLICY and not self.policies:
            self.before_policy.append(f"<{tag}")

    def _attribute(self, node: LexborNode, tag: str, name: str, value: str) -> None:
        if name == "id" or (name == "name" and tag == "a"):
            self.anchors.append(value)
        elif name in _ADDRESSES and (name != "data" or tag == "object"):
            relation = (node.attributes.get("rel") or "").lower() if tag == "link" else ""
            self.references.setdefault((tag, name, relation), {})[value.strip()] = None
            if name == "style":
                self.inline.append("style=")
        elif name in _SPOKEN and (text := value.strip()):
            self.spoken.append((node.mem_id, text))
            if name == "alt":
                self.alternatives.append(_line(text))
        elif name.startswith("on"):
            self.inline.append(f"{name}=")

    def _silent(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        stated = attributes.get("type")
        kind = stated if tag == "script" and stated in (JSON, JSON_LD) else tag
        for inner in node.iter(include_text=True):
            if inner.tag == "-text":
                self._mute.append(inner)
                if text := (inner.text_content or "").strip():
                    self.silent.setdefault(kind, []).append(text)
        if tag == "style" or ("src" not in attributes and kind not in (JSON, JSON_LD)):
            self.inline.append(f"<{tag}")

    def _figure(self, node: LexborNode, attributes: Attributes) -> ShownFigure:
        holder = node.parent if self._rows else None
        while holder is not None and not (holder.tag in ("td", "tr") and "id" in holder.attributes):
            holder = holder.parent
        row = (holder.attributes.get("id") or "") if holder is not None else ""
        return ShownFigure(
            attributes.get("data-figure") or "", attributes.get("value") or "", _line(node.text()), row
        )

    def _meta(self, node: LexborNode, attributes: Attributes) -> None:
        content = _line(attributes.get("content") or "")
        name, equivalent = (
            (attributes.get("name") or "").lower(),
            (attributes.get("http-equiv") or "").lower(),
        )
        if name == "description":
            self.descriptions.append(content)
            self.spoken.append((node.mem_id, content))
        elif name == "robots":
            self.kept_out = "noindex" in content
        elif stated := attributes.get("property") or "":
            self.properties[stated] = content
            self.spoken.append((node.mem_id, content))
            if stated == "og:image:alt":
                self.alternatives.append(content)
        elif equivalent == "content-security-policy":
            self.policies.append(content)
        elif equivalent == "refresh" and "=" in content:
            written = content.split("=", 1)[1].strip(" '\"")
            self.references.setdefault(("meta", "content", ""), {})[written] = None


@lru_cache(_KNOWN_LINES)
def _line(text: str) -> str:
    return " ".join(text.split())
