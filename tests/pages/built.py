"""Drawn bulletins built into a site the plain way, with the command of an engine."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from pathlib import Path

from bantin.compose.said import Bulletins
from bantin.outputs import Outputs
from bantin.outputs.photos import forms
from bantin.outputs.structured import structured_data
from bantin.pages import draw, frame_values
from bantin.site.policy import POLICY

ROOT = Path(__file__).parents[2]
THEME = ROOT / "bantin" / "site" / "theme"
ARTICLE = re.compile(r"<article[^>]*>\s*(.*?)\s*</article>", re.DOTALL)
COMMANDS = {
    "mkdocs": ["mkdocs", "build", "--quiet", "--strict"],
    "zensical": ["zensical", "build", "--strict"],
}


def build(bulletins: Bulletins, folder: Path, engine: str = "mkdocs") -> Path:
    """The site of these bulletins, built in ``folder``."""
    told = Outputs(structured=structured_data(bulletins, Outputs()))
    for path, text in draw(bulletins, told).items():
        write(folder / "docs" / path, text.encode())
    for form in forms("anh/phien-hop.png", 1200, 675):
        write(folder / "docs" / form.path, picture())
    shutil.copytree(THEME, folder / "theme")
    shutil.copy(ROOT / "mkdocs.yml", folder / "base.yml")
    write(folder / "mkdocs.yml", json.dumps(settings(bulletins)).encode())
    done = subprocess.run(
        [sys.executable, "-m", *COMMANDS[engine]],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def settings(bulletins: Bulletins) -> dict[str, object]:
    """What is generated beside the pages."""
    publisher = bulletins.publisher
    return {
        "INHERIT": "base.yml",
        "site_name": publisher.title,
        "site_url": publisher.site_address,
        "docs_dir": "docs",
        "theme": {"custom_dir": "theme"},
        "nav": [{"Tin": "index.md"}],
        "not_in_nav": "*",
        "extra": {"frame": frame_values(publisher), "policy": POLICY},
    }


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def picture() -> bytes:
    """A grey PNG of one pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def pages(site: Path) -> dict[str, str]:
    """The HTML files of a site: path to text."""
    return {path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*.html"))}


def article(html: str) -> str:
    """What stands inside ``<article>``."""
    found = ARTICLE.search(html)
    assert found
    return found[1]
