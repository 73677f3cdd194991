"""The ledger of what was published, as builds of a project keep it and checks use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.problems import Silence
from bantin.way import build, check
from tests.golden.cases import Case
from tests.way.conftest import built

pytestmark = pytest.mark.slow

LEDGER = Path("data/published/2026.jsonl")
RECORD = Path("data/results/2019/ket-qua-2019.yml")
CORRECTION = """format: 1
id: ubkt-2019
record: ket-qua-2019
places:
  - figure: ky-luat-ubkt
    was: 6
on: 25/11/2026
reason: Ghi nhầm.
severity: major
decided_by: Ban biên tập
"""


def test_a_release_in_the_projects_own_place_is_entered_once(example: Case, tmp_path: Path) -> None:
    first = built(example, tmp_path)
    assert first.entered == (LEDGER.as_posix(),)
    content = (tmp_path / LEDGER).read_bytes()
    again = build(tmp_path, now=example.now, report=Silence())
    assert again.entered == ()
    assert (tmp_path / LEDGER).read_bytes() == content


def test_a_build_to_another_folder_or_one_that_fails_enters_nothing(example: Case, tmp_path: Path) -> None:
    project = example.copied_to(tmp_path / "project")
    elsewhere = build(project, now=example.now, out=tmp_path / "out", report=Silence())
    assert elsewhere.site and elsewhere.entered == ()
    text = (project / RECORD).read_text("utf-8")
    (project / RECORD).write_text(text.replace("actual: 22", "actual: 23"), "utf-8")
    assert build(project, now=example.now, report=Silence()).entered == ()
    assert not (project / LEDGER).exists()


def test_a_silent_change_stops_and_a_correction_shows_it_everywhere(example: Case, tmp_path: Path) -> None:
    built(example, tmp_path)
    text = (tmp_path / RECORD).read_text("utf-8")
    (tmp_path / RECORD).write_text(text.replace("    actual: 6\n", "    actual: 7\n"), "utf-8")
    stopped = build(tmp_path, now=example.now, report=Silence())
    assert stopped.site is None
    assert [problem.rule for problem in stopped.problems] == ["published-figure-changed"]
    (tmp_path / "data/corrections/2026").mkdir(parents=True)
    (tmp_path / "data/corrections/2026/ubkt.yml").write_text(CORRECTION, "utf-8")
    done = build(tmp_path, now=example.now, report=Silence())
    assert done.problems == () and done.site is not None
    pages = {
        path.relative_to(done.site).as_posix()
        for path in done.site.rglob("*.html")
        if "Đính chính 25/11/2026" in path.read_text("utf-8")
    }
    article = "tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019"
    assert pages == {
        "index.html",
        "dinh-chinh/index.html",
        "luu-tru/2019/index.html",
        "luu-tru/chu-de/kiem-tra-giam-sat/index.html",
        "luu-tru/chu-de/ky-luat/index.html",
        "luu-tru/chu-de/to-chuc/index.html",
        "luu-tru/co-quan/dang-uy-khoi-ccq/index.html",
        "luu-tru/nguoi/hoang-chinh/index.html",
        "luu-tru/nguoi/vi-minh-tu/index.html",
        "so-lieu/2019/index.html",
        "so-lieu/chi-tieu/dang-vien-bi-ky-luat/index.html",
        "so-lieu/co-quan/dang-uy-khoi-ccq/index.html",
        "tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11/index.html",  # as related
        f"{article}/index.html",
        f"{article}/{article.rpartition('/')[2]}.html",  # to paste
    }
    old = (done.site / article / "ban-1/index.html").read_text("utf-8")
    assert "Bản cũ, đã được thay thế ngày 25/11/2026" in old and ">7<" not in old
    assert "ubkt-2019" in (tmp_path / LEDGER).read_text("utf-8")
    assert build(tmp_path, now=example.now, report=Silence()).problems == ()


def test_a_spoiled_ledger_is_told_at_its_line(example: Case, tmp_path: Path) -> None:
    built(example, tmp_path)
    content = (tmp_path / LEDGER).read_text("utf-8")
    (tmp_path / LEDGER).write_text(content.replace('"ky-luat-ubkt":"6"', '"ky-luat-ubkt":"9"'), "utf-8")
    problems = check(tmp_path, now=example.now).problems
    assert {problem.rule for problem in problems} == {"published-ledger-changed"}
    assert problems[0].location.file == LEDGER.as_posix()
