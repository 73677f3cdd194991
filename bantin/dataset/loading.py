"""Files → records → dataset, with the problems of all files at once."""

from __future__ import annotations

import re
from collections.abc import Mapping as Files
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import ValidationError

from bantin.dataset.dataset import Dataset
from bantin.dataset.located import Mapping, Scalar
from bantin.dataset.memory import collection_paused
from bantin.dataset.misfits import misfits
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Record, to_plain
from bantin.dataset.records.calendar import ReleaseCalendar
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.registers import Indicators, Organisations, People
from bantin.dataset.records.result import Result
from bantin.dataset.records.settings import SiteSettings
from bantin.dataset.source import Source, read_source
from bantin.problems import Location, Problem, say

FORMAT = 1
"""The format version of records that this program reads."""

SINGLE: dict[str, type[Record]] = {
    "data/site.yml": SiteSettings,
    "data/organisations.yml": Organisations,
    "data/people.yml": People,
    "data/indicators.yml": Indicators,
}
FOLDERS: dict[str, type[Record]] = {
    "data/meetings": Meeting,
    "data/results": Result,
    "data/articles": ArticleRecord,
    "data/corrections": Correction,
    "data/calendar": ReleaseCalendar,
}
_CLAIM = re.compile(r"\s*(?:-\s+)?(?:id|name)\b[\s:]*([\w-]+)")
"""A line that gives something a name, even where a colon or a space is missing."""
_CORRECTED = re.compile(r"record\b[\s:]*([\w-]+)")
"""The line of a correction that says of which record it is."""

_NEUTRAL_SITE = {
    "format": FORMAT,
    "title": "–",
    "publisher": {"name": "–"},
    "description": "–",
    "licence": {"text": "–", "address": "https://example.org/"},
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading gave: the records that could be read, all problems, and the lines of each file."""

    dataset: Dataset
    problems: tuple[Problem, ...]
    lines: dict[str, Sequence[str]]


def load(files: Files[str, bytes]) -> Loaded:
    """Read the files of ``data/`` (path from the project's folder → content) into a dataset."""
    with collection_paused():
        return _load(files)


def _load(files: Files[str, bytes]) -> Loaded:
    problems: list[Problem] = []
    lines: dict[str, Sequence[str]] = {}
    records: dict[str, Record] = {}
    claimed: set[str] = set()
    corrected: set[str] = set()
    in_pieces: list[Location] = []
    for file in sorted(files):
        source = read_source(file, files[file])
        model = model_for(file)
        if model is None:
            problems.append(_misplaced(file))
            claimed.update(_names_in(source, _CLAIM))
            continue
        lines[file] = source.lines
        problems.extend(source.problems)
        record, found = _read_record(source, model)
        problems.extend(found)
        if record is not None:
            records[file] = record
            in_pieces.extend(source.in_pieces)
        else:
            claimed.update(_names_in(source, _CLAIM))
            corrected.update(_names_in(source, _CORRECTED) if model is Correction else ())
    problems.extend(_absent(files))
    unread = {*SINGLE, *map(_rightly_named, files)} - records.keys()
    gathered = _gather(records, claimed, unread)
    dataset = replace(gathered, corrected_unread=frozenset(corrected), in_pieces=tuple(in_pieces))
    return Loaded(dataset, tuple(problems), lines)


def read_record(file: str, data: bytes) -> Record | None:
    """The record in a file by itself; None where no record belongs or something in it is wrong."""
    source, model = read_source(file, data), model_for(file)
    if model is None or source.problems:
        return None
    return _read_record(source, model)[0]


def model_for(file: str) -> type[Record] | None:
    """The kind of record that a file holds by its path, or None where no record belongs."""
    folder, _, name = file.rpartition("/")
    if not name.endswith(".yml") or name == ".yml":
        return None
    return SINGLE.get(file) or _below(folder)


@cache
def _below(folder: str) -> type[Record] | None:
    """The kind of record that a folder holds, at any depth."""
    return FOLDERS.get(folder) or (_below(folder.rpartition("/")[0]) if folder else None)


def _read_record(source: Source, model: type[Record]) -> tuple[Record | None, list[Problem]]:
    if source.root is None:
        return None, []
    version = _version_problem(source.root)
    if version:
        return None, [version]
    try:
        return model.model_validate(to_plain(source.root)), []
    except ValidationError as error:
        return None, list(misfits(error, source.root, model))


def _version_problem(root: Mapping) -> Problem | None:
    version = root.entries.get("format")
    if not isinstance(version, Scalar) or version.text in ("", str(FORMAT)):
        return None
    return Problem(
        "format-version",
        version.location,
        say("format {version} is not known to this program", version=version.text),
        remedy=say("write format: {current}", current=FORMAT),
    )


def _misplaced(file: str) -> Problem:
    if model_for(_rightly_named(file)):
        return Problem(
            "misplaced-file",
            Location(file),
            say("record files end in .yml"),
            remedy=say("rename the file to {name}", name=_rightly_named(file)),
        )
    return Problem(
        "misplaced-file",
        Location(file),
        say("this is not a place for a record, so the file is not read"),
        remedy=say("put it below data/meetings, data/results, data/articles or data/calendar"),
    )


def _rightly_named(file: str) -> str:
    """The name that a record file has: .yml, in small letters, is its ending."""
    return re.sub(r"\.ya?ml(\.txt)?$", ".yml", file, flags=re.IGNORECASE)


def _absent(files: Files[str, bytes]) -> list[Problem]:
    return [
        Problem(
            "missing-file",
            Location(file),
            say("the file is missing"),
            remedy=say("“bantin new project” writes one to begin with"),
        )
        for file in SINGLE
        if file not in map(_rightly_named, files)
    ]


def _names_in(source: Source, said: re.Pattern[str]) -> set[str]:
    """All names that a record which could not be read says so, as far as its lines tell."""
    found = (said.match(line) for line in source.lines)
    return {match[1] for match in found if match}


def _gather(records: dict[str, Record], claimed: set[str], unread: set[str]) -> Dataset:
    by_file = records.get
    organisations = by_file("data/organisations.yml")
    people = by_file("data/people.yml")
    indicators = by_file("data/indicators.yml")
    site = by_file("data/site.yml") or SiteSettings.model_validate(_NEUTRAL_SITE)
    assert isinstance(site, SiteSettings)
    all_records = records.values()
    return Dataset(
        site=site,
        organisations=organisations.organisations if isinstance(organisations, Organisations) else (),
        people=people.people if isinstance(people, People) else (),
        subjects=indicators.subjects if isinstance(indicators, Indicators) else (),
        classifications=indicators.classifications if isinstance(indicators, Indicators) else (),
        indicators=indicators.indicators if isinstance(indicators, Indicators) else (),
        funnels=indicators.funnels if isinstance(indicators, Indicators) else (),
        meetings=tuple(record for record in all_records if isinstance(record, Meeting)),
        results=tuple(record for record in all_records if isinstance(record, Result)),
        registers=tuple(
            record for record in all_records if not isinstance(record, SiteSettings | Publishable)
        ),
        articles=tuple(record for record in all_records if isinstance(record, ArticleRecord)),
        corrections=tuple(record for record in all_records if isinstance(record, Correction)),
        releases=tuple(
            release
            for record in all_records
            if isinstance(record, ReleaseCalendar)
            for release in record.releases
        ),
        unread=frozenset(unread),
        unreadable=frozenset(claimed),
    )
