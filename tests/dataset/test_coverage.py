"""Coverage: no digit in any text of any record without something that explains it."""

from __future__ import annotations

import pytest

from bantin.dataset.checks.numbers import number_in_prose
from bantin.dataset.checks.table import Surroundings
from bantin.dataset.records.base import Record, node_at
from bantin.dataset.records.roles import Declares, Kind, Unpublished, fields_of
from tests.dataset.every_text import FIRST_NUMBER, filled, is_declared_whole, parts_of
from tests.dataset.projects import EXAMPLE, NAMES, Files, changed, checked, each, files_of

ARTICLE_2019 = "data/articles/2019/ket-qua-2019.yml"
ARTICLE_2024 = "data/articles/2024/phien-thuong-ky-thang-11.yml"
ARTICLE_COUNCIL = "data/articles/2025/ky-hop-thu-12.yml"
MEETING_COUNCIL = "data/meetings/2025/ky-hop-thu-12.yml"
HALF = "6 tháng đầu năm 2025"


@pytest.mark.parametrize("part", parts_of(), ids=lambda part: part.__name__)
def test_every_field_of_text_has_a_role(part: type[Record]) -> None:
    without = [field.name for field in fields_of(part) if field.is_unruled]
    assert without == [], (
        f"{part.__name__}: a text of the plain type str has no role. Use Line or Prose (readers see it, and "
        "its digits must be explained), a type of records/declarations.py (it declares them), or "
        "Annotated[…, Unpublished(why)]"
    )


def test_a_number_typed_into_any_field_of_text_is_found_at_its_line() -> None:
    dataset, fillings = filled()
    found = {
        (one.location.file, one.location.line, dict(one.message.gaps)["number"])
        for one in number_in_prose(dataset, Surroundings(frozenset()))
    }
    expected, spared = set(), set()
    for file, filling in fillings.items():
        for number, (name, role, line) in filling.filled.items():
            if isinstance(role, Unpublished) or is_declared_whole(role):
                spared.add(name)
            else:
                expected.add((file, line, str(number)))
    assert found == expected
    assert len(expected) > 70
    assert len(spared) < len(expected)


def test_what_is_spared_is_a_short_list() -> None:
    """Whatever is added here must need no other record to agree with, or never be read by anyone."""
    declared = {
        f"{part.__name__}.{field.name}"
        for part in parts_of()
        for field in fields_of(part)
        if isinstance(field.role, Declares) and not field.role.shape
    }
    assert declared == {
        "Document.number",
        "Document.title",
        "DocumentNumber.number",
        "EarlierAct.name",
        "Literal.text",
        "MeetingLink.name",
        "Organisation.name",
        "Organisation.short_name",
        "Organisation.variants",
        "PublicationBasis.document",
        "SiteSettings.contact",
        "When.as_printed",
    }


@pytest.mark.parametrize("project", each(NAMES))
def test_a_number_typed_into_any_text_of_a_project_is_found_at_its_line(project: str) -> None:
    files, places = files_of(project), set()
    dataset = checked(files).dataset
    edits: dict[str, list[tuple[int, int, str]]] = {}
    number = FIRST_NUMBER
    for coverage in dataset.explained:
        for told in coverage.record.told():
            written = told.owner.node and node_at(told.owner.node, told.path)
            if not written or told.is_key or is_declared_whole(told.role):
                continue
            text = told.text if isinstance(told.text, str) else told.text.source.rstrip()
            end = told.place(len(text) - 1, 1)
            number += 1
            edits.setdefault(end.file, []).append((end.line, end.column, str(number)))
            places.add((end.file, end.line, str(number)))
    seen = checked(_with(files, edits))
    found = {
        (one.location.file, one.location.line, dict(one.message.gaps)["number"])
        for one in seen.problems
        if one.rule == "number-in-prose"
    }
    assert places - found == set()
    assert len(places) >= (20 if project == EXAMPLE else 10)


def _with(files: Files, edits: dict[str, list[tuple[int, int, str]]]) -> Files:
    """The files with numbers written behind the characters at the given lines and columns."""
    written = dict(files)
    for file, places in edits.items():
        lines = files[file].decode().split("\n")
        for line, column, number in sorted(places, reverse=True):
            lines[line - 1] = f"{lines[line - 1][:column]} {number}{lines[line - 1][column:]}"
        written[file] = "\n".join(lines).encode()
    return written


@pytest.mark.parametrize(
    ("project", "file", "old", "new", "number", "declared"),
    [
        (EXAMPLE, ARTICLE_2019, "Điều 30", "Điều 31", "31", "Điều 30"),
        (EXAMPLE, ARTICLE_2024, "Đến nay", "Đến ngày 30/11/2024", "30/11/2024", "29/11/2024"),
        (EXAMPLE, ARTICLE_2024, "kỳ 2020–2025 vào", "kỳ 2020–2026 vào", "2020–2026", "nhiệm kỳ 2020–2025"),
        (EXAMPLE, ARTICLE_2024, "lần thứ XIII của", "lần thứ XIV của", "XIV", "Đại hội lần thứ XIII"),
        ("council", ARTICLE_COUNCIL, "khóa XVII", "khóa XVIII", "XVIII", "khóa XVII"),
        ("council", ARTICLE_COUNCIL, "kỳ họp thứ 12 HĐND", "kỳ họp thứ 13 HĐND", "13", "thứ 12"),
        ("council", MEETING_COUNCIL, "hội 6 tháng đầu năm 2025", "hội 6 tháng đầu năm 2026", "2026", HALF),
    ],
)  # fmt: skip
def test_what_disagrees_with_the_record_is_told_what_the_record_declares(
    project: str, file: str, old: str, new: str, number: str, declared: str
) -> None:
    seen = checked(changed(files_of(project), file, old, new))
    assert seen.rules == ["number-in-prose"]
    problem = seen.problems[0]
    line = seen.loaded.lines[file][problem.location.line - 1]
    assert line[problem.location.column - 1 :][: problem.location.length] == number
    assert f"= bản ghi khai “{declared}”" in seen.text()
    assert f"→ viết “{declared}”" in seen.text()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("UBKT2,", ["2"]),
        ("２２ đảng viên và ½ số đảng viên,", ["２２", "½"]),
        ("rộng 40 m², cao 3 km²,", ["40", "3"]),
        ("xem https://vi.example/2024/11 hoặc thư gửi so1@vi.example,", []),
        ("Ⅷ, ①,", ["Ⅷ", "①"]),
        ("2019 đảng viên,", ["2019"]),
        ("năm 2019 đảng viên toàn Khối,", []),
        ("năm 2019, 2020,", []),
        ("Đại hội IX, mẫu C, vitamin C,", ["IX"]),
        ("Điều 30a, điều\n      31,", ["30", "31"]),
    ],
)
def test_numerals_of_other_kinds(text: str, numbers: list[str]) -> None:
    words = "Mỗi năm, Ban Chấp hành"
    seen = checked(changed(files_of(EXAMPLE), ARTICLE_2019, words, f"{text} {words}"))
    found = [dict(one.message.gaps)["number"] for one in seen.problems if one.rule == "number-in-prose"]
    assert found == numbers


def test_a_literal_of_a_register_may_be_said_by_its_labels_and_in_any_text() -> None:
    label = "    label: Đảng viên\n    subject: to-chuc\n"
    medal = label.replace("Đảng viên", "Huy hiệu 30 năm tuổi Đảng")
    typed = changed(files_of(EXAMPLE), "data/indicators.yml", label, medal)
    assert checked(typed).rules == ["number-in-prose"]
    literals = "format: 1\nliterals:\n  - text: Huy hiệu 30 năm\n    reason: tên huy hiệu\n"
    declared = changed(typed, "data/indicators.yml", "format: 1\n", literals)
    assert checked(declared).rules == []
    said = changed(declared, ARTICLE_2019, "Mỗi năm,", "Ngoài Huy hiệu 30 năm tuổi Đảng, mỗi năm,")
    assert checked(said).rules == []


@pytest.mark.parametrize("project", NAMES)
def test_the_records_of_good_projects_are_covered_whole(project: str) -> None:
    covered = checked(files_of(project)).dataset.explained
    assert [one.percent for one in covered] == [100] * len(covered)
    assert {one.file for one in covered} == set(files_of(project))


def test_what_is_counted_in_the_two_bulletins() -> None:
    by_file = {one.file: one for one in checked(files_of(EXAMPLE)).dataset.explained}
    counted = {kind.value: count for kind, count in by_file[ARTICLE_2024].counts.items() if count}
    assert counted == {"figure": 4, "date": 4, "literal": 1}
    counted = {kind.value: count for kind, count in by_file[ARTICLE_2019].counts.items() if count}
    assert counted == {"figure": 3, "date": 2, "document": 1}


def test_a_record_is_never_said_to_be_covered_whole_when_it_is_not() -> None:
    files = changed(files_of(EXAMPLE), ARTICLE_2019, "Điều 30", "Điều 31")
    by_file = {one.file: one for one in checked(files).dataset.explained}
    assert by_file[ARTICLE_2019].counts[Kind.UNEXPLAINED] == 1
    assert by_file[ARTICLE_2019].percent == 83


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Tại kỳ họp thứ mười hai,", []),
        ("Tại kỳ họp thứ XII,", []),
        ("Tại kỳ họp thứ mười ba,", ["ordinal-in-words"]),
        ("Tại kỳ họp thứ XVII,", ["number-in-prose"]),
        ("Tại kỳ họp thứ 17,", ["number-in-prose"]),
        ("HĐND tỉnh khóa mười bảy, khóa 17,", []),
        ("HĐND tỉnh khóa mười tám,", ["ordinal-in-words"]),
        ("HĐND tỉnh khóa XII,", ["number-in-prose"]),
        ("Lần thứ hai trong năm, ngày thứ nhất, khóa mới, thứ tư,", []),
    ],
)
def test_ordinals_agree_with_those_of_the_record_however_written(text: str, rules: list[str]) -> None:
    words = "Sau hai ngày làm việc"
    assert checked(changed(files_of("council"), ARTICLE_COUNCIL, words, f"{text} {words}")).rules == rules


def test_the_name_and_the_day_of_a_linked_meeting_may_be_said() -> None:
    file, about = "data/meetings/2025/ky-hop-thu-26.yml", "    about: quản lý đất đai\n"
    said = about.replace("đai", "đai mà kỳ họp thứ 24 ngày 05/06/2025 đã nêu")
    files = changed(files_of("ky-hop-ubkt"), file, about, said)
    assert checked(files).rules == []
    other = changed(files, file, "họp thứ 24 ngày 05/06/2025", "họp thứ 23 ngày 06/06/2025")
    assert checked(other).rules == ["number-in-prose", "number-in-prose"]
