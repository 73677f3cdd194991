"""The search: an index of the finished pages, beside them, in pieces that a browser asks for when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bantin.dataset.memory import collection_paused
from bantin.problems import Problem
from bantin.site.folder import Write, write_file
from bantin.site.search.indexing import index
from bantin.site.search.terms import IndexedPage, look_up
from bantin.site.search.writing import write_index
from bantin.site.trouble import trouble

__all__ = ["IndexedPage", "add_search", "look_up", "look_up_all"]

LookingUp = Callable[[Path, Sequence[str]], Iterable[IndexedPage | None]]
"""How pages are read: site, paths of the pages → each of them, as ``look_up`` has it."""


def look_up_all(site: Path, pages: Iterable[str]) -> Iterator[IndexedPage | None]:
    """Pages of a finished site as the index knows them, one after the other. Raises OSError."""
    for page in pages:
        html = (site / page).read_text(encoding="utf-8")
        yield look_up(f"/{page.removesuffix('index.html')}", html)


def add_search(
    site: Path, pages: Sequence[str], write: Write = write_file, looking_up: LookingUp = look_up_all
) -> tuple[Problem, ...]:
    """Indexes the named HTML files of a finished site, whatever engine made them; what kept it from that.

    write: writes the files of the index; looking_up: how its pages are read, in whatever order; what was
    read before may be kept.
    """
    try:
        with collection_paused():
            write_index(site, index(page for page in looking_up(site, pages) if page), write)
    except OSError as error:
        return (trouble(error, site),)
    return ()
