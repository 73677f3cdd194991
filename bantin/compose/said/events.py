"""What takes place on a day, in parts and not in a sentence: for calendars and search engines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting that a bulletin tells of.

    name: with whose it is, "Kỳ họp thứ 24 của UBKT Tỉnh ủy"; organiser: in full; days: those that are
    named, the first and the last alone where they follow one another; start: where the hour is known as
    well; place: as printed, "" where nobody says; form: "in_person", "online", "hybrid" or ""; state:
    "held", "planned", "postponed" or "cancelled".
    """

    name: str
    organiser: str
    days: tuple[date, ...]
    start: datetime | None
    place: str
    form: str
    state: str
