"""What all records share: frozen, strict about unknown keys, and aware of where each value stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, ClassVar, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, ModelWrapValidatorHandler, model_validator

from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.records.holding import fields_holding
from bantin.dataset.records.placeholders import written
from bantin.dataset.records.roles import (
    PUBLISHED,
    Declares,
    Field,
    Kind,
    Published,
    Role,
    Unpublished,
    walked,
)
from bantin.dataset.records.text import Text
from bantin.dataset.records.values import Line
from bantin.language import Period
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


def with_node(node: Node, path: Path, value: Node | None) -> Node:
    """The node with another value at ``path``, or without it. Raises LookupError where nothing holds it."""
    if not path:
        return value or node
    step, rest = path[0], path[1:]
    if isinstance(node, Items) and isinstance(step, int):
        items = list(node.items)
        items[step] = with_node(items[step], rest, value)
        return Items(tuple(items), node.location)
    if not isinstance(node, Mapping):
        raise LookupError(step)
    name = str(step)
    entries = {**node.entries}
    if rest or value is not None:
        entries[name] = with_node(entries[name] if rest else node, rest, value)
    else:
        entries.pop(name, None)
    keys = node.keys if name in node.keys or value is None else {**node.keys, name: value.location}
    return Mapping(entries, keys, node.location)


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

    # deferred: whole records are validated, hardly ever a piece by itself, and each build takes its time
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=True)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_node(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        made = handler(value)
        # where Pydantic keeps private attributes; it would set up a declared one at each level of inheritance
        if made is not value:
            made.remember(value.node if isinstance(value, Located) else None)
        return made

    def remember(self, node: Mapping | None) -> None:
        """Keep what the part was read from; only for what makes parts."""
        # where Pydantic keeps private attributes; one declared would be set up at each level of inheritance
        object.__setattr__(self, "__pydantic_private__", {"_node": node} if node else None)

    def where(self, *path: Step) -> Location:
        """Where the value at ``path`` (field names and positions) stands in its file."""
        node = self.node
        return place_at(node, path) if node else Location("?")

    def where_number(self, *path: Step) -> Location:
        """Where the number at ``path`` stands, written alone or as the value of a group."""
        found = node_at(node, (*path, "value")) if (node := self.node) else None
        return found.location if found else self.where(*path)

    def left_empty(self, *path: Step) -> Iterator[tuple[str, Location]]:
        """The names at ``path`` that nothing is written after, each with its place."""
        holder = node_at(node, path) if (node := self.node) else None
        if isinstance(holder, Mapping):
            for name, value in holder.entries.items():
                if isinstance(value, Scalar) and value.absent:
                    yield name, holder.keys[name]

    def scalar_at(self, path: Path) -> Scalar | None:
        """The value at ``path`` as it is written, or None where there is no single value."""
        found = node_at(node, path) if (node := self.node) else None
        return found if isinstance(found, Scalar) else None

    def where_in(self, path: Path, start: int, length: int) -> Location:
        """Where ``length`` characters of the text at ``path`` stand, counted from ``start``."""
        found = self.scalar_at(path)
        return found.place_of(start, length) if found else self.where(*path)

    def unfolded(self, path: Path, text: str, start: int, length: int) -> tuple[int, int]:
        """Start and length, in the value at ``path`` as it was written, of a stretch of its folded text."""
        found = node_at(node, path) if (node := self.node) else None
        written = found.text if isinstance(found, Scalar) else text
        if written == text:
            return start, length
        signs = [position for position, sign in enumerate(written) if not sign.isspace()]
        first = len(text[:start]) - text[:start].count(" ")
        last = first + len(text[start : start + length].replace(" ", "")) - 1
        return signs[first], signs[last] - signs[first] + 1

    @property
    def node(self) -> Mapping | None:
        """What the part was read from, or None where it was not read."""
        # not by its name: then Pydantic asks each time, by an exception, whether it is a descriptor
        return self.__pydantic_private__["_node"] if self.__pydantic_private__ else None

    def key(self, *path: Step) -> Location:
        """Where the key that ``path`` ends in stands, or its holder when there is no such key."""
        holder = node_at(node, path[:-1]) if (node := self.node) else None
        if isinstance(holder, Mapping) and path[-1] in holder.keys:
            return holder.keys[str(path[-1])]
        return self.where(*path)

    def told(self) -> list[Told]:
        """All texts in this part and the parts below it, in the order of fields, each with its role."""
        found: list[Told] = []
        _tell(self, found)
        return found

    def texts(self) -> Iterator[tuple[Part, Path, Text]]:
        """All prose in this part and the parts below it, each with its owner and path."""
        for told in self.told():
            if isinstance(told.text, Text):
                yield told.owner, told.path, told.text

    def values(self) -> Iterator[tuple[Part, date | Period]]:
        """All days and periods in this part and the parts below it, each with the part that holds it."""
        for name in fields_holding(type(self), date, Period):
            yield from _values(self, getattr(self, name))

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


class Told(NamedTuple):
    """A text in a record: the part that holds it, its path there, its role.

    is_key: the text is the name of an entry, as an abbreviation is.
    """

    owner: Part
    path: Path
    text: str | Text
    role: Role
    is_key: bool = False

    def place(self, start: int, length: int) -> Location:
        """Where ``length`` characters of the text stand in its file, counted from ``start``."""
        if self.is_key:
            key = self.owner.key(*self.path)
            return replace(key, column=key.column + start, length=length)
        if isinstance(self.text, str):
            start, length = self.owner.unfolded(self.path, self.text, start, length)
        return self.owner.where_in(self.path, start, length)


def _tell(part: Part, found: list[Told]) -> None:
    for field in walked(type(part)):
        value = getattr(part, field.name)
        if value is not None:
            _tell_value(part, (field.name,), value, field, found)


def _tell_value(owner: Part, path: Path, value: object, field: Field, found: list[Told]) -> None:
    if type(value) is str or isinstance(value, Text):
        if not isinstance(field.role, Unpublished):
            found.append(Told(owner, path, value, field.role or PUBLISHED))
    elif isinstance(value, Part):
        known = len(found)
        _tell(value, found)
        if value.node is None:
            found[known:] = [told._replace(owner=owner, path=path) for told in found[known:]]
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _tell_value(owner, (*path, position), item, field, found)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(field.key_role, Published | Declares):
                found.append(Told(owner, (*path, key), key, field.key_role, is_key=True))
            _tell_value(owner, (*path, key), item, field, found)


def _values(owner: Part, value: object) -> Iterator[tuple[Part, date | Period]]:
    if type(value) is date or isinstance(value, Period):
        yield owner, value
    elif isinstance(value, Part):
        yield from value.values()
    elif isinstance(value, tuple | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _values(owner, item)


class Acknowledged(Part):
    """Một cảnh báo đã xem và chấp nhận."""

    rule: Annotated[str, Unpublished("mã của quy tắc")]
    """Mã của cảnh báo, ghi trong ngoặc vuông ở cuối thông báo."""
    reason: Annotated[str, BeforeValidator(written), Unpublished("chỉ người làm bản tin đọc")]
    """Vì sao chấp nhận."""


class Literal(Part):
    """Một chữ số viết thẳng trong bài mà không phải số liệu."""

    text: Annotated[Line, Declares(Kind.LITERAL, "khai chữ số không phải số liệu, kèm lý do")]
    """Đúng như trong bài."""
    reason: Annotated[Line, Unpublished("chỉ người làm bản tin đọc")]
    """Vì sao không phải số liệu."""


class Record(Part):
    """One YAML file."""

    kind: ClassVar[str]
    """The name of the record's schema."""

    format: int
    """Phiên bản định dạng của tệp, hiện là 1."""
    acknowledged: tuple[Acknowledged, ...] = ()
    """Các cảnh báo đã xem và chấp nhận, mỗi cảnh báo một lý do."""
    literals: tuple[Literal, ...] = ()
    """Chữ số trong tệp này mà không phải số liệu, mỗi chỗ một lý do."""
