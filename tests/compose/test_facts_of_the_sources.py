"""The facts of the two sources, each in its place in what is composed, and nothing invented."""

from __future__ import annotations

from functools import cache

import pytest

from bantin.compose.blocks import told
from bantin.compose.said import Acts, Article, Bulletins, Listing, Paragraph, Remarks, Row, plain
from tests.compose.walking import everything
from tests.dataset.projects import EXAMPLE, files_of
from tests.figures.small import composed

MEETING, YEAR = "tin/2024", "tin/2019"


@cache
def bulletins() -> Bulletins:
    return composed(files_of(EXAMPLE))


def article(address: str) -> Article:
    [found] = [found for found in bulletins().articles if found.address.startswith(f"/{address}/")]
    return found


def text_of(page: str, part: str) -> str:
    """A part of an article as a reader sees it."""
    found = article(page)
    match part:
        case "lead":
            return plain(found.lead)
        case "body":
            return "\n".join(plain(prose) for block in found.body for prose in told(block))
        case "paragraphs":
            return "\n".join(plain(block.prose) for block in found.body if isinstance(block, Paragraph))
        case "notes":
            return "\n".join(plain(note) for note in found.notes)
        case "byline":
            return "; ".join(found.byline)
        case "key figures":
            return "\n".join(f"{k.number.text} {k.label}: {plain(k.change)}" for k in found.key_figures)
    assert part in ("kicker", "headline", "date_line", "source_code")
    return str(getattr(found, part))


FACTS = [
    # The meeting of 29/11/2024
    ("part of day and day", MEETING, "lead", "Sáng ngày 29/11/2024"),
    ("weekday and day", MEETING, "date_line", "Thứ sáu, 29/11/2024"),
    ("the body", MEETING, "lead", "Ủy ban kiểm tra (UBKT) Đảng ủy Khối họp"),
    ("the body above", MEETING, "kicker", "Đảng ủy Khối"),
    ("regular, for November", MEETING, "headline", "họp phiên thường kỳ tháng 11/2024"),
    (
        "agenda, 1",
        MEETING,
        "lead",
        "đánh giá kết quả công tác kiểm tra, giám sát và thi hành kỷ luật trong năm",
    ),
    ("agenda, 2", MEETING, "lead", "xếp loại thi đua các UBKT cơ sở"),
    ("agenda, 3", MEETING, "lead", "một số nhiệm vụ khác của UBKT theo quy định"),
    ("attendees, uncounted", MEETING, "body", "các đồng chí ủy viên Ủy ban kiểm tra Đảng ủy Khối."),
    (
        "the chair attends and chairs",
        MEETING,
        "body",
        "Đồng chí Thịnh Đức Tiền, Phó Bí thư Đảng ủy Khối, dự và chủ trì phiên họp.",
    ),
    ("the year matters", MEETING, "body", "Nghị quyết Đại hội lần thứ XIII của Đảng"),
    ("the term", MEETING, "body", "nhiệm kỳ 2020–2025"),
    (
        "a share of committees",
        MEETING,
        "body",
        "100% cấp ủy, UBKT đảng ủy cơ sở đã hoàn thành chương trình kiểm tra, giám sát năm 2024",
    ),
    ("said of some units", MEETING, "body", "Một số đơn vị vượt chỉ tiêu"),
    ("supervision", MEETING, "body", "của cấp ủy, UBKT các cấp “vượt 121%” kế hoạch"),
    ("members", MEETING, "body", "kiểm tra đảng viên khi có dấu hiệu vi phạm “vượt 147%” kế hoạch"),
    ("organisations", MEETING, "body", "kiểm tra tổ chức đảng khi có dấu hiệu vi phạm “vượt 122%” kế hoạch"),
    ("two readings", MEETING, "notes", "đạt 121% kế hoạch, hoặc đạt 221% kế hoạch"),
    ("the coming congress", MEETING, "body", "trước thềm đại hội Đảng nhiệm kỳ 2025–2030"),
    ("limitations, by one to others", MEETING, "body", "UBKT Đảng ủy Khối thẳng thắn nêu những hạn chế"),
    ("limitations, to whom", MEETING, "body", "mà UBKT các cấp phải khắc phục trong thời gian tới"),
    ("left out", MEETING, "notes", "Nguồn không nêu địa điểm, số người dự, ngày đăng và tên tỉnh."),
    ("composed", MEETING, "notes", "Nguồn không có tiêu đề và sapô"),
    ("byline", MEETING, "byline", "Đoàn Hồng"),
    # The year 2019
    ("source code", YEAR, "source_code", "LSO"),
    ("kicker", YEAR, "kicker", "Đảng ủy Khối các cơ quan tỉnh"),
    ("the year, not the clock's day", YEAR, "date_line", "Năm 2019"),
    ("69 = 36 + 33", YEAR, "body", "có 69 tổ chức cơ sở đảng (36 đảng bộ cơ sở và 33 chi bộ cơ sở)"),
    ("a lower bound", YEAR, "body", "trên 4.300 đảng viên"),
    ("legal basis", YEAR, "body", "Điều 30 Điều lệ Đảng"),
    (
        "teams are not organisations",
        YEAR,
        "body",
        "Ban Thường vụ Đảng ủy Khối thành lập 14 đoàn kiểm tra, giám sát đối với 14 tổ chức đảng và "
        "11 cấp ủy viên cơ sở",
    ),
    (
        "party committees, prepared by others",
        YEAR,
        "body",
        "UBKT hai cấp đã tham mưu, giúp cấp ủy kiểm tra, giám sát 69 tổ chức đảng và 66 đảng viên, tăng "
        "9 tổ chức và 6 đảng viên so với năm 2018",
    ),
    (
        "the inspection committees themselves",
        YEAR,
        "body",
        "UBKT hai cấp đã kiểm tra, giám sát 67 tổ chức đảng và 25 đảng viên, tăng 17 tổ chức và 2 đảng viên "
        "so với năm 2018",
    ),
    (
        "disciplined",
        YEAR,
        "body",
        "Cấp ủy các cấp đã thi hành kỷ luật 22 đảng viên, tăng 5 đảng viên so với năm 2018, trong đó khiển "
        "trách 16, cảnh cáo 5 và khai trừ 1 đảng viên",
    ),
    ("kinds of violation, an open list", YEAR, "body", "nội quy, quy chế cơ quan…"),
    (
        "disciplined by the committee itself",
        YEAR,
        "body",
        "UBKT Đảng ủy Khối đã thi hành kỷ luật 6 đảng viên.",
    ),
    ("its kinds of violation", YEAR, "body", "chống người thi hành công vụ…"),
    ("byline", YEAR, "byline", "Đình Quang"),
    ("left out", YEAR, "notes", "Nguồn không nêu ngày đăng, tên tỉnh và thời điểm tính số liệu."),
]


@pytest.mark.parametrize(("fact", "where", "part", "text"), FACTS, ids=[f"{f[1]} {f[0]}" for f in FACTS])
def test_a_fact_stands_in_its_place(fact: str, where: str, part: str, text: str) -> None:
    assert text in text_of(where, part), fact


ROWS = [
    # page, row, current, earlier (and its status), change, percent, what the remark holds
    ("2019", "ket-qua-2019--to-chuc-co-so", "69", "không công bố", "–", "–", "hiện có"),
    ("2019", "ket-qua-2019--to-chuc-co-so--dang-bo", "36", "không công bố", "–", "–", "Tính ra chiếm 52,2%."),
    ("2019", "ket-qua-2019--to-chuc-co-so--chi-bo", "33", "không công bố", "–", "–", "Tính ra chiếm 47,8%."),
    ("2019", "ket-qua-2019--dang-vien", "trên 4.300", "không công bố", "–", "–", "hiện có"),
    ("2019", "ket-qua-2019--doan", "14", "không công bố", "–", "–", ""),
    ("2019", "ket-qua-2019--to-chuc-btv", "14", "không công bố", "–", "–", ""),
    ("2019", "ket-qua-2019--cap-uy-vien-btv", "11", "không công bố", "–", "–", ""),
    ("2019", "ket-qua-2019--to-chuc-cap-uy", "69", "60 suy ra", "+9", "+15%", ""),
    ("2019", "ket-qua-2019--dang-vien-cap-uy", "66", "60 suy ra", "+6", "+10%", ""),
    ("2019", "ket-qua-2019--to-chuc-ubkt", "67", "50 suy ra", "+17", "+34%", ""),
    ("2019", "ket-qua-2019--dang-vien-ubkt", "25", "23 suy ra", "+2", "+8,7%", ""),
    ("2019", "ket-qua-2019--ky-luat", "22", "17 suy ra", "+5", "+29,4%", "tham nhũng"),
    ("2019", "ket-qua-2019--ky-luat--khien-trach", "16", "không công bố", "–", "–", "Tính ra chiếm 72,7%."),
    ("2019", "ket-qua-2019--ky-luat--canh-cao", "5", "không công bố", "–", "–", "Tính ra chiếm 22,7%."),
    ("2019", "ket-qua-2019--ky-luat--cach-chuc", "0 suy ra", "không công bố", "–", "–", ""),
    ("2019", "ket-qua-2019--ky-luat--khai-tru", "1", "không công bố", "–", "–", "Tính ra chiếm 4,5%."),
    ("2019", "ket-qua-2019--ky-luat-ubkt", "6", "không công bố", "–", "–", "không nói số này có nằm trong"),
    ("2024", "ket-qua-2024--hoan-thanh", "100%", "không công bố", "–", "–", "không phải mức đạt kế hoạch"),
    ("2024", "ket-qua-2024--giam-sat", "“vượt 121%” nguyên văn", "không công bố", "–", "–", "một số đơn vị"),
    (
        "2024",
        "ket-qua-2024--kiem-tra-dang-vien",
        "“vượt 147%” nguyên văn",
        "không công bố",
        "–",
        "–",
        "một số đơn vị",
    ),
    (
        "2024",
        "ket-qua-2024--kiem-tra-to-chuc",
        "“vượt 122%” nguyên văn",
        "không công bố",
        "–",
        "–",
        "một số đơn vị",
    ),
    ("2024", "phien-thuong-ky-2024-11--xep-loai", "47", "không công bố", "–", "–", "thống nhất"),
    (
        "2024",
        "phien-thuong-ky-2024-11--khen-thuong",
        "10",
        "không công bố",
        "–",
        "–",
        "Mới là đề nghị, chưa phải quyết định.",
    ),
]


def rows(year: str) -> dict[str, Row]:
    [page] = [page for page in bulletins().statistics if page.address == f"/so-lieu/{year}/"]
    listed = [
        row
        for body in page.bodies
        for subject in body.subjects
        for table in subject.tables
        for row in table.rows
    ]
    return {row.anchor: row for row in listed}


@pytest.mark.parametrize(
    ("year", "anchor", "current", "earlier", "change", "percent", "remark"),
    ROWS,
    ids=[row[1] for row in ROWS],
)
def test_a_figure_stands_in_its_row(
    year: str, anchor: str, current: str, earlier: str, change: str, percent: str, remark: str
) -> None:
    row = rows(year)[anchor]
    cells = [f"{cell.text} {cell.status_text}".strip() for cell in (row.current, row.earlier)]
    assert cells == [current, earlier]
    assert [row.change.text, row.percent.text] == [change, percent]
    assert remark in plain(row.remark)
    assert row.articles, "no way back to the article"


def test_no_row_stands_there_that_is_not_looked_at() -> None:
    assert {anchor for year in ("2019", "2024") for anchor in rows(year)} == {row[1] for row in ROWS}
    assert [page.address for page in bulletins().statistics] == ["/so-lieu/2019/", "/so-lieu/2024/"]


def test_unresolved_words_are_no_number_for_programs_either() -> None:
    for name in ("giam-sat", "kiem-tra-dang-vien", "kiem-tra-to-chuc"):
        cell = rows("2024")[f"ket-qua-2024--{name}"].current
        assert cell.value == "" and "hai cách hiểu" in cell.reason


def test_forms_of_discipline_stand_in_their_legal_order() -> None:
    parts = [row.label for anchor, row in rows("2019").items() if anchor.startswith("ket-qua-2019--ky-luat-")]
    assert parts[:4] == ["Khiển trách", "Cảnh cáo", "Cách chức", "Khai trừ"]


def test_an_agreement_and_a_proposal_are_told_apart() -> None:
    [acts] = [block for block in article(MEETING).body if isinstance(block, Acts)]
    assert [(act.force, plain(act.prose)) for act in acts.items] == [
        ("Thống nhất", "đánh giá, xếp loại thi đua đối với 47 UBKT đảng ủy cơ sở."),
        ("Đề nghị", "Ban Thường vụ Đảng ủy Khối khen thưởng 10 UBKT đảng ủy cơ sở."),
    ]


@pytest.mark.parametrize(
    ("where", "speaker", "office", "lead", "items", "is_open"),
    [
        (
            MEETING,
            "Đồng chí Thịnh Đức Tiền",
            "",  # told where he chairs the meeting
            "đề nghị công tác kiểm tra, giám sát năm 2025",
            2,
            False,
        ),
        (YEAR, "Đồng chí Hoàng Chính", "Chủ nhiệm UBKT Đảng ủy Khối CCQ tỉnh", "cho biết", 4, True),
        (YEAR, "Đồng chí Vi Minh Tú", "Phó Bí thư Đảng ủy Khối CCQ tỉnh", "cho biết năm 2020", 6, False),
    ],
)
def test_remarks_stand_under_name_and_office(
    where: str, speaker: str, office: str, lead: str, items: int, is_open: bool
) -> None:
    [remarks] = [b for b in article(where).body if isinstance(b, Remarks) and b.speaker == speaker]
    assert remarks.office == office and plain(remarks.lead).startswith(lead)
    assert (len(remarks.items), remarks.open) == (items, is_open)


@pytest.mark.parametrize(("where", "items", "is_open"), [(MEETING, 3, False), (YEAR, 4, True)])
def test_limitations_and_findings_are_lists(where: str, items: int, is_open: bool) -> None:
    [listing] = [block for block in article(where).body if isinstance(block, Listing)]
    assert (len(listing.items), listing.open) == (items, is_open)


@pytest.mark.parametrize("where", [MEETING, YEAR])
def test_an_abbreviation_is_defined_once_at_its_first_use(where: str) -> None:
    whole = "\n".join(text_of(where, part) for part in ("lead", "body", "notes"))
    assert whole.count("(UBKT)") == 1
    assert whole.index("(UBKT)") == whole.index("UBKT") - 1
    assert whole.count("(CCQ)") == (where == YEAR)


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("the sum of two bodies' organisations", "136"),
        ("the sum of two bodies' disciplined", "28 đảng viên"),
        ("the remainder of two bodies' disciplined", "16 đảng viên"),
        ("the clock's date line", "01/10/2020"),
        ("the visitor counter", "264"),
        ("the visitor counter", "Trực tuyến"),
        ("a province", "Lạng Sơn"),
        ("doubled words of the source", "Nghị quyết Nghị quyết"),
        ("doubled words of the source", "chỉ đạo chỉ đạo"),
        ("a proposal as a decision", "đã khen thưởng"),
        ("the other way of placing marks", "uỷ"),
    ],
)
def test_what_the_sources_do_not_say_is_said_nowhere(what: str, text: str) -> None:
    assert text not in everything(bulletins()), what
