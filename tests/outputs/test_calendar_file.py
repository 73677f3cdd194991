"""The calendar as a file: two readers of calendars read the days, the places and the words that were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.compose.appointments import runs
from bantin.compose.said import Appointment, AppointmentState, Bulletins
from bantin.dataset.records.sessions import When
from bantin.language import parse_iso_instant
from bantin.outputs.calendar_file import calendar_file
from tests.outputs.told import told

HOUR = timezone(timedelta(hours=7))
CHANGED = datetime(2026, 9, 25, 8, tzinfo=HOUR)
PLANNED = Appointment(
    id="hop/hoi-nghi",
    title="Hội nghị mở rộng",
    first=date(2026, 10, 5),
    last=date(2026, 10, 5),
    start=None,
    where="Hội trường xã",
    told="Sắp họp.",
    page="/tin/2026/10/hoi-nghi/",
    state=AppointmentState.CONFIRMED,
    changed=CHANGED,
    revision=0,
)


def file_of(*appointments: Appointment) -> bytes:
    bulletins: Bulletins = replace(told("planned").bulletins, appointments=appointments)
    [output] = calendar_file(bulletins)
    return output.content


def opened(content: bytes) -> Any:
    return icalendar.Calendar.from_ical(content)


def read(content: bytes) -> Any:
    [event] = opened(content).walk("VEVENT")
    return event


def faults(content: bytes) -> list[str]:
    """What RFC 5545 and 7986 have against a calendar: line by line, and by its parts."""
    found = []
    lines = content.split(b"\r\n")
    found += ["the last line does not end"] if lines[-1] else []
    found += ["a line ends without a carriage return"] if b"\n" in b"".join(lines) else []
    for line in lines:
        found += [f"longer than 75 octets: {line!r}"] if len(line) > 75 else []
        try:
            line.decode()
        except UnicodeDecodeError:
            found.append(f"a letter is cut: {line!r}")
    calendar = opened(content)
    found += [f"no {name}" for name in ("PRODID", "VERSION") if name not in calendar]
    found += [f"an error: {error}" for part in calendar.walk() for error in part.errors]
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    names = [str(event.get("UID")) for event in calendar.walk("VEVENT")]
    found += ["a UID twice"] if len(set(names)) < len(names) else []
    for event in calendar.walk("VEVENT"):
        found += [f"no {name}" for name in ("UID", "DTSTAMP", "DTSTART") if name not in event]
        start = event["DTSTART"]
        if "TZID" in start.params and start.params["TZID"] not in zones:
            found.append("a time zone that is not told")
        if "DTEND" in event and not event["DTEND"].dt > start.dt:
            found.append("it ends before it begins")
    return found


@pytest.mark.parametrize("case", ["planned", "quy-chin-thang", "ky-hop-ubkt"])
def test_a_calendar_is_what_its_standard_demands(case: str) -> None:
    content = told(case).outputs.contents["lich-hop.ics"]
    assert faults(content) == []
    again = vobject.readOne(content.decode())
    assert len(again.vevent_list) == len(told(case).bulletins.appointments)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"\r\n", b"\n"),
        (b"SUMMARY:", b"SUMMARY:" + b"x" * 70),
        ("An Bì".encode(), "An Bì".encode()[:-1] + b"\r\n " + "ì".encode()[-1:]),
        (b"UID:", b"X-UID:"),
        (b"DTSTAMP:", b"X-STAMP:"),
        (b"TZID:Asia", b"TZID:Europe"),
        (b"PRODID:", b"X-PRODID:"),
    ],
)
def test_each_demand_is_seen_to_fail(right: bytes, wrong: bytes) -> None:
    content = told("planned").outputs.contents["lich-hop.ics"]
    assert right in content
    assert faults(content.replace(right, wrong)) != []


def test_a_meeting_begins_at_its_hour_in_viet_nam() -> None:
    event = read(told("planned").outputs.contents["lich-hop.ics"])
    assert event["DTSTART"].dt == datetime(2026, 10, 5, 14, tzinfo=HOUR)
    assert event["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert str(event["SUMMARY"]) == "Hội nghị mở rộng quý III/2026 của Đảng ủy xã An Bình"
    assert str(event["LOCATION"]) == "Hội trường xã An Bình"
    assert str(event["STATUS"]) == "CONFIRMED"
    [again] = vobject.readOne(told("planned").outputs.contents["lich-hop.ics"].decode()).vevent_list
    assert again.dtstart.value == datetime(2026, 10, 5, 14, tzinfo=HOUR)
    assert again.summary.value == "Hội nghị mở rộng quý III/2026 của Đảng ủy xã An Bình"


def test_where_only_a_day_is_known_it_is_the_whole_day_and_its_end_is_the_day_after() -> None:
    event = read(file_of(PLANNED))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 10, 5), date(2026, 10, 6))
    several = read(file_of(replace(PLANNED, last=date(2026, 10, 7))))
    assert (several["DTSTART"].dt, several["DTEND"].dt) == (date(2026, 10, 5), date(2026, 10, 8))


def test_days_that_do_not_follow_on_one_another_stand_alone() -> None:
    days = (date(2026, 10, 8), date(2026, 10, 5), date(2026, 10, 6))
    assert list(runs(When.model_construct(days=days))) == [
        (date(2026, 10, 5), date(2026, 10, 6)),
        (date(2026, 10, 8), date(2026, 10, 8)),
    ]
    assert list(runs(When.model_construct(first_day=days[1], last_day=days[0]))) == [(days[1], days[0])]
    assert list(runs(When())) == []


def test_what_is_off_is_cancelled_under_the_same_name_with_a_higher_number() -> None:
    off = replace(PLANNED, state=AppointmentState.CANCELLED, revision=2, told="Hủy.")
    before, after = read(file_of(PLANNED)), read(file_of(off))
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert (str(before["STATUS"]), str(after["STATUS"])) == ("CONFIRMED", "CANCELLED")


def test_releases_stand_in_it_as_sure_as_they_are() -> None:
    found = told("quy-chin-thang")
    content = found.outputs.contents["lich-hop.ics"]
    events = {str(event["SUMMARY"]): event for event in opened(content).walk("VEVENT")}
    moved = events["Công bố kết quả 9 tháng đầu năm 2025"]
    assert moved["DTSTART"].dt == date(2025, 10, 16)
    assert "lùi từ ngày 10/10/2025" in str(moved["DESCRIPTION"])
    address = "https://tin.example.vn/ban-tin/"
    assert str(moved["URL"]).startswith(address)
    [output] = [output for output in found.outputs.files if output.path == "lich-hop.ics"]
    assert (output.page, output.label) == ("/lich/", "Tệp ICS")


def test_what_is_long_past_is_left_to_the_archive() -> None:
    later = told("planned", now=parse_iso_instant("2028-01-01T00:00+07:00"))
    assert later.bulletins.appointments == ()
    assert "lich-hop.ics" not in later.outputs.contents


def test_nothing_of_a_draft_is_in_it() -> None:
    assert "duyệt" not in told("planned").outputs.contents["lich-hop.ics"].decode()
    assert "tháng 9" not in told("planned").outputs.contents["lich-hop.ics"].decode()


def test_no_clock_is_in_it() -> None:
    event = read(file_of(PLANNED))
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == CHANGED
    assert file_of(PLANNED) == file_of(PLANNED)


LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
HOSTILE = st.text(LETTERS, min_size=1, max_size=120).filter(lambda text: "\\N" not in text) | st.sampled_from(
    ["Họp; bàn, quyết: \\n", "END:VEVENT", 'tại "Hội trường"', "ừ" * 90, "𝒳" * 40, "a;b,c\\d"]
)
"""The library takes a backslash before a capital N for a line break, as the standard lets it."""


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE, where=HOSTILE, said=HOSTILE)
def test_hostile_words_are_read_back_as_they_were_written(title: str, where: str, said: str) -> None:
    content = file_of(replace(PLANNED, title=title, where=where, told=said))
    assert faults(content) == []
    event = read(content)
    assert (str(event["SUMMARY"]), str(event["LOCATION"]), str(event["DESCRIPTION"])) == (title, where, said)
    [again] = vobject.readOne(content.decode()).vevent_list
    assert (again.summary.value, again.location.value, again.description.value) == (title, where, said)
