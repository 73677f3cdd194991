"""Whether the last build still holds: nothing it was made of has changed, nor what it made, nor the day.

What a build depends on is said here, in one place: the files of the project, the program and what is
installed beside it, the engine, and the span of time in which nothing becomes due. Files are compared by
what the file system tells of them, so that the answer takes no longer than a look at each.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
import time
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bantin.built import Built, as_plain, from_plain
from bantin.releases import published_release

INPUTS = ("data", "content", "mkdocs.yml")
"""What of a project's folder a build reads."""

PUBLISHED = "data/published"
"""What a build reads and then brings up to date."""

MADE = ("site", "ledger", "pages/nginx-headers.conf", "manifest.json")
"""What of a release is read once it is published: by readers, by the commands, by a web server; and the list
of all that is in it."""

FOLDER = ("build", "pages")
"""The link to the composed folder of the release, from which a web server is set up."""

_FILE = ("build", "cache", "last-build.json")
_FORM = 2
_PACKAGES = ("site-packages", "dist-packages")
_YOUNG = 2_000_000_000
"""Nanoseconds within which a file system may tell the same time twice (FAT): files that are younger are
compared whole."""

Span = tuple[datetime, datetime]
"""From when a build holds and until when, if nothing else changes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How files stand: a digest of what the file system tells of them, and of each young file its own, by a
    key in place of its name: nothing that is kept may tell of a record that is removed."""

    digest: str
    young: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Inputs:
    """How everything stands that a build reads; published: what it brings up to date itself."""

    project: Standing
    published: Standing
    program: str


def inputs_of(project: Path, like: Inputs | None = None) -> Inputs:
    """How everything that a build reads stands now, looked at as another time, where one is given."""
    return Inputs(
        standing(project, INPUTS, left_out=PUBLISHED, young=like.project.young if like else None),
        standing(project, [PUBLISHED], young=like.published.young if like else None),
        _program(),
    )


def standing(
    folder: Path, places: Iterable[str], left_out: str = "", young: Collection[str] | None = None
) -> Standing:
    """How the files at and below these places of a folder stand now.

    young: the files that are compared whole; without them, those that were changed a moment ago.
    """
    since = time.time_ns() - _YOUNG
    rows: list[str] = []
    found: dict[str, str] = {}
    for name, path, told in _below(os.fspath(folder), places, left_out):
        latest = max(told.st_mtime_ns, told.st_ctime_ns) if told else 0
        key = _key(name) if young or latest > since else ""
        if key in young if young is not None else key:
            found[key] = f"{told and told.st_mode} {_digest(path)}"
        elif told:
            when = f"{told.st_mtime_ns} {told.st_ctime_ns}"
            rows.append(f"{name}\0{told.st_size} {told.st_mode} {when} {told.st_ino}")
        else:
            rows.append(name)
    whole = "\n".join(sorted(rows)).encode("utf-8", "surrogateescape")
    return Standing(hashlib.sha256(whole).hexdigest(), found)


def remember(project: Path, engine: str, inputs: Inputs, built: Built, span: Span, name: str) -> None:
    """Keeps what a build told, for as long as it holds; a disk that cannot be written to keeps nothing.

    inputs: as they stood when it began, and what was published when it ended; name: of the release it made.
    """
    release = published_release(project)
    if release is None or release.name != name:  # a system without links, or another build was quicker
        return
    kept = {
        "form": _FORM,
        "engine": engine,
        "inputs": asdict(inputs),
        "release": _standing_of(project, release),
        "span": [moment.isoformat() for moment in span],
        "told": as_plain(built),
    }
    file = project.joinpath(*_FILE)
    fresh = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            fresh.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)


def last_build(project: Path, now: datetime, engine: str) -> Built | None:
    """What the last build told, if another one at this moment would make and tell the same; else None."""
    try:
        kept = json.loads(project.joinpath(*_FILE).read_text(encoding="utf-8"))
        return from_plain(kept["told"], project) if _holds(project, kept, now, engine) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return None  # not what was written here


def _holds(project: Path, kept: Mapping[str, Any], now: datetime, engine: str) -> bool:
    since, until = map(datetime.fromisoformat, kept["span"])
    if kept["form"] != _FORM or kept["engine"] != engine or not since <= now < until:
        return False
    told = kept["inputs"]
    inputs = Inputs(Standing(**told["project"]), Standing(**told["published"]), told["program"])
    release = published_release(project)
    return (
        release is not None
        and inputs_of(project, inputs) == inputs
        and _standing_of(project, release) == kept["release"]
    )


def _standing_of(project: Path, release: Path) -> list[str]:
    """How a release stands: its name, its files, and where the link to its composed folder leads."""
    folder = os.path.realpath(project.joinpath(*FOLDER))
    return [release.name, standing(release, MADE, young=()).digest, os.path.relpath(folder, release)]


def _program() -> str:
    """What tells this program from another one, and what is installed beside it: installing or removing
    a package changes the time of the folder that it stands in."""
    own = standing(Path(__file__).parent, [""], young=()).digest
    packages = [place for place in sys.path if place.endswith(_PACKAGES) and os.path.isdir(place)]
    return " ".join((own, sys.version, *(f"{place} {os.stat(place).st_mtime_ns}" for place in packages)))


def _below(
    folder: str, places: Iterable[str], left_out: str
) -> Iterable[tuple[str, str, os.stat_result | None]]:
    """Each file at and below these places: its path from the folder and from the root, and what is told of
    it; None for what cannot be looked at."""
    start = len(os.path.join(folder, ""))
    left = [os.path.join(folder, place) for place in places]
    unwanted = os.path.join(folder, left_out) if left_out else ""
    while left:
        place = left.pop()
        told = _told(place)
        if told is None or not stat.S_ISDIR(told.st_mode):
            yield place[start:], place, told
            continue
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield entry.path[start:], entry.path, _told(entry)
                elif entry.name != "__pycache__" and entry.path != unwanted:
                    left.append(entry.path)


def _told(entry: os.DirEntry[str] | str) -> os.stat_result | None:
    try:
        return os.stat(entry) if isinstance(entry, str) else entry.stat()
    except OSError:
        return None


def _key(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
