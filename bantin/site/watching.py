"""Which files change: told by the system at once, and looked at now and then where it does not tell.

The system tells nothing of what others change in the folders of a network, and cannot watch everywhere.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

SELDOM, OFTEN = 5.0, 0.3
"""Seconds between two looks at all files: where the system tells of changes, and where it cannot."""

_CHANGES = {"created", "modified", "moved", "deleted", "closed"}
"""What the system can tell of a file that has to do with what is in it; that it was read has not."""

Stamp = tuple[int, int, int]
"""When a file was changed last, its size, and its number, which tells it from one that took its place."""


class Watching(FileSystemEventHandler):
    """Watches files and folders. tell: is told of each file that stands otherwise than when it was told last;
    those that editors keep for themselves are left out."""

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self.tell = tell
        self.paths: list[Path] = []
        self.observer: BaseObserver | None = None
        self.told: dict[Path, Stamp | None] = {}
        self.ended = threading.Event()
        self.looking = threading.Thread(target=self._look, daemon=True)

    def watch(self, path: Path) -> None:
        """Has a file, or all below a folder, watched from the start on."""
        self.paths.append(path.absolute())

    def start(self) -> None:
        """Begins to watch."""
        self.told = {**standing(self.paths)}
        self.observer = self._observing()
        self.looking.start()

    def stop(self) -> None:
        """Watches no more."""
        self.ended.set()
        if self.observer:
            self.observer.stop()

    def join(self) -> None:
        """Waits until nothing more is told."""
        self.looking.join()
        if self.observer:
            self.observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tells of the files of a change, unless that was told already, by whomever."""
        if event.is_directory or event.event_type not in _CHANGES:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(os.fsdecode(name if isinstance(name, bytes) else str(name)))
            if self._is_watched(path):
                self._tell_once(path, stamp_of(path))

    def _tell_once(self, path: Path, stamp: Stamp | None) -> None:
        if self.told.get(path) != stamp:
            self.told[path] = stamp
            self.tell(path)

    def _observing(self) -> BaseObserver | None:
        """What the system tells; None where it tells nothing: there may be more folders than it watches."""
        observer = Observer()
        try:
            self._schedule(observer)
            observer.start()
        except OSError:
            with suppress(RuntimeError):  # it has not been started
                observer.stop()
            return None
        return observer

    def _schedule(self, observer: BaseObserver) -> None:
        for path in self.paths:
            # of a file its folder is watched: not every system can watch a single file
            folder, whole = (path, True) if path.is_dir() else (path.parent, False)
            observer.schedule(self, os.fspath(folder), recursive=whole)

    def _look(self) -> None:
        """Looks at all files now and then; a folder in whose place is another one is watched anew."""
        roots = self._roots()
        while not self.ended.wait(SELDOM if self.observer else OFTEN):
            found = standing(self.paths)
            for path in {**self.told, **found}:
                self._tell_once(path, found.get(path))
            if self.observer and roots != (roots := self._roots()):
                with suppress(OSError):  # it is away, and watched again when it is back
                    self.observer.unschedule_all()
                    self._schedule(self.observer)

    def _roots(self) -> list[int]:
        return [stamp[-1] if (stamp := stamp_of(path)) and path.is_dir() else 0 for path in self.paths]

    def _is_watched(self, path: Path) -> bool:
        return not is_hidden(path.name) and any(path.is_relative_to(one) for one in self.paths)


def standing(paths: Iterable[Path]) -> dict[Path, Stamp]:
    """How each file at and below these paths stands; those that editors keep for themselves are none."""
    found: dict[Path, Stamp] = {}
    for path in paths:
        below = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        for file in [path] if path.is_file() else below:
            if not is_hidden(file.name) and (stamp := stamp_of(file)):
                found[file] = stamp
    return found


def is_hidden(name: str) -> bool:
    """Whether a file of this name is what an editor keeps for itself."""
    return name.startswith((".", "~"))


def stamp_of(path: Path) -> Stamp | None:
    """How a file stands; None where there is none, or none any more."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
