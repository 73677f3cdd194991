"""A finished site in a real browser: served on the loopback, below a path of its own as many offices do.

The server does what those of offices do: it packs texts, keeps connections open, and answers "not modified".
"""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

BASE = "/ban-tin"
PACKED = ("text/", "application/json", "application/javascript", "application/xml", "image/svg")
"""The kinds of file that a web server sends gzipped; all others are packed by themselves."""


@dataclass(frozen=True, slots=True)
class Sent:
    """An answer: the address below the site, its media type, and the bytes of its body as they were sent."""

    address: str
    kind: str
    size: int


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below a path, its 404 page for what is not there, without a word."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *request: Any, base: str, directory: str, sent: list[Sent]) -> None:
        self.base = base
        self.sent = sent
        super().__init__(*request, directory=directory)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.partition("?")[0].endswith("/"):
            self.answer(HTTPStatus.MOVED_PERMANENTLY, {"Location": f"{self.path}/"})
            return
        file = path / "index.html" if path.is_dir() else path
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        changed = format_datetime(datetime.fromtimestamp(int(file.stat().st_mtime), UTC), usegmt=True)
        told = {"Last-Modified": changed, "Cache-Control": "no-cache"}
        if self.headers.get("If-Modified-Since") == changed:
            self.answer(HTTPStatus.NOT_MODIFIED, told)
        else:
            self.answer(HTTPStatus.OK, told, file)

    def translate_path(self, path: str) -> str:
        inside = path.startswith(f"{self.base}/")
        return super().translate_path(path.removeprefix(self.base) if inside else "/there-is-nothing-here")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.answer(HTTPStatus(code), {}, Path(self.directory, "404.html"))

    def answer(self, status: HTTPStatus, told: dict[str, str], file: Path | None = None) -> None:
        """Sends a whole answer, with a file as its body, and keeps account of it."""
        kind, body = "", b""
        self.send_response(status)
        if file:
            kind = self.guess_type(str(file))
            packs = kind.startswith(PACKED) and "gzip" in self.headers.get("Accept-Encoding", "")
            body = packed(file, file.stat().st_mtime_ns) if packs else file.read_bytes()
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            if packs:
                self.send_header("Content-Encoding", "gzip")
        if status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        for name, value in told.items():
            self.send_header(name, value)
        self.end_headers()
        self.sent.append(Sent(self.path.removeprefix(self.base).lstrip("/"), kind, len(body)))
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A thread for each connection; a browser that goes while one is open is no error."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@functools.lru_cache(maxsize=256)
def packed(file: Path, changed: int) -> bytes:
    """A file as it is sent; changed: when it was changed last, so that a new one is packed anew."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@contextmanager
def served(site: Path, base: str = BASE, sent: list[Sent] | None = None) -> Iterator[str]:
    """The address of a site while it is served below a path, with its last slash.

    The page for what is not there is only whole where the site knows its own address, or with base "".
    sent: takes every answer, in order.
    """
    account: list[Sent] = [] if sent is None else sent
    handler = functools.partial(Quiet, base=base, directory=str(site), sent=account)
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{base}/"
        server.shutdown()


def come_to_rest(page: Page, address: str) -> None:
    """Goes to an address and waits until nothing more is fetched: fonts are asked for last."""
    page.goto(address, wait_until="networkidle")
    page.evaluate("async () => { await document.fonts.ready; }")
    page.wait_for_load_state("networkidle")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser that the tests are made with."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["BANTIN_CHROMIUM"], args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()
