"""Of a removed record no byte is left: not in the site, not in the ledger, not in releases that are kept."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bantin.built import Built
from bantin.problems import Silence
from bantin.way import build
from tests.golden.cases import Case
from tests.way.test_not_public import CANARY, DUE, WORDS, project

pytestmark = pytest.mark.slow

REMOVED = "withdrawn\nwithdrawal:\n  kind: removed\n  on: 20/12/2026 09:00\n  reason: chưa được phép công bố"
ADDRESS = f"tin/2026/11/{CANARY}"
DAY = DUE.replace(day=20, hour=9, minute=0)


def everything_below(folder: Path) -> bytes:
    """Every path and every byte below a folder, through no link."""
    told = []
    for path in sorted(folder.rglob("*")):
        told.append(path.relative_to(folder).as_posix().encode())
        if path.is_file() and not path.is_symlink():
            told.append(path.read_bytes())
        if path.suffix == ".sqlite":
            with closing(sqlite3.connect(path)) as store:
                told += [zlib.decompress(row) for (row,) in store.execute("SELECT told FROM result")]
    return b"\n".join(told)


def said(folder: Path) -> str:
    """What is below a folder, but for the address that stays and the ids that the ledger keeps."""
    text = everything_below(folder).decode("utf-8", "replace")
    for kept in (ADDRESS, ADDRESS.replace("/", "-"), *(f'"{kind}-{CANARY}"' for kind in "amr")):
        text = text.replace(kept, "")
    return text.replace(f"2026/11/{CANARY}", "").replace(f"\n{CANARY}", "")


def with_status(case: Case, folder: Path, status: str) -> Path:
    """The project, once it is ready and published, with another status of the canary's records."""
    for path in folder.rglob("canary.yml"):
        head, _, rest = path.read_text("utf-8").partition("status: ready\n")
        path.write_text(f"{head}status: {status}\n{rest}", "utf-8")
    return folder


@pytest.fixture
def removed(example: Case, tmp_path: Path) -> tuple[Path, Built]:
    """The example with the canary: published twice, then removed."""
    folder = project(example, tmp_path, "ready")
    correction = folder / "data/corrections/2026/tieu-de.yml"
    correction.parent.mkdir(parents=True)
    correction.write_text(
        f"format: 1\nid: dc-{CANARY}\nrecord: a-{CANARY}\nplaces:\n  - field: headline\n    was: {WORDS} cũ\n"
        f"on: 01/12/2026\nreason: Sai {WORDS}.\nseverity: major\ndecided_by: Ban biên tập\n",
        "utf-8",
    )
    first = build(folder, now=DAY - timedelta(days=1), report=Silence())
    assert first.problems == ()
    assert (folder / "site" / ADDRESS / "ban-1/index.html").is_file()
    assert WORDS in said(folder / "build" / "releases").lower()
    with_status(example, folder, REMOVED)
    return folder, build(folder, now=DAY, report=Silence())


def test_nothing_is_left_but_a_tombstone(removed: tuple[Path, Built]) -> None:
    folder, outcome = removed
    assert outcome.problems == () and outcome.site is not None
    for place in (folder / "build", folder / "data" / "published"):
        text = said(place)
        assert WORDS not in text.lower(), place
        for kind in ("a", "m", "r", "dc"):
            text = text.replace(f"{kind}-{CANARY}", "")
        assert CANARY not in text, place
        assert "987.654" not in text and "987654" not in text, place
    shown = {path.read_bytes() for path in outcome.site.rglob("*.png")}
    kept = [path.read_bytes() for path in (folder / "build" / "cache" / "cards").rglob("*.png")]
    assert kept and shown.issuperset(kept)
    assert [*(folder / "build" / "cache" / "photos").glob("*/*.jpg")] == []
    page = (outcome.site / ADDRESS / "index.html").read_text("utf-8")
    assert "đã được gỡ ngày 20/12/2026 vì chưa được phép công bố" in page
    assert 'content="noindex"' in page
    assert not (outcome.site / ADDRESS / "ban-1").exists()
    assert not (outcome.site / "anh").exists()
    assert ADDRESS not in (outcome.site / "luu-tru/index.html").read_text("utf-8")


def test_older_releases_that_hold_it_are_gone_and_one_release_is_left(removed: tuple[Path, Built]) -> None:
    folder, _ = removed
    releases = [entry for entry in (folder / "build/releases").iterdir() if entry.name != ".lock"]
    assert [entry.resolve() for entry in releases] == [(folder / "site").resolve().parent]


def test_until_its_moment_it_stays_and_then_something_is_due(example: Case, tmp_path: Path) -> None:
    folder = with_status(example, project(example, tmp_path, "ready"), REMOVED)
    before = build(folder, now=DAY - timedelta(minutes=1), report=Silence())
    assert before.next_due == DAY
    assert before.site is not None and WORDS in said(before.site.resolve()).lower()
    after = build(folder, now=DAY, report=Silence())
    assert after.site is not None and WORDS not in said(after.site.resolve()).lower()


def test_a_site_that_still_shows_it_is_told_of(example: Case, tmp_path: Path) -> None:
    folder = project(example, tmp_path / "project", "ready")
    build(folder, now=DAY - timedelta(days=1), report=Silence())
    with_status(example, folder, REMOVED)
    outcome = build(folder, now=DAY, out=tmp_path / "out", report=Silence())
    assert [problem.rule for problem in outcome.problems] == ["removed-record-kept"]
    assert WORDS not in said(tmp_path / "out").lower()
