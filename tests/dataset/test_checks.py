"""The table of checks: each rule finds its bad example, and nothing in the good projects."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bantin.dataset.checks import table
from bantin.problems import Problem, Severity
from tests.dataset.projects import EXAMPLE, NAMES, Files, Seen, accepted, changed, checked, files_of
from tests.dataset.rule_examples import ARTICLE_2024, EXAMPLES, MEETING, Example, said_of

SAID = Path(__file__).parent / "rules_said.txt"


@cache
def seen(example: Example) -> Seen:
    return example.seen()


def text_of(example: Example, problems: list[Problem]) -> str:
    lines = [line for problem in problems for line in said_of(problem)]
    return "\n".join([f"[{example.rule}]", *lines]) + "\n"


def test_every_rule_has_exactly_one_example() -> None:
    assert sorted(example.rule for example in EXAMPLES) == [rule.id for rule in table()]
    assert len(EXAMPLES) > 30


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_an_example_breaks_its_rule_and_no_other(example: Example) -> None:
    assert sorted(seen(example).rules) == sorted([example.rule, *example.also])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.rule)
def test_a_problem_marks_words_that_are_there_and_says_what_to_do(example: Example) -> None:
    found = seen(example)
    for problem in found.problems:
        place = problem.location
        line = found.loaded.lines[place.file][place.line - 1]
        assert line[place.column - 1 : place.column - 1 + place.length].strip(), problem
        assert place.column - 1 + place.length <= len(line), problem
        assert problem.remedy, problem


@pytest.mark.golden
def test_what_is_said_of_the_examples() -> None:
    texts = [
        text_of(example, [problem for problem in seen(example).problems if problem.rule == example.rule])
        for example in EXAMPLES
    ]
    text = "\n".join(texts)
    assert text == accepted(SAID, text)


@pytest.mark.parametrize("name", NAMES)
def test_good_projects_have_no_problem(name: str) -> None:
    assert checked(files_of(name)).text() == "không có lỗi nào\n"


def test_a_rule_says_itself_in_a_sentence() -> None:
    for rule in table():
        assert rule.sentence[0].isupper() or rule.sentence[0] == "“", rule.id
        assert rule.sentence.endswith(".") and "  " not in rule.sentence, rule.id


LATE = "for_period: tháng 8/2024"
ACKNOWLEDGED = """acknowledged:
  - rule: session-long-after-period
    reason: Phiên họp bị hoãn hai lần.
"""


def late(acknowledged: str = "") -> Files:
    files = changed(files_of(EXAMPLE), MEETING, "for_period: tháng 11/2024", LATE)
    return changed(files, MEETING, "presents: [ket", f"{acknowledged}presents: [ket")


def test_a_warning_does_not_stop_and_can_be_acknowledged() -> None:
    seen = checked(late())
    assert [problem.severity for problem in seen.problems] == [Severity.WARNING]
    assert checked(late(ACKNOWLEDGED)).problems == ()


def test_an_error_cannot_be_acknowledged() -> None:
    wrong = ACKNOWLEDGED.replace("session-long-after-period", "unknown-figure")
    files = changed(files_of(EXAMPLE), MEETING, "presents: [ket", f"{wrong}presents: [ket")
    files = changed(files, MEETING, "$(xep-loai)", "$(xep-lai)")
    assert checked(files).rules == ["unknown-figure"]


def test_an_acknowledgement_is_of_one_record_only() -> None:
    files = changed(late(), ARTICLE_2024, "covers:", f"{ACKNOWLEDGED}covers:")
    assert checked(files).rules == ["session-long-after-period"]


def test_problems_of_all_files_come_at_once_in_order_of_place() -> None:
    files = changed(late(), ARTICLE_2024, "$(hoan-thanh)", "$(hoan-than)")
    files = changed(files, "data/people.yml", "    name: Vi Minh Tú", "    nam: Vi Minh Tú")
    files = changed(files, "data/results/2019/ket-qua-2019.yml", "actual: 22", "actual: 23")
    seen = checked(files)
    assert seen.rules == ["unknown-figure", "session-long-after-period", "unknown-key", "partition-sum"]
    assert seen.text().endswith("\n\n3 lỗi, 1 cảnh báo trong 4 tệp\n")
