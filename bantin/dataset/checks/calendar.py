"""Rules about the calendar of coming releases."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.calendar import PlannedRelease, ReleaseState
from bantin.language import format_date
from bantin.problems import say


@rule
def release_in_time(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A coming release has the day or the period it is planned for, and the day once it is confirmed."""
    for release in dataset.releases:
        needs_day = release.state in (ReleaseState.CONFIRMED, ReleaseState.MOVED)
        known = release.day or (release.in_period and not needs_day)
        if not known and release.state is not ReleaseState.CANCELLED:
            yield Found(
                release.where("id"),
                say("it is not said when this is released"),
                (say("state: {state}", state=release.state.value),),
                say("add a line “{name}: …”", name="day" if needs_day else "in_period"),
            )


@rule
def release_change_has_reason(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A release that is moved or cancelled says why, and one that is moved from which day."""
    for release in dataset.releases:
        for name in _missing(release):
            yield Found(
                release.where("state"),
                say("what readers were told before has changed, so they must be told why and from when"),
                (say("state: {state}", state=release.state.value),),
                say("add a line “{name}: …”", name=name),
            )


def _missing(release: PlannedRelease) -> Iterator[str]:
    if release.state in (ReleaseState.MOVED, ReleaseState.CANCELLED) and release.reason is None:
        yield "reason"
    if release.state is ReleaseState.MOVED and release.moved_from is None:
        yield "moved_from"


@rule
def next_release_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The next release that a result announces is in the calendar on that day, where the calendar has any
    of its body later on."""
    for result in dataset.results:
        if result.next_release is None:
            continue
        later = [
            release
            for release in dataset.releases
            if release.organisation == result.organisation
            and release.follows(result.period)
            and release.state is not ReleaseState.CANCELLED
        ]
        days = {day for release in later for day in (release.day, release.moved_from) if day}
        if days and result.next_release not in days:
            yield Found(
                result.where("next_release"),
                say("the calendar has another day for the next release"),
                (say("data/calendar: {days}", days=", ".join(map(format_date, sorted(days)))),),
                say("correct the day here or there"),
            )
