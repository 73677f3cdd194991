"""One build at a time may switch releases; the system lets go of the lock when a build is killed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_NAME = ".lock"

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

    def _hold(folder: Path) -> Iterator[bool]:
        yield False

else:
    import fcntl
    import os

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _hold(folder: Path) -> Iterator[bool]:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
            else:
                yield True
        finally:
            os.close(opened)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Waits until no other process works on the releases in ``folder``. Raises OSError.

    Some network folders know no locks; there, two builds that end in the same instant may disturb
    one another.
    """
    with (folder / _NAME).open("ab") as file:
        with suppress(OSError):
            _lock(file)
        yield


@contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Holds a folder as long as this process lives, and no longer; false where another one holds it, or
    where folders cannot be held (Windows, some network folders). Raises OSError if there is none."""
    yield from _hold(folder)
