"""The latest value of each series: of an organisation by subject, of an indicator by organisation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bantin.compose.key_figures import change_in_words
from bantin.compose.over_time import OverTime, Series
from bantin.compose.phrases import upper_first
from bantin.compose.said import LatestFigure, LatestGroup, Link, Prose
from bantin.compose.wording import Wording
from bantin.figures import Figures
from bantin.language import format_date, label


@dataclass(frozen=True)
class LatestTeller:
    """Tells the latest values; withdrawn: since when records are for reference only, by their ids."""

    over_time: OverTime
    wording: Wording
    withdrawn: Mapping[str, date]

    def by_body(self, bodies: Mapping[str, Iterable[Series]]) -> tuple[LatestGroup, ...]:
        """The latest values of each body."""
        full = self.wording.naming.full
        return tuple(
            LatestGroup(full(body), body, tuple(map(self._figure, series))) for body, series in bodies.items()
        )

    def by_subject(self, series: Iterable[Series]) -> tuple[LatestGroup, ...]:
        """The latest values of one body, by subject."""
        found: dict[str, list[Series]] = {}
        for one in series:
            found.setdefault(one.latest.indicator.subject, []).append(one)
        return tuple(
            LatestGroup(subject.label, subject.id, tuple(map(self._figure, found[subject.id])))
            for subject in self.over_time.dataset.subjects
            if subject.id in found
        )

    def _figure(self, series: Series) -> LatestFigure:
        found = series.latest
        since = self.withdrawn.get(found.observed.record.id)
        return LatestFigure(
            label=Link(self.over_time.address(found), self.wording.row_label(found)),
            period=upper_first(label(found.observed.period)),
            number=_number(found, self.wording),
            change=change_in_words(found, self.wording),
            mark=f"Đã rút {format_date(since)}" if since else "",
        )


def _number(found: Figures, wording: Wording) -> Prose:
    """The value, or how its plan was met, or the plan; nothing where only parts were published."""
    if found.actual is not None:
        return wording.value(found)
    if told := wording.attainment(found):
        return told
    return ("kế hoạch ", *wording.plan(found)) if found.plan is not None else ()
