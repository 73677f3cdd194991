"""What a release writes anew for one changed word of a record; all else is linked from the last one."""

from __future__ import annotations

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


def written_for_a_change(folder: Path, count: int) -> set[str]:
    """The files of a release that are not those of the one before, after one word of a record has changed."""
    write_project(folder, count)
    generator = bantin(folder, bulletins(count)[count // 2])
    cold_build(generator)
    before = generator.site.resolve().parent
    had = {(before / name).stat().st_ino for name in files(before)}
    change(generator.changed_file)
    run(generator.command, folder)
    after = generator.site.resolve().parent
    assert after != before
    return {name for name in files(after) if (after / name).stat().st_ino not in had}


@pytest.fixture(scope="module")
def few_and_more(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """What is written in a small archive, and in one three times as large."""
    folder = tmp_path_factory.mktemp("written")
    return written_for_a_change(folder / "few", FEW), written_for_a_change(folder / "more", MORE)


def test_the_index_of_a_larger_archive_has_no_more_files_to_write(
    few_and_more: tuple[set[str], set[str]],
) -> None:
    few, more = [{name for name in written if name.startswith(INDEX)} for written in few_and_more]
    assert len(few) == len(more) <= 1 + 2 * len(("the word", "with the one before", "with the one after"))
    assert {name for name in more if not name.startswith(f"{INDEX}terms/")} == {f"{INDEX}index.json"}
