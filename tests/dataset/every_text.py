"""Records made from the models alone, each of their texts filled with a number of its own.

A field that someone adds to a model is filled with the rest, so that none can be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from bantin.dataset import Dataset
from bantin.dataset.loading import FOLDERS, SINGLE
from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.dataset.records.roles import Declares, Role, fields_of
from bantin.dataset.records.settings import SiteSettings
from bantin.dataset.records.text import Text, parse_text
from bantin.language import Period, parse_period
from bantin.problems import Location

FIRST_NUMBER = 70_000
MODELS: tuple[type[Record], ...] = (*SINGLE.values(), *FOLDERS.values())


def parts_of(models: tuple[type[Record], ...] = MODELS) -> list[type[Part]]:
    """Every kind of part that records are made of, each once."""
    waiting: list[type[Part]] = [*models]
    seen: dict[type[Part], None] = {}
    while waiting:
        part = waiting.pop(0)
        if part not in seen:
            seen[part] = None
            waiting.extend(found for one in part.model_fields.values() for found in _parts(one.annotation))
    return list(seen)


def _parts(annotation: Any) -> Iterator[type[Part]]:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for inner in get_args(annotation):
        yield from _parts(inner)


@dataclass
class Filling:
    """Fills the fields of models; ``filled`` names each text: number → (model, field, role, line)."""

    file: str
    filled: dict[int, tuple[str, Role | None, int]] = field(default_factory=dict)
    line: int = 0
    stack: list[type[Part]] = field(default_factory=list)

    def part(self, model: type[Part]) -> tuple[Part, Mapping]:
        """An instance of the model with all texts filled, and the node it might have been read from."""
        self.stack.append(model)
        roles = {one.name: one for one in fields_of(model)}
        values: dict[str, Any] = {}
        entries: dict[str, Node] = {}
        for name, hint in get_type_hints(model, include_extras=True).items():
            if name in model.model_fields:
                found = roles.get(name)
                about = (f"{model.__name__}.{name}", found.role if found else None)
                values[name], node = self.value(hint, about)
                if node is not None:
                    entries[name] = node
        made = model.model_construct(**values)
        keys = {name: node.location for name, node in entries.items()}
        read = Mapping(entries, keys, Location(self.file, 1, 1))
        made.remember(read)
        self.stack.pop()
        return made, read

    def value(self, hint: Any, about: tuple[str, Role | None]) -> tuple[Any, Node | None]:
        """A value for an annotation, and its node if it holds texts."""
        base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
        if base in (str, Text):
            return self.text(base, about)
        if base is Amount:
            return Amount.model_validate("1"), None
        if isinstance(base, type) and issubclass(base, Part):
            return (None, None) if base in self.stack else self.part(base)
        if base in (date, Period):
            return (date(2024, 1, 1) if base is date else parse_period("năm 2024")), None
        origin, inside = get_origin(base), [one for one in get_args(base) if one not in (type(None), ...)]
        if origin is tuple:
            item, node = self.value(inside[0], about)
            return ((), None) if node is None else ((item,), Items((node,), node.location))
        if origin is dict:
            item, node = self.value(inside[1], about)
            if node is None:
                return {}, None
            return {"k": item}, Mapping({"k": node}, {"k": node.location}, node.location)
        return self.value(inside[0], about) if inside and origin is not type else (None, None)

    def text(self, base: type, about: tuple[str, Role | None]) -> tuple[Any, Node | None]:
        """A text with a number that stands nowhere else."""
        self.line += 1
        number = FIRST_NUMBER + len(self.filled)
        self.filled[number] = (*about, self.line)
        node = Scalar(f"chữ {number}", Location(self.file, self.line, 5))
        return (parse_text(node.text) if base is Text else node.text), node


def filled() -> tuple[Dataset, dict[str, Filling]]:
    """A dataset of one record of each kind with all its texts filled, and what was filled by file."""
    made: dict[type[Record], Any] = {}
    fillings: dict[str, Filling] = {}
    for place, model in {**SINGLE, **FOLDERS}.items():
        filling = fillings[place] = Filling(place)
        made[model] = filling.part(model)[0]
        object.__setattr__(made[model], "covers", ()) if model is ArticleRecord else None
        object.__setattr__(made[model], "presents", ()) if model is Meeting else None
    dataset = Dataset(
        site=made[SiteSettings],
        meetings=(made[Meeting],),
        results=(made[Result],),
        articles=(made[ArticleRecord],),
        registers=tuple(
            record for record in made.values() if not isinstance(record, SiteSettings | Publishable)
        ),
    )
    return dataset, fillings


def is_declared_whole(role: Role | None) -> bool:
    """Whether whatever stands in a field with this role is declared by standing there."""
    return isinstance(role, Declares) and not role.shape
