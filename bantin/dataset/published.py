"""The ledger of what was published (“sổ công bố”): ``data/published/YYYY.jsonl``, kept in version control.

One line a record, sorted by kind and id: since when it is public, its addresses, and its figures with the
values that readers were shown. It is written by builds and compared by checks, so that nothing published
changes silently. Each line carries a digest of itself, and names the line that was the last when it was
added: a line changed or taken out by hand is noticed. Lines of two clerks merge as a union.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bantin.dataset.dataset import Dataset
from bantin.dataset.places import written_values
from bantin.dataset.publication import is_removed
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import ALWAYS, Publishable
from bantin.language import HO_CHI_MINH
from bantin.problems import Location, Problem, say

FOLDER = "data/published"
ENDING = ".jsonl"
_DIGEST = 12

Key = tuple[str, str]
"""What a line is of: the kind of record, and its id."""


@dataclass(frozen=True, slots=True)
class Line:
    """A record as it was published.

    since: its first day; addresses: of an article, the present one first; figures: name → value as it was
    last shown; after: the key of the line before which there was none, as "kind id"; removed: the day on
    which it was removed, of which nothing else is kept; where: its place in the ledger.
    """

    kind: str
    id: str
    since: date
    addresses: tuple[str, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    severity: str = ""
    removed: date | None = None
    after: str = ""
    where: Location = field(default=Location("?"), compare=False)

    @property
    def key(self) -> Key:
        """What the line is of."""
        return self.kind, self.id

    def text(self) -> str:
        """The line as it stands in the file."""
        values: dict[str, object] = {"kind": self.kind, "id": self.id, "since": self.since.isoformat()}
        values |= {"addresses": self.addresses} if self.addresses else {}
        values |= {"figures": dict(sorted(self.figures.items()))} if self.figures else {}
        values |= {"severity": self.severity} if self.severity else {}
        values |= {"removed": self.removed.isoformat()} if self.removed else {}
        values |= {"after": self.after} if self.after else {}
        return _compact({**values, "digest": _digest(values)})


def _compact(values: Mapping[str, object]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _digest(values: Mapping[str, object]) -> str:
    return hashlib.sha256(_compact(values).encode()).hexdigest()[:_DIGEST]


def read_published(files: Mapping[str, bytes]) -> tuple[tuple[Line, ...], list[Problem]]:
    """The lines of the ledger's files (path → content), and what is wrong in them."""
    lines: list[Line] = []
    problems: list[Problem] = []
    for file in sorted(files):
        for number, text in enumerate(files[file].decode("utf-8", "replace").splitlines(), 1):
            where = Location(file, number, 1, max(1, len(text)))
            line = _line(text, where)
            if line is not None:
                lines.append(line)
            elif text.strip():
                problems.append(_spoiled(where))
    known = {f"{line.kind} {line.id}" for line in lines}
    problems += [_gap(line) for line in lines if line.after and line.after not in known]
    return tuple(lines), problems


def _line(text: str, where: Location) -> Line | None:
    """A line that is as a build wrote it, or None."""
    try:
        values = json.loads(text)
        digest = values.pop("digest")
        if digest != _digest(values):
            return None
        removed = values.get("removed")
        return Line(
            kind=values["kind"],
            id=values["id"],
            since=date.fromisoformat(values["since"]),
            addresses=tuple(values.get("addresses", ())),
            figures=values.get("figures", {}),
            severity=values.get("severity", ""),
            removed=date.fromisoformat(removed) if removed else None,
            after=values.get("after", ""),
            where=where,
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _spoiled(where: Location) -> Problem:
    return Problem(
        "published-ledger-changed",
        where,
        say("this line of what was published has been changed by hand"),
        remedy=say("restore the file as it was (git checkout); only builds write it"),
    )


def _gap(line: Line) -> Problem:
    return Problem(
        "published-ledger-changed",
        line.where,
        say("the line of “{name}” is missing, which stood here before this one", name=line.after),
        remedy=say("restore the file as it was (git checkout); only builds write it"),
    )


def lines_now(dataset: Dataset, now: datetime) -> Iterator[Line]:
    """What is public at ``now``, and what was and has been removed, as the ledger should have it.

    dataset: all records, not only the public ones.
    """
    public = dataset.public(now)
    for record in (*public.articles, *public.meetings, *public.results):
        yield Line(
            kind=record.kind,
            id=record.id,
            since=_day(_first_public(dataset, dataset.named[record.id], now)),
            addresses=_addresses(record),
            figures=written_values(record),
        )
    for record in dataset.publishable():
        if is_removed(record, now) and record.withdrawal:
            first = _day(_first_public(dataset, record, now))
            removed = _day(record.withdrawal.on)
            yield Line(record.kind, record.id, first, _addresses(record), removed=removed)
    for correction in public.corrections:
        yield line_of_correction(correction)


def _first_public(dataset: Dataset, record: Publishable, now: datetime) -> datetime:
    """Since when a record is public; one that waits for nothing is so from the first build that has it."""
    first = dataset.first_public(record)
    return now if first == ALWAYS else first


def line_of_correction(correction: Correction) -> Line:
    """What the ledger keeps of a correction."""
    return Line(correction.kind, correction.id, _day(correction.on), severity=correction.severity.value)


def _addresses(record: Publishable) -> tuple[str, ...]:
    return (record.address, *record.former_addresses) if isinstance(record, ArticleRecord) else ()


def _day(moment: datetime) -> date:
    return moment.astimezone(HO_CHI_MINH).date()


def brought_up_to(lines: Iterable[Line], present: Iterable[Line]) -> dict[str, bytes]:
    """The files of the ledger once what is public now has been entered: path → content.

    Lines of what is not public now stay as they are; the first day of a record stays what it was.
    """
    kept: dict[Key, Line] = {}
    for line in lines:
        kept.setdefault(line.key, line)
    last = max(kept.values(), key=lambda line: (line.since, line.key), default=None)
    after = f"{last.kind} {last.id}" if last else ""
    for line in sorted(present, key=lambda line: (line.since, line.key)):
        if line.key in kept:
            old = kept[line.key]
            kept[line.key] = replace(line, since=old.since, after=old.after)
        else:
            kept[line.key] = replace(line, after=after)
            after = f"{line.kind} {line.id}"
    files: dict[str, list[str]] = {}
    for line in sorted(kept.values(), key=lambda line: line.key):
        files.setdefault(f"{FOLDER}/{line.since.year}{ENDING}", []).append(line.text())
    return {file: ("\n".join(texts) + "\n").encode() for file, texts in files.items()}
