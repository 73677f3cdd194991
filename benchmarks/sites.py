"""Finished sites to look at: of the example project, or of as many bulletins as are wanted."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bantin.site.engine import pages_of
from benchmarks.measure import run
from benchmarks.pages import composed_pages
from benchmarks.peers import mkdocs_material
from benchmarks.project import BUILD as BUILD
from benchmarks.project import EXAMPLE, write_project

EXAMPLE_SIZE = 0
"""The size that stands for the example project: two bulletins, with photos and everything that there is."""

AUTOMATIC_NAV_LIMIT = 1_000
"""Bulletins up to which Material is left to its own navigation: all pages on every page, their square."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished site, and the folder with the Markdown that it was made of (``docs``)."""

    composed: Path
    site: Path

    @property
    def pages(self) -> tuple[str, ...]:
        """The HTML files of the site."""
        return pages_of(self.site)


@cache
def ours(size: int) -> Made:
    """The site of so many bulletins, built once in a run. Raises CommandFailed."""
    folder = BUILD / "sites" / str(size) / "bantin"
    if size == EXAMPLE_SIZE:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copy(EXAMPLE / "mkdocs.yml", folder)
        for name in ("data", "content"):
            shutil.copytree(EXAMPLE / name, folder / name)
    else:
        write_project(folder, size)
    run((sys.executable, "-m", "bantin", "build"), folder, watch=False)
    return Made((folder / "build" / "pages").resolve(), (folder / "site").resolve())


@cache
def stock(size: int, *, default_fonts: bool = False) -> Made:
    """The same Markdown and files, made into a site by Material as it comes, in Vietnamese.

    default_fonts: with the fonts that it has unless told otherwise; they come from another host.
    """
    folder = BUILD / "sites" / str(size) / ("material-fonts" if default_fonts else "material")
    docs = ours(size).composed / "docs"
    pages = composed_pages(docs)
    generator = mkdocs_material(
        folder, pages, pages[0], default_fonts=default_fonts, automatic_nav=size <= AUTOMATIC_NAV_LIMIT
    )
    for file in sorted(docs.rglob("*")):
        if file.is_file() and file.suffix != ".md" and file.name != "_headers":
            copy = folder / "content" / file.relative_to(docs)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, copy)
    run(generator.command, folder, watch=False)
    return Made(folder / "content", generator.site)


def described(size: int) -> str:
    """A size in words."""
    return "the example project" if size == EXAMPLE_SIZE else f"{size:,} bulletins"
