from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import HO_CHI_MINH, Unreadable, format_instant, parse_instant, parse_iso_instant

HALF_PAST_SEVEN = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)

INSTANTS = {
    "22/11/2026 07:30": HALF_PAST_SEVEN,
    "22/11/2026  7:30": HALF_PAST_SEVEN,
    "22/11/2026 00:00": MIDNIGHT,
}

REFUSED_INSTANTS = {
    "": ("empty", ""),
    "22/11/2026": ("time-missing", ""),
    "22/11/2026 24:00": ("no-such-time", ""),
    "22/11/2026 07:60": ("no-such-time", ""),
    "22/11/2026 25h": ("no-such-time", ""),
    "22/11/2026 07h30": ("not-a-time", "22/11/2026 07:30"),
    "22/11/2026 7 giờ 30": ("not-a-time", "22/11/2026 07:30"),
    "22/11/2026 7h": ("not-a-time", "22/11/2026 07:00"),
    "22/11/2026 07:30:15": ("not-a-time", "22/11/2026 07:30"),
    "22/11/2026 sáng": ("not-a-time", ""),
    "30/02/2026 07:30": ("no-such-day", ""),
    "22-11-2026 07:30": ("wrong-separator", "22/11/2026 07:30"),
    "22-11-2026 25:30": ("wrong-separator", ""),
    "11/22/2026 07:30": ("month-first", "22/11/2026 07:30"),
    "2026-11-22 07:30": ("year-first", "22/11/2026 07:30"),
    "2026-11-22T00:30Z": ("year-first", "22/11/2026 07:30"),
    "2026-02-30T00:30Z": ("year-first", ""),
    "07:30 22/11/2026": ("not-a-date", ""),
}

ISO_INSTANTS = {
    "2026-11-22T07:30+07:00": HALF_PAST_SEVEN,
    "2026-11-22T07:30": HALF_PAST_SEVEN,
    "2026-11-22 07:30": HALF_PAST_SEVEN,
    "2026-11-22T00:30Z": HALF_PAST_SEVEN,
    "2026-11-21T22:00-02:30": HALF_PAST_SEVEN,
    "2026-11-22T07:30:00+07:00": HALF_PAST_SEVEN,
    "2026-11-22": MIDNIGHT,
}

REFUSED_ISO_INSTANTS = {
    "": ("not-iso", ""),
    "22/11/2026": ("not-iso", "2026-11-22"),
    "22/11/2026 07:30": ("not-iso", "2026-11-22T07:30+07:00"),
    "20261122": ("not-iso", ""),
    "2026-W47-7": ("not-iso", ""),
    "2026-11-22T07": ("not-iso", ""),
    "2026-02-30": ("no-such-day", ""),
    "2026-11-22T24:00": ("no-such-time", ""),
    "2026-11-22T07:30+24:00": ("no-such-time", ""),
    "2026-11-22T07:30+07:60": ("no-such-time", ""),
    "1026-11-22": ("year-out-of-range", ""),
}

moments = st.datetimes(datetime(1980, 1, 1), datetime(2200, 12, 31)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


def told(caught: pytest.ExceptionInfo[Unreadable]) -> tuple[str, str]:
    assert caught.value.readings == ()
    return caught.value.reason, caught.value.suggestion


@pytest.mark.parametrize(("text", "moment"), INSTANTS.items())
def test_instant(text: str, moment: datetime) -> None:
    assert parse_instant(text) == moment


@pytest.mark.parametrize(("text", "expected"), REFUSED_INSTANTS.items())
def test_refused_instant(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_instant(text)
    assert told(caught) == expected


@pytest.mark.parametrize(("text", "moment"), ISO_INSTANTS.items())
def test_iso_instant(text: str, moment: datetime) -> None:
    assert parse_iso_instant(text) == moment
    assert parse_iso_instant(text).tzinfo is HO_CHI_MINH


@pytest.mark.parametrize(("text", "expected"), REFUSED_ISO_INSTANTS.items())
def test_refused_iso_instant(text: str, expected: tuple[str, str]) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_iso_instant(text)
    assert told(caught) == expected


def test_instant_as_printed() -> None:
    assert format_instant(HALF_PAST_SEVEN) == "22/11/2026 07:30"
    assert format_instant(HALF_PAST_SEVEN.astimezone(timezone(timedelta(hours=-5)))) == "22/11/2026 07:30"
    with pytest.raises(ValueError, match="needs a time zone"):
        format_instant(datetime(2026, 11, 22))


@given(moments)
def test_printed_instants_are_read_back_to_the_minute(moment: datetime) -> None:
    assert parse_instant(format_instant(moment)) == moment.replace(second=0, microsecond=0)


@given(moments)
def test_iso_instants_are_read_back(moment: datetime) -> None:
    to_the_second = moment.replace(microsecond=0)
    assert parse_iso_instant(to_the_second.isoformat()) == to_the_second


@given(moments)
def test_the_fixed_offset_is_that_of_the_zone(moment: datetime) -> None:
    assert moment.astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).utcoffset() == HO_CHI_MINH.utcoffset(None)
