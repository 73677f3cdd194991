"""The dataset as it was before corrections, as much of it as one correction can reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar, cast

from bantin.dataset import Dataset
from bantin.dataset.observed import observed_in
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import Publishable, Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.dataset.reverting import before, by_record, in_order

Kept = TypeVar("Kept", bound=Publishable)


class Past:
    """The states of a public dataset before each of its corrections.

    Only the records are composed again that can show a difference: those that are corrected, and those
    that hold the same series of figures in other periods.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.corrections: tuple[Correction, ...] = tuple(in_order(dataset.corrections))
        self._of_record = by_record(self.corrections)
        self._places = {id(correction): at for at, correction in enumerate(self.corrections)}
        self._known: dict[tuple[str, int], Publishable] = {}

    @cached_property
    def _in_series(self) -> dict[str, dict[str, None]]:
        """The records of each series of figures."""
        found: dict[str, dict[str, None]] = {}
        for observed in self.dataset.observed:
            found.setdefault(observed.at_any_stage, {})[observed.record.id] = None
        return found

    def reach(self, names: Iterable[str]) -> dict[str, Reporting]:
        """These meetings and results, and all that hold the same series of figures."""
        reached = dict.fromkeys(name for name in names if name in self.dataset.reporting)
        for name in tuple(reached):
            for observed in observed_in(self.dataset.reporting[name]):
                reached.update(self._in_series[observed.at_any_stage])
        return {name: self.dataset.reporting[name] for name in reached}

    def needed_by(self, article: ArticleRecord) -> tuple[str, ...]:
        """The meetings and results that an article tells of or refers to."""
        told = self.dataset.told_by(article)
        texts = [text for record in (article, *told) for _, _, text in record.texts()]
        named = [reference.record for text in texts for reference in text.references()]
        return (*(record.id for record in told), *(name for name in named if name))

    def state(
        self, position: int, reached: dict[str, Reporting], articles: tuple[ArticleRecord, ...] = ()
    ) -> Dataset:
        """A part of the dataset as it was before the correction at ``position`` and all later ones."""
        found = sorted(reached.values(), key=lambda record: self._order[record.id])
        return replace(
            self.dataset,
            articles=tuple(self._before(one, position) for one in articles),
            meetings=tuple(self._before(one, position) for one in found if isinstance(one, Meeting)),
            results=tuple(self._before(one, position) for one in found if isinstance(one, Result)),
            corrections=(),
        )

    @cached_property
    def _order(self) -> dict[str, int]:
        """Where each meeting stands among the meetings, and each result among the results."""
        listed = (self.dataset.meetings, self.dataset.results)
        return {record.id: at for records in listed for at, record in enumerate(records)}

    def _before(self, record: Kept, position: int) -> Kept:
        """A record as it was before the correction at ``position``: the same for all states between two of
        its own corrections."""
        undone = [one for one in self._of_record.get(record.id, ()) if self._places[id(one)] >= position]
        asked = (record.id, len(undone))
        if asked not in self._known:
            [self._known[asked]] = before((record,), {record.id: undone})
        return cast(Kept, self._known[asked])
