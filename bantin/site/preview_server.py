"""The server of the preview: MkDocs' live reload, for this machine only, and with a page for mistakes.

Files are watched as ``watching`` does, since MkDocs looks at each of them three times a second.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.livereload import LiveReloadServer

from bantin.site.watching import Watching

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

HOST = "127.0.0.1"
_OWN_NAMES = {HOST, "localhost"}
_LIVE_RELOAD = "/livereload/"
_SAVED_WITHIN = 0.03
"""Seconds without a change after which what was saved is taken to be there whole."""


class PreviewServer(LiveReloadServer):
    """Serves ``root`` on 127.0.0.1 and rebuilds it when a watched file changes.

    mistakes: a page to be shown at every address instead of the site, or None.
    """

    allow_reuse_address = os.name != "nt"  # there, it would let two servers share a port

    def __init__(self, rebuild: Callable[[], None], port: int, mount_path: str = "/") -> None:
        """Takes the port. Raises OSError when it cannot be had."""
        super().__init__(rebuild, HOST, port, os.devnull, mount_path)
        self.build_delay = _SAVED_WITHIN
        self.watching = Watching(self._told_of)
        self.observer: Any = self.watching
        self.changed: set[Path] = set()
        self.mistakes: bytes | None = None
        self.error_handler = self._lost
        try:
            super().server_bind()
            super().server_activate()
        except OSError:
            self.server_close()
            raise
        self._want_rebuild = True
        self._wanted_epoch = self._visible_epoch + 1  # whoever asks before the first build is done waits

    def server_bind(self) -> None:
        """Nothing: the port was taken when the server was made, before the first long build."""

    def server_activate(self) -> None:
        """Nothing, for the same reason."""

    def run(self, watched: Sequence[Path]) -> None:
        """Builds, serves and rebuilds until it is interrupted or shut down."""
        for path in watched:
            if path.exists():
                self.watching.watch(path)
                self._watched_paths[str(path)] = 1  # pages reload by themselves
        until_stopped: Callable[[], None] = self.serve
        until_stopped()

    def taken(self) -> set[Path]:
        """The files that have changed since this was asked last."""
        with self._rebuild_cond:
            changed, self.changed = self.changed, set()
        return changed

    def _told_of(self, path: Path) -> None:
        with self._rebuild_cond:
            self.changed.add(path)
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def serve_request(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers requests made to this machine by its name; other names are a trick of web pages."""
        name = str(environ.get("HTTP_HOST", "")).rpartition(":")
        if (name[0] or name[2]).lower() not in _OWN_NAMES:
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"403 Forbidden"]
        if str(environ["PATH_INFO"]).startswith(_LIVE_RELOAD):
            return super().serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            mistakes, epoch = self.mistakes, self._visible_epoch
        if mistakes is None:
            return super().serve_request(environ, start_response)
        with_live_reload: Callable[[bytes, int], bytes] = self._inject_js_into_html
        start_response("503 Service Unavailable", [("Content-Type", "text/html; charset=utf-8")])
        return [with_live_reload(mistakes, epoch)]

    def renew(self) -> None:
        """Has browsers load again what they show: the site is another one, though nobody had to wait."""
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = self._visible_epoch + 1
            self._epoch_cond.notify_all()

    def _lost(self, code: int) -> bytes | None:
        """The site's own page for an address at which there is nothing."""
        page = Path(self.root, f"{code}.html")
        return page.read_bytes() if page.is_file() else None


@contextmanager
def quietly() -> Iterator[None]:
    """Keeps what the live reload logs off the terminal."""
    logger, silence = logging.getLogger("mkdocs.livereload"), logging.NullHandler()
    before, logger.propagate = logger.propagate, False
    logger.addHandler(silence)
    try:
        yield
    finally:
        logger.removeHandler(silence)
        logger.propagate = before
