"""Photos made ready once, and kept (``bantin.kept``) by their bytes and all settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bantin.dataset.pictures import Picture, Size, broken_photo, quiet, stated_size
from bantin.kept import Cache, cache_of, name_of
from bantin.outputs.photos import PHONE_BYTES, SETTINGS, encode, forms, is_for_phones
from bantin.problems import Location, Problem, Severity, say
from bantin.site.trouble import trouble

_AT_ONCE = 4
"""Photos being made at the same time; each is unpacked in memory."""

Done = Callable[[int, int], None]
"""Told how many photos are ready, and of how many."""


@dataclass(frozen=True, slots=True)
class ReadyPhoto:
    """A photo as it is kept: its size upright, and its files by the names of their forms."""

    size: Size
    files: Mapping[str, Path]


def photos_of(project: Path) -> Path:
    """The folder that keeps the photos of a project."""
    return cache_of(project, "photos")


def known_size(folder: Path, data: bytes) -> Size | None:
    """The size of a photo that is kept in the folder, or None; what is noted of it must be what it states."""
    noted = Cache(folder).noted(_name(data))
    size = stated_size(data) if noted else None
    return size if size and noted == _note(size) else None


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
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    if not pictures:
        return files, problems

    def make(picture: Picture) -> ReadyPhoto | None:
        return _ready(content[picture.file], (picture.width, picture.height), cache)

    cache = Cache(folder)
    try:
        with cache.open(), quiet(), ThreadPoolExecutor(min(_AT_ONCE, os.cpu_count() or 1)) as pool:
            made = zip(pictures.values(), pool.map(make, pictures.values()), strict=True)
            for count, (picture, ready) in enumerate(made, 1):
                done(count, len(pictures))
                if ready is None:
                    problems.append(broken_photo(picture.file, places[picture.file]))
                    continue
                shown = forms(picture.file, picture.width, picture.height)
                files.update({form.path: ready.files[form.name] for form in shown})
                problems.extend(_heavy(ready, places[picture.file]))
    except OSError as error:
        problems.append(trouble(error, folder))
    return files, problems


def keep_only(folder: Path, files: Iterable[Path], others: Iterable[bytes]) -> list[Problem]:
    """Removes what is kept of photos other than those made ready as these files, and these others."""
    try:
        if folder.is_dir():
            Cache(folder).keep_only({file.parent.name for file in files} | set(map(_name, others)))
    except OSError as error:
        return [trouble(error, folder)]
    return []


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


def _ready(data: bytes, size: Size, cache: Cache) -> ReadyPhoto | None:
    """The photo as it is kept, made now if it was not; None if the data is not a photo of this size."""
    names = [form.name for form in forms("x.x", *size)]
    files = cache.ready(_name(data), names, lambda: encode(data, size), _note(size))
    return None if files is None else ReadyPhoto(size, files)


def _note(size: Size) -> str:
    return f"{size[0]}x{size[1]}"


def _name(data: bytes) -> str:
    return name_of(SETTINGS, data)
