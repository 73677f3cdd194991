"""A finished site in a real browser: served on the loopback, below a path of its own as many offices do."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

BASE = "/ban-tin"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below BASE, its 404 page for what is not there, without a word."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"{BASE}/")
        return super().translate_path(path.removeprefix(BASE) if inside else "/there-is-nothing-here")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(Path(self.directory, "404.html").read_bytes())

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site while it is served, with its last slash."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{BASE}/"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the tests are made with."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["BANTIN_CHROMIUM"], args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
