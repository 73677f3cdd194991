"""The days of meetings and releases as a reader's own calendar takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from bantin.compose.events import start_of
from bantin.compose.meetings import when_phrase
from bantin.compose.naming import name_of
from bantin.compose.phrases import upper_first
from bantin.compose.releases import Releases
from bantin.compose.said import CALENDAR, Appointment, AppointmentState, Changed, Release, plain
from bantin.dataset import Dataset
from bantin.dataset.records.calendar import PlannedRelease, ReleaseState
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import MeetingState, Session, When
from bantin.language import HO_CHI_MINH

KEPT = timedelta(days=365)
"""How long a day that is past stays in the calendar: the archive has all of them."""

_MEETINGS = {
    MeetingState.PLANNED: ("Sắp họp", AppointmentState.CONFIRMED, 0),
    MeetingState.POSTPONED: ("Hoãn", AppointmentState.CANCELLED, 1),
    MeetingState.CANCELLED: ("Hủy", AppointmentState.CANCELLED, 2),
    MeetingState.HELD: ("Đã họp", AppointmentState.CONFIRMED, 3),
}
"""What is said of a meeting, how sure it is, and how many changes stand behind that at least."""

_RELEASES = {
    ReleaseState.PROVISIONAL: (AppointmentState.TENTATIVE, 0),
    ReleaseState.CONFIRMED: (AppointmentState.CONFIRMED, 1),
    ReleaseState.MOVED: (AppointmentState.CONFIRMED, 2),
    ReleaseState.CANCELLED: (AppointmentState.CANCELLED, 3),
}


@dataclass(frozen=True)
class Appointments:
    """The appointments of a public dataset around a moment; changed: of pages, when they were last changed.

    Only days that are known can stand in a calendar: what is expected in some month stays on its page.
    """

    dataset: Dataset
    releases: Releases
    changed: tuple[Changed, ...]
    now: datetime

    def all(self) -> tuple[Appointment, ...]:
        """Meetings and releases of the last year and to come, by day."""
        since = self.now.astimezone(HO_CHI_MINH).date() - KEPT
        found = [one for one in (*self._meetings(since), *self._releases()) if one.last >= since]
        return tuple(sorted(found, key=lambda one: (one.first, one.id)))

    @cached_property
    def _moments(self) -> dict[str, datetime]:
        """When each page was last changed, and by "" the latest of these: it stands for what nobody tells."""
        found = {page.address: page.at for page in self.changed}
        today = datetime.combine(self.now.astimezone(HO_CHI_MINH), time(), HO_CHI_MINH)
        return {**found, "": max(found.values(), default=today)}

    def _meetings(self, since: date) -> Iterator[Appointment]:
        """Those that have a day since then, and what they say comes next."""
        listed = [
            one
            for one in self.dataset.meetings
            if (one.outdated_on is None or one.outdated_on > self.now)
            and one.when.last
            and one.when.last >= since
        ]
        taken = {(meeting.body, day) for meeting in listed for day in meeting.when.all_days}
        for meeting in listed:
            yield from self._meeting(meeting)
            coming = meeting.next_meeting
            if coming and coming.when.first and (meeting.body, coming.when.first) not in taken:
                session = coming.session or meeting.session
                told = (meeting, f"{meeting.id}/tiep-theo", session, coming.when, MeetingState.PLANNED)
                yield from self._told(*told, "")

    def _meeting(self, meeting: Meeting) -> Iterator[Appointment]:
        where = upper_first(", ".join(place for place in (meeting.venue, meeting.place) if place))
        return self._told(meeting, meeting.id, meeting.session, meeting.when, meeting.state, where)

    def _told(
        self, meeting: Meeting, name: str, session: Session, when: When, state: MeetingState, where: str
    ) -> Iterator[Appointment]:
        """An appointment for each run of days."""
        said, sure, revision = _MEETINGS[state]
        page = next((f"/{record.address}/" for record in self.dataset.coverage.get(meeting.id, ())), "")
        corrections = sum(1 for one in self.dataset.corrections if one.record == meeting.id)
        title = upper_first(name_of(session))
        for number, (first, last) in enumerate(runs(when), 1):
            yield Appointment(
                id=f"hop/{name}" + (f"/{number}" if number > 1 else ""),
                title=f"{title} của {self.releases.naming.full(meeting.body)}",
                first=first,
                last=last,
                start=start_of(when) if when.first == when.last else None,
                where=where,
                told=f"{self.releases.naming.in_house_style(said)}:"
                f" {when_phrase(when, self.releases.teller.days)}.",
                page=page,
                state=sure,
                changed=self._moments.get(page, self._moments[""]),
                revision=revision + corrections,
            )

    def _releases(self) -> Iterator[Appointment]:
        for planned, told in self.releases.told():
            if planned.day is not None:
                yield self._release(planned, told, planned.day)

    def _release(self, planned: PlannedRelease, told: Release, day: date) -> Appointment:
        state, revision = _RELEASES[planned.state]
        return Appointment(
            id=f"cong-bo/{planned.id}",
            title=f"Công bố {told.title[:1].lower()}{told.title[1:]}"
            + (f" – {told.body}" if told.body else ""),
            first=day,
            last=day,
            start=None,
            where="",
            told=f"{plain(told.state)}.",
            page=told.address or CALENDAR,
            state=state,
            changed=self._moments[""],
            revision=revision,
        )


def runs(when: When) -> Iterator[tuple[date, date]]:
    """First and last day of each stretch of days that follow on one another."""
    if not when.days:
        if when.first and when.last:
            yield when.first, when.last
        return
    days = sorted(set(when.days))
    start = days[0]
    for before, day in zip(days, [*days[1:], None], strict=True):
        if day is None or day - before > timedelta(days=1):
            yield start, before
            start = day or before
