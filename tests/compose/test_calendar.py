"""The calendar: what comes next first, what came with its page, what was moved or cancelled and why."""

from __future__ import annotations

import pytest

from bantin.compose import compose, releases
from bantin.compose.said import Bulletins, Release, ReleaseCalendar, plain
from bantin.dataset import load
from bantin.language import parse_iso_instant
from tests.dataset.projects import EXAMPLE, Files, files_of

PROJECT = "quy-chin-thang"
FILE = "data/calendar/2025.yml"


def bulletins(day: str, files: Files | None = None) -> Bulletins:
    now = parse_iso_instant(f"{day}T12:00+07:00")
    dataset = load(files or files_of(PROJECT)).dataset
    return compose(dataset.public(now), now, {}, {})


def told(release: Release) -> tuple[str, str, str, str]:
    return release.day, release.title, plain(release.state), release.address


def calendar(day: str, files: Files | None = None) -> ReleaseCalendar:
    return bulletins(day, files).calendars[0]


MOVED = ", lùi từ ngày 10/10/2025 vì phải đối chiếu số liệu với các xã, phường mới sắp xếp"
CANCELLED = (
    "Đã hủy",
    "Kết quả tháng 11/2025",
    "Không công bố vì từ tháng 11 không còn báo cáo tháng",
    "",
)


def test_the_next_release_stands_first_and_what_came_leads_to_its_page() -> None:
    shown = calendar("2025-11-20")
    assert [told(one) for one in shown.coming] == [
        CANCELLED,
        ("Thứ năm, 15/01/2026", "Kết quả sơ bộ năm 2025", "Đã chốt", ""),
        ("Tháng 3/2026", "Kết quả chính thức năm 2025", "Dự kiến", ""),
    ]
    assert [told(one) for one in shown.past] == [
        (
            "Thứ năm, 16/10/2025",
            "Kết quả 9 tháng đầu năm 2025",
            f"Đã công bố{MOVED}",
            "/so-lieu/2025-9m/",
        )
    ]


def test_a_day_that_is_still_to_come_leads_nowhere() -> None:
    [first, *_] = calendar("2025-10-15").coming
    assert told(first) == ("Thứ năm, 16/10/2025", "Kết quả 9 tháng đầu năm 2025", f"Đã chốt{MOVED}", "")


def test_what_did_not_come_is_not_said_to_have_come() -> None:
    shown = calendar("2026-04-20")
    assert shown.coming == ()
    assert [told(one)[1:] for one in shown.past] == [
        ("Kết quả chính thức năm 2025", "Trang này chưa có số liệu", ""),
        ("Kết quả sơ bộ năm 2025", "Trang này chưa có số liệu", ""),
        CANCELLED[1:],
        ("Kết quả 9 tháng đầu năm 2025", f"Đã công bố{MOVED}", "/so-lieu/2025-9m/"),
    ]


def test_the_list_of_periods_names_the_next_ones_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "NEXT", 2)
    index = bulletins("2025-11-20").statistics_index
    assert [one.title for one in index.releases] == ["Kết quả tháng 11/2025", "Kết quả sơ bộ năm 2025"]
    assert index.calendar == "/lich/"


def test_many_past_releases_have_pages_of_their_years(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(releases, "MOST", 3)
    first, *years = bulletins("2026-04-20").calendars
    assert [one.title for one in first.past] == ["Kết quả chính thức năm 2025", "Kết quả sơ bộ năm 2025"]
    assert [link.address for link in first.years] == [year.address for year in years]
    assert [(year.address, year.label, len(year.past)) for year in years] == [
        ("/lich/2026/", "Năm 2026", 2),
        ("/lich/2025/", "Năm 2025", 2),
    ]


def test_a_meeting_that_was_announced_leads_to_its_bulletin() -> None:
    files = files_of("ky-hop-hdnd")
    text = "format: 1\nreleases:\n  - id: da-hop\n    organisation: hdnd-tinh\n    period: tháng 12/2024\n"
    text += "    title: kỳ họp\n    state: confirmed\n    day: {day}\n"
    meeting = load(files).dataset.meetings[0]
    assert meeting.when.first is not None
    day = f"{meeting.when.first:%d/%m/%Y}"
    shown = calendar("2026-01-01", {**files, FILE: text.format(day=day).encode()})
    assert [one.address for one in shown.past] == [
        f"/{load(files).dataset.articles[0].address}/",
    ]


def test_without_records_there_is_no_calendar_and_no_link_to_it() -> None:
    said = bulletins("2026-12-01", files_of(EXAMPLE))
    assert said.calendars == ()
    assert said.statistics_index.calendar == ""
    assert "/lich/" not in [link.address for link in said.publisher.header_links]
