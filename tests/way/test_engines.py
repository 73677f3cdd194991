"""The pages do not depend on who builds them: plain ``mkdocs build``, and Zensical."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.site import article_texts
from tests.golden.cases import Case, cases
from tests.way.conftest import built
from tests.way.plain_mkdocs import same_as_plain

pytestmark = pytest.mark.slow


def test_plain_mkdocs_gives_the_same_bytes(example_project: Path, tmp_path: Path) -> None:
    assert same_as_plain(example_project, tmp_path / "pages") > 20


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
