"""Points in time: as records write them, and as the command line does."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from bantin.language.date_grammar import known_year, printed, real_day
from bantin.language.dates import parse_date
from bantin.language.number_grammar import clean
from bantin.language.unreadable import Reason, Unreadable

HO_CHI_MINH = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""The whole country since 13 June 1975, without summer time: a fixed offset needs no tables."""

_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_OTHER_TIME = re.compile(r"([0-9]{1,2})(?:h|g|:| ?giờ ?)([0-9]{2})?(?::[0-9]{2})?(?: ?phút)?", re.IGNORECASE)
_ISO = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
    r"(?:[T ]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|([+-])([0-9]{2}):([0-9]{2}))?)?"
)


def parse_instant(text: str) -> datetime:
    """Day and time in Việt Nam: "22/11/2026 07:30". Raises Unreadable."""
    written = clean(text)
    if _ISO.fullmatch(written):
        raise Unreadable(Reason.YEAR_FIRST, suggestion=_from_iso(written))
    written_day, _, written_time = written.partition(" ")
    try:
        day = parse_date(written_day)
    except Unreadable as refused:
        good = refused.suggestion and _time_of(written_time)
        raise refused.within("", f" {written_time}") if good else Unreadable(refused.reason) from None
    if not written_time:
        raise Unreadable(Reason.TIME_MISSING)
    clock = _time_of(written_time)
    if clock is None:
        raise _no_time(day, written_time)
    return datetime.combine(day, clock, HO_CHI_MINH)


def parse_iso_instant(text: str) -> datetime:
    """An instant in ISO 8601: "2026-11-22T07:30+07:00" or "…T00:30Z"; in the time of Việt Nam.

    Without offset it is Vietnamese time, without time of day 00:00. Raises Unreadable.
    """
    match = _ISO.fullmatch(clean(text))
    if not match:
        raise Unreadable(Reason.NOT_ISO, suggestion=_as_iso(text))
    year, month, day, hour, minute, second = (int(number or 0) for number in match.groups()[:6])
    found = real_day(known_year(year), month, day)
    if found is None:
        raise Unreadable(Reason.NO_SUCH_DAY)
    clock = _clock(hour, minute, second)
    if clock is None:
        raise Unreadable(Reason.NO_SUCH_TIME)
    return datetime.combine(found, clock, _zone(match)).astimezone(HO_CHI_MINH)


def format_instant(instant: datetime) -> str:
    """In the time of Việt Nam, to the minute: "22/11/2026 07:30"; raises ValueError without a zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    local = instant.astimezone(HO_CHI_MINH)
    return f"{printed(local)} {local:%H:%M}"


def _clock(hour: int, minute: int, second: int = 0) -> time | None:
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def clock_of(text: str) -> time | None:
    """The time of day in words of people: "14 giờ 30", "8h", "07:30"; None where it is not one alone."""
    match = _OTHER_TIME.fullmatch(clean(text))
    return _clock(int(match[1]), int(match[2] or 0)) if match else None


def _time_of(text: str) -> time | None:
    match = _TIME.fullmatch(text)
    return _clock(int(match[1]), int(match[2])) if match else None


def _no_time(day: date, text: str) -> Unreadable:
    match = _OTHER_TIME.fullmatch(text)
    if not match:
        return Unreadable(Reason.NOT_A_TIME)
    clock = _clock(int(match[1]), int(match[2] or 0))
    if clock is None:
        return Unreadable(Reason.NO_SUCH_TIME)
    return Unreadable(Reason.NOT_A_TIME, suggestion=f"{printed(day)} {clock:%H:%M}")


def _zone(match: re.Match[str]) -> timezone:
    if not match[7]:
        return HO_CHI_MINH
    if match[7] == "Z":
        return UTC
    offset = timedelta(hours=int(match[9]), minutes=int(match[10]))
    if offset >= timedelta(days=1) or int(match[10]) > 59:
        raise Unreadable(Reason.NO_SUCH_TIME)
    return timezone(-offset if match[8] == "-" else offset)


def _from_iso(text: str) -> str:
    """The Vietnamese way of writing for an instant in ISO 8601, or "" where there is no such instant."""
    try:
        return format_instant(parse_iso_instant(text))
    except Unreadable:
        return ""


def _as_iso(text: str) -> str:
    """The same day or instant in ISO 8601 where it is written the Vietnamese way, else ""."""
    try:
        return parse_date(text).isoformat()
    except Unreadable:
        pass
    try:
        return parse_instant(text).isoformat(timespec="minutes")
    except Unreadable:
        return ""
