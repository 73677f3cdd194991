"""What the site says of itself: how accessible it is, what it pledges, and what it is, in English.

A publisher who writes a page of the same name in ``content/`` replaces the one here.
"""

from __future__ import annotations

import json
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from bantin.compose.open_data import open_data_page
from bantin.compose.said import (
    ENGLISH,
    FOLLOWING,
    Link,
    Publisher,
    Statement,
    StatementItem,
    StatementSection,
    plain,
)
from bantin.language import format_count, format_date, slug

ACCESSIBILITY = "/tro-nang/"
PLEDGE = "/cam-ket/"

CONTACT = "/lien-he/"
"""The page of contacts, where somebody has written one."""

_IN_ENGLISH = {
    "/": "news: bulletins on meetings and on the results of each period",
    "/so-lieu/": "statistics: the figures of each period, with their sources and what is not published",
    "/luu-tru/": "archive: all bulletins by year, body, subject and person",
    "/lich/": "calendar: when figures are released, and what was moved or cancelled",
    "/tim-kiem/": "search, with or without Vietnamese marks",
    "/dinh-chinh/": "corrections: every mistake that was put right, and why",
    "/gioi-thieu/": "about the publisher",
    "/lien-he/": "contact",
    "/tro-nang/": "accessibility statement",
    "/cam-ket/": "what the publisher pledges: addresses, corrections, figures",
    "/du-lieu/": "open data: all figures and bulletins as CSV and JSON, with their schema",
}


@dataclass(frozen=True, slots=True)
class Tested:
    """The last test run of the theme: its day, its tools, on how many pages in how many ways, its faults."""

    day: date
    axe: str
    browser: str
    pages: int
    ways: int
    violations: int


@cache
def last_run() -> Tested:
    """The figures that the test run wrote beside this module."""
    read = json.loads(files(__package__).joinpath("tested.json").read_text("utf-8"))
    return Tested(**{**read, "day": date.fromisoformat(read["day"])})


def statements(
    publisher: Publisher, english: str, by_hand: Container[str], dated: bool = False
) -> tuple[Statement, ...]:
    """The pages that nobody has written by hand.

    english: the publisher's name in English, or ""; dated: whether there is a file for calendars.
    """
    has_page = CONTACT in by_hand
    made = (
        accessibility(publisher, has_page),
        pledge(publisher.visitors),
        open_data_page(publisher),
        in_english(publisher, english, dated),
    )
    return tuple(page for page in made if page.address not in by_hand)


def accessibility(publisher: Publisher, has_page: bool) -> Statement:
    """The accessibility statement. has_page: whether there is a page of contacts."""
    run = last_run()
    faults = f"{run.violations} lỗi" if run.violations else "không có lỗi nào"
    scripted = "ô tìm kiếm, số người xem" if publisher.visitors else "ô tìm kiếm"
    return Statement(
        ACCESSIBILITY,
        "Trợ năng",
        "Ai cũng phải đọc được trang này: người dùng trình đọc màn hình, người chỉ dùng bàn phím,"
        " người cần chữ to hay màu tương phản mạnh.",
        (
            _section(
                "Trang đạt chuẩn nào",
                "Trang làm theo Hướng dẫn về khả năng tiếp cận nội dung web (WCAG) 2.2, mức A và AA, và những"
                " cách làm tốt mà công cụ kiểm thử axe khuyên dùng.",
                f"Tin và số liệu đọc được cả khi tắt JavaScript; chỉ {scripted} và các nút bấm cần đến nó.",
            ),
            _section(
                "Đã thử thế nào",
                f"Lần thử gần nhất: ngày {format_date(run.day)}. Công cụ axe {run.axe} chạy trong trình duyệt"
                f" {run.browser}, xem {format_count(run.pages)} trang đủ các loại, mỗi trang {run.ways} lượt:"
                " nền sáng, nền tối, màu tương phản cao, màn hình hẹp và khi mở ô tìm kiếm. Kết quả:"
                f" {faults}.",
                "Ngoài ra đã thử đi hết trang chỉ bằng bàn phím, phóng chữ to gấp đôi, tắt chuyển động và tắt"
                " JavaScript.",
                "Đây là lần thử bộ giao diện dùng cho trang này, trên dữ liệu mẫu. Công cụ chỉ tìm được một"
                " phần các rào cản, nên lời báo của bạn đọc rất cần.",
            ),
            _section(
                "Chỗ chưa bảo đảm",
                "Tệp đính kèm giữ nguyên như khi được gửi đến, nên có tệp trình đọc màn hình không đọc được."
                " Cần nội dung của tệp nào ở dạng khác, xin báo cho nơi công bố.",
            ),
            _section(
                "Gặp rào cản, báo ở đâu",
                f"Xin báo cho {publisher.name}, nói rõ địa chỉ trang và điều làm bạn vướng.",
                items=_contacts(publisher, has_page, "Liên hệ"),
            ),
        ),
    )


def _contacts(
    publisher: Publisher, has_page: bool, name: str, language: str = ""
) -> tuple[StatementItem, ...]:
    page = (StatementItem(name, CONTACT),) if has_page else ()
    return (*(StatementItem(line, language=language) for line in publisher.contact), *page)


def pledge(visitors: bool = False) -> Statement:
    """What a publisher pledges to readers; the program keeps it. visitors: whether they are counted."""
    return Statement(
        PLEDGE,
        "Cam kết với bạn đọc",
        "Trang này có thể được dẫn lại lâu dài: địa chỉ không mất, chỗ sai được sửa công khai,"
        " con số nào cũng có gốc.",
        (
            _section(
                "Địa chỉ không mất",
                "Mỗi bài, mỗi trang số liệu giữ địa chỉ từ ngày đăng. Bài đổi địa chỉ thì địa chỉ cũ vẫn đưa"
                " đến bài. Bài phải gỡ thì ở địa chỉ cũ còn lời báo ngày gỡ và lý do.",
            ),
            _section(
                "Sai thì sửa công khai",
                "Đầu trang đã sửa ghi rõ trước là gì, nay là gì, vì sao. Bài đính chính lớn còn giữ bản cũ để"
                " đối chiếu, và mọi lần sửa đều có trong trang Đính chính.",
                items=(StatementItem("Các đính chính", "/dinh-chinh/"),),
            ),
            _section(
                "Số nào cũng có gốc",
                "Mỗi con số chỉ ghi một lần, trong hồ sơ gốc; tin, bảng và biểu đồ đều lấy từ đó. Bạn đọc lần"
                " theo được mỗi số đến nơi công bố, và với số tính ra thì đến cách tính.",
                "Điều gì nơi công bố không nêu thì trang nói là không công bố, không tự đoán.",
            ),
            _section(
                "Tên người",
                "Người được nêu tên theo chức danh của ngày hôm ấy. Lưu trữ theo người chỉ xếp những việc làm"
                " theo chức danh, không bao giờ xếp theo kỷ luật.",
            ),
            *((_counting_visitors(),) if visitors else ()),
        ),
    )


def _counting_visitors() -> StatementSection:
    """How the numbers at the foot of each page come about; the script that shows them links here."""
    return _section(
        "Đếm người xem",
        "Cuối mỗi trang có số người xem, đếm từ nhật ký của chính máy chủ này. Trực tuyến là số người vừa mở"
        " trang trong mười lăm phút qua; Hôm nay, Hôm qua là số người khác nhau đã xem trong ngày, theo giờ"
        " Việt Nam. Cùng một địa chỉ mạng và cùng một loại trình duyệt thì tính là một người; máy tìm kiếm và"
        " các chương trình tự động không được tính.",
        "Trang không đặt cookie, không ghi gì vào máy của bạn đọc để đếm, không gửi gì cho bên thứ ba. Địa"
        " chỉ mạng của bạn đọc không rời máy chủ và không có trong con số được công bố.",
    )


def in_english(publisher: Publisher, english: str, dated: bool = False) -> Statement:
    """The structure of the site and its contacts in English. dated: whether there is a file for calendars."""
    name = english or publisher.name
    notes = {**_IN_ENGLISH, FOLLOWING: _to_follow(publisher.feed is not None, dated)}
    places: dict[str, Link] = {}
    for link in (*publisher.header_links, Link("/tim-kiem/", "Tìm kiếm"), *publisher.footer_links):
        places.setdefault(link.address, link)
    items = (
        StatementItem(plain(link.text), link.address, notes[link.address], "vi")
        for link in places.values()
        if link.address in notes
    )
    sections = [
        _section(
            "What is where",
            "Bulletins are published in Vietnamese only. The sections of the site:",
            items=tuple(items),
        ),
        _section(
            "Reading the figures",
            "In Vietnamese numbers a dot separates thousands and a comma the decimals; days come before"
            " months. Every figure leads to its source. Two marks are frequent:",
            items=(
                StatementItem("không công bố", note="not published, which is not zero", language="vi"),
                StatementItem("suy ra", note="derived from published figures", language="vi"),
            ),
        ),
    ]
    if contacts := _contacts(publisher, CONTACT in places, "Contact page", "vi"):
        sections.append(_section("Contact", items=contacts))
    return Statement(
        ENGLISH,
        f"About {name}",
        f"This is the website on which {name} publishes bulletins of meetings and annual results.",
        tuple(sections),
        "en",
    )


def _to_follow(feeds: bool, dated: bool) -> str:
    """What there is to follow; feeds need the address of the site, the calendar file needs days to come."""
    told = [name for name, there in (("feeds", feeds), ("a calendar file", dated)) if there]
    return f"{' and '.join(told)} to follow"


def _section(heading: str, *paragraphs: str, items: tuple[StatementItem, ...] = ()) -> StatementSection:
    return StatementSection(heading, slug(heading), paragraphs, items)
