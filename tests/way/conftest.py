from __future__ import annotations

from pathlib import Path

import pytest

from bantin.built import Built
from bantin.problems import Silence
from bantin.way import build
from tests.golden.cases import Case, cases


def built(case: Case, folder: Path, engine: str = "mkdocs") -> Built:
    """A case built as a project of its own in ``folder``."""
    return build(case.copied_to(folder), now=case.now, engine=engine, report=Silence())


LOOKED_AT = ("dinh-chinh", "rut-bai")
"""The cases that show what the example does not: corrected articles, withdrawn ones."""


@pytest.fixture(scope="session")
def sites(example_project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The finished sites that are looked at page by page."""
    projects = [example_project]
    for case in (case for case in cases() if case.name in LOOKED_AT):
        projects.append(tmp_path_factory.mktemp(case.name))
        assert built(case, projects[-1]).site is not None
    return [project / "site" for project in projects]


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


ADDRESS = "https://ban-tin.example/muc/"


@pytest.fixture(scope="session")
def addressed_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished project with a calendar that knows where it is published."""
    case = next(case for case in cases() if case.name == "quy-chin-thang")
    folder = case.copied_to(tmp_path_factory.mktemp("addressed"))
    settings = folder / "data" / "site.yml"
    settings.write_text(f"{settings.read_text('utf-8')}\naddress: {ADDRESS}\n", "utf-8")
    outcome = build(folder, now=case.now, report=Silence())
    assert outcome.site is not None, outcome.problems
    return folder


@pytest.fixture(scope="session")
def addressed_site(addressed_project: Path) -> Path:
    """The finished site of it."""
    return addressed_project / "site"
