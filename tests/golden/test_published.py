"""The example's own ledger of what was published: a build on a clean checkout leaves it as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.dataset.published import brought_up_to, lines_now, read_published
from bantin.project import read_project
from bantin.way import check
from tests.dataset.projects import accepted
from tests.golden.cases import ROOT, cases

NOW = next(case.now for case in cases() if case.name == "example")


@pytest.mark.golden
def test_a_build_of_the_example_leaves_the_ledger_as_it_is() -> None:
    lines, problems = read_published(read_project(ROOT).published)
    assert problems == []
    [(file, content)] = brought_up_to(lines, lines_now(check(ROOT, now=NOW).dataset, NOW)).items()
    assert content.decode() == accepted(ROOT / file, content.decode())
    assert len(content.splitlines()) >= 5


def test_the_cases_are_built_without_publication_history(tmp_path: Path) -> None:
    for case in cases():
        project = case.copied_to(tmp_path / case.name)
        assert read_project(project).published == {}
