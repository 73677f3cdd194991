"""Where a figure is written in the records, and what people call it there."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.located import Items, Mapping, Node
from bantin.dataset.records.base import Part
from bantin.figures.figure import Figure, Figures
from bantin.figures.index import FiguresIndex
from bantin.problems import Location

_KEYS = {
    "excess": ("attainment", "as_published"),
    "attainment": ("attainment", "as_published"),
    "base": ("base", "actual"),
    "percent_change": ("change",),
    "actual-was": ("actual", "was"),
    "previous-was": ("previous", "was"),
}
"""Under which keys a record has what an identity calls otherwise."""


def name_of(identity: str, index: FiguresIndex) -> str:
    """What a reference in a text would call a figure: ``ket-qua-2019/ky-luat.canh-cao.change``."""
    figures = index.of(identity)
    if figures is None:
        record, _, rest = identity.partition("/")
        return f"{record}/{rest.replace('/', '.')}"
    classes, aspect = _inside(identity, figures)
    said = [word for word in (*classes, aspect) if word != "actual"]
    return ".".join([f"{figures.observed.record.id}/{figures.name}", *said])


def place_of(identity: str, figure: Figure | None, index: FiguresIndex) -> Location:
    """Where a published number stands, or the observation that a derived one follows from."""
    if figure is not None and figure.place is not None:
        return figure.place
    figures = index.of(identity)
    if figures is None:
        return Location("?")
    classes, aspect = _inside(identity, figures)
    if aspect.startswith("previous"):
        figures, aspect = _earlier(figures, aspect, index)
    observation = figures.observed.observation
    if figure is not None and figure.derivation is not None:
        return observation.where("name")
    kind, _, name = aspect.partition("-")
    keys = ("printed", name) if kind == "printed" else tuple(classes) or (aspect,)
    return _written(observation, *_KEYS.get(aspect, keys))


def _inside(identity: str, figures: Figures) -> tuple[list[str], str]:
    """The classes that lead to a figure inside its observation, and its aspect."""
    words = identity.removeprefix(figures.observed.identity).strip("/").split("/")
    return [word.rpartition("=")[2] for word in words if "=" in word], words[-1]


def _earlier(figures: Figures, aspect: str, index: FiguresIndex) -> tuple[Figures, str]:
    """The observation that an earlier value is published in: this one, or that of the earlier record."""
    earlier = index.of(figures.earlier.identity) if figures.earlier else None
    if figures.observed.observation.previous is not None or earlier is None:
        return figures, aspect
    return earlier, aspect.replace("previous", "actual")


def _written(part: Part, *keys: str) -> Location:
    """Where the value under the last of these keys stands, each at any depth below the one before; in a
    group, the number itself.

    The place of the last key that is there; of the part itself where none is.
    """
    node: Node | None = part.node
    place = part.where()
    for key in keys:
        found = next((deeper[key] for deeper in _mappings(node) if key in deeper), None) if node else None
        if found is None:
            break
        node, place = found, found.location
    number = node.entries.get("value") if isinstance(node, Mapping) else None
    return number.location if number else place


def _mappings(node: Node) -> Iterator[dict[str, Node]]:
    """The entries of all mappings at and below a node, in the order of lines."""
    if isinstance(node, Mapping):
        yield node.entries
        for inner in node.entries.values():
            yield from _mappings(inner)
    elif isinstance(node, Items):
        for inner in node.items:
            yield from _mappings(inner)
