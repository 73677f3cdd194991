"""A live preview on this machine: built again on every change, with mistakes shown in their place.

What someone works at is shown at once, as far as it can be made by itself; all the rest follows.
"""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bantin.problems import Location, Message, Problem, Translate, say
from bantin.site.preview_page import page_of_mistakes
from bantin.site.preview_server import PreviewServer, quietly

FIRST_PORT = 8000
_PORTS_TRIED = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """What came of building once. mistakes: what to show instead of the site, "" when it was built."""

    mistakes: str = ""


BuildOnce = Callable[[Path], Preview]
"""Builds the site into a folder that does not exist yet."""

AtOnce = Callable[[], Mapping[str, bytes]]
"""The pages, by their path below the site, that show what was just changed; none where that is not to be
told without building everything."""


def nothing_at_once() -> Mapping[str, bytes]:
    """Leaves everything to the build of all."""
    return {}


Announce = Callable[[str], None]
"""Says one thing on the terminal."""


def serve(
    build_once: BuildOnce,
    watched: Sequence[Path],
    *,
    announce: Announce,
    translate: Translate,
    language: str = "vi",
    port: int | None = None,
    mount_path: str = "/",
    at_once: AtOnce = nothing_at_once,
) -> list[Problem]:
    """Serves the preview until it is interrupted, and rebuilds it when one of ``watched`` changes.

    watched: files and folders that exist; language: the one of ``translate``; port: the one to use, or
    None for the first that is free; mount_path: the path of the site's address; at_once: what can be shown
    before all is built. Gives the problem that kept it from starting.
    """
    with (
        quietly(),
        suppress(KeyboardInterrupt),
        TemporaryDirectory(prefix="bantin-", ignore_cleanup_errors=True) as folder,
    ):
        session = Session(build_once, Path(folder), announce, translate, language, at_once)
        server = _server(session, port, mount_path)
        if isinstance(server, Problem):
            return [server]
        session.run(server, watched)
    return []


def _server(session: Session, port: int | None, mount_path: str) -> PreviewServer | Problem:
    """A server on the port that is asked for, or on the first free one."""
    ports = range(FIRST_PORT, FIRST_PORT + _PORTS_TRIED) if port is None else [port]
    for candidate in ports:
        try:
            return PreviewServer(session.rebuild, candidate, mount_path)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    message = say("port {port} is not free: another program has it", port=ports[0])
    remedy = say("choose another one with --port")
    return Problem("port-taken", Location("--port"), message, remedy=remedy)


class Session:
    """One run of the preview: builds into fresh folders and hands them to the server."""

    def __init__(
        self,
        build_once: BuildOnce,
        folder: Path,
        announce: Announce,
        translate: Translate,
        language: str,
        at_once: AtOnce = nothing_at_once,
    ) -> None:
        self.build_once = build_once
        self.folder = folder
        self.announce = announce
        self.translate = translate
        self.language = language
        self.at_once = at_once
        self.turn = 0
        self.changes = 0
        self.building = threading.Lock()
        self.following: threading.Thread | None = None

    def run(self, server: PreviewServer, watched: Sequence[Path]) -> None:
        """Serves until interrupted."""
        self.server = server
        self._say(say("The preview stands at {address} (stop it with Ctrl+C)", address=server.url))
        try:
            server.run(watched)
        finally:
            self.changes += 1  # what is being built is wanted no more
            server.shutdown()

    def rebuild(self) -> None:
        """Shows what has changed; never raises, or the server would wait for ever."""
        self.changes += 1
        if self._shown_at_once():
            if self.following is None or not self.following.is_alive():
                self.following = threading.Thread(target=self._follow, daemon=True)
                self.following.start()
            return
        with self.building:
            self._take(*self._built())

    def _shown_at_once(self) -> bool:
        """Whether what was changed could be put into the site that is served."""
        started, root = time.monotonic(), Path(self.server.root)
        if self.server.mistakes is not None or root.parent != self.folder:
            return False
        try:
            pages = self.at_once()
            for path, content in pages.items():
                fresh = self.folder / "page"
                fresh.write_bytes(content)
                os.replace(fresh, root / path)  # in one step: it may be read meanwhile
        except Exception:  # whatever it is, building everything says what is wrong
            return False
        if pages:
            seconds = f"{time.monotonic() - started:.1f}"
            self._say(say("Shown after {seconds} s; the other pages follow", seconds=seconds))
        return bool(pages)

    def _follow(self) -> None:
        """Builds everything while pages are read, once more for each change meanwhile."""
        done = -1
        while done != self.changes:
            done = self.changes
            with self.building:
                site, mistakes, seconds = self._built()
                if done == self.changes:
                    self._take(site, mistakes, seconds)
                    self.server.renew()
                else:
                    shutil.rmtree(site, ignore_errors=True)

    def _built(self) -> tuple[Path, str, float]:
        """A fresh folder with everything in it, or the mistakes that kept it from that; and the seconds."""
        self.turn += 1
        site = self.folder / str(self.turn)
        started = time.monotonic()
        return site, self._mistakes(site), time.monotonic() - started

    def _take(self, site: Path, mistakes: str, seconds: float) -> None:
        """Serves what was built, or the mistakes."""
        if mistakes:
            self.announce(mistakes)
            self.server.mistakes = page_of_mistakes(mistakes, self.translate, self.language)
            shutil.rmtree(site, ignore_errors=True)
            return
        self._say(say("The preview is up to date (built in {seconds} s)", seconds=f"{seconds:.1f}"))
        before, self.server.root = self.server.root, str(site)
        self.server.mistakes = None
        if Path(before).parent == self.folder:
            shutil.rmtree(before, ignore_errors=True)

    def _mistakes(self, site: Path) -> str:
        """What building once said; a program's own failure is shown like any other mistake."""
        try:
            return self.build_once(site).mistakes
        except Exception as error:  # whatever it is, the preview goes on
            reason = f"{type(error).__name__}: {error}"
            return say("the program failed: {reason}", reason=reason).translated(self.translate)

    def _say(self, message: Message) -> None:
        self.announce(message.translated(self.translate))
