"""The dataset as it was before corrections, as much of it as one correction can reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from bantin.dataset import Dataset
from bantin.dataset.observed import observed_in
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.reverting import before, by_record, in_order


class Past:
    """The states of a public dataset before each of its corrections.

    Only the records are composed again that can show a difference: those that are corrected, and those
    that hold the same series of figures in other periods.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.corrections: tuple[Correction, ...] = tuple(in_order(dataset.corrections))

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
        undone = by_record(self.corrections[position:])
        part = replace(
            self.dataset,
            articles=before(articles, undone),
            meetings=before((one for one in self.dataset.meetings if one.id in reached), undone),
            results=before((one for one in self.dataset.results if one.id in reached), undone),
            corrections=(),
        )
        return part
