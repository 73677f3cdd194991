"""The records of a project while one after another is changed, found without a look at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bantin.dataset import Dataset
from bantin.dataset.loading import read_record
from bantin.dataset.observed import body_of, period_of
from bantin.dataset.publication import previewed
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.editorial import Publishable, Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result


class ChangedRecords:
    """The records of a dataset as they stand now, by the files they are in.

    What others are looked up by is only ever added to: who told of a record before, or was of another year,
    is found still, and looked at again then.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.records = {record.where().file: record for record in dataset.publishable()}
        self.order = {file: position for position, file in enumerate(self.records)}
        self.reporting = {one.id: file for file, one in self.records.items() if isinstance(one, Reporting)}
        self.covering: defaultdict[str, set[str]] = defaultdict(set)
        """The files of the articles that cover a meeting or result."""
        self.presenting: defaultdict[str, set[str]] = defaultdict(set)
        """The ids of the meetings that present a result."""
        self.near: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        """The files of meetings and results of a body in a year."""
        for file, record in self.records.items():
            self._enter(file, record)

    def read(self, file: str, content: bytes) -> Publishable | None:
        """Takes in the record of a file as it stands now, and gives it; None where it is none, or does not
        say the same of itself as before: name and place."""
        old, new = self.records.get(file), read_record(file, content)
        if not isinstance(new, Publishable) or old is None or _itself(old) != _itself(new):
            return None
        self.records[file] = new
        self._enter(file, new)
        return new

    def around(self, changed: Iterable[Publishable]) -> Dataset:
        """The articles that tell of these records, and so much of the dataset as they tell of and compare:
        the same bodies, this year and the last. Drafts are in it."""
        names = {record.id for record in changed}
        articles = [one for one in self._perhaps_telling(names) if names & {one.id, *self._told_by(one)}]
        told = self._in_order(self.reporting[name] for one in articles for name in self._told_by(one))
        near = {place for record in told for place in _compared(record)}
        others = self._in_order(file for place in near for file in self.near[place])
        ids = {*(one.id for one in told), *(one.id for one in others if _stands(one) in near)}
        kept = self._in_order(self.reporting[name] for name in ids)
        dataset = replace(
            self.dataset,
            articles=tuple(articles),
            meetings=tuple(record for record in kept if isinstance(record, Meeting)),
            results=tuple(record for record in kept if isinstance(record, Result)),
            corrections=tuple(
                one for one in self.dataset.corrections if one.record in {*ids, *(one.id for one in articles)}
            ),
        )
        return replace(previewed(dataset), removed=())

    def _enter(self, file: str, record: Publishable) -> None:
        if isinstance(record, ArticleRecord):
            for name in (record.id, *record.covers):
                self.covering[name].add(file)
        elif isinstance(record, Reporting):
            self.near[_stands(record)].add(file)
            for name in record.presents if isinstance(record, Meeting) else ():
                self.presenting[name].add(record.id)

    def _perhaps_telling(self, names: Iterable[str]) -> list[ArticleRecord]:
        """The articles of these names and those that have told of them, in order."""
        covered = {one for name in names for one in (name, *self.presenting[name])}
        files = {file for name in covered for file in self.covering[name]}
        found = (self.records[file] for file in sorted(files, key=self.order.__getitem__))
        return [one for one in found if isinstance(one, ArticleRecord)]

    def _told_by(self, article: ArticleRecord) -> Iterator[str]:
        """The meetings and results an article tells of, as ``Dataset.told_by`` has it."""
        for name in article.covers:
            record = self.records[self.reporting[name]] if name in self.reporting else None
            presented = record.presents if isinstance(record, Meeting) else ()
            yield from (one for one in (name, *presented) if one in self.reporting)

    def _in_order(self, files: Iterable[str]) -> list[Reporting]:
        found = (self.records[file] for file in sorted(set(files), key=self.order.__getitem__))
        return [record for record in found if isinstance(record, Reporting)]


def _itself(record: Publishable) -> tuple[object, ...]:
    address = record.address if isinstance(record, ArticleRecord) else ""
    return record.kind, record.id, record.status, record.due, record.ends, address


def _stands(record: Reporting) -> tuple[str, int]:
    return body_of(record), period_of(record).last_day.year


def _compared(record: Reporting) -> set[tuple[str, int]]:
    """What a record is among: its body in this year and the last."""
    body, year = _stands(record)
    return {(body, year), (body, year - 1), (body, period_of(record).first_day.year)}
