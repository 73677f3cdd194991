import io
import re
import sys
from collections.abc import Callable
from importlib.resources import files as files_of_package
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bantin.cli.kinds import KINDS
from bantin.cli.new import TO_FILL, first_texts
from bantin.cli.questions import read_line
from bantin.dataset import Loaded, Surroundings, check, load
from bantin.dataset.records.refused import Refused
from bantin.dataset.schema import schema_files
from bantin.project import read_project
from tests.cli.fake_way import Bantin, Ended

MEETING = ["--day", "8/5/2024", "--body", "van-phong", "--noun", "kỳ họp", "--slug", "ky-hop-thu-hai"]
RESULTS = ["--body", "van-phong", "--period", "6 tháng đầu năm 2024"]
PROJECT = ["--name", "Văn phòng: số “1” # \"một\" \\ '$name'"]
FILLED = {
    "address": "https://example.org/",
    "as_of": "30/6/2024",
    "description": "Tin và số liệu của Văn phòng",
    "for_period": "tháng 5/2024",
    "headline": "Văn phòng họp",
    "kind": "agency",
    "lead": "Văn phòng họp.",
    "part_of_day": "morning",
    "place": "Hà Nội",
    "text": "Được dùng lại",
}
WRITTEN = {
    "meeting": [
        "data/meetings/2024/2024-05-08-ky-hop-thu-hai.yml",
        "data/articles/2024/2024-05-08-ky-hop-thu-hai.yml",
    ],
    "results": [
        "data/results/2024/ket-qua-6-thang-dau-nam-2024-van-phong.yml",
        "data/articles/2024/ket-qua-6-thang-dau-nam-2024-van-phong.yml",
    ],
    "project": [
        "data/site.yml",
        "data/organisations.yml",
        "data/people.yml",
        "data/indicators.yml",
        "content/gioi-thieu.md",
        "content/lien-he.md",
        "mkdocs.yml",
        ".gitignore",
        ".gitattributes",
        *schema_files(),
    ],
}


def files(project: Path) -> dict[str, bytes]:
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in sorted(project.rglob("*"))
        if file.is_file()
    }


def loaded(project: Path) -> Loaded:
    return load(read_project(project).data)


def found_in(project: Path) -> list[tuple[str, str]]:
    """What a check finds: each problem's rule, and the line it stands in."""
    found = loaded(project)
    return [
        (problem.rule, found.lines[problem.location.file][problem.location.line - 1])
        for problem in check(found.dataset, Surroundings(frozenset()), found.problems)
    ]


def answering(bantin: Bantin, answers: str, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Ended:
    """Run the command with somebody typing the answers, a line each."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    return bantin(*arguments)


@pytest.mark.parametrize(
    ("kind", "answers"), [("meeting", MEETING), ("results", RESULTS), ("project", PROJECT)]
)
def test_the_files_are_written_and_told(
    bantin: Bantin, monkeypatch: pytest.MonkeyPatch, kind: str, answers: list[str]
) -> None:
    ended = answering(bantin, "\n", monkeypatch, "new", kind, *answers)
    assert ended.code == 0
    assert list(files(bantin.project)) == sorted(WRITTEN[kind])
    told = [line for line in ended.output.splitlines() if line.startswith("đã ghi: ")]
    assert told == [f"đã ghi: {Path(name)}" for name in WRITTEN[kind]]


def test_what_is_left_to_fill_in_is_listed_with_its_place(bantin: Bantin) -> None:
    ended = bantin("new", "meeting", *MEETING)
    record, article = (Path(name) for name in WRITTEN["meeting"])
    lines = record.read_text(encoding="utf-8").splitlines()
    blanks = [number for number, line in enumerate(lines, start=1) if TO_FILL in line]
    listed = [line for line in ended.output.splitlines() if line.startswith(f"  {record}:")]
    assert blanks and len(listed) == len(blanks)
    assert f"  {record}:{blanks[-1]}: place: địa điểm" in listed
    assert any(line.startswith(f"  {article}:") for line in ended.output.splitlines())
    assert ended.output.endswith("hãy điền những chỗ vừa nêu, rồi chạy “bantin check”\n")


@pytest.fixture
def begun(bantin: Bantin) -> Path:
    """A project with a meeting and results, as they are begun."""
    bantin("new", "project", "--name", "Văn phòng")
    bantin("new", "meeting", *MEETING)
    bantin("new", "results", *RESULTS, "--slug", "sau-thang-2024")
    return bantin.project


def rewrite(project: Path, old: str, new: Callable[[re.Match[str]], str]) -> None:
    """Edit all records of a project."""
    for file in project.rglob("data/**/*.yml"):
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(old, new, text, flags=re.MULTILINE), encoding="utf-8")


def test_what_was_begun_has_no_problem_but_what_is_left_to_fill_in(begun: Path) -> None:
    found = found_in(begun)
    assert {rule for rule, _ in found} == {"missing-field"}
    assert all(TO_FILL in line for _, line in found)


def test_what_was_begun_has_no_problem_once_it_is_filled_in(begun: Path) -> None:
    rewrite(
        begun,
        f"^ *([a-z_]+): ( *){TO_FILL}.*",
        lambda blank: f"{blank[0].partition(':')[0]}: {FILLED[blank[1]]}",
    )
    assert found_in(begun) == []


def test_the_examples_in_comments_are_right(begun: Path) -> None:
    """Explanations begin with a capital letter, examples do not."""
    rewrite(begun, r"^# (?=[a-z_]+:|  +)|\[\]$", lambda _: "")
    found = loaded(begun)
    assert [problem for problem in found.problems if problem.rule != "missing-field"] == []
    assert [person.id for person in found.dataset.people] == ["nguyen-van-a"]
    assert len(found.dataset.meetings[0].acts) == 2
    assert len(found.dataset.results[0].observations) == 2
    assert len(found.dataset.articles[0].body) == 4


def test_a_new_project_begins_with_the_configuration_of_the_example() -> None:
    example = Path(__file__).parents[2] / "mkdocs.yml"
    template = files_of_package("bantin.cli") / "templates" / "mkdocs.yml.txt"
    assert template.read_text(encoding="utf-8") == example.read_text(encoding="utf-8")


def test_the_answers_stand_in_the_records(bantin: Bantin) -> None:
    bantin("new", "meeting", *MEETING)
    dataset = loaded(bantin.project).dataset
    (meeting,) = dataset.meetings
    (article,) = dataset.articles
    assert (meeting.body, meeting.session.kinds[0].noun) == ("van-phong", "kỳ họp")
    assert f"{meeting.when.first_day:%d/%m/%Y}" == "08/05/2024"
    assert article.covers == (meeting.id,)
    assert article.address == "tin/2024/05/ky-hop-thu-hai"
    assert f"{article.published_on:%d/%m/%Y}" == "22/11/2026", "the clock's day in Việt Nam"


def test_a_figure_is_named_in_comments_as_records_name_it(bantin: Bantin) -> None:
    bantin("new", "meeting", *MEETING)
    assert " $(don-da-giai-quyet);" in Path(WRITTEN["meeting"][0]).read_text(encoding="utf-8")


def test_what_no_option_answers_is_asked(bantin: Bantin, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = answering(bantin, "van-phong\n\n", monkeypatch, "new", "results", "--period", "năm 2019")
    assert ended.code == 0
    assert ended.errors == (
        "Mã của tổ chức có kết quả, lấy trong data/organisations.yml: "
        "Tên dùng cho tệp và địa chỉ trang [ket-qua-nam-2019-van-phong]: "
    )
    assert Path("data/results/2019/ket-qua-nam-2019-van-phong.yml").exists()


def test_an_answer_that_cannot_be_read_is_asked_for_again(
    bantin: Bantin, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = "30/2/2024\n8/5/2024\nVăn phòng\nvan-phong\n \nphiên\n\n"
    ended = answering(bantin, answers, monkeypatch, "new", "meeting")
    assert ended.code == 0
    assert ended.errors.count("Lỗi: ") == 3
    assert "hãy viết van-phong" in ended.errors
    assert Path("data/meetings/2024/2024-05-08-phien-van-phong.yml").exists()


@pytest.mark.parametrize(
    "arguments", [["--day", "30/2/2024"], ["--body", "Văn phòng"], ["--noun", " "], ["--noun", "a\x1b"]]
)
def test_an_option_that_cannot_be_read_is_wrong_usage(bantin: Bantin, arguments: list[str]) -> None:
    ended = bantin("new", "meeting", *MEETING, *arguments)
    assert ended.code == 2
    assert f"Lỗi: Giá trị của '{arguments[0]}' không hợp lệ: " in ended.errors
    assert files(bantin.project) == {}


def test_when_nobody_answers_the_option_is_named(bantin: Bantin, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = answering(bantin, "", monkeypatch, "new", "project")
    assert ended.code == 2
    assert ended.errors.endswith(
        "Lỗi: chưa có câu trả lời cho “Tên đầy đủ của cơ quan công bố”; có thể ghi bằng --name\n"
    )


def test_ctrl_c_at_a_question_ends_quietly(bantin: Bantin, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: str = "") -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("click.termui.visible_prompt_func", interrupted)
    ended = bantin("new", "project")
    assert (ended.code, ended.output) == (130, "")
    assert files(bantin.project) == {}


def test_nothing_is_written_over(bantin: Bantin) -> None:
    article = Path(WRITTEN["meeting"][1])
    article.parent.mkdir(parents=True)
    article.write_text("mine", encoding="utf-8")
    ended = bantin("new", "meeting", *MEETING)
    assert ended.code == 1
    assert ended.errors == f"Lỗi: đã có “{article}”; chưa ghi gì cả\n"
    assert files(bantin.project) == {WRITTEN["meeting"][1]: b"mine"}


def test_a_project_can_be_begun_in_a_folder_that_is_not_there(bantin: Bantin) -> None:
    ended = bantin("new", "project", *PROJECT, "--project", "deep/new")
    assert ended.code == 0
    assert list(files(bantin.project / "deep/new")) == sorted(WRITTEN["project"])


def test_a_record_needs_a_project(bantin: Bantin) -> None:
    ended = bantin("new", "meeting", *MEETING, "--project", "new")
    assert ended.code == 2
    assert "không có thư mục “new”" in ended.errors


@example('yes: # "no" \\ {x} [y] $name')
@example("- 1")
@example(TO_FILL)
@given(st.text(max_size=60))
def test_whatever_is_answered_stands_in_the_record_as_it_was_typed(text: str) -> None:
    (kind,) = (kind for kind in KINDS if kind.name == "project")
    try:
        name = read_line(text)
    except Refused:
        return
    texts = first_texts(kind, {"name": name}, "22/11/2026")
    filled = texts["data/site.yml"].replace(f":  {TO_FILL}", f": https://a.vn  {TO_FILL}")
    site = load({"data/site.yml": filled.encode()}).dataset.site
    assert site.title == name
