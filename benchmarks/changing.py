"""Changing a record or page by one word, and what a build writes because of it."""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.records import ORDINALS, word

VERSION = re.compile(rf"đợt ({'|'.join(ORDINALS)})\b")

Stamps = frozenset[tuple[int, int]]
"""The inodes of files, each with the time of its last change in nanoseconds."""


def change(file: Path) -> str:
    """Changes one word of a record or page, each time into another one; gives what its page says then.

    Raises ValueError where there is nothing to change.
    """
    before = file.read_text(encoding="utf-8")
    found = VERSION.search(before)
    if found is None:
        raise ValueError(f"nothing to change in {file}")
    says = f"đợt {word(ORDINALS.index(found[1]) + 1)}"
    file.write_text(before[: found.start()] + says + before[found.end() :], encoding="utf-8")
    return says


def stamps(folder: Path) -> Stamps:
    """What is below a folder now. A further link to a file is the same file; folders are left out."""
    found = (path.lstat() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return frozenset((told.st_ino, told.st_mtime_ns) for told in found)


def written(before: Stamps, after: Stamps) -> int:
    """How many files are new, or were written since."""
    return len(after - before)
