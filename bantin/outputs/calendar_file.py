"""Meetings and releases as a file for calendars: iCalendar, RFC 5545 and 7986. The door to its library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bantin.compose.said import (
    CALENDAR,
    CALENDAR_FILE,
    FOLLOWING,
    Appointment,
    Bulletins,
)
from bantin.language import slug
from bantin.outputs.output import Output

if TYPE_CHECKING:
    from icalendar import Calendar, Timezone
    from icalendar import Event as Entry

LABEL = "Tệp ICS"
_ZONE, _SINCE = "Asia/Ho_Chi_Minh", datetime(1975, 6, 13)
_OFFSET, _AGAIN = timedelta(hours=7), timedelta(hours=12)


def calendar_file(bulletins: Bulletins) -> Iterator[Output]:
    """The calendar, where there is anything in it; offered on the page of the calendar, if there is one."""
    if bulletins.appointments:
        page = CALENDAR if bulletins.calendars else FOLLOWING
        content = _calendar(bulletins).to_ical(sorted=False)
        yield Output(CALENDAR_FILE.lstrip("/"), content, page=page, label=LABEL)


def _calendar(bulletins: Bulletins) -> Calendar:
    """The library is imported here: it takes its time, and most commands do without it."""
    from icalendar import Calendar, vText

    publisher = bulletins.publisher
    calendar = Calendar()
    name = f"Lịch – {publisher.title}"
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Bản tin//Lịch họp và công bố//VI")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(name))  # the library knows neither as text
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", _ZONE)
    calendar.add("refresh-interval", _AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    if publisher.site_address:
        address = publisher.site_address.rstrip("/")
        calendar.add("url", address + CALENDAR)
        calendar.add("source", address + CALENDAR_FILE, parameters={"VALUE": "URI"})
    if any(dated.start for dated in bulletins.appointments):
        calendar.add_component(_zone())
    for dated in bulletins.appointments:
        calendar.add_component(_entry(dated, bulletins))
    return calendar


def _zone() -> Timezone:
    """The time of Việt Nam: one offset since 1975."""
    from icalendar import Timezone, TimezoneStandard

    zone, standard = Timezone(), TimezoneStandard()
    zone.add("tzid", _ZONE)
    standard.add("dtstart", _SINCE)
    standard.add("tzoffsetfrom", _OFFSET)
    standard.add("tzoffsetto", _OFFSET)
    standard.add("tzname", "+07")
    zone.add_component(standard)
    return zone


def _entry(dated: Appointment, bulletins: Bulletins) -> Entry:
    from icalendar import Event as Entry

    address = bulletins.publisher.site_address
    changed = dated.changed.astimezone(UTC)
    entry = Entry()
    entry.add("uid", f"{dated.id}@{_owner(bulletins)}")
    entry.add("dtstamp", changed)
    entry.add("last-modified", changed)
    entry.add("sequence", dated.revision)
    if dated.start:
        entry.add("dtstart", dated.start.replace(tzinfo=None), parameters={"TZID": _ZONE})
    else:
        entry.add("dtstart", dated.first)
        entry.add("dtend", dated.last + timedelta(days=1))
    entry.add("summary", dated.title)
    if dated.where:
        entry.add("location", dated.where)
    entry.add("description", dated.told)
    if address and dated.page:
        entry.add("url", address.rstrip("/") + dated.page)
    entry.add("status", dated.state.name)
    entry.add("transp", "TRANSPARENT")
    return entry


def _owner(bulletins: Bulletins) -> str:
    """What tells entries of this site from those of any other: where it lies, else what it is called."""
    publisher = bulletins.publisher
    site = urlsplit(publisher.site_address)
    return f"{site.hostname}{site.path.rstrip('/')}" if site.hostname else slug(publisher.title)
