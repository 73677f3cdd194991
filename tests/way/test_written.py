"""What a release writes anew for one changed word of a record; all else is linked from the last one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.changing import change
from benchmarks.contest import bantin, cold_build
from benchmarks.measure import run
from benchmarks.project import write_project
from benchmarks.records import bulletins
from tests.way.plain_mkdocs import files

pytestmark = pytest.mark.slow

FEW, MORE = 100, 300
"""Bulletins of an archive, and of a larger one."""

INDEX = "site/tim-kiem/"


@dataclass(frozen=True, slots=True)
class Written:
    """The files that are not those of the release before; the changed article's address and year."""

    names: set[str]
    address: str
    year: int

    @property
    def index(self) -> set[str]:
        """Those of the search's index."""
        return {name for name in self.names if name.startswith(INDEX)}


def written_for_a_change(folder: Path, count: int) -> Written:
    """What a release writes, after one word of a bulletin has changed."""
    write_project(folder, count)
    middle = bulletins(count)[count // 2]
    generator = bantin(folder, middle)
    cold_build(generator)
    before = generator.site.resolve().parent
    stood = {name: (before / name).stat() for name in files(before)}
    change(generator.changed_file)
    run(generator.command, folder)
    after = generator.site.resolve().parent
    assert after != before
    for name, was in stood.items():
        now = (before / name).stat()
        assert (now.st_mode, now.st_mtime_ns, now.st_size) == (was.st_mode, was.st_mtime_ns, was.st_size)
    had = {was.st_ino for was in stood.values()}
    new = {name for name in files(after) if (after / name).stat().st_ino not in had}
    return Written(new, middle.address, middle.year)


@pytest.fixture(scope="module")
def few_and_more(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, Written]:
    """What is written in a small archive, and in one three times as large."""
    folder = tmp_path_factory.mktemp("written")
    return written_for_a_change(folder / "few", FEW), written_for_a_change(folder / "more", MORE)


def test_the_index_of_a_larger_archive_has_no_more_files_to_write(
    few_and_more: tuple[Written, Written],
) -> None:
    few, more = (written.index for written in few_and_more)
    assert len(few) == len(more) <= 1 + 2 * len(("the word", "with the one before", "with the one after"))
    assert {name for name in more if not name.startswith(f"{INDEX}terms/")} == {f"{INDEX}index.json"}


def test_a_release_writes_what_tells_of_the_changed_record_and_nothing_else(
    few_and_more: tuple[Written, Written],
) -> None:
    for written in few_and_more:
        names = {
            name.removeprefix("pages/docs/").removeprefix("site/") for name in written.names - written.index
        }
        identity = written.address.rpartition("/")[2]
        article = ("index.md", "index.html", f"{identity}.html", f"{identity}.txt")
        data = (f"v1/tin/{written.year}.json", "v1/muc-luc.json", "danh-muc.jsonld")
        told = {f"{written.address}/{name}" for name in article} | {f"du-lieu/{name}" for name in data}
        assert names == {"manifest.json", *told}
