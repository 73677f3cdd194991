"""Photos are made once, whatever happens to the machine, and one at a time."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bantin import enclosing, kept_photos
from bantin.compose.said import Bulletins
from bantin.dataset.pictures import Picture, Size
from bantin.enclosing import Enclosed
from bantin.kept import Cache
from bantin.kept_photos import known_size, ready_photos
from bantin.outputs.photos import encode, forms
from bantin.problems import Location, Problem, Severity, say
from tests.way.drawn import photo

PLACE = Location("data/articles/2025/hop.yml", 12, 11)
DATA = photo((800, 500))
NAME = "anh/hop.jpg"


def ready(folder: Path, content: Mapping[str, bytes] | None = None) -> tuple[dict[str, bytes], list[Problem]]:
    given = content or {NAME: DATA}
    pictures = {name: Picture(name, 800, 500) for name in given}
    files, problems = ready_photos(pictures, dict.fromkeys(given, PLACE), given, folder)
    return {name: path.read_bytes() for name, path in files.items()}, problems


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[Size]:
    """Told of each photo that is made."""
    sizes: list[Size] = []

    def noted(data: bytes, size: Size) -> dict[str, bytes] | None:
        sizes.append(size)
        return encode(data, size)

    monkeypatch.setattr(kept_photos, "encode", noted)
    return sizes


def test_a_photo_is_made_once_and_a_cold_cache_gives_the_same_bytes(
    tmp_path: Path, encoded: list[Size]
) -> None:
    first, problems = ready(tmp_path / "a")
    assert sorted(first) == sorted(f"anh/hop-jpg-{w}.{k}" for w in (360, 720, 800) for k in ("jpg", "webp"))
    assert problems == []
    assert ready(tmp_path / "a")[0] == first
    assert encoded == [(800, 500)]
    assert ready(tmp_path / "b")[0] == first
    assert len(encoded) == 2


def test_a_photo_that_no_build_asks_for_any_more_is_forgotten_after_a_month(
    tmp_path: Path, encoded: list[Size]
) -> None:
    ready(tmp_path)
    other = {NAME: photo((800, 500), noise=20)}
    ready(tmp_path, other)
    long_ago = time.time() - 31 * 24 * 60 * 60
    for entry in tmp_path.iterdir():
        os.utime(entry, (long_ago, long_ago))
    ready(tmp_path)
    assert len(encoded) == 2, "what is asked for again is kept"
    assert len(list(tmp_path.iterdir())) == 1
    ready(tmp_path, other)
    assert len(encoded) == 3


def test_a_photo_that_changed_under_its_name_is_made_anew(tmp_path: Path, encoded: list[Size]) -> None:
    first, _ = ready(tmp_path)
    second, _ = ready(tmp_path, {NAME: photo((800, 500), noise=20)})
    assert first.keys() == second.keys() and first != second
    assert len(encoded) == 2


@pytest.mark.parametrize("spoil", ["empty", "half", "lost", "list", "list-of-another", "list-too-deep"])
def test_what_was_spoiled_is_made_anew(tmp_path: Path, spoil: str) -> None:
    first, _ = ready(tmp_path)
    [entry] = tmp_path.iterdir()
    victim = entry / ("list.json" if spoil.startswith("list") else "360.webp")
    match spoil:
        case "empty" | "list":
            victim.write_bytes(b"")
        case "half":
            victim.write_bytes(victim.read_bytes()[:500])
        case "lost":
            victim.unlink()
        case "list-of-another":
            victim.write_text('{"size": [800, 500], "files": {}}')
        case "list-too-deep":
            victim.write_text("[" * 100_000)
    assert ready(tmp_path) == (first, [])
    assert [path.name for path in tmp_path.iterdir()] == [entry.name]


def test_a_killed_build_leaves_nothing_that_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "rename", killed)
        ready(tmp_path)
    assert known_size(tmp_path, DATA) is None
    assert len(ready(tmp_path)[0]) == 6


def test_builds_at_once_give_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: ready(tmp_path), range(8)))
    assert all(one == made[0] for one in made)
    assert len(list(tmp_path.iterdir())) == 1


def test_the_size_of_a_kept_photo_is_known_without_reading_it_again(tmp_path: Path) -> None:
    assert known_size(tmp_path, DATA) is None
    ready(tmp_path)
    assert known_size(tmp_path, DATA) == (800, 500)


@pytest.mark.parametrize("note", ["0x0", "1x1", "99999999x99999999", "500x800", "9" * 5000 + "x5", "²x²", ""])
def test_a_note_that_is_not_what_the_photo_states_is_not_believed(tmp_path: Path, note: str) -> None:
    first, _ = ready(tmp_path)
    [listed] = tmp_path.glob("*/list.json")
    listed.write_text(listed.read_text("utf-8").replace("800x500", note), "utf-8")
    assert known_size(tmp_path, DATA) is None
    assert ready(tmp_path) == (first, [])
    assert known_size(tmp_path, DATA) == (800, 500)


def test_the_size_that_a_photo_held_on_its_side_states_is_upright(tmp_path: Path) -> None:
    data = photo((800, 500), orientation=6)
    ready_photos({NAME: Picture(NAME, 500, 800)}, {NAME: PLACE}, {NAME: data}, tmp_path)
    assert known_size(tmp_path, data) == (500, 800)


@pytest.mark.parametrize("stray", ["file", "file above", "link", "link above", "entry"])
def test_what_stands_in_the_place_of_a_folder_is_put_away(tmp_path: Path, stray: str) -> None:
    folder = tmp_path / "cache" / "photos"
    first, _ = ready(folder)
    [entry] = folder.iterdir()
    place = {"entry": entry, "file": folder, "link": folder}.get(stray, folder.parent)
    shutil.rmtree(place)
    if stray.startswith("file"):
        place.write_text("no folder")
    else:
        place.symlink_to("/nowhere/at/all")
    assert ready(folder) == (first, [])
    assert ready(folder) == (first, [])


def test_once_an_article_was_removed_only_photos_of_others_stay(tmp_path: Path) -> None:
    content = {f"anh/{noise}.jpg": photo((80, 50), noise=noise) for noise in (1, 2, 3)}
    pictures = {name: Picture(name, 80, 50) for name in content}
    ready_photos(pictures, dict.fromkeys(content, PLACE), content, tmp_path)
    places = dict.fromkeys(content, PLACE)
    block = SimpleNamespace(file="anh/1.jpg")
    article = SimpleNamespace(body=(block,), attachments=())
    said = cast(Bulletins, SimpleNamespace(articles=(article,), superseded=()))
    given = Enclosed(pictures, {}, places, content, tmp_path)
    given.shown_by(said, lambda *_: None)
    assert len(list(tmp_path.iterdir())) == 3
    given.shown_by(said, lambda *_: None, {"anh/1.jpg", "anh/2.jpg", "anh/of-no-record.jpg"})
    assert [known_size(tmp_path, data) is not None for data in content.values()] == [True, True, False]
    nothing = cast(Bulletins, SimpleNamespace(articles=(), superseded=()))
    given.shown_by(nothing, lambda *_: None, ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("forget", [lambda cache: cache.keep_only(()), lambda cache: cache.forget({"x"})])
def test_once_something_was_removed_what_killed_builds_left_is_not_kept_for_a_day(
    tmp_path: Path, forget: Callable[[Cache], None]
) -> None:
    for name, minutes in ((".new-left", 11), (".old-left", 11), (".new-living", 1)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "360.jpg").write_bytes(b"x")
        os.utime(tmp_path / name, (time.time() - minutes * 60,) * 2)
    with Cache(tmp_path).open():
        assert len(list(tmp_path.iterdir())) == 3
        forget(Cache(tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] == [".new-living"]


class Counting(Mapping[str, bytes]):
    """Many photos, of which it is counted how many are asked for before any is done."""

    def __init__(self, count: int) -> None:
        self.names = [f"anh/{number}.jpg" for number in range(count)]
        self.asked = 0

    def __getitem__(self, name: str) -> bytes:
        self.asked += 1
        return DATA

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)


def test_many_photos_are_in_memory_a_few_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    content = Counting(40)
    finished = 0

    def slow(data: bytes, size: Size) -> dict[str, bytes]:
        nonlocal finished
        held.append(content.asked - finished)
        finished += 1
        return {form.name: b"x" for form in forms("x.x", *size)}

    monkeypatch.setattr(kept_photos, "encode", slow)
    monkeypatch.setattr(kept_photos, "known_size", lambda *_: None)
    monkeypatch.setattr(kept_photos, "_name", lambda _: f"entry-{len(held)}-{id(held)}")
    pictures = {name: Picture(name, 800, 500) for name in content}
    ready_photos(pictures, dict.fromkeys(content, PLACE), content, tmp_path)
    assert held and max(held) <= kept_photos._AT_ONCE + 1


@pytest.mark.slow
def test_a_photo_too_heavy_for_a_phone_is_told_at_its_line(tmp_path: Path) -> None:
    data = photo((800, 1500), noise=250, quality=95)
    files, problems = ready_photos({NAME: Picture(NAME, 800, 1500)}, {NAME: PLACE}, {NAME: data}, tmp_path)
    assert [(one.rule, one.location, one.severity.value) for one in problems] == [
        ("heavy-photo", PLACE, "warning")
    ]
    assert files
    again = ready_photos({NAME: Picture(NAME, 800, 1500)}, {NAME: PLACE}, {NAME: data}, tmp_path)
    assert again == (files, problems), "a kept photo is told of as well"


def test_a_record_accepts_a_warning_and_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(rule: str, severity: Severity) -> Problem:
        return Problem(rule, PLACE, say("it weighs much"), (), say("look"), severity)

    problems = [told("heavy-photo", Severity.WARNING), told("broken-photo", Severity.ERROR)]
    monkeypatch.setattr(enclosing, "ready_photos", lambda *_: ({}, problems))
    nothing = cast(Bulletins, SimpleNamespace(articles=(), superseded=()))
    accepted = frozenset((PLACE.file, problem.rule) for problem in problems)
    given = Enclosed({}, {}, {}, {}, tmp_path, accepted)
    assert given.shown_by(nothing, lambda *_: None) == ({}, problems[1:])
    assert replace(given, acknowledged=frozenset()).shown_by(nothing, lambda *_: None) == ({}, problems)


def test_a_full_or_closed_disk_is_told(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("no folder")
    _, problems = ready(tmp_path / "build" / "cache" / "photos")
    assert [one.rule for one in problems] == ["cannot-write"]


def test_a_photo_that_went_after_the_check_is_told(tmp_path: Path) -> None:
    shutil.rmtree(tmp_path)
    _, problems = ready(tmp_path, {NAME: DATA[:3000]})
    assert [(one.rule, one.location) for one in problems] == [("broken-photo", PLACE)]
