"""Composed pages → the places that show figures: on which page, where on it, and of what kind."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.said import (
    ArchiveYear,
    Article,
    Bulletins,
    Cell,
    FigureMention,
    GridRow,
    KeyFigure,
    Link,
    Prose,
    Row,
    SourceEntry,
    Table,
    Teaser,
    plain,
)
from bantin.compose.walking import Step, Way, figures_of, stretches
from bantin.ledger.entries import Place

_PAGES_INSIDE = (ArchiveYear,)
"""Pages that another one holds; all others are what bulletins themselves hold."""

_NO_PAGES = ("news", "feeds", "appointments", "changed")
"""What bulletins hold beside pages: what readers can follow, which no page shows as such."""

_KINDS: dict[type, str] = {
    KeyFigure: "band",
    Teaser: "teaser",
    Link: "link",
    Cell: "cell",
    SourceEntry: "source",
}
"""The kinds of places that a type tells; else it is the field's name."""

_FIELDS = {"reason": "note", "remark": "remark", "caption": "caption", "alt": "alt"}
"""Fields that tell the kind of a place wherever they stand."""

_PLAIN = ("description", "alt", "title")
"""Kinds of places without elements in them: attributes, the title of a page."""

_TOLD_ONCE = ("note", "link")
"""Kinds of places that a table shows once for all its rows."""

Shown = tuple[FigureMention, Place]


def places_in(bulletins: Bulletins) -> Iterator[Shown]:
    """Every figure of the bulletins with each place that shows it."""
    told: set[tuple[str, str, str, Prose]] = set()
    for whole, prose in stretches(bulletins):
        start = _page_at(whole)
        if start is None:
            continue
        way = whole[start:]
        address = str(getattr(way[0].holder, "address", "/"))
        kind = _kind(way)
        if kind in _TOLD_ONCE:
            seen = (address, _holder(whole, Table), kind, prose)
            if seen in told:
                continue
            told.add(seen)
        yield from _shown(address, _locator(way), kind, prose)
        if isinstance(way[-1].holder, Article) and way[-1].field == "headline":
            yield from _shown(address, "title", "title", prose)


def _shown(address: str, at: str, kind: str, prose: Prose) -> Iterator[Shown]:
    within = plain(prose) if kind in _PLAIN else ""
    for figure in figures_of(prose):
        yield figure, Place(address, at, kind, figure.text, within)


def _page_at(way: Way) -> int | None:
    """At which step of a way the page begins: below the bulletins, or a page inside another."""
    if way[0].field in _NO_PAGES:
        return None
    for position in range(len(way) - 1, 0, -1):
        if isinstance(way[position].holder, _PAGES_INSIDE):
            return position
    return 1 if len(way) > 1 else None


def _kind(way: Way) -> str:
    for step in reversed(way):
        if step.field in _FIELDS:
            return _FIELDS[step.field]
        if kind := _KINDS.get(type(step.holder)):
            return kind
    return way[0].field


def _locator(way: Way) -> str:
    """The id of the element where there is one, else the way of fields and positions to the place."""
    for step in reversed(way):
        if isinstance(step.holder, Row | SourceEntry):
            return f"#{step.holder.anchor}"
        if isinstance(step.holder, GridRow) and step.holder.anchors[step.position]:
            return f"#{step.holder.anchors[step.position]}"
    return ".".join(map(_step, way))


def _step(step: Step) -> str:
    held = getattr(step.holder, step.field)
    is_list = isinstance(held, tuple) and not any(isinstance(piece, FigureMention) for piece in held)
    return f"{step.field}[{step.position}]" if is_list else step.field


def _holder(way: Way, kind: type[Table]) -> str:
    """The id of the table that a way leads through."""
    return next((step.holder.anchor for step in way if isinstance(step.holder, kind)), "")
