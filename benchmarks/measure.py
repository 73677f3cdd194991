"""Runs one command and says what it cost: seconds, and memory of the whole tree of its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

SAMPLE_SECONDS = 0.05
REST = 10
"""How many times as long as the last look took, the next one waits: looking at much memory takes a while."""
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds on the clock and on all processors, and the most bytes in use at once."""

    seconds: float
    processor: float
    peak: int


class CommandFailed(Exception):
    """A measured command ended with an error; its text ends with what the command said."""


_LATE = 8_000_000
"""Bytes by which the kernel's counts of one process differ: each thread tells of its pages a little late."""


def run(command: Sequence[str], folder: Path, *, watch: bool = True) -> Cost:
    """Runs a command in a folder, without input, and measures it.

    The peak is the greater of two measures: the sum over the process and its descendants, looked at
    every 50 ms or, where looking takes long, less often (Linux only; shared pages are counted once), and
    the largest single process as the kernel saw it, which catches what is too short to be looked at. The
    kernel's count begins with the size of the process that starts the command (this one), so that it is
    taken only where it is above.

    watch: looks at the processes; large ones feel it, so that who does not ask for the peak leaves it out.
    Raises CommandFailed when the command ends with anything but 0.
    """
    with TemporaryFile() as said:
        own = told(PROC / "self" / "status", "VmHWM:")
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        tree = TreePeak(process.pid)
        if watch:
            tree.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        if watch:
            tree.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
            raise CommandFailed(f"{' '.join(command)} ended with {process.returncode}\n{text[-4000:]}")
    processor = usage.ru_utime + usage.ru_stime
    largest = usage.ru_maxrss * maxrss_unit()
    return Cost(seconds, processor, max(tree.peak, largest if largest > own + _LATE else 0))


def maxrss_unit() -> int:
    """Bytes in one unit of ``ru_maxrss``: Linux counts kibibytes, macOS bytes (getrusage(2) of each)."""
    return 1 if sys.platform == "darwin" else 1024


class TreePeak(threading.Thread):
    """Watches a process and its descendants; ``peak`` is the most bytes they held together."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.peak = 0
        self._ended = threading.Event()

    def run(self) -> None:
        """Looks until told to stop."""
        looked = 0.0
        while not self._ended.wait(max(SAMPLE_SECONDS, REST * looked)):
            started = time.perf_counter()
            self.peak = max(self.peak, sum(map(memory, descendants(self.pid))))
            looked = time.perf_counter() - started

    def stop(self) -> None:
        """Ends the watch and waits for it."""
        self._ended.set()
        self.join()


def descendants(pid: int) -> Iterator[int]:
    """A process and all that came from it and are alive, as far as ``/proc`` tells."""
    yield pid
    for task in (PROC / str(pid)).glob("task/*/children"):
        for child in read(task).split():
            yield from descendants(int(child))


def memory(pid: int) -> int:
    """The bytes a process holds, its part of shared pages only ("Pss" of proc(5)); 0 where unknown."""
    return told(PROC / str(pid) / "smaps_rollup", "Pss:")


def told(path: Path, name: str) -> int:
    """A size that a file of ``/proc`` tells in KiB, in bytes; 0 where it does not."""
    for line in read(path).splitlines():
        if line.startswith(name):
            return int(line.split()[1]) * 1024
    return 0


def read(path: Path) -> str:
    """The text of a file of ``/proc``, or nothing when its process has gone meanwhile."""
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
