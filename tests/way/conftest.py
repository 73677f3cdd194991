from __future__ import annotations

from pathlib import Path

import pytest

from bantin.problems import Silence
from bantin.way import Built, build
from tests.golden.cases import Case, cases


def built(case: Case, folder: Path, engine: str = "mkdocs") -> Built:
    """A case built as a project of its own in ``folder``."""
    return build(case.copied_to(folder), now=case.now, engine=engine, report=Silence())


LOOKED_AT = ("example", "dinh-chinh", "rut-bai")
"""The cases that together show every kind of page: the example, corrected articles, withdrawn ones."""


@pytest.fixture(scope="session", params=LOOKED_AT)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished sites that are looked at page by page, one after the other."""
    if request.param == "example":
        folder: Path = request.getfixturevalue("example_project")
    else:
        folder = tmp_path_factory.mktemp(request.param)
        case = next(case for case in cases() if case.name == request.param)
        assert built(case, folder).site is not None
    return folder / "site"


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
