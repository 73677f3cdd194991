"""Photos made ready once: kept below ``build/cache`` by what they are made of, whoever builds when.

A photo has a folder, named by the digest of its bytes and of all settings, with its files and a list of
their digests. The folder appears in one step when it is whole, and is looked through before it is used; so
a killed build, a second one at the same time or a spoiled disk cost time and nothing else.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bantin.dataset.pictures import Picture, Size, broken_photo, quiet
from bantin.outputs.photos import PHONE_BYTES, SETTINGS, encode, forms, is_for_phones
from bantin.problems import Location, Problem, Severity, say
from bantin.release.work import NEW, OLD, fresh_name, remove, remove_leftovers
from bantin.site.trouble import trouble

_LIST = "list.json"
_KEPT_UNUSED = 30 * 24 * 60 * 60
_AT_ONCE = 4
"""Photos being made at the same time; each is unpacked in memory."""

Done = Callable[[int, int], None]
"""Told how many photos are ready, and of how many."""


@dataclass(frozen=True, slots=True)
class ReadyPhoto:
    """A photo as it is kept: its size upright, and its files by the names of their forms."""

    size: Size
    files: Mapping[str, Path]


def cache_of(project: Path) -> Path:
    """The folder that keeps the photos of a project."""
    return project / "build" / "cache" / "photos"


def known_size(folder: Path, data: bytes) -> Size | None:
    """The size of a photo that is kept in the folder, or None."""
    listed = _listed(folder / _name(data))
    return listed[0] if listed else None


def ready_photos(
    pictures: Mapping[str, Picture],
    places: Mapping[str, Location],
    content: Mapping[str, bytes],
    folder: Path,
    done: Done = lambda _now, _of: None,
) -> tuple[dict[str, Path], list[Problem]]:
    """The files of these photos by their path below the site, kept in the folder; and what is wrong.

    places: where each photo is named; content: read one photo at a time.
    """

    def make(picture: Picture) -> ReadyPhoto | None:
        return _ready(content[picture.file], (picture.width, picture.height), folder)

    files: dict[str, Path] = {}
    problems: list[Problem] = []
    try:
        if pictures:
            folder.mkdir(parents=True, exist_ok=True)
            remove_leftovers(folder, time.time())
        with quiet(), ThreadPoolExecutor(min(_AT_ONCE, os.cpu_count() or 1)) as pool:
            made = zip(pictures.values(), pool.map(make, pictures.values()), strict=True)
            for count, (picture, ready) in enumerate(made, 1):
                done(count, len(pictures))
                if ready is None:
                    problems.append(broken_photo(picture.file, places[picture.file]))
                    continue
                shown = forms(picture.file, picture.width, picture.height)
                files.update({form.path: ready.files[form.name] for form in shown})
                problems.extend(_heavy(ready, places[picture.file]))
        if pictures:
            _forget_unused(folder, time.time())
    except OSError as error:
        problems.append(trouble(error, folder))
    return files, problems


def _forget_unused(folder: Path, now: float) -> None:
    """Removes the photos that no build has asked for in a month: no record shows them any more."""
    for entry in folder.iterdir():
        with suppress(OSError):  # another build may be at it as well
            if now - entry.lstat().st_mtime > _KEPT_UNUSED:
                remove(entry)


def _heavy(ready: ReadyPhoto, place: Location) -> Iterator[Problem]:
    """A photo that stays heavier on a phone than a phone can bear, whatever was done about it."""
    for_phones = (form.name for form in forms("x.x", *ready.size) if is_for_phones(form))
    weight = max(ready.files[name].stat().st_size for name in for_phones)
    if weight > PHONE_BYTES:
        yield Problem(
            "heavy-photo",
            place,
            say(
                "on a phone the photo weighs {weight} KB, more than {most} KB",
                weight=-(-weight // 1000),
                most=PHONE_BYTES // 1000,
            ),
            (say("its quality was lowered as far as it may be"),),
            say("cut away what is not needed, or acknowledge this with a reason"),
            Severity.WARNING,
        )


def _ready(data: bytes, size: Size, folder: Path) -> ReadyPhoto | None:
    """The photo as it is kept, made now if it was not; None if the data is not a photo of this size."""
    entry = folder / _name(data)
    kept = _sound(entry, size)
    if kept is None:
        made = encode(data, size)
        if made is None:
            return None
        _keep(entry, size, made)
        kept = _sound(entry, size)
    with suppress(OSError):  # a disk that cannot be written to keeps what it has
        os.utime(entry)
    return kept


def _name(data: bytes) -> str:
    whole = hashlib.sha256(SETTINGS.encode())
    whole.update(hashlib.sha256(data).digest())
    return whole.hexdigest()[:40]


def _keep(entry: Path, size: Size, made: Mapping[str, bytes]) -> None:
    """Puts a photo into its place in one step, unless another build was quicker. Raises OSError."""
    fresh = Path(tempfile.mkdtemp(prefix=NEW, dir=entry.parent))
    try:
        for name, data in made.items():
            (fresh / name).write_bytes(data)
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
        (fresh / _LIST).write_text(json.dumps({"size": size, "files": digests}), "utf-8")
        if entry.exists() and _sound(entry, size) is None:
            aside = fresh_name(entry.parent, OLD)
            with suppress(FileNotFoundError):  # another build has put it aside
                entry.rename(aside)
            remove(aside)
        with suppress(OSError):  # another build was quicker
            fresh.rename(entry)
        if _sound(entry, size) is None:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(entry))
    finally:
        if fresh.exists():
            remove(fresh)


def _sound(entry: Path, size: Size) -> ReadyPhoto | None:
    """A photo of this size whose files are all there and as they were written, or None."""
    listed = _listed(entry)
    names = {form.name for form in forms("x.x", *size)}
    if listed is None or listed[0] != size or listed[1].keys() != names:
        return None
    digests = listed[1]
    try:
        for name, digest in digests.items():
            if hashlib.sha256((entry / name).read_bytes()).hexdigest() != digest:
                return None
    except OSError:
        return None
    return ReadyPhoto(size, {name: entry / name for name in digests})


def _listed(entry: Path) -> tuple[Size, dict[str, str]] | None:
    """What the list of a photo says: its size, and the digests of its files."""
    try:
        listed = json.loads((entry / _LIST).read_text("utf-8"))
        width, height = listed["size"]
        return (int(width), int(height)), {str(name): str(digest) for name, digest in listed["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
