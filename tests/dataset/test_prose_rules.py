"""What a text may say in digits and capitals, and what a reference may ask of a figure."""

from __future__ import annotations

import pytest

from bantin.dataset import Dataset
from bantin.dataset.aspects import ASPECT_EXAMPLES, available_aspects
from bantin.dataset.records.text import Malformed, parse_text
from bantin.problems import Severity
from tests.dataset.projects import EXAMPLE, NAMES, Files, changed, checked, each, files_of

ARTICLE_2019 = "data/articles/2019/ket-qua-2019.yml"
ARTICLE_2024 = "data/articles/2024/phien-thuong-ky-thang-11.yml"
ARTICLE_COUNCIL = "data/articles/2025/ky-hop-thu-12.yml"
MEETING_COUNCIL = "data/meetings/2025/ky-hop-thu-12.yml"
RESULT_2019 = "data/results/2019/ket-qua-2019.yml"
HALF_YEAR = "data/articles/2025/sau-thang-dau-nam.yml"

PLACES = {
    "2019": (EXAMPLE, ARTICLE_2019, "Mỗi năm, Ban Chấp hành"),
    "2024": (EXAMPLE, ARTICLE_2024, "Những kết quả đó giúp"),
    "half": ("half-year", HALF_YEAR, "Số đảng viên bị kỷ luật ở Sông Lam"),
    "council": ("council", ARTICLE_COUNCIL, "Sau hai ngày làm việc"),
}
"""Texts to say something in: project, file and the words it is said before."""


def with_text(text: str, where: str, files: Files | None = None) -> list[tuple[str, str]]:
    """The errors made by a text before the place (house style is another matter), each with the characters
    that are marked."""
    project, file, words = PLACES[where]
    seen = checked(changed(files or files_of(project), file, words, f"{text} {words}"))
    marked = []
    for problem in seen.problems:
        if problem.severity is not Severity.ERROR:
            continue
        place = problem.location
        line = seen.loaded.lines[place.file][place.line - 1]
        marked.append((problem.rule, line[place.column - 1 : place.column - 1 + place.length]))
    return marked


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Năm 2019,", "2019"),
        ("Trong năm\n      2019,", "2019"),
        ("Trong năm\u00a02019,", "2019"),
        ("Theo Điều 30, Điều 30 và điều 30,", "2019"),
        ("Sang năm 2020,", "2019"),
        ("Đăng ngày 22/11/2026.", "2019"),
        ("Sáng 29/11/2024, sáng 29/11 và ngày 29 tháng 11 năm 2024,", "2024"),
        ("Tháng 11/2024, tháng 11,", "2024"),
        ("Nhiệm kỳ 2020–2025, 2020-2025, 2020 – 2025, 2020 - 2025,", "2024"),
        ("Đại hội XIII, quý IV,", "2024"),
        ("6 tháng đầu năm 2025, 6 tháng đầu năm,", "half"),
        ("Nghị quyết 05/2025/NQ-HĐND,", "council"),
        ("Ngày 8/7/2025, 08/07/2025,", "council"),
        ("Kỳ họp thứ 12, nhiệm kỳ 2021–2026,", "council"),
    ],
)
def test_dates_periods_and_documents_of_the_records_may_be_said(text: str, where: str) -> None:
    assert with_text(text, where) == []


@pytest.mark.parametrize(
    ("text", "where", "numbers"),
    [
        ("Kỷ luật 22 đảng viên,", "2019", ["22"]),
        ("Trên 4.300 đảng viên,", "2019", ["4.300"]),
        ("Đạt 30%, 12,5 %,", "2019", ["30%", "12,5 %"]),
        ("Năm 2021 và năm 2019,", "2019", ["2021"]),
        ("Năm 2018,", "2019", ["2018"]),
        ("Điều 300,", "2019", ["300"]),
        ("Điều 30.000 và 2019.5,", "2019", ["30.000", "2019.5"]),
        ("Điều 30% và năm 2019 %,", "2019", ["30%", "2019 %"]),
        ("Giai đoạn 2019–2021,", "2019", ["2019–2021"]),
        ("Từ 2020-2030,", "2024", ["2020-2030"]),
        ("Ngày 29-11-2024, 30/11/2024, 29/11/2023,", "2024", ["29-11-2024", "30/11/2024", "29/11/2023"]),
        ("A2019, 2019a,", "2019", ["2019", "2019"]),
        ("9 tháng,", "half", ["9"]),
        ("١٢ đảng viên,", "2019", ["١٢"]),
    ],
)
def test_any_other_number_is_found_where_it_stands(text: str, where: str, numbers: list[str]) -> None:
    assert with_text(text, where) == [("number-in-prose", number) for number in numbers]


def test_the_figure_that_a_typed_number_may_be_is_named() -> None:
    files = changed(files_of(EXAMPLE), ARTICLE_2019, "Mỗi năm, Ban", "Với 22 đảng viên, Ban")
    assert "→ viết $(ky-luat) nếu đúng là số liệu ấy" in checked(files).text()


def test_a_literal_with_a_reason_may_be_said_in_its_record_only() -> None:
    literal = "literals:\n  - text: chuẩn 4.0\n    reason: tên của một bộ tiêu chuẩn\nbyline:\n  - Đình"
    files = changed(files_of(EXAMPLE), ARTICLE_2019, "byline:\n  - Đình", literal)
    assert with_text("Theo chuẩn 4.0,", "2019", files) == []
    assert with_text("Theo chuẩn 4.1,", "2019", files) == [("number-in-prose", "4.1")]
    assert with_text("Theo chuẩn 4.0,", "2024", files) == [("number-in-prose", "4.0")]


def test_a_name_with_a_number_may_be_said() -> None:
    files = changed(files_of(EXAMPLE), "data/organisations.yml", "    name: cấp ủy\n", "    name: Chi bộ 5\n")
    assert with_text("Tại Chi bộ 5,", "2019", files) == []
    assert with_text("Tại Chi bộ 6,", "2019", files) == [("number-in-prose", "6")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ban Thường vụ (BTV) và UBKT,", ["BTV"]),
        ("Đại hội XIV, mục IV, TTXVN,", ["TTXVN"]),
        ("ĐUK và CCQ,", ["ĐUK"]),
        ("Mẫu A, mẫu B,", []),
        ("K9 và 5S,", []),
    ],
)
def test_an_abbreviation_must_be_explained(text: str, found: list[str]) -> None:
    told = [pair for pair in with_text(text, "2019") if pair[0] != "number-in-prose"]
    assert told == [("undefined-abbreviation", word) for word in found]


def test_letters_of_a_declared_document_number_are_no_abbreviation() -> None:
    documents = """documents:
  - id: quyet-dinh
    kind: quyết định
    title: về chế độ báo cáo
    number: 885-QĐ/UBKTTW
    relation: basis
"""
    files = changed(files_of("council"), MEETING_COUNCIL, "documents:\n", documents)
    assert with_text("Theo Quyết định 885-QĐ/UBKTTW,", "council", files) == []
    assert ("undefined-abbreviation", "UBKTTW") in with_text("Theo UBKTTW,", "council", files)


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("không có gì", ["không có gì"]),
        ("có $(a) và $(b-c.d_e)", ["có ", "a", " và ", "b-c.d_e"]),
        ("$(a)$(b)", ["a", "b"]),
        ("giá 5$ (rẻ)", ["giá 5$ (rẻ)"]),
        ("hai\n  dòng  $( a )\n", ["hai dòng ", "a"]),
        ("{{ a }} $a ${a}", ["{{ a }} $a ${a}"]),
    ],
)
def test_a_text_is_cut_into_pieces_and_references(source: str, pieces: list[str]) -> None:
    cut = parse_text(source).pieces
    assert [piece if isinstance(piece, str) else ".".join(piece.path) for piece in cut] == pieces


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("có $(kỷ luật) ạ", "$(kỷ luật)"),
        ("có $() ạ", "$()"),
        ("có $(a.) ạ", "$(a.)"),
        ("có $(A) ạ", "$(A)"),
        ("có $(a ạ", "$(a"),
        ("có $(a $(b)", "$(a"),
        ("có $(a\nb)", "$(a"),
    ],
)
def test_what_begins_like_a_reference_must_be_one(source: str, text: str) -> None:
    with pytest.raises(Malformed) as raised:
        parse_text(source)
    start, length = raised.value.stretch
    assert source[start : start + length] == text == raised.value.text


def observed(dataset: Dataset) -> dict[str, list[str]]:
    return {found.observation.name: list(available_aspects(dataset, found)) for found in dataset.observed}


def of(classification: str, *classes: str) -> list[str]:
    """The names that parts go by: alone and after their classification, for their number and their share."""
    names = [name for one in classes for name in (one, f"{classification}.{one}")]
    return [aspect for name in names for aspect in (name, f"{name}.share")]


def of_forms(*classes: str) -> list[str]:
    return of("hinh-thuc-ky-luat", *classes)


def test_what_can_be_said_of_the_figures_of_the_example() -> None:
    compared = ["value", "change", "percent_change", "previous"]
    aspects = observed(checked(files_of(EXAMPLE)).dataset)
    assert aspects["ky-luat"] == [*compared, "parts", *of_forms("khien-trach", "canh-cao", "khai-tru")]
    assert aspects["to-chuc-ubkt"] == compared
    assert aspects["to-chuc-co-so"] == ["value", "parts", *of("loai-to-chuc-co-so", "dang-bo", "chi-bo")]
    assert aspects["dang-vien"] == aspects["doan"] == aspects["hoan-thanh"] == ["value"]
    assert aspects["giam-sat"] == ["attainment"]


@pytest.mark.parametrize(
    ("old", "new", "aspects"),
    [
        (
            "actual: 22\n    change: +5",
            "actual: trên 22\n    change: +5",
            ["value", "change", "percent_change"],
        ),
        (
            "actual: 22\n    change: +5",
            "actual: 22\n    change: +5%",
            ["value", "change", "percent_change", "previous"],
        ),
        ("actual: 22\n    change: +5", "actual: 22\n    previous: gần 17", ["value", "previous"]),
        ("actual: 22\n    change: +5", "actual: 22\n    plan: 20", ["value", "plan", "attainment"]),
        ("actual: 22\n    change: +5", "actual: trên 22\n    plan: 20", ["value", "plan"]),
        ("actual: 22\n    change: +5", "actual: 22\n    plan: 0", ["value", "plan"]),
        ("actual: 22\n    change: +5", "plan: 20", ["plan"]),
    ],
)
def test_nothing_is_offered_that_would_be_computed_from_a_bound(
    old: str, new: str, aspects: list[str]
) -> None:
    parts = ["parts", *of_forms("khien-trach", "canh-cao", "khai-tru")]
    offered = observed(checked(changed(files_of(EXAMPLE), RESULT_2019, old, new)).dataset)["ky-luat"]
    assert [aspect for aspect in offered if aspect not in parts] == aspects


@pytest.mark.parametrize("name", each(NAMES))
def test_every_aspect_offered_is_taken_and_every_other_refused(name: str) -> None:
    """By asking each of each figure in a headline that may name it."""
    dataset = checked(files_of(name)).dataset
    for article in dataset.articles:
        asked, refused = [], []
        for local, found in dataset.visible_observations(article).items():
            offered = list(available_aspects(dataset, found))
            for aspect in dict.fromkeys((*ASPECT_EXAMPLES, *offered)):
                asked.append(f"$({local}.{aspect})" if aspect else f"$({local})")
                if (aspect or "value") not in offered:
                    refused.append(asked[-1])
        files, file = files_of(name), article.where().file
        kept = [line for line in files[file].decode().splitlines(True) if not line.startswith("headline:")]
        wrong = []
        for start in range(0, len(asked), 100):  # a text has its longest length
            some = " ".join(asked[start : start + 100])
            seen = checked({**files, file: "".join([f"headline: {some}\n", *kept]).encode()})
            line = seen.loaded.lines[file][0]
            for problem in seen.problems:
                if problem.rule == "unknown-aspect":
                    place = problem.location
                    wrong.append(line[place.column - 1 : place.column - 1 + place.length])
        assert wrong == refused
        assert asked or name == "planned"
