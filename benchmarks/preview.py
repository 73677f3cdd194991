"""From saving a file to the changed page in the hands of a client: the previews of generators."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile

from benchmarks.changing import VERSION, change
from benchmarks.measure import CommandFailed

SAVES, ENOUGH = 3, 10.0
"""How often a file is saved, unless that has taken so many seconds already."""

PATIENCE = 900.0
"""Seconds after which a preview that shows nothing is given up."""

POLL, PAUSE = 0.01, 1.0
"""Seconds between two requests, and between two saves."""

OVERLOOKED = 300.0
"""Seconds after which a save that is not shown is made again, and the time is taken from then: some answer
before they watch."""


def saved_to_seen(command: Sequence[str], folder: Path, file: Path, address: str) -> float:
    """Seconds from saving the file until the page at an address says what was written; median of some saves.

    command: starts the preview in the folder, with "{port}" for its port; it is ended afterwards.
    Raises CommandFailed when the preview ends by itself or does not show the page in time.
    """
    took: list[float] = []
    with served(command, folder) as preview:
        found = VERSION.search(file.read_text(encoding="utf-8"))
        preview.wait_for(address, found[0] if found else "")
        while len(took) < SAVES and sum(took) < ENOUGH:
            took.append(_saved(preview, file, address))
    return median(took)


def _saved(preview: Served, file: Path, address: str) -> float:
    """Seconds from a save until the page says what was written."""
    until = time.monotonic() + PATIENCE
    while True:
        time.sleep(PAUSE)
        says = change(file)
        saved = time.perf_counter()
        if preview.says(address, says, OVERLOOKED):
            return time.perf_counter() - saved
        if time.monotonic() > until:
            raise CommandFailed(f"the preview does not show {says!r} at {address}")


class Served:
    """A preview that runs on a port of this machine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process = process
        self.port = port

    def wait_for(self, address: str, says: str) -> None:
        """Asks for a page until it says something. Raises CommandFailed after a while."""
        if not self.says(address, says, PATIENCE):
            raise CommandFailed(f"the preview does not show {says!r} at {address}")

    def says(self, address: str, says: str, within: float) -> bool:
        """Whether a page says something within so many seconds. Raises CommandFailed if the preview ends."""
        until = time.monotonic() + within
        while says not in self.page(address, until):
            if self.process.poll() is not None:
                raise CommandFailed(f"the preview ended with {self.process.returncode}")
            if time.monotonic() > until:
                return False
            time.sleep(POLL)
        return True

    def page(self, address: str, until: float) -> str:
        """A page as it is served now; "" where it is not."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=max(until - time.monotonic(), POLL))
        try:
            connection.request("GET", f"/{address}")
            answer = connection.getresponse()
            return answer.read().decode("utf-8", "replace") if answer.status == 200 else ""
        except (OSError, HTTPException):
            return ""
        finally:
            connection.close()


@contextmanager
def served(command: Sequence[str], folder: Path) -> Iterator[Served]:
    """A preview while it is used. What it leaves in the folder for temporary files goes with it."""
    port, temporary = free_port(), folder.with_name(f"{folder.name}-temporary")
    temporary.mkdir(exist_ok=True)
    with TemporaryFile() as said:
        process = subprocess.Popen(
            [part.replace("{port}", str(port)) for part in command],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=os.environ | {"TMPDIR": str(temporary)},
        )
        try:
            yield Served(process, port)
        except CommandFailed as failed:
            said.seek(0)
            text = said.read().decode("utf-8", "replace")
            raise CommandFailed(f"{' '.join(command)}: {failed}\n{text[-4000:]}") from failed
        finally:
            end(process)
            shutil.rmtree(temporary, ignore_errors=True)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ends a process that was started here."""
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
