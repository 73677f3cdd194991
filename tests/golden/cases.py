"""The golden cases: folders of input beside the pages they must give.

Each case has ``now.txt`` and ``expected/``; its input is its own ``data/`` and ``content/``, or for
``example`` the project at the root. ``make accept`` takes the present pages as the expected ones.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bantin.language import parse_iso_instant

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Case:
    """One golden case."""

    name: str
    now: datetime

    @property
    def input(self) -> Path:
        """The folder that holds the records."""
        return ROOT if self.name == "example" else FOLDER / self.name

    @property
    def expected(self) -> Path:
        """The folder of pages, as Markdown."""
        return FOLDER / self.name / "expected"

    def published_from(self, folder: Path, address: str = "https://tin.example.vn/ban-tin") -> Path:
        """The case as a project whose site has an address, for what is made only where one is known."""
        copied = self.copied_to(folder)
        settings = copied / "data" / "site.yml"
        text = settings.read_text("utf-8")
        if "\naddress:" not in text:
            settings.write_text(f"{text.rstrip()}\naddress: {address}\n", "utf-8")
        return copied

    def copied_to(self, folder: Path) -> Path:
        """The case as a project of its own, with the engine's configuration of the example.

        What was published before is left behind: a case shows what its records say, whatever they said.
        """
        for part in ("data", "content"):
            if (self.input / part).is_dir():
                shutil.copytree(self.input / part, folder / part, ignore=shutil.ignore_patterns("published"))
        shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
        return folder


def cases() -> list[Case]:
    """All cases; at least the four that there are."""
    found = [
        Case(path.parent.name, parse_iso_instant(path.read_text().strip()))
        for path in sorted(FOLDER.glob("*/now.txt"))
    ]
    assert len(found) >= 4, found
    return found
