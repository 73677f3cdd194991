"""Which bulletins stand around another: the earlier and the later one of its body, and related ones.

Everything is looked up in lists made once, so that the work for one bulletin does not grow with the archive.
Earlier bulletins are chosen before later ones: what is published today changes few pages of the past.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from bantin.compose.said import Article, Related
from bantin.compose.standing import mark_of
from bantin.dataset import Dataset
from bantin.dataset.observed import UNKNOWN, body_of, observed_in, period_of
from bantin.dataset.records.editorial import Reporting
from bantin.language import Period, key, year_earlier

OF_BODY = 3
"""How many bulletins of the same body are named beside the two neighbours."""

OF_SUBJECT = 3
"""How many bulletins on the same subject."""

Name = tuple[str, ...]
"""The name of a list: of a body, of a body in a period, of a subject."""


def with_neighbours(articles: Sequence[Article], dataset: Dataset) -> list[Article]:
    """The articles, each with what stands around it.

    articles: all that the public may see, the latest first, with what became of them.
    """
    return list(_Neighbours(articles, dataset).placed())


@dataclass(frozen=True, slots=True)
class _About:
    """What an article is about, as names of lists: body, periods, those a year before, subjects."""

    body: Name
    periods: tuple[Name, ...]
    year_before: tuple[Name, ...]
    subjects: tuple[Name, ...]


class _Neighbours:
    """All articles by their position, and the lists in which each of them stands."""

    def __init__(self, articles: Sequence[Article], dataset: Dataset) -> None:
        self.articles = articles
        self.labels = {subject.id: subject.label for subject in dataset.subjects}
        records = {f"/{record.address}/": record for record in dataset.articles}
        self.about = [_about(dataset.told_by(records[one.address]), dataset) for one in articles]
        self.listed: dict[Name, list[int]] = {}
        for position, about in enumerate(self.about):
            for name in dict.fromkeys((about.body, *about.periods, *about.subjects)):
                self.listed.setdefault(name, []).append(position)

    def placed(self) -> Iterator[Article]:
        """Each article with what stands around it."""
        for position, article in enumerate(self.articles):
            earlier = next(self._before(self.about[position].body, position), None)
            later = next(self._after(self.about[position].body, position), None)
            year_ago = self._year_ago(position)
            also = ", cùng kỳ năm trước" if earlier is not None and earlier == year_ago else ""
            yield replace(
                article,
                related=tuple(self._related(position, year_ago, {earlier, later})),
                earlier=None if earlier is None else self._told(earlier, f"Bài trước{also}"),
                later=None if later is None else self._told(later, "Bài sau"),
            )

    def _year_ago(self, position: int) -> int | None:
        """The latest bulletin of the same body on the same period a year before."""
        found = (one for name in self.about[position].year_before for one in self.listed.get(name, ()))
        return next((one for one in found if one != position), None)

    def _related(
        self, position: int, year_ago: int | None, beside: Collection[int | None]
    ) -> Iterator[Related]:
        """Others than the neighbours, which are named anyway."""
        about = self.about[position]
        chosen = {position}
        if year_ago is not None and year_ago not in beside:
            chosen.add(year_ago)
            yield self._told(year_ago, "Cùng kỳ năm trước")
        known = chosen | {one for one in beside if one is not None}
        for found in self._nearest(about.body, position, known, OF_BODY):
            chosen.add(found)
            yield self._told(found, "Cùng cơ quan")
        known |= chosen
        for found, subject in self._on_subjects(about.subjects, position, known):
            yield self._told(found, f"Cùng chủ đề: {self.labels[subject]}")

    def _on_subjects(
        self, subjects: tuple[Name, ...], position: int, known: Collection[int]
    ) -> list[tuple[int, str]]:
        """Those that share the most subjects, earlier ones and nearer ones first, each with one subject."""
        shared: dict[int, list[str]] = {}
        for name in subjects:
            for found in self._nearest(name, position, known, OF_SUBJECT):
                shared.setdefault(found, []).append(name[1])
        ranked = sorted(shared, key=lambda one: (-len(shared[one]), one < position, abs(one - position)))
        return [(found, shared[found][0]) for found in ranked[:OF_SUBJECT]]

    def _nearest(self, name: Name, position: int, known: Collection[int], most: int) -> Iterator[int]:
        """The next ones of a list before a position, then those after it, without those known."""
        both = (*islice(self._new(self._before(name, position), known), most),)
        yield from both
        yield from islice(self._new(self._after(name, position), known), most - len(both))

    @staticmethod
    def _new(found: Iterator[int], known: Collection[int]) -> Iterator[int]:
        return (one for one in found if one not in known)

    def _before(self, name: Name, position: int) -> Iterator[int]:
        """Earlier articles of a list, the nearest first; the list begins with the latest."""
        listed = self.listed[name]
        return (listed[at] for at in range(bisect_left(listed, position) + 1, len(listed)))

    def _after(self, name: Name, position: int) -> Iterator[int]:
        listed = self.listed[name]
        return (listed[at] for at in range(bisect_left(listed, position) - 1, -1, -1))

    def _told(self, position: int, reason: str) -> Related:
        article = self.articles[position]
        return Related(
            reason=reason,
            address=article.address,
            headline=article.headline,
            date_line=article.date_line,
            draft=article.draft,
            mark=mark_of(article),
        )


def _about(told: tuple[Reporting, ...], dataset: Dataset) -> _About:
    periods = [(record, period) for record in told if (period := period_of(record)) != UNKNOWN]
    before = [(record, earlier) for record, period in periods if (earlier := year_earlier(period))]
    subjects = {
        dataset.indicator[observed.observation.indicator].subject
        for record in told
        for observed in observed_in(record)
    }
    return _About(
        body=("body", body_of(told[0])),
        periods=tuple(_in_period(record, period) for record, period in periods),
        year_before=tuple(_in_period(record, period) for record, period in before),
        subjects=tuple(("subject", subject.id) for subject in dataset.subjects if subject.id in subjects),
    )


def _in_period(record: Reporting, period: Period) -> Name:
    return (record.kind, body_of(record), key(period))
