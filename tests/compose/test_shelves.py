"""The archive by body, subject and person: who gets a page, for what, and how long a page becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from bantin.compose import compose, shelves
from bantin.compose.said import Article, Bulletins, Remarks, Shelf
from bantin.dataset import load
from bantin.language import parse_iso_instant
from tests.compose.walking import everything
from tests.dataset.projects import EXAMPLE, Files, changed, files_of

NOW = parse_iso_instant("2026-12-01T12:00+07:00")
MEETING = "data/meetings/2025/ky-hop-thu-26.yml"
DISCIPLINED = "luong-xuan-bach"


def bulletins(files: Files, now: datetime = NOW) -> Bulletins:
    dataset = load(files).dataset
    return compose(dataset.public(now), now, {}, {})


def shelf(told: Bulletins, address: str) -> Shelf:
    [found] = [one for one in told.shelves if one.address == f"/luu-tru/{address}/"]
    return found


def addresses(told: Bulletins) -> list[str]:
    return [one.address.removeprefix("/luu-tru/") for one in told.shelves]


def parts(one: Shelf) -> list[str]:
    return [item.part for group in one.groups for item in group.teasers]


def test_a_bulletin_stands_with_its_bodies_subjects_and_people() -> None:
    told = bulletins(files_of(EXAMPLE))
    assert addresses(told) == [
        "co-quan/dang-uy-khoi/",
        "co-quan/dang-uy-khoi-ccq/",
        "co-quan/ubkt-dang-uy-khoi/",
        "chu-de/kiem-tra-giam-sat/",
        "chu-de/thi-dua/",
        "chu-de/ky-luat/",
        "chu-de/to-chuc/",
        "nguoi/hoang-chinh/",
        "nguoi/thinh-duc-tien/",
        "nguoi/vi-minh-tu/",
    ]
    assert parts(shelf(told, "nguoi/thinh-duc-tien")) == ["Chủ trì, phát biểu – Phó Bí thư Đảng ủy Khối"]
    assert shelf(told, "chu-de/kiem-tra-giam-sat").count == 2


def test_nobody_is_filed_for_discipline() -> None:
    files = files_of("ky-hop-ubkt")
    told = bulletins(files)
    assert "Lương Xuân Bách" in everything(told)
    assert f"nguoi/{DISCIPLINED}/" not in addresses(told)


SPEAKS = f"""statements:
  - id: tu-kiem-diem
    speaker: {DISCIPLINED}
    kind: discussion
    items: [nhận lỗi]
"""
ANSWERS = f"""questions:
  - subject: việc cấp phép
    answered_by:
      person: {DISCIPLINED}
    answers: [đã rõ]
"""


@pytest.mark.parametrize("also", [SPEAKS, ANSWERS], ids=["who speaks of it", "who answers for it"])
def test_whoever_is_disciplined_has_no_entry_of_that_bulletin_whatever_else_they_did(also: str) -> None:
    files = files_of("ky-hop-ubkt")
    field = also.partition("\n")[0] + "\n"
    text = files[MEETING].decode()
    text = text.replace(field, also, 1) if field in text else text + also
    told = bulletins({**files, MEETING: text.encode()})
    assert "Lương Xuân Bách" in everything(told)
    assert f"nguoi/{DISCIPLINED}/" not in addresses(told)
    assert "Lương Xuân Bách" not in everything(replace(told, articles=(), superseded=()))


def test_whoever_is_only_there_stands_for_election_or_votes_has_no_page() -> None:
    told = bulletins(files_of("ky-hop-hdnd"))
    people = {address for address in addresses(told) if address.startswith("nguoi/")}
    assert people == {
        f"nguoi/{name}/"
        for name in ("lo-thi-hoa", "dang-quoc-huy", "mai-thi-lan", "trinh-van-phuc", "ngo-thanh-tung")
    }


def test_an_office_that_is_not_printed_is_the_only_one_of_that_day() -> None:
    files = files_of(EXAMPLE)
    meeting = "data/meetings/2024/phien-thuong-ky-thang-11.yml"
    text = files[meeting].decode().replace("    title: Phó Bí thư Đảng ủy Khối\n", "")
    assert text != files[meeting].decode()
    one = {**files, meeting: text.encode()}
    assert parts(shelf(bulletins(one), "nguoi/thinh-duc-tien")) == [
        "Chủ trì, phát biểu – Phó Bí thư Đảng ủy Khối"
    ]
    title = "      - title: Phó Bí thư Đảng ủy Khối\n        organisation: dang-uy-khoi\n"
    second = title + title.replace("Phó Bí thư Đảng ủy Khối", "Trưởng ban")
    two = changed(one, "data/people.yml", title, second)
    assert parts(shelf(bulletins(two), "nguoi/thinh-duc-tien")) == ["Chủ trì, phát biểu"]
    left = second.rstrip() + "\n        to_day: 01/01/2020\n"
    assert parts(shelf(bulletins(changed(two, "data/people.yml", second, left)), "nguoi/thinh-duc-tien")) == [
        "Chủ trì, phát biểu – Phó Bí thư Đảng ủy Khối"
    ]


def test_bodies_of_one_name_are_told_apart() -> None:
    files = files_of(EXAMPLE)
    name = "    name: Đảng ủy Khối các cơ quan tỉnh\n    short_name: Đảng ủy Khối CCQ tỉnh\n"
    same = "    name: Ủy ban kiểm tra Đảng ủy Khối\n"
    told = bulletins(changed(files, "data/organisations.yml", name, same))
    assert [link.name for link in told.shelf_lists[0].links] == [
        "Đảng ủy Khối",
        "Ủy ban kiểm tra Đảng ủy Khối",
        "Ủy ban kiểm tra Đảng ủy Khối (Đảng ủy Khối)",
    ]


def test_a_page_does_not_grow_with_the_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    files = files_of(EXAMPLE)
    assert shelf(bulletins(files), "chu-de/kiem-tra-giam-sat").years == ()
    monkeypatch.setattr(shelves, "MOST", 1)
    told = bulletins(files)
    whole = shelf(told, "chu-de/kiem-tra-giam-sat")
    assert whole.groups == ()
    assert [(link.address, link.count) for link in whole.years] == [
        ("/luu-tru/chu-de/kiem-tra-giam-sat/2024/", 1),
        ("/luu-tru/chu-de/kiem-tra-giam-sat/2019/", 1),
    ]
    year = shelf(told, "chu-de/kiem-tra-giam-sat/2019")
    assert (year.label, year.count, year.span) == ("Năm 2019", 1, "năm 2019")
    assert [group.label for group in year.groups] == ["Cả năm"]


def test_the_archive_names_the_busiest_only_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "BUSIEST", 2)
    told = bulletins(files_of(EXAMPLE))
    subjects = told.shelf_lists[1]
    assert [link.name for link in subjects.busiest] == ["Kiểm tra, giám sát", "Thi đua, khen thưởng"]
    assert len(subjects.links) == 4


def led_to(article: Article) -> list[str]:
    return [block.address for block in article.body if isinstance(block, Remarks)]


def test_an_article_leads_to_the_lists_of_what_its_kicker_names_and_of_who_speaks() -> None:
    told = bulletins(files_of(EXAMPLE))
    of_meeting, of_year = told.articles
    assert of_meeting.kicker_address == "/luu-tru/co-quan/dang-uy-khoi/"
    assert of_year.kicker_address == "/luu-tru/co-quan/dang-uy-khoi-ccq/"
    assert "/luu-tru/nguoi/thinh-duc-tien/" in led_to(of_meeting)
    known = {one.address for one in told.shelves}
    assert known.issuperset(filter(None, [*led_to(of_meeting), *led_to(of_year)]))


@pytest.mark.parametrize(
    ("kicker", "address"),
    [
        ("Thi đua, khen thưởng", "/luu-tru/chu-de/thi-dua/"),
        ("Thi hành kỷ luật trong Đảng", ""),
        ("Tin vắn", ""),
    ],
)
def test_a_kicker_leads_to_a_subject_of_its_article_and_nowhere_else(kicker: str, address: str) -> None:
    file = "data/articles/2024/phien-thuong-ky-thang-11.yml"
    files = files_of(EXAMPLE)
    files = {**files, file: files[file] + f"kicker: {kicker}\n".encode()}
    assert bulletins(files).articles[0].kicker_address == address


def test_nobody_who_is_disciplined_is_led_to_as_a_speaker() -> None:
    files = files_of("ky-hop-ubkt")
    before = files[MEETING].decode()
    text = before.replace("statements:\n", SPEAKS, 1) if "statements:\n" in before else before + SPEAKS
    told = bulletins({**files, MEETING: text.encode()})
    spoke = [block for one in told.articles for block in one.body if isinstance(block, Remarks)]
    assert [block.address for block in spoke if block.identity == DISCIPLINED] == [""]
