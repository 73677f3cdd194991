"""What a house sets in data/site.yml, and that it changes what the program writes and nothing else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import bantin
from bantin.compose.said import Article, Paragraph, plain
from bantin.language.tone_placement import placed_tones
from tests.compose.test_wording import said
from tests.dataset.projects import changed, files_of
from tests.figures.small import composed, small

PACKAGE = Path(bantin.__file__).parent
COUNCIL, PLANNED = "data/meetings/2025/ky-hop-thu-12.yml", "data/meetings/2026/hoi-nghi-quy-iii.yml"


def with_setting(files: dict[str, bytes], line: str) -> dict[str, bytes]:
    """The files with a line more in house_style."""
    text = files["data/site.yml"].decode()
    if "house_style: {" in text:
        text = text.replace("house_style: {", f"house_style: {{{line}, ")
    elif "house_style:" in text:
        text = text.replace("house_style:\n", f"house_style:\n  {line}\n")
    else:
        text += f"house_style:\n  {line}\n"
    return {**files, "data/site.yml": text.encode()}


def event(article: Article) -> str:
    [first, *_] = [block for block in article.body if isinstance(block, Paragraph)]
    return plain(article.lead) + " " + plain(first.prose)


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("numeric", "14 giờ ngày 5/10/2026,"),
        ("short", "14 giờ ngày 5/10,"),
        ("official", "14 giờ ngày 05 tháng 10 năm 2026,"),
    ],
)
def test_days_are_written_as_the_house_writes_them(style: str, text: str) -> None:
    [article] = composed(with_setting(files_of("planned"), f"dates: {style}")).articles
    assert text in event(article)


def test_a_year_is_left_out_only_where_the_line_of_the_date_names_it() -> None:
    files = with_setting(files_of("planned"), "dates: short")
    file = "data/articles/2026/hoi-nghi-quy-iii.yml"
    [article] = composed(
        changed(files, file, "published_on:", "source:\n  published_on: 28/12/2025\npublished_on:")
    ).articles
    assert "ngày 5/10/2026" in event(article) and article.date_line.endswith("2025")


def test_a_day_of_counting_follows_the_house() -> None:
    stock = "- {name: x, indicator: dang-vien, actor: ubkt, actual: 40, as_of: 05/02/2025}"
    files = with_setting(small(stock, lead=""), "dates: official")
    [article] = composed(files).articles
    assert plain(article.lead).startswith(
        "Tính đến ngày 05 tháng 02 năm 2025, Ủy ban kiểm tra có 40 đảng viên."
    )


@pytest.mark.parametrize(("style", "word"), [("old", "hủy"), ("new", "huỷ")])
def test_tone_marks_of_the_program_follow_the_house_and_those_of_people_do_not(style: str, word: str) -> None:
    files = with_setting(files_of("planned"), f"tone_placement: {style}")
    [article] = composed(changed(files, PLANNED, "state: planned", "state: cancelled")).articles
    assert f"Đảng ủy xã An Bình {word} hội nghị" in event(article)


def test_every_word_of_the_program_that_leaves_a_choice_is_known() -> None:
    """A word with such a mark that composing or a template writes goes through Naming.in_house_style."""
    found = set()
    for path in sorted((PACKAGE / "compose").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        shown = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in shown:
                found |= {(path.name, tone.syllable) for tone in placed_tones(node.value)}
    for path in sorted((PACKAGE / "pages" / "templates").rglob("*.jinja")):
        found |= {(path.name, tone.syllable) for tone in placed_tones(path.read_text("utf-8"))}
    for path in sorted((PACKAGE / "language" / "sentences").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        found |= {
            (path.name, tone.syllable)
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for tone in placed_tones(ast.unparse(node))
        }
    assert found == {("appointments.py", "Hủy"), ("naming.py", "hủy"), ("releases.py", "hủy")}


@pytest.mark.parametrize(
    ("now", "before", "plainly", "with_sizes"),
    [
        ("24", "12", "tăng 12 đảng viên so", "tăng 12 đảng viên, gấp đôi so"),
        ("12", "24", "giảm 12 đảng viên so", "giảm 12 đảng viên, bằng một nửa so"),
        ("45", "26", "tăng 19 đảng viên so", "tăng mạnh 19 đảng viên so"),
        ("403", "400", "tăng 3 đảng viên so", "tăng nhẹ 3 đảng viên so"),
        ("4", "2", "tăng 2 đảng viên so", "tăng 2 đảng viên so"),
        ("30", "26", "tăng 4 đảng viên so", "tăng 4 đảng viên so"),
        ("26", "26", "không thay đổi so", "không thay đổi so"),
    ],
)
def test_words_of_size_are_for_houses_that_want_them(
    now: str, before: str, plainly: str, with_sizes: str
) -> None:
    records = small(
        f"- {{name: x, indicator: ky-luat, actual: {now}}}",
        f"- {{name: x, indicator: ky-luat, actual: {before}}}",
        text="Có $(x.change).",
    )
    for files, text in ((records, plainly), (with_setting(records, "movement_sizes: yes"), with_sizes)):
        [article] = composed(files).articles
        [told] = article.body
        assert isinstance(told, Paragraph) and text in plain(told.prose)


@pytest.mark.parametrize("actual", ["trên 24", "khoảng 24", "gần 24", "ít nhất 24"])
@pytest.mark.parametrize(
    ("before", "plan"), [("12", ""), ("trên 12", ""), ("12", "20"), ("trên 12", "20"), ("", "20")]
)
def test_bounds_and_estimates_move_nowhere_and_meet_no_plan(actual: str, before: str, plan: str) -> None:
    previous = f", previous: {before}" if before else ""
    planned = f", plan: {plan}" if plan else ""
    files = small(f"- {{name: x, indicator: ky-luat, actor: ubkt, actual: {actual}{previous}{planned}}}")
    [article] = composed(with_setting(files, "movement_sizes: yes")).articles
    [told] = article.body
    assert isinstance(told, Paragraph)
    assert plain(told.prose) == f"Trong năm 2025, Ủy ban kiểm tra đã kỷ luật {actual} đảng viên."


def test_a_zero_stays_a_number_where_a_text_asks_for_it() -> None:
    assert said("actual: 0, actor: ubkt", "$(x)") == "0 đảng viên"
