"""The calendar of releases made ready for its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.compose.said import CALENDAR, Bulletins, Link, Release, ReleaseCalendar
from bantin.outputs import Outputs
from bantin.pages.addresses import link
from bantin.pages.archive_contexts import CalendarContext
from bantin.pages.contexts import Context
from bantin.pages.inline import draw_prose
from bantin.pages.parts import view_downloads, view_link, view_links
from bantin.pages.views import ReleaseView


def calendar_contexts(bulletins: Bulletins, outputs: Outputs) -> Iterator[tuple[str, Context]]:
    """The address and the context of the calendar and of each page of a past year."""
    for calendar in bulletins.calendars:
        yield calendar.address, _context(calendar, bulletins.publisher.name, outputs)


def _context(calendar: ReleaseCalendar, publisher: str, outputs: Outputs) -> CalendarContext:
    here = calendar.address
    return CalendarContext(
        publisher=publisher,
        label=calendar.label,
        above=view_link(here, Link(CALENDAR, "Lịch công bố")) if calendar.label else None,
        coming=view_releases(here, calendar.coming),
        past=view_releases(here, calendar.past),
        years=view_links(here, calendar.years),
        downloads=view_downloads(here, outputs.of(here)),
    )


def view_releases(here: str, releases: Iterable[Release]) -> tuple[ReleaseView, ...]:
    """Releases in a list on the page ``here``."""
    return tuple(
        ReleaseView(
            title=release.title,
            href=link(here, release.address),
            body=release.body,
            day=release.day,
            state=draw_prose(release.state, here, {}),
            off=release.off,
        )
        for release in releases
    )
