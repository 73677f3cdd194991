"""Which files change: told by the system at once, and looked at now and then where it does not tell.

The system tells nothing of what others change in the folders of a network, and cannot watch everywhere.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

SELDOM, OFTEN = 5.0, 0.3
"""Seconds between two looks at all files: where the system tells of changes, and where it cannot."""

_CHANGES = {"created", "modified", "moved", "deleted", "closed"}
"""What the system can tell of a file that has to do with what is in it; that it was read has not."""

_Stamp = tuple[int, int, int] | None


class Watching(FileSystemEventHandler):
    """Watches files and folders. tell: is told of each file that stands otherwise than when it was told last;
    those that editors keep for themselves are left out."""

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self.tell = tell
        self.paths: list[Path] = []
        self.observers: list[BaseObserver] = []
        self.told: dict[Path, _Stamp] = {}

    def watch(self, path: Path) -> None:
        """Has a file, or all below a folder, watched from the start on."""
        self.paths.append(path.absolute())

    def start(self) -> None:
        """Begins to watch."""
        native = self._started(Observer())
        self._started(PollingObserver(timeout=SELDOM if native else OFTEN))

    def stop(self) -> None:
        """Watches no more."""
        for observer in self.observers:
            observer.stop()

    def join(self) -> None:
        """Waits until nothing more is told."""
        for observer in self.observers:
            observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tells of the files of a change, unless that was told already, by whomever."""
        if event.is_directory or event.event_type not in _CHANGES:
            return
        for name in filter(None, (event.src_path, event.dest_path)):
            path = Path(os.fsdecode(name if isinstance(name, bytes) else str(name)))
            if self._is_watched(path) and self.told.get(path, ()) != (stamp := _stamp(path)):
                self.told[path] = stamp
                self.tell(path)

    def _started(self, observer: BaseObserver) -> bool:
        """Whether the observer could be started; there may be more folders than the system lets us watch."""
        try:
            for path in self.paths:
                # of a file its folder is watched: not every system can watch a single file
                folder, whole = (path, True) if path.is_dir() else (path.parent, False)
                observer.schedule(self, os.fspath(folder), recursive=whole)
            observer.start()
        except OSError:
            with suppress(RuntimeError):  # it has not been started
                observer.stop()
            return False
        self.observers.append(observer)
        return True

    def _is_watched(self, path: Path) -> bool:
        return not path.name.startswith((".", "~")) and any(path.is_relative_to(one) for one in self.paths)


def _stamp(path: Path) -> _Stamp:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
