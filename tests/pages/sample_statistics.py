"""Statistics pages to draw, with the figures of the two example records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bantin.compose.said import (
    BodyStatistics,
    Cell,
    Link,
    Row,
    StatisticsPage,
    Status,
    Subject,
    Table,
)
from tests.pages.sample_articles import (
    ARTICLE_2019,
    ARTICLE_2024,
    DISCIPLINED,
    NEWS_2019,
    NEWS_2024,
    RESULTS_2019,
    RESULTS_2024,
)


def cell(
    text: str, value: str = "", status: Status = Status.PUBLISHED, words: str = "", reason: str = ""
) -> Cell:
    return Cell(text, value, status, words, reason)


def published(value: str) -> Cell:
    return cell(value, value)


def implied(value: str, reason: str) -> Cell:
    return cell(value, value, Status.IMPLIED, "suy ra", reason)


def computed(text: str, value: str) -> Cell:
    return cell(text, value, Status.COMPUTED)


NO_VALUE = cell("", "", Status.NOT_PUBLISHED, "không công bố")
NOT_COMPUTED = cell("", "", Status.NOT_COMPUTED, "không tính")
READ = (Link(NEWS_2019, ARTICLE_2019.headline),)


def grown(anchor: str, label: str, now: int, more: int, percent: str, remark: str = "") -> Row:
    """A row with this year's value and a published change, from which the earlier value follows."""
    return Row(
        anchor=anchor,
        label=label,
        level=0,
        current=published(str(now)),
        earlier=implied(str(now - more), f"{now} trừ mức tăng {more} đã công bố là {now - more}."),
        change=published(f"+{more}") if more else published("0"),
        percent=computed(f"+{percent}%", percent.replace(",", ".")),
        remark=remark,
        articles=READ,
    )


def part(anchor: str, label: str, now: Cell) -> Row:
    return Row(anchor, label, 1, now, NO_VALUE, NOT_COMPUTED, NOT_COMPUTED, "", READ)


def alone(anchor: str, label: str, now: Cell, remark: str = "") -> Row:
    return Row(anchor, label, 0, now, NO_VALUE, NOT_COMPUTED, NOT_COMPUTED, remark, READ)


DISCIPLINE = Table(
    "b-ky-luat",
    "Đảng viên bị cấp ủy các cấp thi hành kỷ luật, theo hình thức",
    "đảng viên",
    "Năm 2019",
    "Năm 2018",
    (
        grown("f-ky-luat", "Tổng số", 22, 5, "29,4"),
        part("f-khien-trach", "Khiển trách", published("16")),
        part("f-canh-cao", "Cảnh cáo", published("5")),
        part(
            "f-cach-chuc",
            "Cách chức",
            implied("0", "Các hình thức còn lại đã cộng đủ 22: 16 + 5 + 1 = 22, nên không có cách chức."),
        ),
        part("f-khai-tru", "Khai trừ", published("1")),
    ),
)

SUPERVISION = Table(
    "b-kiem-tra",
    "Tổ chức đảng và đảng viên được kiểm tra, giám sát",
    "",
    "Năm 2019",
    "Năm 2018",
    (
        grown(
            "f-to-chuc",
            "Tổ chức đảng do cấp ủy kiểm tra, giám sát",
            69,
            9,
            "15",
            "UBKT hai cấp tham mưu, giúp việc",
        ),
        grown("f-dang-vien-cap-uy", "Đảng viên do cấp ủy kiểm tra, giám sát", 66, 6, "10"),
        grown("f-to-chuc-ubkt", "Tổ chức đảng do UBKT hai cấp kiểm tra, giám sát", 67, 17, "34"),
        grown("f-dang-vien-ubkt", "Đảng viên do UBKT hai cấp kiểm tra, giám sát", 25, 2, "8,7"),
    ),
)

ORGANISATION = Table(
    "b-to-chuc",
    "Tổ chức cơ sở đảng trực thuộc Đảng bộ Khối",
    "tổ chức",
    "Năm 2019",
    "Năm 2018",
    (
        alone("f-co-so", "Tổ chức cơ sở đảng", published("69")),
        part("f-dang-bo", "Đảng bộ cơ sở", published("36")),
        part("f-chi-bo", "Chi bộ cơ sở", published("33")),
    ),
)

MEMBERSHIP = Table(
    "b-dang-vien",
    "Đảng viên của Đảng bộ Khối",
    "đảng viên",
    "Năm 2019",
    "Năm 2018",
    (alone("f-dang-vien", "Đảng viên", cell("trên 4.300", "4300"), "nguồn chỉ nêu mức tối thiểu"),),
)

TEAMS = Table(
    "b-doan",
    "Kiểm tra, giám sát của Ban Thường vụ Đảng ủy Khối",
    "",
    "Năm 2019",
    "Năm 2018",
    (
        alone("f-doan", "Đoàn kiểm tra, giám sát", published("14")),
        alone("f-to-chuc-btv", "Tổ chức đảng được kiểm tra, giám sát", published("14")),
        alone("f-cap-uy-vien", "Cấp ủy viên cơ sở được kiểm tra, giám sát", published("11")),
    ),
)

KEY = (
    ("suy ra", "Nguồn không in số này, nhưng các số đã in chỉ cho phép một giá trị."),
    ("không công bố", "Nguồn không in số này và không suy ra được từ các số đã in."),
    ("không tính", "Thiếu số của năm trước nên không so sánh."),
)

STATISTICS_2019 = StatisticsPage(
    address=RESULTS_2019,
    title="Số liệu năm 2019",
    period_label="Từ 01/01 đến 31/12/2019",
    first_day=date(2019, 1, 1),
    last_day=date(2019, 12, 31),
    intro=(
        (
            "Năm 2019, cấp ủy các cấp của Đảng bộ Khối các cơ quan tỉnh thi hành kỷ luật ",
            DISCIPLINED,
            " đảng viên.",
        ),
    ),
    description="Tổ chức, đảng viên, kiểm tra, giám sát và kỷ luật năm 2019 của Đảng bộ Khối.",
    key_figures=ARTICLE_2019.key_figures,
    bodies=(
        BodyStatistics(
            "Đảng bộ Khối các cơ quan tỉnh",
            "dang-bo-khoi",
            (
                Subject("Tổ chức", "to-chuc", (ORGANISATION,)),
                Subject("Đảng viên", "dang-vien", (MEMBERSHIP,)),
                Subject("Kiểm tra, giám sát", "kiem-tra-giam-sat", (SUPERVISION,)),
                Subject("Kỷ luật", "ky-luat", (DISCIPLINE,)),
            ),
        ),
        BodyStatistics(
            "Ban Thường vụ Đảng ủy Khối",
            "ban-thuong-vu",
            (Subject("Kiểm tra, giám sát", "kiem-tra-btv", (TEAMS,)),),
        ),
    ),
    status_key=KEY,
    notes=(("Số 69 tổ chức cơ sở và số 69 tổ chức được kiểm tra là hai số khác nhau.",),),
    articles=READ,
    previous=None,
    next=Link(RESULTS_2024, "Năm 2024"),
)

READ_2024 = (Link(NEWS_2024, ARTICLE_2024.headline),)


def one(anchor: str, label: str, now: Cell, remark: str = "") -> Row:
    return replace(alone(anchor, label, now, remark), articles=READ_2024)


STATISTICS_2024 = StatisticsPage(
    address=RESULTS_2024,
    title="Số liệu năm 2024",
    period_label="Công bố tại phiên họp ngày 29/11/2024",
    first_day=date(2024, 1, 1),
    last_day=date(2024, 12, 31),
    intro=(("Năm 2024, mọi cấp ủy, UBKT cơ sở hoàn thành chương trình kiểm tra, giám sát.",),),
    description="Kết quả kiểm tra, giám sát năm 2024 của Đảng bộ Khối.",
    key_figures=ARTICLE_2024.key_figures,
    bodies=(
        BodyStatistics(
            "Ủy ban kiểm tra Đảng ủy Khối",
            "ubkt",
            (
                Subject(
                    "Kết quả so với kế hoạch",
                    "ke-hoach",
                    (
                        Table(
                            "b-ke-hoach",
                            "Kiểm tra, giám sát so với kế hoạch năm 2024",
                            "%",
                            "Năm 2024",
                            "Năm 2023",
                            (
                                one(
                                    "f-hoan-thanh",
                                    "Cấp ủy, UBKT hoàn thành chương trình",
                                    cell("100%", "100"),
                                ),
                                one(
                                    "f-giam-sat", "Giám sát", cell("vượt 121%", "121"), "giữ nguyên cách viết"
                                ),
                            ),
                        ),
                    ),
                ),
                Subject(
                    "Thi đua",
                    "thi-dua",
                    (
                        Table(
                            "b-thi-dua",
                            "UBKT cơ sở được xếp loại và được đề nghị khen thưởng",
                            "UBKT",
                            "Năm 2024",
                            "Năm 2023",
                            (
                                one("f-xep-loai", "Được xếp loại thi đua", published("47"), "thống nhất"),
                                one("f-khen-thuong", "Được khen thưởng", published("10"), "đề nghị"),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
    status_key=KEY,
    notes=(),
    articles=READ_2024,
    previous=Link(RESULTS_2019, "Năm 2019"),
    next=None,
)
