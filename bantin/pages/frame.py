"""What masthead and footer of every page say: the values that the theme reads from ``config.extra``."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from bantin.compose.said import ENGLISH, Link, Publisher, plain
from bantin.pages.escape import is_safe_address


@dataclass(frozen=True, slots=True)
class FrameLink:
    """A link in masthead or footer.

    address: rooted, to be compared with the section in a page's front matter; path: what the theme's
    ``url`` filter wants, "" where no reader may be sent; language: of the words, "" for Vietnamese.
    """

    address: str
    path: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything under ``extra.frame`` in the generated configuration, as plain unescaped text.

    feed_path, feed_title: of the feed that each page names, "" where there is none.
    """

    name: str
    parent: str
    licence_text: str
    licence_path: str
    contact: tuple[str, ...]
    editor: str
    visitors: bool
    header_links: tuple[FrameLink, ...]
    footer_links: tuple[FrameLink, ...]
    feed_path: str
    feed_title: str


def frame_values(publisher: Publisher) -> dict[str, object]:
    """The value of ``extra.frame``: plain dicts, lists and text, ready to be written as JSON or YAML."""
    feed = publisher.feed
    frame = Frame(
        name=publisher.name,
        parent=publisher.parent,
        licence_text=publisher.licence_text,
        licence_path=_path(publisher.licence_address),
        contact=publisher.contact,
        editor=publisher.editor,
        visitors=publisher.visitors,
        header_links=tuple(_frame_link(place) for place in publisher.header_links),
        footer_links=tuple(_frame_link(place) for place in publisher.footer_links),
        feed_path=_path(feed.address) if feed else "",
        feed_title=plain(feed.text) if feed else "",
    )
    return _as_lists(asdict(frame))


def _frame_link(place: Link) -> FrameLink:
    language = "en" if place.address == ENGLISH else ""
    return FrameLink(place.address, _path(place.address), plain(place.text), language)


def _path(address: str) -> str:
    if not is_safe_address(address):
        return ""
    return (address.removeprefix("/") or ".") if address.startswith("/") else address


def _as_lists(values: dict[str, object]) -> dict[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
