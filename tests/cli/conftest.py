"""The command in a project with nothing in it."""

from pathlib import Path

import pytest

from tests.cli.fake_way import Bantin, FakeWay


@pytest.fixture
def bantin(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Bantin:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return Bantin(FakeWay(), tmp_path, capsys)
