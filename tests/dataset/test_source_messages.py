"""What a clerk is told: what is wrong, why, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.dataset.scene import Scene, Stop
from bantin.dataset.source import read_source
from bantin.dataset.syntax import explain
from bantin.problems import Location, Message, Problem

HOSTILE = Path(__file__).parent / "hostile"


def english(message: Message | None) -> str:
    return message.translated(lambda sentence: sentence) if message else ""


def told(text: str) -> str:
    """The first problem of a file, as a person reads it."""
    problem = read_source("a.yml", text.encode()).problems[0]
    lines = [english(problem.message), *(f"= {english(reason)}" for reason in problem.evidence)]
    return "\n".join([*lines, f"-> {english(problem.remedy)}"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "organisation dang-uy\nperiod: 2019\n",
            "the colon behind the field's name is missing in this line\n"
            "-> write “organisation: dang-uy”; text that goes on from above stands two spaces deeper",
        ),
        (
            "parts:\n  - name：Khiển trách\n    count: 1\n",
            "the colon behind the field's name is missing in this line\n"
            "-> write “name: Khiển trách”; text that goes on from above stands two spaces deeper",
        ),
        (
            "id:a\nstatus: ready\n",
            "a space is missing behind the colon, so the field is not recognised\n-> write “id: a”",
        ),
        (
            "agenda:\n  -Đánh giá\n",
            "a space is missing behind the dash, so the entry of the list is not recognised\n"
            "-> write “- Đánh giá”",
        ),
        (
            "agenda:\n  -kind: a\n   id: b\n",
            "a space is missing behind the dash, so the entry of the list is not recognised\n"
            "-> write “- kind”",
        ),
        (
            "title: Hội nghị: bàn 'ba' việc\n",
            "this colon stands inside a value, where YAML takes it for the colon of a field\n"
            "-> put the value into quotation marks: 'Hội nghị: bàn ''ba'' việc'; or write it below “>-”",
        ),
        (
            "lead: Năm nay\n  có ba việc: một\n",
            "this colon stands inside a value, where YAML takes it for the colon of a field\n"
            "-> put the whole value into quotation marks, or write it below “>-”",
        ),
        (
            "period:\n    kind: year\n  label: a\n",
            "this line begins in column 3, but nothing above it does\n"
            "= the lines above it begin in column 1, 5\n"
            "-> let it begin in the same column as the lines that it belongs to",
        ),
        (
            "id: a\n  status: ready\n",
            "this field stands deeper than the field in line 1, which has a value already\n"
            "-> let it begin in column 1, like that one",
        ),
        (
            "name: 'H'Hen Niê'\n",
            "the value ended with the quotation mark before, and here it goes on\n"
            "= inside '…' an apostrophe is written twice: ''\n"
            "-> put the whole value into the other kind of quotation marks, or write it below “>-”",
        ),
        (
            "lead: {{ total }}\n",
            "brackets stand here where the name of a field is expected\n"
            "-> put the value into quotation marks: '{{ total }}'; or write it below “>-”",
        ),
        (
            "id: a\n# ghi chú\n  status: ready\n",
            "this line begins in column 3, but nothing above it does\n"
            "= the lines above it begin in column 1\n"
            "-> let it begin in the same column as the lines that it belongs to",
        ),
        (
            "lead: |\n# ghi chú\nHội nghị\nid: a\n",
            "this line does not stand as deep as the text below line 1\n"
            "-> let all its lines begin in one column, two spaces deeper than line 1",
        ),
        (
            "period: {kind: year\n",
            "the bracket “{” that opens here is not closed\n"
            "-> close it with “}”; if it belongs to a text, put the value into quotation marks: '{kind: year'"
            "; or write it below “>-”",
        ),
        (
            "topics: [kiem-tra\nid: a\n",
            "the bracket “[” that opens here is not closed\n"
            "-> close it with “]”; if it belongs to a text, put the value into quotation marks: '[kiem-tra';"
            " or write it below “>-”",
        ),
        (
            "a: 1\nb: 2\na: 3\n",
            "the field “a” is written twice\n= it stands in line 1 already\n-> keep one of the two",
        ),
        (
            "email: @ubkt\n",
            "a value cannot begin with “@”, which has a meaning of its own in YAML\n"
            "-> put the value into quotation marks: '@ubkt'; or write it below “>-”",
        ),
        (
            "a: " + "chữ " * 300 + ": b\n",
            "this colon stands inside a value, where YAML takes it for the colon of a field\n"
            "-> put the whole value into quotation marks, or write it below “>-”",
        ),
        (
            "document: Quyết định #12\n",
            "for YAML a comment begins here, so the value ends before the #\n"
            "-> put the value into quotation marks: 'Quyết định #12'; or write it below “>-”",
        ),
    ],
)
def test_message(text: str, expected: str) -> None:
    assert told(text) == expected


def test_encodings_are_told_apart() -> None:
    sixteen = read_source("a.yml", "a: Đ\n".encode("utf-16")).problems[0]
    eight = read_source("a.yml", b"a: \xd0\n").problems[0]
    assert "UTF-16" in english(sixteen.evidence[0])
    assert "Windows-1258" in english(eight.evidence[0])


def stopped(context: str, problem: str, line: int = 2) -> Problem:
    return explain(Scene("a.yml", ("a: b", "c: d"), Stop(context, problem, (1, 1), (line, 1))))


def test_mistake_of_an_unknown_kind_is_told_in_general_with_the_words_of_the_parser() -> None:
    problem = stopped("while dreaming", "found a sheep")
    assert problem.rule == "yaml-syntax"
    assert (problem.location.line, problem.location.column) == (2, 1)
    assert english(problem.message) == "this place cannot be read as YAML"
    assert [english(reason) for reason in problem.evidence] == [
        "the parser says: while dreaming: found a sheep"
    ]
    assert problem.remedy is not None


def test_mistake_behind_the_end_is_told_at_the_end() -> None:
    assert stopped("while dreaming", "found a sheep", line=3).location == Location("a.yml", 2, 5)


def test_only_the_general_message_uses_the_words_of_the_parser() -> None:
    files = sorted(HOSTILE.glob("*.yml"))
    problems = [problem for file in files for problem in read_source(file.name, file.read_bytes()).problems]
    assert len(problems) > 60
    assert {problem.rule for problem in problems} >= {"forgotten-colon", "bad-indent", "unclosed-quote"}
    assert "yaml-syntax" not in {problem.rule for problem in problems}
