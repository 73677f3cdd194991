import pytest

from bantin.problems import Location, Problem, Severity, say
from bantin.problems.catalogues import translator
from bantin.problems.counts import Counts


def found(*severities: Severity) -> list[Problem]:
    """Problems in files of two each: the first two in 0.yml, the next two in 1.yml …"""
    return [
        Problem("rule", Location(f"{place // 2}.yml", place + 1), say("x"), severity=severity)
        for place, severity in enumerate(severities)
    ]


E, W, H = Severity.ERROR, Severity.WARNING, Severity.HINT


@pytest.mark.parametrize(
    ("problems", "vietnamese", "english"),
    [
        (found(E, E, E, W), "3 lỗi, 1 cảnh báo trong 2 tệp", "3 errors, 1 warning in 2 files"),
        (found(E), "1 lỗi trong 1 tệp", "1 error in 1 file"),
        (found(W, W, H, H, H), "2 cảnh báo, 3 gợi ý trong 3 tệp", "2 warnings, 3 hints in 3 files"),
        (found(E, W, H), "1 lỗi, 1 cảnh báo, 1 gợi ý trong 2 tệp", "1 error, 1 warning, 1 hint in 2 files"),
        ([], "không có lỗi nào", "no problem found"),
    ],
)
def test_what_there_is_is_said_in_words(problems: list[Problem], vietnamese: str, english: str) -> None:
    message = Counts.of(problems).message()
    assert message.translated(translator("vi")) == vietnamese
    assert message.translated(translator("en")) == english


def test_a_problem_found_twice_counts_once() -> None:
    assert Counts.of([*found(E, W), *found(E, W)]) == Counts(errors=1, warnings=1, hints=0, files=1)
