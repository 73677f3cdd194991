"""The search: an index of the finished pages, beside them, in pieces that a browser asks for when needed."""

from __future__ import annotations

from pathlib import Path

from bantin.problems import Problem
from bantin.site.folder import Write, write_file
from bantin.site.search.indexing import index
from bantin.site.search.reading import read
from bantin.site.search.writing import write_index
from bantin.site.trouble import trouble

__all__ = ["add_search"]


def add_search(site: Path, pages: tuple[str, ...], write: Write = write_file) -> tuple[Problem, ...]:
    """Indexes the named HTML files of a finished site, whatever engine made them; what kept it from that."""
    found = (read(f"/{page.removesuffix('index.html')}", _html(site / page)) for page in pages)
    try:
        write_index(site, index(page for page in found if page), write)
    except OSError as error:
        return (trouble(error, site),)
    return ()


def _html(path: Path) -> str:
    return path.read_text(encoding="utf-8")
