from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bantin.compose.said import Bulletins
from tests.pages.built import build
from tests.pages.hostile_text import poisoned
from tests.pages.sample import BULLETINS


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(BULLETINS, tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site_of_the_other_engine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(BULLETINS, tmp_path_factory.mktemp("other"), "zensical")


@pytest.fixture(scope="session")
def hostile() -> Bulletins:
    """The sample with hostile text in every field that people write, the address of the licence included."""
    everywhere: Bulletins = poisoned(BULLETINS)
    publisher = replace(everywhere.publisher, licence_address="javascript:alert(1)")
    return replace(everywhere, publisher=publisher)


@pytest.fixture(scope="session")
def poisoned_site(hostile: Bulletins, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(hostile, tmp_path_factory.mktemp("poisoned"))


@pytest.fixture(scope="session")
def poisoned_site_of_the_other_engine(hostile: Bulletins, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(hostile, tmp_path_factory.mktemp("poisoned-other"), "zensical")
