"""The folder a build works in: fresh, beside the releases, and gone when the build is over."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bantin.release.lock import held, locked
from bantin.releases import published_release, releases_of
from bantin.site.folder import FOLDER_MODE, Write, Writer, write_file

Clock = Callable[[], float]
"""The time now, in seconds since 1970."""

NEW, OLD, LINK = ".new-", ".old-", ".link-"
"""How the names of things begin that are on their way in or out."""

_LEFTOVER_AGE = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Work:
    """A fresh folder of one build of a project.

    earlier: a release that files may be linked from; write: writes a file, or links it from there.
    """

    project: Path
    folder: Path
    earlier: Path | None = None
    write: Write = write_file

    @property
    def pages(self) -> Path:
        """Where the composed folder is to be written."""
        return self.folder / "pages"

    @property
    def ledger(self) -> Path:
        """Where it is to be told which figure is shown at which places; readers do not get it."""
        return self.folder / "ledger"

    @property
    def site(self) -> Path:
        """Where the finished site is to be moved."""
        return self.folder / "site"


@contextmanager
def workspace(project: Path, clock: Clock) -> Iterator[Work]:
    """A fresh work folder, removed in the end unless it was published; first, what killed builds left.

    Raises OSError when it cannot be made.
    """
    releases = releases_of(project)
    for folder in (releases.parent, releases):
        if not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(FOLDER_MODE)
    remove_leftovers(releases, clock())
    with ExitStack() as held_so_long:
        with locked(releases):
            folder = Path(tempfile.mkdtemp(prefix=NEW, dir=releases))
            held_so_long.callback(shutil.rmtree, folder, ignore_errors=True)
            held_so_long.enter_context(held(folder))
        earlier = published_release(project)
        yield Work(project, folder, earlier, Writer(folder, earlier))


def remove_leftovers(folder: Path, now: float, before: str = "", age: float = _LEFTOVER_AGE) -> None:
    """Removes what builds left when they were killed more than a day ago.

    before: what stands before the mark in the names to look for; age: in place of the day, in seconds.
    """
    marks = tuple(before + mark for mark in (NEW, OLD, LINK))
    for entry in folder.iterdir():
        if entry.name.startswith(marks):
            with suppress(OSError):  # another build may be at it as well
                if now - entry.lstat().st_mtime > age:
                    remove(entry)


def remove_abandoned(releases: Path) -> None:
    """Removes what killed builds left beside the releases, however lately, as far as the system tells that
    no build is at work there; to be called while ``releases`` is locked."""
    for entry in releases.iterdir():
        if entry.name.startswith((NEW, OLD)) and not entry.is_symlink():
            with suppress(OSError), held(entry) as is_free:
                if is_free:
                    remove(entry)


def remove(entry: Path) -> None:
    """Removes a link, a file or a folder with all it holds, as far as the system lets it."""
    if entry.is_symlink() or entry.is_file():
        with suppress(OSError):
            entry.unlink(missing_ok=True)
    else:
        shutil.rmtree(entry, ignore_errors=True)


def fresh_name(folder: Path, beginning: str) -> Path:
    """A path in a folder at which nothing stands, with a name that nobody else has chosen."""
    return folder / f"{beginning}{os.urandom(8).hex()}"
