"""What the ledger holds: figures, and the places that show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from bantin.compose.said import FigureMention
from bantin.figures import NO_FIGURES, FiguresIndex


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place that shows a figure.

    file: a page's rooted address, or the path of another output; at: where in it: the id of an element
    (``#ket-qua-2019--ky-luat``) or the way to it (``body[3]``); kind: what it is: headline, body, cell …;
    text: as it is shown; within: of an attribute or another plain text, the whole of it.
    """

    file: str
    at: str
    kind: str
    text: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with all places that show it.

    name: for people, ``ket-qua-2019/ky-luat.change``; value: for programs, "" for words kept as published;
    derivation, formula, terms: how a derived one was found, and the identities it was found from;
    record: the place in the records, ``data/results/2019/ket-qua-2019.yml:81``; until, correction: of a
    value that a correction replaced, the day and the id of the correction, whose record keeps the value.
    """

    identity: str
    value: str
    name: str
    label: str
    unit: str
    origin: str
    finality: str
    derivation: str
    formula: str
    terms: tuple[str, ...]
    record: str
    places: tuple[Place, ...]
    until: str = ""
    correction: str = ""


class Mentioned(Protocol):
    """What is known of a figure wherever it is shown: whose value it is, and which."""

    @property
    def identity(self) -> str: ...

    @property
    def value(self) -> str: ...


def _with(entry: Entry, places: list[Place]) -> Entry:
    return replace(entry, places=(*entry.places, *places)) if places else entry


@dataclass(frozen=True)
class Ledger:
    """All entries, sorted by identity and value, with the places on pages.

    mentions: how each is said at the first of its places, by identity and value; index: the figures of the
    observations that they belong to; files: the figures in files beside the pages, which ``whole`` has, too.
    """

    entries: tuple[Entry, ...] = ()
    mentions: Mapping[tuple[str, str], FigureMention] = field(default_factory=dict, compare=False, repr=False)
    index: FiguresIndex = field(default=NO_FIGURES, compare=False, repr=False)
    files: Iterable[tuple[Mentioned, Place]] = field(default=(), compare=False, repr=False)

    @cached_property
    def by_identity(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each figure."""
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            found[entry.identity] = (*found.get(entry.identity, ()), entry)
        return found

    def showing(
        self, shown: Iterable[tuple[Mentioned, Place]], files: Iterable[tuple[Mentioned, Place]] = ()
    ) -> Ledger:
        """The ledger with more places; files: those that are looked for when the whole is wanted. Raises
        KeyError for a figure that it does not have."""
        more: dict[tuple[str, str], list[Place]] = {}
        for figure, place in shown:
            more.setdefault((figure.identity, figure.value), []).append(place)
        entries = tuple(_with(entry, more.pop((entry.identity, entry.value), [])) for entry in self.entries)
        if more:
            raise KeyError(next(iter(more)))
        return replace(self, entries=entries, files=files)

    @cached_property
    def whole(self) -> Ledger:
        """The ledger with the places in files, too. Raises KeyError for a figure that it does not have."""
        return self.showing(self.files)

    @cached_property
    def by_file(self) -> dict[str, list[tuple[Entry, Place]]]:
        """What each file shows, in the order of entries."""
        found: dict[str, list[tuple[Entry, Place]]] = {}
        for entry in self.entries:
            for place in entry.places:
                found.setdefault(place.file, []).append((entry, place))
        return found
