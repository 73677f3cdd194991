"""The list of everything in a release, from which the release has its name."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from collections.abc import Collection
from pathlib import Path

MANIFEST = "manifest.json"

_LENGTH_OF_IDENTITY = 16


def manifest_text(folder: Path, parts: tuple[str, ...], removed: Collection[str] = ()) -> str:
    """Each file below these parts of a folder with its digest and mode, sorted by path, as JSON.

    removed: the records that had been taken away when it was built; of each only a digest is told.
    Raises OSError.
    """
    files = sorted(file for part in parts for file in files_below(folder / part, folder))
    known: dict[tuple[int, int], str] = {}
    lines = [json.dumps(_entry(folder, file, known), ensure_ascii=False) for file in files]
    without = f', "removed": {json.dumps(sorted(map(_digest, removed)))}' if removed else ""
    return '{"files": [\n' + ",\n".join(lines) + f"\n]{without}}}\n"


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:_LENGTH_OF_IDENTITY]


def files_below(place: Path, folder: Path) -> list[str]:
    """The files at ``place`` as POSIX paths from ``folder``."""
    start = len(os.path.join(folder, ""))
    paths = (os.path.join(where, name)[start:] for where, _, names in os.walk(place) for name in names)
    return [path.replace(os.sep, "/") for path in paths]


def _entry(folder: Path, file: str, known: dict[tuple[int, int], str]) -> dict[str, str]:
    """known: digests of files that have several names, each of which is read once."""
    with open(os.path.join(folder, file), "rb", buffering=0) as opened:
        told = os.fstat(opened.fileno())
        same = (told.st_dev, told.st_ino)
        digest = known.get(same) or hashlib.file_digest(opened, "sha256").hexdigest()
    if told.st_nlink > 1 and told.st_ino:
        known[same] = digest
    return {"path": file, "sha256": digest, "mode": f"{stat.S_IMODE(told.st_mode):04o}"}


def identity_of(manifest: str) -> str:
    """The name of the release that has this manifest: the same content, the same name."""
    return hashlib.sha256(manifest.encode()).hexdigest()[:_LENGTH_OF_IDENTITY]


def files_in(manifest: str) -> frozenset[str]:
    """The paths that a manifest lists. Raises ValueError when it is none."""
    try:
        return frozenset(entry["path"] for entry in json.loads(manifest)["files"])
    except (KeyError, TypeError) as error:
        raise ValueError("not a manifest") from error


def lacks(manifest: str, removed: Collection[str]) -> bool:
    """Whether a release was built when all these records had been taken away. Raises ValueError."""
    return {_digest(name) for name in removed} <= set(json.loads(manifest).get("removed", ()))
