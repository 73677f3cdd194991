"""A live preview on this machine: built again on every change, with mistakes shown in their place.

What someone works at is shown at once, as far as it can be made by itself; all the rest follows.
"""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bantin.problems import Location, Message, Problem, Translate, say
from bantin.site.preview_building import AtOnce, Builder, Pages, Unwanted, builder_of
from bantin.site.preview_page import page_of_mistakes
from bantin.site.preview_server import PreviewServer, quietly

FIRST_PORT = 8000
_PORTS_TRIED = 20
_QUIET = 1.0
"""Seconds without a change after which everything is built, where what was changed is shown already."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What came of building once. mistakes: what to show instead of the site, "" when it was built."""

    mistakes: str = ""


BuildOnce = Callable[[Path], Preview]
"""Builds the site into a folder that does not exist yet."""


def nothing_at_once(_: Collection[Path]) -> Pages:
    """Leaves everything to the build of all."""
    return None


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
        try:
            server = _server(session, port, mount_path)
            if isinstance(server, Problem):
                return [server]
            session.run(server, watched)
        finally:
            session.end()
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
        self.builder: Builder = builder_of(self._mistakes, at_once)
        self.turn = 0
        self.changes = 0
        self.whole = 0
        self.ended = threading.Event()
        self.building = threading.Lock()
        self.following: threading.Thread | None = None

    def run(self, server: PreviewServer, watched: Sequence[Path]) -> None:
        """Serves until interrupted."""
        self.server = server
        self._say(say("The preview stands at {address} (stop it with Ctrl+C)", address=server.url))
        try:
            server.run(watched)
        finally:
            self.end()
            server.shutdown()

    def end(self) -> None:
        """Ends what is being built: it is wanted no more."""
        self.changes += 1
        if not self.ended.is_set():
            self.ended.set()
            self.builder.stop()

    def rebuild(self) -> None:
        """Shows what has changed; never raises, or the server would wait for ever."""
        changed, started = self.server.taken(), time.monotonic()
        pages = self.builder.at_once(changed) if self._is_served() else None
        if pages == {}:
            return
        self.changes += 1
        self.builder.unwanted()
        if pages and self._put(pages):
            seconds = f"{time.monotonic() - started:.1f}"
            self._say(say("Shown after {seconds} s; the other pages follow", seconds=seconds))
            if self.following is None or not self.following.is_alive():
                self.following = threading.Thread(target=self._follow, daemon=True)
                self.following.start()
            return
        with self.building:
            self._build()

    def _is_served(self) -> bool:
        """Whether a site is served, into which pages can be put."""
        return self.server.mistakes is None and self.folder in Path(self.server.root).parents

    def _put(self, pages: Mapping[str, bytes]) -> bool:
        """Puts pages into the site that is served; gives whether that could be done."""
        fresh = self.folder / "page"
        try:
            for path, content in pages.items():
                fresh.write_bytes(content)
                os.replace(fresh, Path(self.server.root, path))  # in one step: it may be read meanwhile
        except OSError:  # building everything says what is wrong
            return False
        return True

    def _follow(self) -> None:
        """Builds everything while pages are read, once nothing more is changed for a moment."""
        seen = -1
        while seen != self.changes:
            seen = self.changes
            if self.ended.wait(_QUIET):
                return
            if seen == self.changes:
                with self.building:
                    if self.whole != self.changes and self._build():
                        self.server.renew()

    def _build(self) -> bool:
        """Builds everything into a fresh folder and serves it, or the mistakes that kept it from that; gives
        whether nothing has changed meanwhile, or else nothing is done."""
        self.turn += 1
        of, started, site = self.changes, time.monotonic(), self.folder / str(self.turn) / "site"
        site.parent.mkdir()
        try:
            mistakes = self.builder.build(site)
        except Unwanted:
            shutil.rmtree(site.parent, ignore_errors=True)
            return False
        except Exception as error:  # the process that builds is gone
            mistakes = self._failed(error)
        if of != self.changes:
            shutil.rmtree(site, ignore_errors=True)
            return False
        self.whole = of
        self._take(site, mistakes, time.monotonic() - started)
        return True

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
        if self.folder in Path(before).parents:
            shutil.rmtree(before, ignore_errors=True)

    def _mistakes(self, site: Path) -> str:
        """What building once said; a program's own failure is shown like any other mistake."""
        try:
            return self.build_once(site).mistakes
        except Exception as error:  # whatever it is, the preview goes on
            return self._failed(error)

    def _failed(self, error: Exception) -> str:
        reason = f"{type(error).__name__}: {error}"
        return say("the program failed: {reason}", reason=reason).translated(self.translate)

    def _say(self, message: Message) -> None:
        self.announce(message.translated(self.translate))
