"""What readers are told of releases: the calendar, and the next one on each page of statistics."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bantin.compose.naming import Naming
from bantin.compose.phrases import merged, upper_first
from bantin.compose.prose import Teller
from bantin.compose.said import CALENDAR, Link, Prose, Release, ReleaseCalendar
from bantin.dataset import Dataset
from bantin.dataset.records.calendar import PlannedRelease, ReleaseState
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.language import Period, format_date, format_weekday_date, key, label

NEXT = 5
"""How many coming releases stand under the list of years with figures."""

MOST = 100
"""How many past releases stand on the calendar; where there are more, each year has a page of its own."""

Came = Mapping[tuple[str, Period | date], str]
"""What has come: who published, for which period or on which day they met → the page that tells of it."""


@dataclass(frozen=True, slots=True)
class Releases:
    """The calendar as of a day.

    teller: for the reasons that records give; came: where a release that has come can be read.
    """

    planned: tuple[PlannedRelease, ...]
    today: date
    naming: Naming
    teller: Teller
    came: Came

    def next_ones(self) -> tuple[Release, ...]:
        """The few that come next."""
        return self._all(self._coming()[:NEXT])

    def told(self) -> Iterator[tuple[PlannedRelease, Release]]:
        """Every release with what readers are told of it, in the order of records."""
        return zip(self.planned, self._all(self.planned), strict=True)

    def calendars(self) -> tuple[ReleaseCalendar, ...]:
        """The calendar, then a page for each year of past releases where these are many; nothing for none."""
        if not self.planned:
            return ()
        past = sorted(filter(self._is_past, self.planned), key=_by_day, reverse=True)
        coming = self._all(self._coming())
        if len(past) <= MOST:
            return (ReleaseCalendar(CALENDAR, "", coming, self._all(past), ()),)
        by_year = {year: list(of_year) for year, of_year in groupby(past, key=lambda one: _due(one).year)}
        years = [
            ReleaseCalendar(f"{CALENDAR}{year}/", f"Năm {year}", (), self._all(of_year), ())
            for year, of_year in by_year.items()
        ]
        links = tuple(Link(page.address, page.label) for page in years)
        return (ReleaseCalendar(CALENDAR, "", coming, years[0].past, links), *years)

    def _all(self, planned: Sequence[PlannedRelease]) -> tuple[Release, ...]:
        """Bodies are named where there are several."""
        several = len({release.organisation for release in self.planned}) > 1
        return tuple(self._told(release, several) for release in planned)

    def _coming(self) -> list[PlannedRelease]:
        """Those still to come, the next first."""
        return sorted((one for one in self.planned if not self._is_past(one)), key=_by_day)

    def _is_past(self, release: PlannedRelease) -> bool:
        due = _due(release)
        return due <= self.today if release.day else due < self.today

    def _told(self, release: PlannedRelease, with_body: bool) -> Release:
        return Release(
            title=upper_first(_title(release)),
            body=self.naming.full(release.organisation) if with_body else "",
            day=_when(release, self.naming),
            state=self._state(release),
            off=release.state is ReleaseState.CANCELLED,
            address=self._page(release),
            on=release.day,
            moved_from=release.moved_from,
        )

    def _page(self, release: PlannedRelease) -> str:
        """Where a past release can be read, or ""."""
        if release.state is ReleaseState.CANCELLED or not self._is_past(release):
            return ""
        met = self.came.get((release.organisation, release.day), "") if release.day else ""
        return self.came.get((release.organisation, release.period), met)

    def _state(self, release: PlannedRelease) -> Prose:
        """How sure a coming release is, what became of a past one, and what has changed since it was told."""
        reason = (" vì ", *self.teller.tell(release.reason)) if release.reason else ()
        if release.state is ReleaseState.CANCELLED:
            return merged(["Không công bố", *reason])
        told: list[object] = [self._word(release)]
        if release.moved_from and release.day:
            later = release.day > release.moved_from
            told.append(f", {'lùi từ' if later else 'sớm hơn'} ngày {format_date(release.moved_from)}")
            told += reason
        return merged(told)

    def _word(self, release: PlannedRelease) -> str:
        if self._is_past(release):
            return "Đã công bố" if self._page(release) else "Trang này chưa có số liệu"
        return "Dự kiến" if release.state is ReleaseState.PROVISIONAL else "Đã chốt"

    def standing(self, results: Sequence[Result]) -> Iterator[Prose]:
        """What the figures of each result are, how often they come out, and when the next are due."""
        for result in results:
            said = (
                result.standing and f"là {result.standing}",
                result.frequency and f"được công bố {result.frequency}",
            )
            if told := " và ".join(words for words in said if words):
                yield (f"Số liệu của {self.naming.full(result.organisation)} {told}.",)
            if coming := self._next(result):
                yield (f"Lần công bố tới: {coming}.",)
            if result.contact:
                yield (f"Liên hệ về số liệu: {'; '.join(result.contact)}.",)

    def _next(self, result: Result) -> str:
        """When the next figures are due, for a result that has said so; nothing once they are out."""
        if result.next_release is None:
            return ""
        coming = [
            release
            for release in self.planned
            if release.organisation == result.organisation
            and release.state is not ReleaseState.CANCELLED
            and release.follows(result.period)
            and release.day
            and release.day > self.today
        ]
        if coming:
            first = min(coming, key=_due)
            likely = "dự kiến " if first.state is ReleaseState.PROVISIONAL else ""
            return f"{_title(first)}, {likely}ngày {format_date(_due(first))}"
        due = result.next_release
        return f"ngày {format_date(due)}" if due > self.today else ""


def _title(release: PlannedRelease) -> str:
    return release.title or f"kết quả {label(release.period)}"


def _when(release: PlannedRelease, naming: Naming) -> str:
    """The day, or what is known of it: "Thứ năm, 15/01/2026", "Tháng 3/2026"."""
    if release.day:
        return format_weekday_date(release.day)
    if release.state is ReleaseState.CANCELLED:
        return naming.in_house_style("Đã hủy")
    return upper_first(label(release.in_period)) if release.in_period else ""


def _due(release: PlannedRelease) -> date:
    """By when it is to come: for one without a day, by the end of the time that is named."""
    return release.day or (release.in_period or release.period).last_day


def _by_day(release: PlannedRelease) -> tuple[date, str]:
    return _due(release), release.id


def what_came(dataset: Dataset) -> Came:
    """The pages on which each release that has come can be read: its figures, else its bulletin."""
    came: dict[tuple[str, Period | date], str] = {}
    for result in dataset.results:
        periods = {found.period for found in dataset.observed_of[result.id].values()}
        page = (
            f"/so-lieu/{key(result.period)}/" if result.period in periods else _bulletin(dataset, result.id)
        )
        came.setdefault((result.organisation, result.period), page)
    for meeting in dataset.meetings:
        for name in _names(meeting):
            came.setdefault((meeting.body, name), _bulletin(dataset, meeting.id))
    return came


def _names(meeting: Meeting) -> tuple[Period | date, ...]:
    return (*([meeting.session.for_period] if meeting.session.for_period else []), *meeting.when.all_days)


def _bulletin(dataset: Dataset, record: str) -> str:
    return next((f"/{article.address}/" for article in dataset.coverage.get(record, ())), "")
