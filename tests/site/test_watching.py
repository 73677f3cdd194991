"""Each way in which a file is saved is seen, at once where the system tells of it, else after a while."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver, EventEmitter

from bantin.site import watching
from bantin.site.watching import Watching

SOON = 2.0
"""Seconds: much less than between two looks at all files."""


class Seen:
    """What is told of a folder and of a file beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = folder / "data" / "2024" / "a.yml"
        self.record.parent.mkdir(parents=True)
        self.record.write_text("one")
        self.settings = folder / "mkdocs.yml"
        self.settings.write_text("one")
        self.told: list[str] = []
        self.new = threading.Condition()
        self.watching = Watching(self._tell)
        self.watching.watch(folder / "data")
        self.watching.watch(self.settings)

    def _tell(self, path: Path) -> None:
        with self.new:
            self.told.append(path.relative_to(self.folder).as_posix())
            self.new.notify_all()

    def sees(self, name: str, within: float = SOON) -> bool:
        with self.new:
            found = self.new.wait_for(lambda: name in self.told, within)
            self.told.clear()
        return found


@pytest.fixture
def seen(tmp_path: Path) -> Iterator[Seen]:
    one = Seen(tmp_path)
    yield one
    one.watching.stop()
    one.watching.join()


def renamed_over(path: Path) -> None:
    fresh = path.with_name(".fresh")
    fresh.write_text("renamed")
    fresh.replace(path)


def put_aside(path: Path) -> None:
    """As editors that keep the file before, under another name, and write a new one."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text("fresh")


def in_pieces(path: Path) -> None:
    with path.open("w") as file:
        for piece in "abc":
            file.write(piece)
            file.flush()


SAVED: dict[str, Callable[[Path], object]] = {
    "written in place": lambda path: path.write_text("two"),
    "renamed over": renamed_over,
    "put aside": put_aside,
    "in pieces": in_pieces,
    "taken away": lambda path: path.unlink(),
}


@pytest.mark.parametrize("how", SAVED)
def test_a_file_that_is_saved_is_seen(how: str, seen: Seen) -> None:
    seen.watching.start()
    SAVED[how](seen.record)
    assert seen.sees("data/2024/a.yml")


@pytest.mark.parametrize("how", SAVED)
def test_a_single_file_is_seen_however_often_it_is_replaced(how: str, seen: Seen) -> None:
    seen.watching.start()
    renamed_over(seen.settings)
    assert seen.sees("mkdocs.yml")
    SAVED[how](seen.settings)
    assert seen.sees("mkdocs.yml")


def test_a_file_in_a_new_folder_is_seen(seen: Seen) -> None:
    seen.watching.start()
    folder = seen.record.parents[1] / "2025"
    folder.mkdir()
    (folder / "b.yml").write_text("b")
    assert seen.sees("data/2025/b.yml")


@pytest.mark.slow
@pytest.mark.parametrize("away", [0.0, 0.4])
def test_a_folder_that_was_away_and_is_back_is_seen(
    away: float, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a sync client or a version control does it: the same folder, or another one in its place."""
    monkeypatch.setattr(watching, "SELDOM", 0.1)
    seen.watching.start()
    folder = seen.folder / "data"
    folder.rename(seen.folder / "aside")
    time.sleep(away)
    (seen.folder / "aside").rename(folder)
    time.sleep(0.4)
    seen.record.write_text("changed")
    assert seen.sees("data/2024/a.yml")
    folder.rename(seen.folder / "aside")
    seen.record.parent.mkdir(parents=True)
    seen.record.write_text("another")
    assert seen.sees("data/2024/a.yml")
    time.sleep(1.0)
    monkeypatch.setattr(watching, "SELDOM", 60.0)
    time.sleep(0.2)
    seen.record.write_text("and changed")
    assert seen.sees("data/2024/a.yml"), "by the system alone"


def test_only_changes_are_told_and_those_of_editors_alone_are_not(seen: Seen) -> None:
    seen.watching.start()
    seen.record.read_text()
    seen.record.with_name(".a.yml.swp").write_text("x")
    seen.record.with_name("~$a.yml").write_text("x")
    (seen.folder / "other.yml").write_text("x")
    seen.record.with_name("last.yml").write_text("x")
    with seen.new:
        assert seen.new.wait_for(lambda: "data/2024/last.yml" in seen.told, SOON)
        assert set(seen.told) == {"data/2024/last.yml"}


def test_what_was_told_is_not_told_again_by_a_look_at_all_files(
    seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SELDOM", 0.1)
    seen.watching.start()
    seen.record.write_text("two")
    assert seen.sees("data/2024/a.yml")
    assert not seen.sees("data/2024/a.yml", within=0.5)


class Deaf(BaseObserver):
    """An observer that is told of nothing, as in a folder of a network."""

    def __init__(self) -> None:
        super().__init__(EventEmitter)  # which tells of nothing by itself


class Refused(Deaf):
    """An observer that the system does not let watch."""

    def start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


@pytest.mark.parametrize(("observer", "often"), [(Deaf, "SELDOM"), (Refused, "OFTEN")])
def test_what_the_system_does_not_tell_is_seen_after_a_while(
    observer: type[BaseObserver], often: str, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SELDOM", "OFTEN"):
        monkeypatch.setattr(watching, name, 0.1 if name == often else 60.0)
    monkeypatch.setattr(watching, "Observer", observer)
    seen.watching.start()
    renamed_over(seen.record)
    assert seen.sees("data/2024/a.yml")
    os.utime(seen.settings, (1, 1))
    assert seen.sees("mkdocs.yml")
