"""Builds: what the engine is told, and what a failure leaves as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from bantin.problems import Silence
from bantin.way import build
from tests.golden.cases import Case
from tests.way.conftest import built

pytestmark = pytest.mark.slow


def test_a_wrong_record_leaves_the_last_site_untouched(example: Case, tmp_path: Path) -> None:
    good = built(example, tmp_path)
    assert good.site is not None
    before = {path: path.read_bytes() for path in sorted(good.site.rglob("*")) if path.is_file()}
    record = tmp_path / "data/results/2019/ket-qua-2019.yml"
    record.write_text(record.read_text("utf-8").replace("actual: 22", "actual: 23"), "utf-8")
    bad = build(tmp_path, now=example.now, report=Silence())
    assert bad.site is None
    assert [problem.rule for problem in bad.problems] == ["partition-sum", "published-figure-changed"]
    assert {path: path.read_bytes() for path in before} == before
    assert not [path for path in (tmp_path / "build" / "releases").iterdir() if path.name.startswith(".new")]


def test_the_navigation_of_the_engine_is_short(example_project: Path) -> None:
    settings = json.loads((example_project / "build" / "pages" / "mkdocs.yml").read_text("utf-8"))
    files = [file for entry in settings["nav"] for file in entry.values()]
    assert files == ["index.md", "so-lieu/index.md", "luu-tru/index.md"]
    assert settings["not_in_nav"] == "*"


def test_pages_written_by_hand_stand_in_the_footer(example_project: Path) -> None:
    tree = LexborHTMLParser((example_project / "site" / "index.html").read_text("utf-8"))
    leads = [link.attributes.get("href") for link in tree.css("footer nav a")]
    assert leads[:2] == ["gioi-thieu/", "lien-he/"]
