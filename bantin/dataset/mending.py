"""Repairs that need no one's judgement, made in the files of records: ``bantin check --fix``.

A file that is no readable record is left alone, and so is every rule that its record acknowledges.
"""

from __future__ import annotations

from collections.abc import Mapping as Files
from dataclasses import dataclass, field
from unicodedata import is_normalized, normalize

from bantin.dataset.checks import Surroundings, acknowledged, table
from bantin.dataset.dataset import Dataset
from bantin.dataset.loading import load, model_for
from bantin.dataset.repairs import Repair, repaired
from bantin.dataset.source import read_source

COMPOSED = "composed-letters"
"""The rule that letters are saved as one character each (NFC); reading a record composes them by itself."""

_MOST_ROUNDS = 8
"""One repair can make room for the next: "từ từ  ," takes three rounds."""


@dataclass(frozen=True, slots=True)
class Mended:
    """One change to a file: the rule, the line it was made in, what stood there and what stands there now.

    line: 0 where it is the whole file that changed, its words the same as before.
    """

    rule: str
    file: str
    line: int = 0
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Mending:
    """The files with their repairs made: those that changed, the changes, and files that had to be left."""

    files: dict[str, bytes]
    changes: tuple[Mended, ...]
    left: tuple[str, ...]


@dataclass(slots=True)
class _Work:
    files: dict[str, bytes]
    changes: list[Mended] = field(default_factory=list)
    left: set[str] = field(default_factory=set)


def mend(files: Files[str, bytes]) -> Mending:
    """Make every safe repair in the record files (path → content); what is not told changed did not."""
    work = _Work(dict(files))
    dataset = load(work.files).dataset
    _compose(work, dataset)
    for _ in range(_MOST_ROUNDS):
        dataset = load(work.files).dataset
        if not _mend_once(work, dataset):
            break
    changed = {file: data for file, data in work.files.items() if data != files[file]}
    order = sorted(work.changes, key=lambda change: (change.file, change.line))
    return Mending(changed, tuple(order), tuple(sorted(work.left)))


def _compose(work: _Work, dataset: Dataset) -> None:
    known = acknowledged(dataset)
    for file, data in work.files.items():
        if model_for(file) is None or file in dataset.unread or (file, COMPOSED) in known:
            continue
        text = data.decode("utf-8", "surrogatepass")
        if is_normalized("NFC", text):
            continue
        composed = normalize("NFC", text).encode("utf-8", "surrogatepass")
        if read_source(file, composed) == read_source(file, data):
            work.files[file] = composed
            work.changes.append(Mended(COMPOSED, file))
        else:
            work.left.add(file)


def _mend_once(work: _Work, dataset: Dataset) -> bool:
    """Make the repairs that can be made at once; whether there were any."""
    made_any = False
    for file, repairs in _repairs(dataset, work.left).items():
        outcome = repaired(file, work.files[file], repairs)
        if outcome is None:
            work.left.add(file)
            continue
        work.files[file], made = outcome
        made_any = True
        for repair in made:
            line = repair.scalar.place_of(repair.start, repair.length).line
            work.changes.append(Mended(repairs[repair], file, line, repair.was, repair.text))
    return made_any


def _repairs(dataset: Dataset, left: set[str]) -> dict[str, dict[Repair, str]]:
    """The repairs for each file that is not left alone, each with its rule."""
    known = acknowledged(dataset)
    repairs: dict[str, dict[Repair, str]] = {}
    for rule in table():
        for found in rule.check(dataset, Surroundings(frozenset())) if rule.repairs else ():
            file = found.location.file
            if found.repair and file not in left and (file, rule.id) not in known:
                repairs.setdefault(file, {})[found.repair] = rule.id
    return repairs
