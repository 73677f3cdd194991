"""The Makefile says what it can do, and CI does what the README says first."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.setup.fake_programs import FakePrograms
from tests.setup.places import ROOT

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)


def make(*words: str, folder: Path = ROOT) -> str:
    # what a make above this test run was told is not for this one
    calm = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    done = subprocess.run(["make", *words], cwd=folder, env=calm, capture_output=True, text=True, check=True)
    return done.stdout


def test_each_target_is_listed_with_what_it_does() -> None:
    listed = dict(re.findall(r"^  make ([a-z]+) +(\S.*)$", make(), re.MULTILINE))
    assert list(listed) == TARGETS
    assert make("help") == make()
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony and phony[1].split() == TARGETS


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_prepares_what_it_uses(target: str) -> None:
    planned = make("--dry-run", target)
    uses = {"help": "", "clean": "", "lock": "lock", "bench": "bench"}
    runtime = {"site", "serve", "check", "catalogues"}
    wanted = uses.get(target, "runtime" if target in runtime else "test")
    prepared = set(re.findall(r"requirements/prepare\.sh (\w+)", planned))
    assert prepared == ({wanted} if wanted else set())


def test_targets_are_made_one_after_the_other_even_with_j(tmp_path: Path) -> None:
    folder = tmp_path / "một bản sao"
    folder.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    programs = (".venv/bin/ruff", ".venv/bin/mypy", ".venv/bin/python")
    scripts = ("prepare", "chromium", "html-checker", "poppler", "structured-data", "nginx")
    for name in (*programs, *(f"requirements/{script}.sh" for script in scripts)):
        program = folder / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f'#!/bin/sh\necho "{Path(name).name} $*" >>calls.log\n', encoding="utf-8")
        program.chmod(0o755)
    assert "Kiểm thử xong" in make("-j", "4", "test", folder=folder)
    calls = (folder / "calls.log").read_text(encoding="utf-8").splitlines()
    steps = [call for call in calls if not call.partition(" ")[0].endswith(".sh")]
    assert [step.split()[0] for step in steps] == ["ruff", "ruff", "mypy", "python", "python"]
    assert steps[-2].endswith("not slow and not browser") and steps[-1].endswith("slow or browser")


def test_ci_runs_the_two_commands_on_top_of_the_readme(programs: FakePrograms) -> None:
    programs.add("make")
    assert programs.run(ROOT / ".ci" / "run").returncode == 0
    assert programs.calls() == ["make site", "make test"]


def test_ci_fails_with_the_first_command_that_fails(programs: FakePrograms) -> None:
    programs.add("make", "exit 3")
    assert programs.run(ROOT / ".ci" / "run").returncode == 3
    assert programs.calls() == ["make site"]
