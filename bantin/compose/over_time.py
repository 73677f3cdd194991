"""Figures over time: which observations are one series, and at which address each series stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bantin.compose.said import Link
from bantin.dataset import Dataset
from bantin.dataset.comparability import break_between
from bantin.dataset.records.result import Result
from bantin.figures import Figures
from bantin.language import Calendar, Period, PeriodKind

INDICATORS = "/so-lieu/chi-tieu/"
ORGANISATIONS = "/so-lieu/co-quan/"

MOST_BODIES, MOST_ROWS = 6, 120
"""So many bodies, and so many rows of several, stand on one page; else each body has a page of its own."""


@dataclass(frozen=True)
class Series:
    """One figure of one body in all periods of one kind, the earliest first."""

    figures: tuple[Figures, ...]

    @property
    def body(self) -> str:
        """The id of the body whose bulletins tell of it."""
        return self.figures[0].observed.body

    @property
    def latest(self) -> Figures:
        """The figures of the latest period."""
        return self.figures[-1]

    @property
    def kind(self) -> tuple[PeriodKind, Calendar]:
        """What kind of period it has."""
        return kind_of(self.latest.observed.period)

    @property
    def order(self) -> tuple[int, bool, int, bool]:
        """By how late it ends, how much it tells: the first of an indicator is told in its main point."""
        return (
            -self.latest.observed.period.last_day.toordinal(),
            self.latest.actual is None,
            -len(self.figures),
            self.latest.change is None,
        )


def kind_of(period: Period) -> tuple[PeriodKind, Calendar]:
    """What periods must have in common to stand in one series."""
    return period.kind, period.calendar


def follows(later: Period, earlier: Period) -> bool:
    """Whether one period begins on the day after the other ends."""
    return (later.first_day - earlier.last_day).days == 1


def _is_long(found: list[Series]) -> bool:
    bodies = len({series.body for series in found})
    return bodies > MOST_BODIES or (bodies > 1 and sum(len(one.figures) for one in found) > MOST_ROWS)


class OverTime:
    """All series of a public dataset, by indicator and by body."""

    def __init__(self, dataset: Dataset, figures: Mapping[str, Mapping[str, Figures]]) -> None:
        self.dataset = dataset
        self._figures = figures

    @cached_property
    def by_indicator(self) -> dict[str, list[Series]]:
        """The series of each indicator in the order of the register, as far as there are any."""
        found: dict[str, list[Series]] = {one.id: [] for one in self.dataset.indicators}
        for series in self._all():
            found[series.latest.indicator.id].append(series)
        return {name: series for name, series in found.items() if series}

    @cached_property
    def by_body(self) -> dict[str, list[Series]]:
        """The series of each body."""
        found: dict[str, list[Series]] = {}
        for of_indicator in self.by_indicator.values():
            for series in of_indicator:
                found.setdefault(series.body, []).append(series)
        return found

    def _all(self) -> Iterable[Series]:
        groups: dict[tuple[object, ...], dict[str, Figures]] = {}
        for of_record in self._figures.values():
            for found in of_record.values():
                observed = found.observed
                group = (observed.body, observed.series, kind_of(observed.period))
                groups.setdefault(group, {}).setdefault(observed.identity, found)
        for members in groups.values():
            yield Series(tuple(sorted(members.values(), key=lambda one: one.observed.period.first_day)))

    @cached_property
    def split(self) -> frozenset[str]:
        """The indicators of so many bodies, or rows, that each body has a page of its own."""
        return frozenset(name for name, found in self.by_indicator.items() if _is_long(found))

    def page_of(self, indicator: str, body: str) -> str:
        """The address of the page with the series of an indicator that a body publishes."""
        return f"{INDICATORS}{indicator}/{body}/" if indicator in self.split else f"{INDICATORS}{indicator}/"

    @cached_property
    def _rows(self) -> dict[str, str]:
        """The id of the row of each observation, by its identity; of those recorded twice the first."""
        every = (series for found in self.by_indicator.values() for series in found)
        return {found.observed.identity: found.anchor for series in every for found in series.figures}

    def address(self, found: Figures) -> str:
        """Where the row of an observation stands in its series."""
        page = self.page_of(found.indicator.id, found.observed.body)
        return f"{page}#{self._rows[found.observed.identity]}"

    @cached_property
    def reported(self) -> dict[tuple[str, PeriodKind, Calendar], dict[Period, dict[str, Figures]]]:
        """For each body and kind of period, those of its results, the earliest first, with their series."""
        found: dict[tuple[str, PeriodKind, Calendar], dict[Period, dict[str, Figures]]] = {}
        for of_record in self._figures.values():
            for one in of_record.values():
                observed = one.observed
                if isinstance(observed.record, Result) and observed.record.period == observed.period:
                    periods = found.setdefault((observed.body, *kind_of(observed.period)), {})
                    periods.setdefault(observed.period, {}).setdefault(observed.series, one)
        return {
            name: {period: periods[period] for period in sorted(periods, key=lambda one: one.first_day)}
            for name, periods in found.items()
        }

    @cached_property
    def before(self) -> dict[tuple[str, Period], Period]:
        """For each period of a body's results the one of the same kind that it published before."""
        return {
            (body, later): earlier
            for (body, *_), periods in self.reported.items()
            for earlier, later in pairwise(periods)
        }

    def silent(self, series: Series) -> list[Period]:
        """The periods between the first and the last of a series of which its body published without it."""
        first, last = series.figures[0].observed.period.first_day, series.latest.observed.period.first_day
        own = {found.observed.period for found in series.figures}
        periods = self.reported.get((series.body, *series.kind), {})
        return [one for one in periods if first < one.first_day < last and one not in own]

    def joined(self, series: Series) -> list[list[Figures]]:
        """The stretches of a series in which each value can be compared with the one before it."""
        runs: list[list[Figures]] = []
        for before, found in pairwise((None, *series.figures)):
            assert found is not None  # only the first is none
            exact = found.actual is not None and found.actual.exact
            if (
                exact
                and before is not None
                and runs
                and runs[-1][-1] is before
                and self._joins(before, found)
            ):
                runs[-1].append(found)
            elif exact:
                runs.append([found])
        return runs

    def _joins(self, before: Figures, found: Figures) -> bool:
        earlier = before.observed.period
        same_unit = (
            before.actual is not None and found.actual is not None and before.actual.unit == found.actual.unit
        )
        return (
            same_unit
            and follows(found.observed.period, earlier)
            and break_between(self.dataset, found.observed, earlier) is None
        )

    def body_page(self, body: str, name: str) -> Link:
        """The page of a body that published figures."""
        return Link(f"{ORGANISATIONS}{body}/", name)
