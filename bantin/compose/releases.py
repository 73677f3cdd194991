"""What readers are told of coming releases: the calendar, and the next one on each page of statistics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bantin.compose.naming import Naming
from bantin.compose.phrases import merged, upper_first
from bantin.compose.prose import Teller
from bantin.compose.said import Prose, Release
from bantin.dataset.records.calendar import PlannedRelease, ReleaseState
from bantin.dataset.records.result import Result
from bantin.language import format_date, label


@dataclass(frozen=True, slots=True)
class Releases:
    """The calendar as of a day.

    teller: for the reasons that records give.
    """

    planned: tuple[PlannedRelease, ...]
    today: date
    naming: Naming
    teller: Teller

    def listed(self) -> tuple[Release, ...]:
        """The calendar in the order of its records; bodies are named where there are several."""
        several = len({release.organisation for release in self.planned}) > 1
        return tuple(
            Release(
                title=upper_first(_title(release)),
                body=self.naming.full(release.organisation) if several else "",
                when=self._when(release),
                off=release.state is ReleaseState.CANCELLED,
            )
            for release in self.planned
        )

    def _when(self, release: PlannedRelease) -> Prose:
        reason = ("vì ", *self.teller.tell(release.reason)) if release.reason else ()
        if release.state is ReleaseState.CANCELLED:
            return merged(["không công bố", *([" ", *reason] if reason else [])])
        told: list[object] = [self._day(release)]
        if release.moved_from and release.day:
            later = release.day > release.moved_from
            told.append(f", {'lùi từ' if later else 'sớm hơn'} ngày {format_date(release.moved_from)}")
            told += [" ", *reason] if reason else []
        return merged(told)

    def _day(self, release: PlannedRelease) -> str:
        likely = "dự kiến " if release.state is ReleaseState.PROVISIONAL else ""
        if release.day is None:
            return f"{likely}trong {label(release.in_period)}" if release.in_period else ""
        if release.day <= self.today:
            return f"đã công bố ngày {format_date(release.day)}"
        return f"{likely}ngày {format_date(release.day)}"

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
            first = min(coming, key=lambda release: release.day or self.today)
            return f"{_title(first)}, {self._day(first)}"
        due = result.next_release
        return f"ngày {format_date(due)}" if due > self.today else ""


def _title(release: PlannedRelease) -> str:
    return release.title or f"kết quả {label(release.period)}"
