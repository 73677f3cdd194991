"""The meetings of an article as calendars and search engines need them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bantin.compose.naming import Naming, session_name
from bantin.compose.phrases import upper_first
from bantin.compose.said import Event
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import When
from bantin.language import HO_CHI_MINH, PartOfDay, clock_of

_NOON = 12
_AFTER_NOON = (PartOfDay.AFTERNOON, PartOfDay.EVENING)


def events_of(meetings: Iterable[Meeting], naming: Naming) -> tuple[Event, ...]:
    """The meetings in their order."""
    return tuple(_event(meeting, naming) for meeting in meetings)


def _event(meeting: Meeting, naming: Naming) -> Event:
    return Event(
        name=f"{upper_first(session_name(meeting))} của {naming.short(meeting.body)}",
        organiser=naming.full(meeting.body),
        days=tuple(sorted(meeting.when.all_days)),
        start=start_of(meeting.when),
        place=", ".join(place for place in (meeting.venue, meeting.place) if place),
        form=meeting.form.value if meeting.form else "",
        state=meeting.state.value,
    )


def start_of(when: When) -> datetime | None:
    """The moment at which a meeting begins, where the hour is one that can be read without a doubt."""
    clock = clock_of(when.hour) if when.hour else None
    if clock is None or when.first is None:
        return None
    if clock.hour < _NOON and when.part_of_day in _AFTER_NOON:
        clock = clock.replace(hour=clock.hour + _NOON)
    return datetime.combine(when.first, clock, HO_CHI_MINH)
