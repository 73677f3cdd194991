"""Whatever is edited, a build upon an earlier one gives the bytes and the problems of one from nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from bantin.built import Built
from bantin.language import parse_iso_instant
from bantin.last_build import last_build
from bantin.problems import Silence
from bantin.way import build
from tests.way.edits import EDITS, Edit, begun

pytestmark = pytest.mark.slow

START = parse_iso_instant("2026-11-22T08:00+07:00")
LIVES = 3
AGAIN = 2


def lives() -> list[list[Edit]]:
    """The edits of each life: every kind in one of them, and more than once over all."""
    shuffled = [edit for turn in range(AGAIN) for edit in Random(turn).sample(EDITS, len(EDITS))]
    return [shuffled[number::LIVES] for number in range(LIVES)]


def released(project: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of the release that the project's site is, with its mode."""
    release = (project / "site").resolve().parent
    return {
        path.relative_to(release).as_posix(): (path.stat().st_mode, path.read_bytes())
        for path in sorted(release.rglob("*"))
        if path.is_file()
    }


def told(built: Built) -> list[str]:
    return [str(problem) for problem in built.problems] + [str(built.next_due), str(built.pages)]


@pytest.mark.parametrize("number", range(LIVES))
def test_a_project_in_the_course_of_its_life(number: int, tmp_path: Path) -> None:
    life = begun(tmp_path / "project", START, number)
    assert build(life.folder, now=life.now, report=Silence()).site
    refused = 0
    for life.turn, edit in enumerate(lives()[number], 1):
        before = {path: path.read_bytes() for path in (life.folder / "data").rglob("*") if path.is_file()}
        edit(life)
        cold = tmp_path / f"cold-{life.turn}"
        shutil.copytree(life.folder, cold, ignore=shutil.ignore_patterns("build", "site"))
        kept = last_build(life.folder, life.now, "mkdocs")
        warm = kept or build(life.folder, now=life.now, report=Silence())
        fresh = build(cold, now=life.now, report=Silence())
        assert told(warm) == told(fresh), edit.__name__
        if fresh.site is None:
            refused += 1
            shutil.rmtree(life.folder / "data")
            for path, content in before.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            continue
        assert released(life.folder) == released(cold), edit.__name__
        shutil.rmtree(cold)
    assert refused < len(lives()[number]) / 2, "most edits are published"
