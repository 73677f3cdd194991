"""What readers can follow: feeds of news, and the days of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bantin.compose.said.prose import Prose, Words

FOLLOWING = "/nguon-tin/"
"""The page of all feeds, and the folder they lie in."""

ALL_NEWS = "tat-ca"
"""The name of the feed that has everything."""

CALENDAR_FILE = "/lich-hop.ics"
"""The address of the calendar as a file."""


class News(StrEnum):
    """What an entry of a feed tells of."""

    BULLETIN = "tin"
    FIGURES = "so-lieu"
    CORRECTION = "dinh-chinh"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """News for subscribers: a bulletin, the figures of a period, or a correction that readers must know of.

    id: what stays the same when texts and addresses change ("tin/hop-thang-11"); address: of the page, or
    the place on it, that tells it in full; summary: its first words; published, updated: the moments of its
    first publication and of its latest change that readers are told of; author: whose news it is, "" for the
    publisher; subjects: what it is about; mark: what became of it ("Đính chính 05/12/2026"), or "".
    """

    kind: News
    id: str
    address: str
    title: Words
    summary: Prose
    published: datetime
    updated: datetime
    author: str
    subjects: tuple[str, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, by the ids of its entries, the latest first.

    name: its path below the folder of feeds, without an ending ("tat-ca", "co-quan/ubkt"); label: what
    readers choose it by; about: what is in it; page: of the site, which shows the same; updated: the moment
    of its latest change; whole: whether entries are told in full, or by their first words.
    """

    name: str
    label: str
    about: str
    page: str
    updated: datetime
    ids: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Changed:
    """The moment of the latest change of a page."""

    address: str
    at: datetime


class AppointmentState(StrEnum):
    """How sure an appointment is."""

    TENTATIVE = "tentative"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day, or days, for a reader's own calendar: a meeting, or a release of figures.

    id: stays when days and texts change; first, last: its days; start: the moment it begins, where the time
    of day is known; page: rooted address; changed: the moment of its latest change; revision: how often it
    was moved, called off or corrected.
    """

    id: str
    title: str
    first: date
    last: date
    start: datetime | None
    where: str
    told: str
    page: str
    state: AppointmentState
    changed: datetime
    revision: int
