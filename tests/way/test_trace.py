"""`bantin trace` on a project: before a build, after it, when records have changed, and for drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bantin.cli import main
from bantin.ledger import Asked
from bantin.problems import Silence
from bantin.way import build, trace
from tests.golden.cases import Case
from tests.way.told import ARTICLE


def test_a_figure_is_told_without_a_build_and_with_the_release_that_shows_it(
    example: Case, tmp_path: Path
) -> None:
    project = example.copied_to(tmp_path)
    told = trace(project, now=example.now, question="ky-luat")
    assert told.traced and told.traced.asked is Asked.FIGURE
    assert (told.public, told.release, told.current) == (True, "", False)
    built = build(project, now=example.now, report=Silence())
    assert built.site is not None
    told = trace(project, now=example.now, question="ky-luat")
    assert (told.release, told.current) == (built.site.resolve().parent.name, True)
    results = project / "data/results/2019/ket-qua-2019.yml"
    results.write_text(results.read_text("utf-8").replace("actual: 6\n", "actual: 7\n"), "utf-8")
    assert not trace(project, now=example.now, question="ky-luat").current


def test_a_draft_is_told_as_such_and_what_is_wrong_is_told_first(example: Case, tmp_path: Path) -> None:
    project = example.copied_to(tmp_path)
    article = project / ARTICLE
    ready = article.read_text("utf-8")
    article.write_text(ready.replace("status: ready", "status: draft"), "utf-8")
    told = trace(project, now=example.now, question="ky-luat")
    assert told.traced and told.traced.asked is Asked.FIGURE and not told.public
    article.write_text(ready.replace("covers: [ket-qua-2019]", "covers: [khong-co]"), "utf-8")
    told = trace(project, now=example.now, question="ky-luat")
    assert told.traced is None and told.problems


def test_what_the_command_prints(example: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = str(example.copied_to(tmp_path))
    assert main(["trace", "ket-qua-2019.ky-luat.previous", "--project", project]) == 0
    assert capsys.readouterr().out.splitlines()[:6] == [
        "ket-qua-2019/ky-luat.previous: 17 đảng viên",
        "  Đảng viên bị thi hành kỷ luật (cấp ủy các cấp), năm 2018",
        "  suy ra từ số đã công bố: 22 − 5 = 17 (xem data/results/2019/ket-qua-2019.yml:76)",
        "  /so-lieu/2019/",
        "    ô trong bảng #ket-qua-2019--ky-luat: 17",
        "    chú thích dưới bảng #ket-qua-2019--ky-luat: 17",
    ]
    assert main(["trace", "4.300", "--project", project, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [figure["value"] for figure in answer["figures"]] == ["4300"]
    assert answer["figures"][0]["record"] == "data/results/2019/ket-qua-2019.yml:33"
    assert main(["trace", "ky-luatt", "--project", project]) == 1
    assert "ket-qua-2019/ky-luat" in capsys.readouterr().out
    assert main(["trace", "-3", "--project", project]) == 1
    assert main(["trace", "--project", project]) == 2
