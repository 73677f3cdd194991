import io
import json
import re
from collections.abc import Sequence

import pytest
from rich.console import Console

from bantin.problems import Location, Problem, Severity, say
from bantin.problems.catalogues import translator
from bantin.problems.form import Form
from bantin.problems.show import show

FILES = {
    "data/results/2019.yml": ["format: 1", *[""] * 12, "  actual: 23\r\n"],
    "data/site.yml": ["title: x"],
}


def lines(file: str) -> Sequence[str]:
    return FILES.get(file, [])


SUM = Problem(
    rule="partition-sum",
    location=Location("data/results/2019.yml", 14, 11, 2),
    message=say("the total is {total}, but the parts make {parts}", total=23, parts=22),
    evidence=(say("16 khiển trách + 5 cảnh cáo + 1 khai trừ = 22"), say("partition")),
    remedy=say("correct the total, or the wrong part"),
)
TITLE = Problem("title", Location("data/site.yml", 1, 8), say("too short"), severity=Severity.WARNING)


def shown(*problems: Problem, language: str = "en") -> str:
    return show(problems, lines, translator(language)).plain


def test_a_problem_has_place_message_rule_line_mark_evidence_and_remedy() -> None:
    assert shown(SUM) == (
        "data/results/2019.yml:14:11: the total is 23, but the parts make 22 [partition-sum]\n"
        "14 |   actual: 23\n"
        "   |           ^^\n"
        "   = 16 khiển trách + 5 cảnh cáo + 1 khai trừ = 22\n"
        "   = partition\n"
        "   → correct the total, or the wrong part\n"
        "\n"
        "1 error in 1 file"
    )


def test_problems_stand_in_order_each_once_with_a_blank_line_between() -> None:
    blocks = shown(TITLE, SUM, TITLE).split("\n\n")
    assert [block.partition(":")[0] for block in blocks] == [
        "data/results/2019.yml",
        "data/site.yml",
        "1 error, 1 warning in 2 files",
    ]


def test_what_is_less_than_an_error_says_so_in_words() -> None:
    hint = Problem("h", Location("f"), say("x"), severity=Severity.HINT)
    assert shown(TITLE).startswith(
        "data/site.yml:1:8: warning: too short [title]\n1 | title: x\n  |        ^\n"
    )
    assert shown(hint).startswith("f:1:1: hint: x [h]\n\n")
    assert "data/site.yml:1:8: cảnh báo: " in shown(TITLE, language="vi")


@pytest.mark.parametrize("line", [0, 2, 99])
def test_a_line_that_is_not_there_is_left_out(line: int) -> None:
    problem = Problem("rule", Location("data/site.yml", line), say("gone"), remedy=say("look"))
    margin = " " * len(str(line))
    assert shown(problem).splitlines()[:2] == [f"data/site.yml:{line}:1: gone [rule]", f"{margin} → look"]


def test_nothing_found_is_said() -> None:
    assert shown(language="vi") == "không có lỗi nào"


def test_text_from_records_is_never_markup_nor_obeyed() -> None:
    text = "[bold red]x[/] :smile: \x1b[2J\n::error::"
    problem = Problem(text, Location(text), say("{t}", t=text), (say("{t}", t=text),), say("{t}", t=text))
    output = io.StringIO()
    Console(file=output, force_terminal=True, width=20).print(show([problem], lines, str), soft_wrap=True)
    written = output.getvalue()
    assert written.count("[bold red]x[/] :smile: <U+001B>[2J<U+000A>::error::") == 5
    assert "\x1b[2J" not in written


def test_a_terminal_gets_colours_and_the_same_characters() -> None:
    text = show([SUM, TITLE], lines, translator("vi"))
    terminal, file = io.StringIO(), io.StringIO()
    Console(file=terminal, force_terminal=True, width=30, highlight=False).print(text, soft_wrap=True)
    Console(file=file, width=30, highlight=False).print(text, soft_wrap=True)
    assert "\x1b[" in terminal.getvalue()
    assert file.getvalue() == text.plain + "\n"
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()) == text.plain + "\n"


def test_message_and_mark_have_the_colour_of_their_severity() -> None:
    terminal = io.StringIO()
    console = Console(file=terminal, force_terminal=True, color_system="standard", highlight=False)
    console.print(show([SUM, TITLE], lines, str), soft_wrap=True)
    coloured = re.findall(r"\x1b\[([0-9;]+)m([^\x1b]*)\x1b\[0m", terminal.getvalue())
    assert [text for colour, text in coloured if colour == "1;31"] == [
        "the total is 23, but the parts make 22",
        "^^",
    ]
    assert [text for colour, text in coloured if colour == "33"] == ["warning: too short", "^"]
    assert [text for colour, text in coloured if colour == "2"] == [
        "[partition-sum]",
        "   = 16 khiển trách + 5 cảnh cáo + 1 khai trừ = 22",
        "   = partition",
        "[title]",
    ]


def test_the_other_forms_hold_the_same_problems() -> None:
    as_json = json.loads(show([TITLE, SUM], lines, str, Form.JSON, {"pages": 3}).plain)
    assert [problem["rule"] for problem in as_json["problems"]] == ["partition-sum", "title"]
    assert as_json["pages"] == 3
    as_github = show([TITLE, SUM], lines, translator("vi"), Form.GITHUB).plain.splitlines()
    assert [line.partition(" ")[0] for line in as_github] == ["::error", "::warning", "1"]
    assert as_github[-1] == "1 lỗi, 1 cảnh báo trong 2 tệp"
    assert show([], lines, str, Form.GITHUB).plain == "no problem found"
