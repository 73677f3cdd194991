"""What the tests of the set-up share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.setup.fake_programs import FakePrograms


@pytest.fixture
def programs(tmp_path: Path) -> FakePrograms:
    """A search path of fakes, in a folder whose name has spaces and Vietnamese letters."""
    place = tmp_path / "các chương trình"
    place.mkdir()
    return FakePrograms(place / "bin")
