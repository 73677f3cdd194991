"""Meetings and coming releases: https://schema.org/Event."""

from __future__ import annotations

from bantin.compose.said import Event, Release, ReleaseCalendar
from bantin.outputs.structured.nodes import Node, Value, thing
from bantin.outputs.structured.publishing import LANGUAGE, Site

_SCHEMA = "https://schema.org/"
_STATES = {
    "held": "EventScheduled",
    "planned": "EventScheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
_FORMS = {
    "in_person": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "hybrid": "MixedEventAttendanceMode",
}


def meeting(event: Event, site: Site) -> Node:
    """A meeting: its day, or its hour where that is known; what nobody says is left out."""
    first, last = (event.days[0], event.days[-1]) if event.days else (None, None)
    start = event.start or first
    form = _FORMS.get(event.form)
    return thing(
        "Event",
        name=event.name,
        startDate=start.isoformat() if start else "",
        endDate=last.isoformat() if last and last != first else "",
        eventStatus=_SCHEMA + _STATES[event.state],
        eventAttendanceMode=_SCHEMA + form if form else "",
        location=thing("Place", name=event.place, address=event.place) if event.place else None,
        organizer=thing("Organization", name=event.organiser),
        inLanguage=LANGUAGE,
    )


def coming(calendar: ReleaseCalendar, site: Site) -> Node | None:
    """The releases to come whose day is known, in one list; None where there are none."""
    events: list[Value] = [_release(release, site) for release in calendar.coming if release.on]
    return thing("ItemList", name="Lịch công bố", itemListElement=events) if events else None


def _release(release: Release, site: Site) -> Node:
    assert release.on is not None  # chosen for it
    moved = release.moved_from and not release.off
    status = "EventCancelled" if release.off else "EventRescheduled" if moved else "EventScheduled"
    return thing(
        "Event",
        name=release.title,
        startDate=release.on.isoformat(),
        previousStartDate=release.moved_from.isoformat() if moved and release.moved_from else "",
        eventStatus=_SCHEMA + status,
        eventAttendanceMode=f"{_SCHEMA}OnlineEventAttendanceMode",
        location=thing("VirtualLocation", url=site.whole("/")),
        organizer=thing("Organization", name=release.body or site.publisher.name),
        inLanguage=LANGUAGE,
    )
