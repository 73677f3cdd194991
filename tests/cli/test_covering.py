"""What ``bantin check`` prints of the digits of records."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bantin.cli import covering
from bantin.dataset.coverage import Coverage
from bantin.way import check
from tests.cli.fake_way import Bantin, Result
from tests.dataset.projects import EXAMPLE, ROOT, Files, changed, checked, files_of

ARTICLE_2019 = "data/articles/2019/ket-qua-2019.yml"
ARTICLE_2024 = "data/articles/2024/phien-thuong-ky-thang-11.yml"
NOW = datetime(2026, 11, 22, tzinfo=UTC)


def coverage(files: Files | None = None) -> tuple[Coverage, ...]:
    return checked(files or files_of(EXAMPLE)).dataset.explained


def wrong() -> Files:
    return changed(files_of(EXAMPLE), ARTICLE_2019, "Điều 30", "Điều 31")


def test_both_bulletins_are_explained_whole(bantin: Bantin) -> None:
    bantin.way.result = Result(coverage=coverage())
    lines = bantin("check").output.splitlines()
    rows = {line.split()[0]: line.split()[1:] for line in lines if line.startswith("data/")}
    assert rows[ARTICLE_2019] == ["3", "2", "1", "·", "100%"]
    assert rows[ARTICLE_2024] == ["4", "4", "·", "1", "100%"]
    assert lines[-1] == "cả 21 chỗ có chữ số đều rõ nguồn, trong 5 bản ghi"
    assert len({len(line) for line in lines if line.startswith("data/")}) == 1


def test_what_is_not_explained_is_counted(bantin: Bantin) -> None:
    bantin.way.result = Result(coverage=coverage(wrong()))
    lines = bantin("check").output.splitlines()
    assert any(line.startswith(ARTICLE_2019) and line.endswith("1   83%") for line in lines), lines
    assert lines[-1] == "chưa rõ nguồn: 1 trong 21 chỗ có chữ số, trong 5 bản ghi"


def test_of_many_records_only_those_not_explained_whole_have_a_row(
    bantin: Bantin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(covering, "MOST_ROWS", 4)
    bantin.way.result = Result(coverage=coverage())
    assert "data/" not in bantin("check").output
    bantin.way.result = Result(coverage=coverage(wrong()))
    rows = [line for line in bantin("check").output.splitlines() if line.startswith("data/")]
    assert [row.split()[0] for row in rows] == [ARTICLE_2019]


def test_programs_get_all_records_with_the_reasons_of_literals(bantin: Bantin) -> None:
    bantin.way.result = Result(coverage=coverage())
    told = json.loads(bantin("check", "--format", "json").output)["coverage"]
    by_file = {one["file"]: one for one in told}
    assert set(by_file) == set(files_of(EXAMPLE))
    assert by_file[ARTICLE_2024] == {
        "file": ARTICLE_2024,
        "digits": 9,
        "figure": 4,
        "date": 4,
        "document": 0,
        "ordinal": 0,
        "name": 0,
        "literal": 1,
        "unexplained": 0,
        "percent": 100,
        "literals": [{"text": "Đại hội lần thứ XIII", "reason": "Tên gọi của Đại hội, không phải số liệu."}],
    }


def test_annotations_and_records_without_digits_are_not_disturbed(bantin: Bantin) -> None:
    bantin.way.result = Result(coverage=coverage())
    assert bantin("--format", "github", "check").output == "không có lỗi nào\n"
    bantin.way.result = Result(coverage=tuple(one for one in coverage() if not one.total))
    assert bantin("check").output == "không có lỗi nào\n"


def test_the_way_hands_over_what_the_check_found() -> None:
    assert [one.percent for one in check(Path(ROOT), now=NOW).coverage] == [100] * 9
