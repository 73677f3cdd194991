"""The pages do not depend on who builds them: plain ``mkdocs build``, and Zensical."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bantin.site import article_texts
from tests.golden.cases import Case, cases
from tests.way.conftest import built

pytestmark = pytest.mark.slow

CLOCKED = "sitemap.xml.gz"
"""The one file of plain MkDocs that carries the time of the build; a release leaves it out."""

FRAME = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")
"""What Material's own pages load and ours do not; a release leaves it out."""


def is_index(name: str) -> bool:
    """Whether a file is of the search's index, which is made of the finished pages of any engine."""
    return name.startswith("tim-kiem/") and name.endswith(".json")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_plain_mkdocs_gives_the_same_bytes(example_project: Path, tmp_path: Path) -> None:
    shutil.copytree(example_project / "build" / "pages", tmp_path / "pages")
    quiet = {"NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=tmp_path / "pages", check=True, env=os.environ | quiet)
    plain, ours = tmp_path / "pages" / "site", example_project / "site"
    made = {name for name in files(ours) if not is_index(name)}
    assert {name for name in files(plain) - {CLOCKED} if not name.startswith(FRAME)} == made
    same, different, lost = filecmp.cmpfiles(plain, ours, made, shallow=False)
    assert (different, lost) == ([], [])
    assert len(same) > 20


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_zensical_gives_the_same_articles(case: Case, tmp_path: Path) -> None:
    texts = {}
    for engine in ("mkdocs", "zensical"):
        folder = tmp_path / engine
        folder.mkdir()
        outcome = built(case, folder, engine)
        assert outcome.site is not None, outcome.problems
        texts[engine] = article_texts(outcome.site)
    assert len(texts["mkdocs"]) >= 6
    assert texts["zensical"] == texts["mkdocs"]
