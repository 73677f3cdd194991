from __future__ import annotations

from pathlib import Path

import pytest

from bantin.problems import Silence
from bantin.way import Built, build
from tests.golden.cases import Case, cases


def built(case: Case, folder: Path, engine: str = "mkdocs") -> Built:
    """A case built as a project of its own in ``folder``."""
    return build(case.copied_to(folder), now=case.now, engine=engine, report=Silence())


@pytest.fixture(scope="session")
def example() -> Case:
    return next(case for case in cases() if case.name == "example")


@pytest.fixture(scope="session")
def example_project(example: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example, built and published."""
    folder = tmp_path_factory.mktemp("example")
    outcome = built(example, folder)
    assert outcome.problems == ()
    return folder
