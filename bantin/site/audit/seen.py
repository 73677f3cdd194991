"""A finished page as a browser reads it: what the audit has to know of it, gathered in one walk."""

from __future__ import annotations

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.site.policy import STOPPED

_SILENT = frozenset({"script", "style"})
_SPOKEN_ATTRIBUTES = frozenset(
    {"title", "alt", "aria-label", "aria-description", "placeholder", "label", "data-source"}
)
_ADDRESS_ATTRIBUTES = frozenset(
    {"href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href", "background", "style"}
)
_DATA_BLOCKS = frozenset({"application/json", "application/ld+json"})
_UNDER_POLICY = frozenset({"script", "style", "link", "img"})


@dataclass(frozen=True, slots=True)
class Reference:
    """An attribute that sends the reader somewhere or makes the browser fetch something."""

    tag: str
    attribute: str
    value: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A ``<data>`` element: the figure it says it is, its value and text.

    row: the id of the table row or cell it stands in, or ""; number: how many stand before it on the page.
    """

    identity: str
    value: str
    text: str
    row: str
    number: int

    @property
    def key(self) -> tuple[str, str, str]:
        """The figure as it is shown: identity, value, text."""
        return self.identity, self.value, self.text


@dataclass(slots=True)
class SeenPage:
    """What was found on one page.

    path: its file below the site; kept_out: whether search engines are asked to leave it out; texts: what
    a reader sees or hears; structured: JSON-LD as it is written; properties: what is told to those
    who share links; inline: how what runs or paints from within
    the page begins ("<script", "style="), and elements that the site does without; policies: the content
    security policies it carries; before_policy: what stands before the first one that it should hold for.
    """

    path: str
    language: str = ""
    kept_out: bool = False
    headings: int = 0
    titles: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    references: list[Reference] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    foreign_texts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    structured: list[str] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)
    figures: list[ShownFigure] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    policies: list[str] = field(default_factory=list)
    before_policy: list[str] = field(default_factory=list)


def see(path: str, html: str) -> SeenPage:
    """Reads one page."""
    page = SeenPage(path)
    tree = LexborHTMLParser(html)
    if tree.root is None:
        return page
    foreign = _in_other_languages(tree)
    for node in tree.root.traverse(include_text=True):
        if node.tag == "-text":
            _see_text(page, node, foreign)
        elif node.tag != "-comment":
            _see_element(page, node, foreign)
    return page


def article_text(html: str) -> str:
    """The text inside ``<article>``, with single spaces: what engines must agree on."""
    tree = LexborHTMLParser(html)
    return " ".join(" ".join(article.text() for article in tree.css("article")).split())


def _in_other_languages(tree: LexborHTMLParser) -> frozenset[int]:
    """The nodes inside elements that declare a language of their own, other than the page's."""
    holders = [node for node in tree.css("[lang]") if node.tag != "html"]
    own = _language(tree.root)
    return frozenset(
        inner.mem_id
        for holder in holders
        if _language(holder) != own
        for inner in holder.traverse(include_text=True)
    )


def _language(node: LexborNode | None) -> str:
    return ((node.attributes.get("lang") if node else None) or "").strip()


def _see_text(page: SeenPage, node: LexborNode, foreign: frozenset[int]) -> None:
    text = (node.text_content or "").strip()
    if not text:
        return
    parent = node.parent
    tag = parent.tag if parent else ""
    if tag == "style":
        page.styles.append(text)
    elif tag == "script" and parent and parent.attributes.get("type") == "application/json":
        page.settings.append(text)
    elif tag == "script" and parent and parent.attributes.get("type") == "application/ld+json":
        page.structured.append(text)
    elif tag not in _SILENT:
        (page.foreign_texts if node.mem_id in foreign else page.texts).append(text)


def _see_element(page: SeenPage, node: LexborNode, foreign: frozenset[int]) -> None:
    tag, attributes = node.tag or "", node.attributes
    if tag == "html":
        page.language = _language(node)
    elif tag == "h1":
        page.headings += 1
    elif tag == "title" and node.parent and node.parent.tag == "head":
        page.titles.append(" ".join(node.text().split()))
    elif tag == "data":
        page.figures.append(_figure(node, len(page.figures)))
    elif tag == "meta":
        _see_meta(page, attributes)
    _see_what_runs(page, tag, attributes)
    if attributes:
        _see_attributes(page, tag, attributes, node.mem_id in foreign)


def _see_attributes(page: SeenPage, tag: str, attributes: dict[str, str | None], foreign: bool) -> None:
    for name, value in attributes.items():
        text = (value or "").strip()
        if name == "id" or (name == "name" and tag == "a"):
            page.anchors.add(value or "")
        elif name in _ADDRESS_ATTRIBUTES and (name != "data" or tag == "object"):
            relation = (attributes.get("rel") or "").lower() if tag == "link" else ""
            page.references.append(Reference(tag, name, text, relation))
        elif name in _SPOKEN_ATTRIBUTES and text:
            if name == "alt":
                page.alternatives.append(" ".join(text.split()))
            (page.foreign_texts if foreign else page.texts).append(text)


def _see_what_runs(page: SeenPage, tag: str, attributes: dict[str, str | None]) -> None:
    written_here = tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA_BLOCKS
    if written_here or tag == "style" or tag in STOPPED:
        page.inline.append(f"<{tag}")
    page.inline += [f"{name}=" for name in attributes if name == "style" or name.startswith("on")]
    if tag in _UNDER_POLICY and not page.policies:
        page.before_policy.append(f"<{tag}")


def _figure(node: LexborNode, number: int) -> ShownFigure:
    holder = node.parent
    while holder is not None and not (holder.tag in ("td", "tr") and "id" in holder.attributes):
        holder = holder.parent
    row = (holder.attributes.get("id") or "") if holder is not None else ""
    attributes, text = node.attributes, " ".join(node.text().split())
    return ShownFigure(attributes.get("data-figure") or "", attributes.get("value") or "", text, row, number)


def _see_meta(page: SeenPage, attributes: dict[str, str | None]) -> None:
    content = " ".join((attributes.get("content") or "").split())
    if (attributes.get("name") or "").lower() == "description":
        page.descriptions.append(content)
        page.texts.append(content)
    elif (attributes.get("name") or "").lower() == "robots":
        page.kept_out = "noindex" in content
    elif name := attributes.get("property") or "":
        page.properties[name] = content
        page.texts.append(content)
        if name == "og:image:alt":
            page.alternatives.append(content)
    elif (attributes.get("http-equiv") or "").lower() == "content-security-policy":
        page.policies.append(content)
    elif (attributes.get("http-equiv") or "").lower() == "refresh" and "=" in content:
        page.references.append(Reference("meta", "content", content.split("=", 1)[1].strip(" '\"")))
