"""A live preview on this machine: built again on every change, with mistakes shown in their place."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import Callable, Sequence
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
) -> list[Problem]:
    """Serves the preview until it is interrupted, and rebuilds it when one of ``watched`` changes.

    watched: files and folders that exist; language: the one of ``translate``; port: the one to use, or
    None for the first that is free; mount_path: the path of the site's address. Gives the problem that
    kept it from starting.
    """
    with (
        quietly(),
        suppress(KeyboardInterrupt),
        TemporaryDirectory(prefix="bantin-", ignore_cleanup_errors=True) as folder,
    ):
        session = Session(build_once, Path(folder), announce, translate, language)
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
        self, build_once: BuildOnce, folder: Path, announce: Announce, translate: Translate, language: str
    ) -> None:
        self.build_once = build_once
        self.folder = folder
        self.announce = announce
        self.translate = translate
        self.language = language
        self.turn = 0

    def run(self, server: PreviewServer, watched: Sequence[Path]) -> None:
        """Serves until interrupted."""
        self.server = server
        self._say(say("The preview stands at {address} (stop it with Ctrl+C)", address=server.url))
        try:
            server.run(watched)
        finally:
            server.shutdown()

    def rebuild(self) -> None:
        """Builds once more; never raises, or the server would wait for ever."""
        self.turn += 1
        site = self.folder / str(self.turn)
        started = time.monotonic()
        mistakes = self._mistakes(site)
        if mistakes:
            self.announce(mistakes)
            self.server.mistakes = page_of_mistakes(mistakes, self.translate, self.language)
            shutil.rmtree(site, ignore_errors=True)
            return
        seconds = f"{time.monotonic() - started:.1f}"
        self._say(say("The preview is up to date (built in {seconds} s)", seconds=seconds))
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
