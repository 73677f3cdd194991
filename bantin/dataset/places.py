"""What stands in a record by name: its numbers, and the places that corrections speak of.

A number has a name that does not change when lines are moved: ``ky-luat`` (the value of that
observation), ``ky-luat.change``, ``ky-luat.hinh-thuc-ky-luat.khien-trach``. A field is named by its way in
the record, entries of lists by their id or by their position from 1: ``headline``, ``body.2.text``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.records.amounts import Amount, Finality
from bantin.dataset.records.base import Part, Path
from bantin.dataset.records.editorial import Publishable, Reporting
from bantin.dataset.records.holding import fields_holding
from bantin.dataset.records.reading import Printed
from bantin.dataset.records.values import Attained
from bantin.language import Change, Qualifier, Quantity, format_number

_SILENT = frozenset({"observations", "breakdowns", "parts", "table", "actual", "as_published"})
"""Fields that the name of a number leaves out."""

_VALUES = ("plan", "previous", "change")
_WORDS = {
    Qualifier.EXACT: "",
    Qualifier.OVER: "trên ",
    Qualifier.AT_LEAST: "ít nhất ",
    Qualifier.ABOUT: "khoảng ",
    Qualifier.UNDER: "dưới ",
}
_NAMES = ("name", "id", "by", "person")

_NUMBERS = (Printed, Quantity, Change, Attained)
"""What a number of a record is."""


def numbers_of(record: Publishable) -> dict[str, Path]:
    """Every number of a record by its name, with its path; entries of lists without a name are left out."""
    found: dict[str, Path] = {}
    for path, names, _ in _numbers(record, (), ()):
        found.setdefault(_short(names), path)
    return found


def written_values(record: Publishable) -> dict[str, str]:
    """Every number of a record by its name, in one way of writing: "22", "trên 4.300", "+9"."""
    found: dict[str, str] = {}
    for _, names, value in _numbers(record, (), ()):
        found.setdefault(_short(names), value)
    return found


def revised_values(record: Publishable) -> dict[str, str]:
    """What revised numbers were before, by their names: a revision is announced, and no mistake."""
    found: dict[str, str] = {}
    numbers = numbers_of(record)
    for name, path in numbers.items():
        holder = record_value(record, path[:-1]) if path[-1:] == ("value",) else None
        if isinstance(holder, Amount) and holder.finality is Finality.REVISED and holder.was is not None:
            found[name] = _written(holder.was)
    return found


def record_value(record: Publishable, path: Path) -> object:
    """The value at a path in a record, or None."""
    value: object = record
    for step in path:
        if isinstance(step, int) and isinstance(value, tuple):
            value = value[step] if step < len(value) else None
        else:
            value = value.get(str(step)) if isinstance(value, dict) else getattr(value, str(step), None)
    return value


def _short(names: tuple[str, ...]) -> str:
    return ".".join(name for name in names if name not in _SILENT)


def _numbers(
    value: object, path: Path, names: tuple[str, ...]
) -> Iterator[tuple[Path, tuple[str, ...], str]]:
    if isinstance(value, Amount):
        in_group = value.node is not None
        yield (*path, "value") if in_group else path, names, _written(value.value)
    elif written := _written(value):
        yield path, names, written
    if isinstance(value, Part):
        for field in _fields(type(value)):
            if (held := getattr(value, field)) is not None:
                yield from _numbers(held, (*path, field), (*names, field))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _numbers(item, (*path, name), (*names, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            if isinstance(item, Part) and (name := _name(item)):
                yield from _numbers(item, (*path, position), (*names, name))


@cache
def _fields(model: type[Part]) -> tuple[str, ...]:
    """The fields of a kind of part that numbers stand in; what an amount says of itself is told with it."""
    own = Amount.model_fields if issubclass(model, Amount) else ()
    return tuple(name for name in fields_holding(model, *_NUMBERS) if name not in own)


def _name(item: Part) -> str:
    """What an item of a list is called; "" where it has no name."""
    fields = type(item).model_fields
    return next((str(given) for field in _NAMES if field in fields and (given := getattr(item, field))), "")


def _written(value: object) -> str:
    """A number as text that is the same however the record writes it, "" for what is none."""
    if isinstance(value, Printed):
        return _written(value.quantity) + ("%" if value.percent else "")
    if isinstance(value, Quantity):
        return f"{_WORDS[value.qualifier]}{format_number(value.amount.normalize())}"
    if isinstance(value, Change):
        sign = "-" if value.amount < 0 else "+" if value.amount else ""
        return f"{sign}{format_number(abs(value.amount).normalize())}{'%' if value.percent else ''}"
    return value.text if isinstance(value, Attained) else ""


def figure_path(record: Publishable, name: str) -> Path | None:
    """Where a figure stands, or would stand, in a record; None where nothing holds it.

    The name of a part may leave out its breakdown: ``ky-luat.khien-trach``.
    """
    numbers = numbers_of(record)
    if name in numbers:
        return numbers[name]
    first, _, rest = name.partition(".")
    shorter = [path for key, path in numbers.items() if rest and _is_short_for(name, key)]
    if shorter:
        return shorter[0]
    for position, observation in enumerate(record.observations if isinstance(record, Reporting) else ()):
        if observation.name != first:
            continue
        if not rest or rest in _VALUES:
            return ("observations", position, rest or "actual")
        breakdown, _, part = rest.rpartition(".")
        named = [at for at, one in enumerate(observation.breakdowns) if breakdown in ("", one.by)]
        if len(named) == 1:
            return ("observations", position, "breakdowns", named[0], "parts", part)
    return None


def _is_short_for(name: str, key: str) -> bool:
    """Whether a name is the number's own without the breakdowns in its middle."""
    given, whole = name.split("."), key.split(".")
    return (
        given[0] == whole[0] and given[1:] == whole[len(whole) - len(given) + 1 :] and len(given) < len(whole)
    )


def field_path(record: Publishable, name: str) -> Path | None:
    """Where a field stands, or would stand, in a record; None where nothing holds it."""
    node: Node | None = record.node
    path: Path = ()
    steps = name.split(".")
    for number, step in enumerate(steps, 1):
        if isinstance(node, Mapping):
            if step not in node.entries and (number < len(steps) or not _is_field(record, path, step)):
                return None
            path, node = (*path, step), node.entries.get(step)
        elif isinstance(node, Items):
            position = _position(node, step)
            if position is None:
                return None
            path, node = (*path, position), node.items[position]
        else:
            return None
    return path


def _is_field(record: Publishable, path: Path, step: str) -> bool:
    return bool(path) or step in type(record).model_fields


def _position(items: Items, step: str) -> int | None:
    """The position of an entry by its name, else by its number from 1."""
    for position, item in enumerate(items.items):
        named = [item.entries.get(field) for field in _NAMES] if isinstance(item, Mapping) else []
        if any(isinstance(name, Scalar) and name.text == step for name in named):
            return position
    return int(step) - 1 if step.isdecimal() and 0 < int(step) <= len(items.items) else None
