"""What all records share: frozen, strict about unknown keys, and aware of where each value stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, PrivateAttr, model_validator

from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.records.text import Text
from bantin.problems import Location

Step = str | int
Path = tuple[Step, ...]


class Located(dict[str, Any]):
    """A mapping of plain values on its way into a record; remembers the node it was read from."""

    node: Mapping


def to_plain(node: Node) -> Any:
    """The node as text, lists and located mappings; values left empty (`key:`) are left out."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [to_plain(item) for item in node.items]
    located = Located(
        (key, to_plain(value))
        for key, value in node.entries.items()
        if not (isinstance(value, Scalar) and value.absent)
    )
    located.node = node
    return located


def node_at(node: Node, path: Path) -> Node | None:
    """The node that the path leads to from ``node``, or None where it leads nowhere."""
    for step in path:
        if isinstance(node, Mapping) and step in node.entries:
            node = node.entries[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def place_at(node: Node, path: Path) -> Location:
    """Where the value at ``path`` stands; for what is not there, where its nearest holder stands."""
    for depth in range(len(path), -1, -1):
        found = node_at(node, path[:depth])
        if found is not None and not (isinstance(found, Scalar) and found.absent and depth):
            return found.location
        holder = node_at(node, path[: depth - 1]) if depth else None
        if isinstance(holder, Mapping) and path[depth - 1] in holder.keys:
            return holder.keys[str(path[depth - 1])]
    return node.location


class Part(BaseModel):
    """A record or a piece of one."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    _node: Mapping | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_node(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(value)
        if isinstance(value, Located):
            made._node = value.node
        return made

    def where(self, *path: Step) -> Location:
        """Where the value at ``path`` (field names and positions) stands in its file."""
        if self._node is None:
            return Location("?")
        return place_at(self._node, path)

    def where_in(self, path: Path, start: int, length: int) -> Location:
        """Where ``length`` characters of the text at ``path`` stand, counted from ``start``."""
        found = node_at(self._node, path) if self._node else None
        return found.place_of(start, length) if isinstance(found, Scalar) else self.where(*path)

    def key(self, *path: Step) -> Location:
        """Where the key that ``path`` ends in stands, or its holder when there is no such key."""
        holder = node_at(self._node, path[:-1]) if self._node else None
        if isinstance(holder, Mapping) and path[-1] in holder.keys:
            return holder.keys[str(path[-1])]
        return self.where(*path)

    def texts(self) -> Iterator[tuple[Part, Path, Text]]:
        """All prose in this part and the parts below it, each with its owner and path."""
        for name in type(self).model_fields:
            yield from _texts(self, (name,), getattr(self, name))

    def strings(self) -> Iterator[str]:
        """Everything that is written in this part and the parts below it, texts as they stand in the file."""
        for name in type(self).model_fields:
            yield from _strings(getattr(self, name))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield value.source
    elif isinstance(value, Part):
        yield from value.strings()
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


def _texts(owner: Part, path: Path, value: object) -> Iterator[tuple[Part, Path, Text]]:
    if isinstance(value, Text):
        yield owner, path, value
    elif isinstance(value, Part):
        yield from value.texts()
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _texts(owner, (*path, position), item)


class Acknowledged(Part):
    """Một cảnh báo đã xem và chấp nhận."""

    rule: str
    """Mã của cảnh báo, ghi trong ngoặc vuông ở cuối thông báo."""
    reason: str
    """Vì sao chấp nhận."""


class Record(Part):
    """One YAML file."""

    kind: ClassVar[str]
    """The name of the record's schema."""

    format: int
    """Phiên bản định dạng của tệp, hiện là 1."""
    acknowledged: tuple[Acknowledged, ...] = ()
    """Các cảnh báo đã xem và chấp nhận, mỗi cảnh báo một lý do."""
