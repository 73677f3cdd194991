"""Meetings in words: what the record holds is said, as a newspaper would say it."""

from __future__ import annotations

from datetime import datetime

import pytest

from bantin.compose import compose
from bantin.compose.blocks import told
from bantin.compose.introducing import Introductions
from bantin.compose.said import Article, Attachment, Bulletins, Listing, Photo, Remarks, plain
from bantin.dataset import load
from bantin.dataset.attachments import AttachedFile
from bantin.dataset.pictures import Picture
from bantin.language import HO_CHI_MINH
from tests.dataset.projects import changed, checked, files_of

COUNCIL, INSPECTION = "ky-hop-hdnd", "ky-hop-ubkt"
FILES = {
    COUNCIL: "data/meetings/2024/ky-hop-thu-15.yml",
    INSPECTION: "data/meetings/2025/ky-hop-thu-26.yml",
}
LATER = datetime(2026, 11, 22, tzinfo=HO_CHI_MINH)


def bulletins(project: str, changes: tuple[tuple[str, str], ...]) -> Bulletins:
    """The project composed after the changes to its meeting, which must leave it sound."""
    files = files_of(project)
    for old, new in changes:
        files = changed(files, FILES[project], old, new)
    assert checked(files).text() == "không có lỗi nào\n"
    return compose(load(files).dataset.public(LATER), LATER, {}, {})


def text_of(article: Article) -> str:
    """All that an article says, one stretch a line."""
    lines = [plain(article.headline), article.date_line, plain(article.lead)]
    for block in article.body:
        if isinstance(block, Remarks):
            lines.append(", ".join(filter(None, (block.speaker, block.office))))
        lines += [plain(prose) for prose in told(block)]
    return "\n".join([*lines, *map(plain, article.notes)])


LAST_DAY = "  first_day: 09/12/2024\n  last_day: 11/12/2024"
DAYS = "  days: [14/08/2025, 15/08/2025]"
OPENING = """    verb: đề nghị
    lead: các đại biểu
    items:
      - thảo luận thẳng thắn, tập trung vào những việc cử tri còn bức xúc
      - mỗi câu chất vấn nêu đúng một vấn đề, đeo bám đến khi rõ trách nhiệm và thời hạn
"""
ELECTED = """          votes: 46
          share: 92%
          elected: yes
"""
SAYINGS = {
    "several days on end": (
        COUNCIL,
        (),
        "Từ ngày 9 đến ngày 11/12/2024, tại Trung tâm Hội nghị tỉnh, thành phố",
    ),
    "days listed": (
        COUNCIL,
        ((LAST_DAY, "  days: [09/12/2024, 11/12/2024, 12/12/2024]"),),
        "Ngày 9, 11 và 12/12/2024, tại",
    ),
    "an hour": (INSPECTION, ((DAYS, "  first_day: 14/08/2025\n  hour: 8 giờ"),), "8 giờ ngày 14/8/2025, tại"),
    "a year that is inferred": (
        INSPECTION,
        ((DAYS, f"{DAYS}\n  year_inferred_from: ngày trang nguồn hiển thị"),),
        "Nguồn không nêu năm họp; năm 2025 suy ra từ ngày trang nguồn hiển thị.",
    ),
    "a day as printed": (
        INSPECTION,
        ((DAYS, "  as_printed: 31/6/2025\n  doubt: tháng sáu không có ngày ấy"),),
        "Nguồn in ngày họp là “31/6/2025”: tháng sáu không có ngày ấy.",
    ),
    "a session of two kinds": (
        COUNCIL,
        (
            (
                "      nature: regular\n  ordinal: thứ 15",
                "      nature: regular\n    - noun: phiên\n      nature: thematic\n"
                "      ordinal: thứ 3\n  ordinal: thứ 15",
            ),
        ),
        "kỳ họp thường lệ thứ 15 và phiên chuyên đề thứ 3, khóa XVIII",
    ),
    "guests told by office and body": (
        COUNCIL,
        (),
        "Khách mời dự kỳ họp có Phó Trưởng Đoàn đại biểu Quốc hội tỉnh; đại diện",
    ),
    "an opening speech alone": (
        COUNCIL,
        ((OPENING, ""),),
        "Ông Đặng Quốc Huy phát biểu khai mạc kỳ họp.",
    ),
    "a weekday": (
        INSPECTION,
        ((DAYS, "  first_day: 14/08/2025\n  weekday: thứ năm\n  part_of_day: morning"),),
        "Sáng thứ năm, ngày 14/8/2025, tại",
    ),
    "the period of a speech": (
        COUNCIL,
        (("    kind: closing\n", "    kind: closing\n    about: năm 2025\n"),),
        "phát biểu bế mạc kỳ họp, nói về năm 2025, đề nghị UBND tỉnh",
    ),
    "a document that nothing names": (
        INSPECTION,
        (
            (
                "documents:\n",
                "documents:\n  - id: quy-dinh-22\n    kind: Quy định\n    number: 22-QĐ/TW\n"
                "    title: về công tác kiểm tra\n    relation: basis\n",
            ),
        ),
        "Văn bản của kỳ họp: Quy định số 22-QĐ/TW về công tác kiểm tra.",
    ),
    "an office again where the vote is on who holds it": (
        COUNCIL,
        (),
        "ông Đặng Quốc Huy, Chủ tịch HĐND tỉnh: 41 phiếu tín nhiệm cao",
    ),
    "who asks": (COUNCIL, (), "Đại biểu Lò Thị Hoa (Tổ đại biểu huyện Thạch Lâm) chất vấn về tiến độ"),
    "a promise and its day": (COUNCIL, (), "trả lời, hứa thông xe cầu chính trước ngày 30/6/2025:"),
    "a vote of those present": (
        COUNCIL,
        (),
        "với 47/48 đại biểu có mặt tán thành (97,92%), 1 không biểu quyết.",
    ),
    "options of its own": (
        COUNCIL,
        (),
        "với 31/48 đại biểu có mặt chọn phương án thu một mức thống nhất và 15 đại biểu chọn phương án",
    ),
    "votes by name": (
        COUNCIL,
        (),
        "Không tán thành: bà Lò Thị Hoa, đại biểu HĐND tỉnh; đại diện Tổ đại biểu",
    ),
    "an election": (
        COUNCIL,
        (),
        "ông Cao Minh Đức, Giám đốc Sở Tài chính, giữ chức Ủy viên UBND tỉnh nhiệm kỳ 2021–2026 "
        "theo tờ trình của UBND tỉnh, với 46 phiếu trên tổng số 50 đại biểu (92%), "
        "thu về 48 phiếu",
    ),
    "nobody elected": (
        COUNCIL,
        ((ELECTED, "          votes: 20\n"),),
        "Ủy viên UBND tỉnh nhiệm kỳ 2021–2026: chưa có người trúng cử",
    ),
    "several elected": (
        COUNCIL,
        (
            (
                ELECTED,
                f"{ELECTED}        - person: ngo-thanh-tung\n          votes: 40\n          elected: yes\n",
            ),
            (
                "      base: 50\n      base_is: all\n      cast: 48\n      invalid: 1",
                "      seats: 2\n      base: 50\n      base_is: all",
            ),
        ),
        "2 Ủy viên UBND tỉnh nhiệm kỳ 2021–2026: ông Cao Minh Đức, Giám đốc Sở Tài chính, được 46 phiếu trên "
        "tổng số 50 đại biểu (92%); ông Ngô Thanh Tùng, được 40 phiếu",
    ),
    "grades": (
        COUNCIL,
        (),
        "41 phiếu tín nhiệm cao (82%), 5 phiếu tín nhiệm (10%), 2 phiếu tín nhiệm thấp (4%)",
    ),
    "what comes next": (
        COUNCIL,
        (),
        "Kỳ họp thường lệ thứ 16 dự kiến diễn ra trong tháng 7/2025, để xem xét việc thực hiện lời hứa",
    ),
    "a review of an earlier meeting": (
        INSPECTION,
        (),
        "Kỳ họp rà soát việc thực hiện kết luận của kỳ họp thứ 24 về quản lý đất đai.",
    ),
    "bodies in their terms": (
        INSPECTION,
        (
            (
                "terms: [nhiệm kỳ 2020–2025]\n        text",
                "terms: [nhiệm kỳ 2015–2020, nhiệm kỳ 2020–2025]\n        text",
            ),
        ),
        "Ban Thường vụ Đảng ủy Sở Xây dựng các nhiệm kỳ 2015–2020, 2020–2025 vi phạm nguyên tắc",
    ),
    "forms of discipline": (
        INSPECTION,
        (),
        "cách chức tất cả chức vụ trong Đảng đối với đồng chí Lương Xuân Bách, nguyên Bí thư Đảng ủy",
    ),
    "an earlier act": (INSPECTION, (), "thực hiện yêu cầu của kỳ họp thứ 24."),
    "another body acts": (
        INSPECTION,
        (
            (
                "      - force: proposed\n        addressee: btv-tinh-uy",
                "      - force: decided\n        acting_body: btv-tinh-uy",
            ),
        ),
        "chỉ đạo kỷ luật hành chính đồng bộ với kỷ luật đảng",
    ),
    "why people are named": (
        INSPECTION,
        (),
        "Tên, chức vụ trong việc kỷ luật được nêu theo Thông báo số 41-TB/UBKTTU ngày 18/08/2025.",
    ),
}


@pytest.mark.parametrize("name", SAYINGS)
def test_a_meeting_is_told_in_these_words(name: str) -> None:
    project, changes, expected = SAYINGS[name]
    article = bulletins(project, changes).articles[0]
    assert expected in text_of(article)


def test_an_office_is_printed_once() -> None:
    told = text_of(bulletins(COUNCIL, ()).articles[0])
    assert told.count("Ông Đặng Quốc Huy, Chủ tịch HĐND tỉnh,") == 1
    assert "\nÔng Đặng Quốc Huy\n" in told


def test_two_people_of_one_name_keep_their_offices() -> None:
    met = Introductions()
    assert met.office("an", "ông An", "Giám đốc Sở") == "Giám đốc Sở"
    assert met.office("an", "ông An", "Giám đốc Sở") == ""
    assert met.office("an", "ông An", "Trưởng đoàn") == "Trưởng đoàn"
    assert met.office("an-2", "ông An", "Bí thư") == "Bí thư"
    assert met.office("an", "ông An", "Giám đốc Sở") == "Giám đốc Sở"


@pytest.mark.parametrize(
    "source",
    [
        "Đại biểu tán thành, Nghị quyết số 61/NQ-HĐND, kỳ họp thường lệ thứ 15",
        "Số phiếu bầu, bầu Ủy viên UBND tỉnh, kỳ họp",
        "Đại biểu biểu quyết, dự thảo nghị quyết về mức thu phí tham quan danh lam thắng cảnh, kỳ họp",
        "Số phiếu thu về, lấy phiếu tín nhiệm, kỳ họp",
        "Phiếu tín nhiệm cao của ông Đặng Quốc Huy, kỳ họp",
        "Số đại biểu HĐND tỉnh có mặt, kỳ họp",
    ],
)
def test_a_source_names_the_act_it_comes_from(source: str) -> None:
    labels = [entry.label for entry in bulletins(COUNCIL, ()).articles[0].sources]
    assert any(label.startswith(source) for label in labels)


def test_what_the_lead_told_is_not_told_again() -> None:
    dataset = load(files_of("half-year")).dataset.public(LATER)
    article = compose(dataset, LATER, {}, {}).articles[0]
    first, body = plain(article.lead), "\n".join(plain(prose) for b in article.body for prose in told(b))
    assert first.endswith("đã thi hành kỷ luật 08 đảng viên, giảm 03 đảng viên so với cùng kỳ năm 2024.")
    assert body.startswith(
        "Trong số đảng viên bị thi hành kỷ luật, khiển trách 05, cảnh cáo 02 và khai trừ 01"
    )
    assert "08 đảng viên" not in body


def test_another_bodys_act_is_said_to_be_its_own() -> None:
    project, changes, _ = SAYINGS["another body acts"]
    article = bulletins(project, changes).articles[0]
    forces = [
        item.force for block in article.body for item in getattr(block, "items", ()) if hasattr(item, "force")
    ]
    assert "Ban Thường vụ Tỉnh ủy quyết định" in forces


def test_a_day_that_is_not_known_is_not_invented() -> None:
    changes = ((f"when:\n{DAYS}\n", ""),)
    article = bulletins(INSPECTION, changes).articles[0]
    assert plain(article.lead).startswith("Tại thành phố Trường Sơn, Ủy ban Kiểm tra")


def test_a_meeting_that_is_not_public_is_not_named() -> None:
    files = changed(
        files_of(INSPECTION), "data/meetings/2025/ky-hop-thu-24.yml", "status: ready", "status: draft"
    )
    article = compose(load(files).dataset.public(LATER), LATER, {}, {}).articles[0]
    assert "kỳ họp thứ 24" not in text_of(article)


def notes() -> str:
    made = bulletins(INSPECTION, ())
    return "\n".join(f"{page.address} {plain(note)}" for page in made.statistics for note in page.notes)


def test_a_year_of_its_own_days_says_which() -> None:
    assert "Năm 2024 ở đây tính từ ngày 15/12/2023 đến hết ngày 14/12/2024." in notes()


def test_a_year_of_its_own_days_is_told_from_the_civil_year() -> None:
    """In the title and the description of its page, in links to it and in the list of years."""
    file = "data/results/2024/ket-qua-nam.yml"
    files = files_of(INSPECTION)
    civil = files[file].decode().replace(" (từ 15/12/2023 đến 14/12/2024)", "").replace("id: ", "id: d-", 1)
    files["data/results/2024/nam-duong-lich.yml"] = civil.encode()
    made = compose(load(files).dataset.public(LATER), LATER, {}, {})
    titles = [page.title for page in made.statistics]
    assert {"Số liệu năm 2024", "Số liệu năm 2024 (từ 15/12/2023 đến 14/12/2024)"} <= {*titles}
    named = [page.period_label for page in made.statistics]
    links = [page.previous.text for page in made.statistics if page.previous]
    listed = [f"{year.label} {year.summary}" for year in made.statistics_index.years]
    begun = [plain(page.description).partition(").")[0] for page in made.statistics]
    for way in (titles, named, links, listed, begun):
        assert len({*way}) == len(way) > 0
    [own] = [page for page in made.statistics if page.days]
    [shown] = [year for year in made.statistics_index.years if year.address == own.address]
    assert (shown.label, own.days) == ("2024", "từ 15/12/2023 đến 14/12/2024")
    assert shown.summary.startswith("Từ 15/12/2023 đến 14/12/2024: ")


ARTICLE = "data/articles/2024/ky-hop-thu-15.yml"
PHOTO = """photos:
  - id: bo-phieu
    file: anh/bo-phieu.jpg
    caption: Đại biểu bỏ phiếu
    alt: Đại biểu bỏ phiếu trong hội trường
    after: confidence
charts:
  - id: y-kien
    number: 1
    caption: Ý kiến, kiến nghị của cử tri
    observations: [y-kien]
byline:
"""


def with_article(old: str, new: str) -> Article:
    """The council's article after a change to its record."""
    files = changed(files_of(COUNCIL), ARTICLE, old, new)
    assert checked(files, ("anh/bo-phieu.jpg",)).problems == ()
    pictures = {"anh/bo-phieu.jpg": Picture("anh/bo-phieu.jpg", 4, 3)}
    return compose(load(files).dataset.public(LATER), LATER, pictures, {}).articles[0]


def test_a_photo_stands_behind_the_part_that_it_names() -> None:
    body = with_article("byline:\n", PHOTO).body
    at = next(at for at, block in enumerate(body) if isinstance(block, Photo))
    before = body[at - 1]
    assert isinstance(before, Listing)
    assert plain(before.lead).startswith("Kết quả lấy phiếu tín nhiệm")


def test_a_chart_lists_its_figures() -> None:
    body = with_article("byline:\n", PHOTO).body
    lists = {plain(block.lead): block.items for block in body if isinstance(block, Listing)}
    items = lists["Biểu đồ 1. Ý kiến, kiến nghị của cử tri:"]
    assert [plain(item) for item in items] == [
        "Ý kiến, kiến nghị của cử tri gửi đến kỳ họp (HĐND tỉnh): 126 ý kiến, kiến nghị"
    ]


def test_a_document_with_a_file_leads_to_it() -> None:
    number = "    number: 61/NQ-HĐND\n"
    files = changed(files_of(COUNCIL), FILES[COUNCIL], number, f"{number}    file: van-ban/nq-61.pdf\n")
    assert checked(files, ("van-ban/nq-61.pdf",)).problems == ()
    there = {"van-ban/nq-61.pdf": AttachedFile("van-ban/nq-61.pdf", "PDF", 1_180_000)}
    (article,) = compose(load(files).dataset.public(LATER), LATER, {}, {}, there).articles
    assert article.attachments == (
        Attachment(
            "van-ban/nq-61.pdf",
            "Nghị quyết số 61/NQ-HĐND về kế hoạch phát triển kinh tế – xã hội năm 2025",
            "PDF, 1,2 MB",
        ),
    )


def test_the_day_of_an_old_page_is_kept_apart_from_what_it_displayed() -> None:
    source = """source:
  published_on: 12/12/2024
  published_year_inferred_from: năm của kỳ họp
  displayed_date: Chủ nhật, 15/12/2024
  displayed_date_is: unknown
  saved_on: 16/12/2024
"""
    article = with_article("source:\n  published_on: 12/12/2024\n", source)
    assert article.date_line == "12/12/2024 (năm suy ra)"
    assert [plain(note) for note in article.notes] == [
        "Nguồn không nêu năm đăng; năm 2024 suy ra từ năm của kỳ họp.",
        "Trang nguồn hiển thị “Chủ nhật, 15/12/2024”; không rõ đó có phải ngày đăng bài hay không.",
        "Bài chỉ còn biết qua trang web cũ, lưu ngày 16/12/2024.",
    ]
