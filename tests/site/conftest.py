"""A small composed folder and hand-made sites for the tests of this stage."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from bantin.problems import Problem
from bantin.site import Configuration, write_folder
from tests.site.sample import BASE, PAGES, Compose


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """A theme that overrides nothing but has one file of its own."""
    folder = tmp_path / "stub-theme"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "own.css").write_text("body { color: #1b1f24 }\n", encoding="utf-8")
    return folder


@pytest.fixture
def compose(theme: Path) -> Compose:
    """Writes the composed folder of the small site, or of other pages."""

    def composing(
        folder: Path,
        pages: Mapping[str, str] = PAGES,
        files: Mapping[str, bytes | Path] | None = None,
        base: str = BASE,
        address: str = "",
    ) -> list[Problem]:
        configuration = Configuration(
            name="Bản tin", description="Tin và số liệu", address=address, nav=(("Trang đầu", "index.md"),)
        )
        return write_folder(folder, configuration, base=base, pages=pages, files=files or {}, theme=theme)

    return composing
