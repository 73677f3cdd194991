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

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


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
