"""A search path that holds only what a test puts there: real tools, and fakes that note their calls."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("sh", "bash", "dirname", "cat", "cmp", "cp", "mkdir", "rm", "chmod", "date", "sed", "tee", "env")


@dataclass(frozen=True, slots=True)
class FakePrograms:
    """A folder of programs, and the file in which the fakes note how they were called."""

    folder: Path

    def __post_init__(self) -> None:
        self.folder.mkdir()
        for name in TOOLS:
            found = shutil.which(name)
            assert found, name
            (self.folder / name).symlink_to(found)

    @property
    def log(self) -> Path:
        return self.folder / "calls.log"

    def add(self, name: str, then: str = "") -> Path:
        """Makes a program that notes its call and then runs the given shell commands."""
        program = self.folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >>"{self.log}"\n{then}\n', encoding="utf-8")
        program.chmod(0o755)
        return program

    def calls(self) -> list[str]:
        """How the fakes were called since the last look."""
        noted = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        self.log.unlink(missing_ok=True)
        return noted

    def run(self, *command: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        """Runs a command that finds these programs only."""
        return subprocess.run(
            [str(word) for word in command],
            env={"PATH": str(self.folder), "LANG": os.environ.get("LANG", "C.UTF-8"), **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
