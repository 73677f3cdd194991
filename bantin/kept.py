"""What is dear to make, made once: kept below ``build/cache`` by what it is made of, whoever builds when.

A thing that is kept has a folder, named by the digest of all that its bytes depend on, with its files and a
list of their digests. The folder appears in one step when it is whole, and is looked through before it is
used; so a killed build, a second one at the same time or a spoiled disk cost time and nothing else.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bantin.release.work import NEW, OLD, fresh_name, remove, remove_leftovers

_LIST = "list.json"
_KEPT_UNUSED = 30 * 24 * 60 * 60
_SURELY_WRITTEN = 10 * 60
"""Seconds within which a living build has put a thing into its place."""

Made = Mapping[str, bytes]
"""The files of a thing by their names."""


def cache_of(project: Path, kind: str) -> Path:
    """The folder that keeps the things of a kind ("photos") of a project."""
    return project / "build" / "cache" / kind


def make_folder(folder: Path) -> None:
    """Makes a folder for things that are kept; what stands in its place and is no folder goes.

    Raises OSError.
    """
    for place in (folder.parent, folder):
        if os.path.lexists(place) and not place.is_dir():
            place.unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)


def name_of(*parts: str | bytes) -> str:
    """The name under which a thing is kept that is made of these parts and of nothing else."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return whole.hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder that keeps things of one kind."""

    folder: Path

    @contextmanager
    def open(self) -> Iterator[None]:
        """While things are asked for: before, what killed builds left is removed; after, what no build has
        asked for in a month. Raises OSError."""
        make_folder(self.folder)
        remove_leftovers(self.folder, time.time())
        yield
        self._forget_unused(time.time())

    def noted(self, name: str) -> str | None:
        """What was noted of a thing that is kept, or None; its files are not looked at."""
        listed = _listed(self.folder / name)
        return listed[0] if listed else None

    def ready(
        self, name: str, names: Collection[str], make: Callable[[], Made | None], note: str = ""
    ) -> dict[str, Path] | None:
        """The files of a thing with these names and this note, made now if they were not kept whole.

        None if ``make`` gives none. Raises OSError.
        """
        entry = self.folder / name
        kept = _sound(entry, names, note)
        if kept is None:
            made = make()
            if made is None:
                return None
            _keep(entry, made, note)
            kept = _sound(entry, names, note)
        with suppress(OSError):  # a disk that cannot be written to keeps what it has
            os.utime(entry)
        return kept

    def forget(self, notes: Collection[str]) -> None:
        """Removes what was kept under these notes, as far as the system lets it."""
        if notes:
            remove_leftovers(self.folder, time.time(), age=_SURELY_WRITTEN)
        for entry in self.folder.iterdir() if notes else ():
            if self.noted(entry.name) in notes:
                remove(entry)

    def keep_only(self, names: Collection[str]) -> None:
        """Removes what is kept under any other name, as far as the system lets it."""
        remove_leftovers(self.folder, time.time(), age=_SURELY_WRITTEN)
        for entry in self.folder.iterdir():
            if entry.name not in names and not entry.name.startswith("."):  # that is on its way in or out
                remove(entry)

    def _forget_unused(self, now: float) -> None:
        for entry in self.folder.iterdir():
            with suppress(OSError):  # another build may be at it as well
                if now - entry.lstat().st_mtime > _KEPT_UNUSED:
                    remove(entry)


def _keep(entry: Path, made: Made, note: str) -> None:
    """Puts a thing into its place in one step, unless another build was quicker. Raises OSError."""
    fresh = Path(tempfile.mkdtemp(prefix=NEW, dir=entry.parent))
    try:
        for name, data in made.items():
            (fresh / name).write_bytes(data)
        digests = {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}
        (fresh / _LIST).write_text(json.dumps({"note": note, "files": digests}), "utf-8")
        if os.path.lexists(entry) and _sound(entry, made, note) is None:
            aside = fresh_name(entry.parent, OLD)
            with suppress(FileNotFoundError):  # another build has put it aside
                entry.rename(aside)
            remove(aside)
        with suppress(OSError):  # another build was quicker
            fresh.rename(entry)
        if _sound(entry, made, note) is None:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(entry))
    finally:
        if fresh.exists():
            remove(fresh)


def _sound(entry: Path, names: Collection[str], note: str) -> dict[str, Path] | None:
    """The files of these names, all there and as they were written, or None."""
    listed = _listed(entry)
    if listed is None or listed[0] != note or listed[1].keys() != set(names):
        return None
    digests = listed[1]
    try:
        for name, digest in digests.items():
            if hashlib.sha256((entry / name).read_bytes()).hexdigest() != digest:
                return None
    except OSError:
        return None
    return {name: entry / name for name in digests}


def _listed(entry: Path) -> tuple[str, dict[str, str]] | None:
    """What the list of a thing says: its note, and the digests of its files."""
    try:
        listed = json.loads((entry / _LIST).read_text("utf-8"))
        return str(listed["note"]), {str(name): str(digest) for name, digest in listed["files"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
