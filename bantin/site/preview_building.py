"""Who builds a preview: a process of its own, so that what was just saved need not wait; else this one.

The process that has built everything shows at once what is saved from then on. For the next build it is
divided: one goes on showing, the other one builds, and takes over when it is done, since it knows what it has
built.
"""

from __future__ import annotations

import gc
import os
import signal
import threading
import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from select import select
from typing import Any, NoReturn, Protocol

from bantin.spread import divisible, will_be_divided

Pages = Mapping[str, bytes] | None
"""Pages by their path below the site; none where nothing has changed, None where all is to be built."""

AtOnce = Callable[[Collection[Path]], Pages]
"""The pages that show what has changed in these files."""

Build = Callable[[Path], str]
"""Builds the site into a folder that does not exist yet; gives the mistakes that kept it from that, or ""."""

_LOOKED_AT = 0.03
"""Seconds between two looks whether a build is done."""

_PATIENCE = 10.0
"""Seconds in which processes end."""

_TOLD = "told"
"""The file beside a site in which its builder says what came of it."""


class Unwanted(Exception):
    """Something has changed since the build began."""


class Builder(Protocol):
    """Builds, one site at a time, and shows at once."""

    def build(self, site: Path) -> str:
        """As ``Build``. Raises Unwanted when it is no longer wanted."""

    def at_once(self, changed: Collection[Path]) -> Pages:
        """As ``AtOnce``, never raises."""

    def unwanted(self) -> None:
        """What is being built is wanted no more; it may be left unfinished."""

    def stop(self) -> None:
        """Ends all that is being done."""


def builder_of(build: Build, at_once: AtOnce) -> Builder:
    """One that builds apart, where a process can be divided."""
    return Apart(build, at_once) if divisible() else Here(build, at_once)


class Here:
    """Builds in this process."""

    def __init__(self, build: Build, at_once: AtOnce) -> None:
        self.build = build
        self._at_once = at_once

    def at_once(self, changed: Collection[Path]) -> Pages:
        """As ``AtOnce``; whatever it fails with, building everything says what is wrong."""
        try:
            return self._at_once(changed)
        except Exception:
            return None

    def unwanted(self) -> None:
        """Nothing: it is built to its end, and then looked at whether it is wanted."""

    def stop(self) -> None:
        """Nothing: it ends with the process."""


class Apart:
    """Builds in processes of its own. Begins with the first of them: to be made before any thread is."""

    def __init__(self, build: Build, at_once: AtOnce) -> None:
        self.asking = threading.Lock()
        self.left = 0  # how many builds were left unfinished
        self.asked, theirs = Pipe()
        self.living, living = os.pipe()  # at its end when no process is left that could write into it
        if os.fork() == 0:
            self._keep(_Keeper(theirs, Here(build, at_once)))
        theirs.close()
        os.close(living)

    def build(self, site: Path) -> str:
        """Has the keeper divided; when the site is there, its builder is the keeper.

        Raises ChildProcessError when the builder has died.
        """
        told, left = site.with_name(_TOLD), self.left
        self._ask("build", site)
        while not told.exists() and self._ask("building"):
            time.sleep(_LOOKED_AT)
        if not self._ask("over"):
            raise Unwanted if left != self.left else ChildProcessError
        return told.read_text(encoding="utf-8")

    def at_once(self, changed: Collection[Path]) -> Pages:
        """As the keeper says."""
        try:
            pages: Pages = self._ask("at once", changed)
        except (OSError, EOFError):  # the build that follows says so
            return None
        return pages

    def unwanted(self) -> None:
        """Ends the build under way."""
        self.left += 1
        with suppress(OSError, EOFError):
            self._ask("unwanted")

    def stop(self) -> None:
        """Ends all processes, and waits until none is left that could write a file."""
        with self.asking, suppress(OSError):
            self.asked.send(("end", None))
        select([self.living], [], [], _PATIENCE)
        os.close(self.living)

    def _ask(self, what: str, of: object = None) -> Any:
        with self.asking:
            self.asked.send((what, of))
            return self.asked.recv()

    def _keep(self, keeper: _Keeper) -> NoReturn:
        """The life of another process: none of what this one would tidy up in the end is its own."""
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asks
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            self.asked.close()
            will_be_divided()
            keeper.keep()
        finally:
            try:
                keeper.end_builder()
            finally:
                os._exit(0)


class _Keeper:
    """A process that knows what is shown, and the one that builds for it, if there is one (0: none)."""

    def __init__(self, asks: Connection, here: Here) -> None:
        self.asks = asks
        self.here = here
        self.builder = 0
        self.heritage = -1

    def keep(self) -> None:
        """Answers until it is over. Its builder comes out of this as well, and goes on as the keeper."""
        while True:
            try:
                what, of = self.asks.recv()
            except (EOFError, OSError):  # whoever asked is gone
                return
            if what == "build":
                self._divide(of)
                continue
            answer = self.here.at_once(of) if what == "at once" else self._is_building()
            if what == "unwanted":
                self._kill_builder()
            if what == "end":
                self.end_builder()
            if what == "over":
                self.builder = 0  # it is the keeper now
            self.asks.send(answer)
            if what == "end" or (what == "over" and answer):
                return

    def _divide(self, site: Path) -> None:
        """Has another process build, which is the keeper when this one has ended."""
        until, self.heritage = os.pipe()
        self.builder = os.fork()
        if self.builder:
            with suppress(OSError):  # it is done already
                os.setpgid(self.builder, self.builder)
            os.close(until)
            self.asks.send(None)
            return
        os.setpgid(0, 0)  # with all that it divides itself into
        os.close(self.heritage)
        gc.unfreeze()
        told = site.with_name(f"{_TOLD}.part")
        told.write_text(self.here.build(site), encoding="utf-8")
        told.replace(site.with_name(_TOLD))
        gc.freeze()  # a look for garbage at all that was built takes seconds, while someone waits for a page
        os.read(until, 1)
        os.close(until)

    def _is_building(self) -> bool:
        if self.builder and os.waitpid(self.builder, os.WNOHANG)[0]:
            self._forget_builder()
        return bool(self.builder)

    def end_builder(self) -> None:
        """Ends what is being built for this keeper."""
        if self._kill_builder():
            os.waitpid(self.builder, 0)
            self._forget_builder()

    def _kill_builder(self) -> bool:
        """Has the builder end, and gives whether there was one. A large process takes a while to end: who has
        saved something need not wait for that."""
        if not self._is_building():
            return False
        with suppress(ProcessLookupError):
            os.killpg(self.builder, signal.SIGKILL)
        return True

    def _forget_builder(self) -> None:
        os.close(self.heritage)
        self.builder = 0
