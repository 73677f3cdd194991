"""What a reader's browser loads: bytes of a page, and of all that its first view needs.

Computed from the finished files, the same way for every generator: the page, style sheets, scripts
and what they are known to fetch by themselves, as sent gzipped; fonts as they are (WOFF2 is
compressed already). Pictures are left out, and so is what comes from other hosts.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

FONT_FACE = re.compile(r"@font-face\s*{([^}]*)}")
FONT_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]+\.woff2?)[\"']?\s*\)")
UNICODE_RANGE = re.compile(r"unicode-range\s*:\s*([^;}]+)")
HERE = "http://site.invalid/"


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of one page as a file, of its first view, and the addresses on other hosts it asks for."""

    page: int
    first_view: int
    elsewhere: tuple[str, ...]


NOTHING = Weight(0, 0, ())


def weigh(site: Path, page: str) -> Weight:
    """Weighs a page of a finished site; ``page`` is its file below the site ("tin/x/index.html")."""
    html = (site / page).read_text(encoding="utf-8")
    needs = Needs()
    needs.feed(html)
    addresses = [urljoin(HERE + page, address) for address in needs.addresses]
    own = sorted({file for address in addresses if (file := own_file(address))})
    fonts = sorted({font for file in own if file.endswith(".css") for font in fonts_of(site, file, html)})
    files = [*own, *fonts, *search_files(site, page, needs.settings)]
    return Weight(
        page=len(html.encode("utf-8")),
        first_view=sent(site / page) + sum(sent(site / file) for file in dict.fromkeys(files)),
        elsewhere=tuple(sorted({address for address in addresses if not address.startswith(HERE)})),
    )


class Needs(HTMLParser):
    """Gathers what a page makes the browser fetch at once, and the settings Material writes into it."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.settings: str = ""
        self._in_settings = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes style sheets, preloaded files and scripts."""
        given = {name: value or "" for name, value in attrs}
        relations = given.get("rel", "").split()
        if tag == "link" and {"stylesheet", "preload", "modulepreload"} & set(relations):
            self.addresses.append(given.get("href", ""))
        if tag == "script" and given.get("src"):
            self.addresses.append(given["src"])
        self._in_settings = tag == "script" and given.get("id") == "__config"

    def handle_data(self, data: str) -> None:
        """Notes Material's settings."""
        if self._in_settings:
            self.settings += data


def own_file(address: str) -> str | None:
    """The file below the site that an absolute address stands for; none on another host."""
    return unquote(urlsplit(urldefrag(address).url).path).lstrip("/") if address.startswith(HERE) else None


def fonts_of(site: Path, style_sheet: str, html: str) -> Iterator[str]:
    """The font files of a style sheet for which the page has letters: at most what a browser loads."""
    letters = {ord(letter) for letter in html}
    for face in FONT_FACE.findall((site / style_sheet).read_text(encoding="utf-8")):
        address = FONT_ADDRESS.search(face)
        covered = UNICODE_RANGE.search(face)
        if address and (covered is None or any(in_range(covered[1], letter) for letter in letters)):
            file = own_file(urljoin(HERE + style_sheet, address[1]))
            if file:
                yield file


def in_range(unicode_range: str, letter: int) -> bool:
    """Whether a letter is in a CSS ``unicode-range`` ("U+0-FF, U+1EA0-1EF9, U+4??")."""
    for part in unicode_range.split(","):
        first, _, last = part.strip().upper().removeprefix("U+").partition("-")
        lowest, highest = first.replace("?", "0"), (last or first).replace("?", "F")
        if int(lowest, 16) <= letter <= int(highest, 16):
            return True
    return False


def search_files(site: Path, page: str, settings: str) -> Iterator[str]:
    """What Material's search fetches on every first view: its worker and the whole index."""
    if not settings:
        return
    config = json.loads(settings)
    index = own_file(urljoin(HERE + page, f"{config['base']}/search/search_index.json"))
    if index and "search" in config and (site / index).exists():
        yield index
        worker = own_file(urljoin(HERE + page, config["search"]))
        if worker:
            yield worker


def sent(file: Path) -> int:
    """The bytes of a file on the wire: gzipped, or as they are when it is a font."""
    content = file.read_bytes()
    compressed = file.suffix in {".woff", ".woff2"}
    return len(content) if compressed else len(gzip.compress(content, compresslevel=6, mtime=0))
