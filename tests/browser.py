"""A finished site in a real browser: served on the loopback, below a path of its own as many offices do."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

BASE = "/ban-tin"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, its 404 page for what is not there, without a word."""

    def __init__(self, *request: Any, base: str, directory: str) -> None:
        self.base = base
        super().__init__(*request, directory=directory)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"{self.base}/")
        return super().translate_path(path.removeprefix(self.base) if inside else "/there-is-nothing-here")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(Path(self.directory, "404.html").read_bytes())

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path, base: str = BASE) -> Iterator[str]:
    """The address of a site while it is served below a path, with its last slash.

    The page for what is not there is only whole where the site knows its own address, or with base "".
    """
    handler = functools.partial(Quiet, base=base, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{base}/"
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
