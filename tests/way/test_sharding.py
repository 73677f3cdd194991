"""Years made by themselves, each in a process and a folder of its own, are together the whole."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bantin import documenting, kept_cards
from bantin.problems import Silence
from bantin.sharding import KINDS, make_shard, merge
from bantin.way import build
from tests.golden.cases import Case
from tests.way.test_edits import released

pytestmark = pytest.mark.slow

YEARS = (2019, 2024)


@pytest.fixture
def project(example: Case, tmp_path: Path) -> Path:
    """The example with an address, so that there are cards."""
    return example.published_from(tmp_path / "project")


def copied(project: Path, name: str) -> Path:
    return Path(
        shutil.copytree(project, project.with_name(name), ignore=shutil.ignore_patterns("build", "site"))
    )


def kept(project: Path) -> set[str]:
    cache = project / "build" / "cache"
    return {
        f"{kind}/{entry.name}"
        for kind in KINDS
        if (cache / kind).is_dir()
        for entry in (cache / kind).iterdir()
    }


def test_two_shards_in_two_processes_make_the_release_of_the_whole(
    project: Path, example: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = example.now.isoformat(timespec="minutes")
    shards = [copied(project, f"{year}") for year in YEARS]
    command = [sys.executable, "-m", "bantin", "build", "--now", now]
    running = [
        subprocess.Popen([*command, "--project", str(shard), "--shard", shard.name], stdout=subprocess.PIPE)
        for shard in shards
    ]
    said = [process.communicate()[0].decode() for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert all("build/cache" in text and "1 tin năm" in text for text in said), said
    assert not any((shard / "site").exists() for shard in shards)

    merged = copied(project, "merged")
    assert merge(merged, [shard / "build" / "cache" for shard in shards]) == []
    whole = copied(project, "whole")
    assert build(whole, now=example.now, report=Silence()).site
    assert kept(merged) == kept(whole) == kept(shards[0]) | kept(shards[1])
    monkeypatch.setattr(kept_cards, "draw_card", None)  # nobody draws what a shard has drawn
    monkeypatch.setattr(documenting.Press, "set", None)
    assert build(merged, now=example.now, report=Silence()).site
    assert released(merged) == released(whole)


def test_the_command_takes_shards_in(project: Path, example: Case) -> None:
    shard, merged = copied(project, "shard"), copied(project, "merged")
    assert make_shard(shard, YEARS[0], now=example.now, report=Silence()).bulletins == 1
    now = example.now.isoformat(timespec="minutes")
    command = [sys.executable, "-m", "bantin", "build", "--now", now, "--project", str(merged)]
    done = subprocess.run(
        [*command, "--merge", str(shard / "build" / "cache")], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert kept(shard) <= kept(merged)
    refused = subprocess.run([*command, "--merge", str(project / "data")], capture_output=True, text=True)
    assert refused.returncode == 1
    assert "[no-shard]" in refused.stdout


def test_an_unsound_record_makes_no_shard(project: Path, example: Case) -> None:
    record = project / "data/results/2019/ket-qua-2019.yml"
    record.write_text(record.read_text("utf-8").replace("actual: 22", "actual: 23"), "utf-8")
    made = make_shard(project, 2019, now=example.now, report=Silence())
    assert [problem.rule for problem in made.problems] == ["partition-sum"]
    assert kept(project) == set()


def test_nothing_strange_is_taken_in(project: Path, tmp_path: Path) -> None:
    cards = tmp_path / "shard" / "cards"
    for name in ("a" * 40, "b" * 40, "c" * 40, "../x", "strange"):
        (cards / name).mkdir(parents=True, exist_ok=True)
        (cards / name / "card.png").write_bytes(b"x")
    (cards / ("b" * 40) / "list.json").symlink_to("/etc/hostname")
    shutil.rmtree(cards / ("c" * 40))
    (cards / ("c" * 40)).symlink_to(cards / ("a" * 40))
    assert merge(project, [tmp_path / "shard"]) == []
    assert kept(project) == {f"cards/{'a' * 40}"}


def test_what_holds_more_than_plain_files_is_left_and_a_file_in_the_way_goes(
    project: Path, tmp_path: Path
) -> None:
    cards = tmp_path / "shard" / "cards"
    for name in ("a" * 40, "b" * 40, "c" * 40):
        (cards / name).mkdir(parents=True)
        (cards / name / "card.png").write_bytes(b"x")
    os.mkfifo(cards / ("b" * 40) / "list.json")
    (cards / ("c" * 40) / "more").mkdir()
    cache = project / "build" / "cache"
    cache.mkdir(parents=True)
    (cache / "cards").write_text("no folder")
    assert merge(project, [tmp_path / "shard"]) == []
    assert kept(project) == {f"cards/{'a' * 40}"}


def test_a_file_that_cannot_be_taken_in_is_named(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "shard" / "cards" / ("a" * 40) / "card.png"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x")
    opened = open

    def refuse(path: Path, *how: Any, **more: Any) -> Any:
        if Path(path) == file:
            raise PermissionError(errno.EACCES, "no", str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr(shutil, "open", refuse, raising=False)
    [problem] = merge(project, [tmp_path / "shard"])
    assert (problem.rule, problem.location.file) == ("not-permitted", str(file))
    assert kept(project) == set()
