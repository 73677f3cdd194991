"""House style: what a good newspaper would print otherwise is found where it stands, and nothing else is."""

from __future__ import annotations

import pytest

from bantin.problems import Severity
from tests.dataset.projects import EXAMPLE, Files, changed, checked, files_of

ARTICLE_2019 = "data/articles/2019/ket-qua-2019.yml"
ARTICLE_2024 = "data/articles/2024/phien-thuong-ky-thang-11.yml"
MEETING = "data/meetings/2024/phien-thuong-ky-thang-11.yml"
ORGANISATIONS = "data/organisations.yml"
WORDS = "nhiều hạn chế, khuyết điểm"
"""Words in a text of the article, behind which something else is said."""


def with_text(text: str, files: Files | None = None) -> list[tuple[str, str]]:
    """What house style says of a text in the body of an article: rules, and the words that are marked."""
    seen = checked(changed(files or files_of(EXAMPLE), ARTICLE_2019, WORDS, f"{text} {WORDS}"))
    marked = []
    for problem in seen.problems:
        if problem.severity is not Severity.ERROR:
            place = problem.location
            line = seen.loaded.lines[place.file][place.line - 1]
            marked.append((problem.rule, line[place.column - 1 : place.column - 1 + place.length]))
    return marked


@pytest.mark.parametrize(
    ("text", "rule", "marked"),
    [
        ("thực hiện Nghị quyết Nghị quyết của tỉnh", "doubled-words", ["Nghị quyết Nghị quyết"]),
        ("phát biểu chỉ đạo chỉ đạo hội nghị", "doubled-words", ["chỉ đạo chỉ đạo"]),
        ("họp\n      Ban Thường vụ\n      Ban Thường vụ sớm", "doubled-words", ["Ban Thường vụ"]),
        ("theo kế hoạch kế hoạch đề ra", "doubled-words", ["kế hoạch kế hoạch"]),
        ("tình hình và và kết quả của của đơn vị", "doubled-function-word", ["và và", "của của"]),
        ("báo cáo ,ý kiến", "space-before-mark", [","]),
        ("báo cáo : ý kiến ; góp ý !", "space-before-mark", [":", ";", "!"]),
        ("báo cáo,ý kiến;góp ý", "no-space-after-mark", [",", ";"]),
        ("Họp xong.Các đơn vị", "no-space-after-mark", ["."]),
        ("các đơn vị...", "three-dots", ["..."]),
        ("phong trào \"Vì dân\" và \"Gần dân\"", "straight-quotes", ['"Vì dân"', '"Gần dân"']),
        ('phong trào "Vì dân', "straight-quotes", ['"']),
        ("giai đoạn 2015-2020, 2015 - 2020, 5%-7%, 8/7-9/7", "hyphen-in-range", ["-", "-", "-", "-"]),
        ("đạt 12,5 %", "space-before-percent", ["%"]),
        ("Ủy ban Kiểm tra họp", "organisation-capitals", ["Ủy ban Kiểm tra"]),
        ("ở Đảng bộ Khối Các Cơ quan tỉnh", "organisation-capitals", ["Đảng bộ Khối Các Cơ quan tỉnh"]),
        ("Uỷ ban kiểm tra Đảng uỷ Khối họp", "organisation-variant", ["Uỷ ban kiểm tra Đảng uỷ Khối"]),
        ("vượt 121%, vượt kế hoạch 100%", "exceeded-by-hundred", ["vượt 121%", "vượt kế hoạch 100%"]),
        ("cấp uỷ khoẻ, HOÀ", "tone-placement", ["uỷ", "khoẻ", "HOÀ"]),
        ("nhắc nhở hai mươi lăm đảng viên", "number-in-words", ["hai mươi lăm đảng viên"]),
        ("trên cơ sở đó, công tác phối hợp", "officialese", ["trên cơ sở", "công tác phối hợp"]),
        ("công tác tham mưu công tác kiểm tra", "officialese", ["công tác tham mưu công tác"]),
    ],
)  # fmt: skip
def test_a_slip_is_found_where_it_stands(text: str, rule: str, marked: list[str]) -> None:
    found = with_text(text)
    assert [words for name, words in found if name == rule] == marked
    assert {name for name, _ in found} <= {rule, "no-space-after-mark"}


@pytest.mark.parametrize(
    "text",
    [
        "luôn luôn, dần dần, ngày ngày, xanh xanh, từng bước từng bước, từ từ, mãi mãi",
        "các tổ chức tổ chức hội nghị, Ban chỉ đạo chỉ đạo các đơn vị, mỗi quy định quy định một việc",
        "lãnh đạo, lãnh đạo, chỉ đạo",
        "tốt… và khá … rồi. Vậy là xong! Phải không? Đúng: thế",
        "ở https://vi.example.vn/a,b:c và hoi.dap@example.vn",
        "lúc 8:30, ngày 8/7, số 1.234,5, đạt 12,5%, từ 2015–2020",
        "ngày 29-11-2024, số 42-KL/TW, điện thoại 024-3825-1234",
        "phong trào “Vì  dân ,mười đảng viên... trên cơ sở” rất tốt",
        "Ủy ban kiểm tra Đảng ủy Khối, Ủy ban Kiểm tra Trung ương, các ủy ban kiểm tra",
        "vượt 21%, vượt 99,9%, vượt qua 121 khó khăn",
        "quý, thuở, ngoài, hoàn toàn, “cấp uỷ khoẻ”, kỷ luật và kỉ luật",
        "một đảng viên, hằng năm tổ chức, lần thứ hai tổ chức, tháng mười đảng viên, ba ngày",
        "tiến hành các cuộc kiểm tra",
        "$(ky-luat), $(ky-luat); $(ky-luat).",
    ],
)
def test_what_a_newspaper_would_print_is_left_alone(text: str) -> None:
    assert with_text(text) == []


def test_what_people_said_is_not_judged_by_its_words() -> None:
    files = changed(files_of(EXAMPLE), MEETING, "năm 2025 tập trung", "năm 2025 tập trung trên cơ sở")
    assert checked(files).problems == ()
    files = changed(files_of(EXAMPLE), MEETING, "khuyết điểm mà UBKT", "khuyết điểm trên cơ sở đó mà UBKT")
    assert checked(files).rules == ["officialese"]


def test_numbers_and_titles_of_documents_and_literals_stay_as_they_are() -> None:
    literal = "\nliterals:\n  - text: 12-15\n    reason: tên phong trào\nbyline:"
    files = changed(files_of(EXAMPLE), ARTICLE_2019, "\nbyline:", literal)
    assert with_text("phong trào 12-15", files) == []
    assert with_text("phong trào 12-16", files) == [("hyphen-in-range", "-")]


def test_names_of_people_keep_their_tone_marks_and_the_site_chooses_the_way() -> None:
    files = changed(files_of(EXAMPLE), "data/people.yml", "name: Vi Minh Tú", "name: Vi Thuý Hoà")
    assert with_text("đồng chí Vi Thuý Hoà và cấp ủy", files) == []
    assert with_text("đồng chí Hoà", files) == [("tone-placement", "Hoà")]
    files = changed(files, "data/site.yml", "  zero_padding: no", "  zero_padding: no\n  tone_placement: new")
    assert ("tone-placement", "ủy") in with_text("cấp ủy, đồng chí Hoà", files)
    assert ("tone-placement", "Hoà") not in with_text("cấp ủy, đồng chí Hoà", files)


def test_labels_are_looked_at_and_names_are_not() -> None:
    files = changed(
        files_of(EXAMPLE),
        "data/indicators.yml",
        "label: Thi đua, khen thưởng",
        "label: Thi đua , khen thưởng các cấp uỷ",
    )
    assert checked(files).rules == ["space-before-mark", "tone-placement"]
    files = changed(
        files,
        "data/indicators.yml",
        "format: 1\n",
        "format: 1\nacknowledged:\n  - rule: tone-placement\n    reason: tên cũ\n",
    )
    assert checked(files).rules == ["space-before-mark"]


def test_a_name_that_two_records_write_differently_is_not_mended() -> None:
    other = "organisations:\n  - id: dang-uy-khac\n    name: Đảng Ủy Khối\n    kind: party_committee\n"
    files = changed(files_of(EXAMPLE), ORGANISATIONS, "organisations:\n", other)
    assert with_text("do Đảng Ủy Khối và Đảng ủy Khối nêu", files) == []
    assert with_text("do ĐẢNG ỦY KHỐI nêu", files) == [("organisation-capitals", "ĐẢNG ỦY KHỐI")]


@pytest.mark.parametrize(
    ("field", "old", "new", "rule"),
    [
        ("headline", "có nhiều chuyển biến\n", "có nhiều chuyển biến" + ", tích cực" * 3 + "\n", None),
        (
            "headline",
            "có nhiều chuyển biến\n",
            "có nhiều chuyển biến" + ", tích cực" * 5 + "\n",
            "long-headline",
        ),
        ("lead", "chất\n  lượng đảng viên.", "chất\n  lượng đảng viên" + ", nói chung" * 5, None),
        ("lead", "chất\n  lượng đảng viên.", "chất\n  lượng đảng viên" + ", nói chung" * 9, "long-lead"),
        ("caption", "giám sát năm 2020\n", "giám sát năm 2020" + ", ở cơ sở" * 6 + "\n", None),
        ("caption", "giám sát năm 2020\n", "giám sát năm 2020" + ", ở cơ sở" * 8 + "\n", "long-caption"),
    ],
)
def test_what_is_read_first_is_short(field: str, old: str, new: str, rule: str | None) -> None:
    seen = checked(changed(files_of(EXAMPLE), ARTICLE_2019, old, new))
    assert seen.rules == ([rule] if rule else []), field


def test_a_very_long_headline_is_said_to_be_cut_off() -> None:
    new = "có nhiều chuyển biến" + ", tích cực" * 8 + "\n"
    seen = checked(changed(files_of(EXAMPLE), ARTICLE_2019, "có nhiều chuyển biến\n", new))
    assert "dài hơn mức 90 rất nhiều" in seen.text()
    assert [problem.severity for problem in seen.problems] == [Severity.WARNING]


def test_an_abbreviation_defined_at_its_first_use_is_well() -> None:
    files = changed(files_of(EXAMPLE), ARTICLE_2019, "qua có nhiều", "qua của UBKT có nhiều")
    assert checked(files).rules == ["abbreviation-defined-late"]
    files = changed(files, ARTICLE_2019, "Ủy ban kiểm tra (UBKT) Đảng", "UBKT Đảng")
    assert checked(files).rules == []


def test_hints_stand_last_one_line_each_and_can_be_acknowledged() -> None:
    files = changed(files_of(EXAMPLE), ARTICLE_2019, WORDS, f"mười đảng viên , {WORDS}")
    lines = checked(files).text().splitlines()
    assert [line.count("gợi ý: ") for line in lines[-3:]] == [1, 0, 0]
    hint = "gợi ý: “mười đảng viên” là con số viết bằng chữ [number-in-words] → "
    assert lines[-3].startswith(f"{ARTICLE_2019}:47:15: {hint}")
    assert lines[-1] == "1 cảnh báo, 1 gợi ý trong 1 tệp"
    known = "acknowledged:\n  - rule: number-in-words\n    reason: cách nói quen\nkicker:"
    assert checked(changed(files, ARTICLE_2019, "kicker:", known)).rules == ["space-before-mark"]
