"""Markdown → HTML: builds a composed folder with one of the engines, into a site without a clock."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bantin.problems import Problem
from bantin.site.folder import Writer, settle, share
from bantin.site.mkdocs_engine import Progress, build_with_mkdocs
from bantin.site.trouble import trouble
from bantin.site.zensical import build_with_zensical

FRAME = ("assets/images", "assets/javascripts", "assets/stylesheets")
"""Where the engines' own themes put what their pages load."""

MAP = "sitemap.xml"
"""Engines write one of their own over that of the folder."""


class Engine(StrEnum):
    """The programs that can build the site: the reference, and its successor."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site as an engine made it. pages: its HTML files, as sorted paths; none when it failed."""

    path: Path
    problems: tuple[Problem, ...]
    pages: tuple[str, ...]


def no_progress(done: int, of: int) -> None:
    """Tells nobody how far a build has come."""


def build(
    folder: Path,
    site: Path,
    engine: Engine = Engine.MKDOCS,
    progress: Progress = no_progress,
    earlier: Path | None = None,
) -> BuiltSite:
    """Builds the composed ``folder`` and moves the result to ``site``, which must not exist yet.

    The engine works inside the folder (Zensical insists). On problems nothing is left at ``site``.
    The same folder gives the same bytes at any time and place. earlier: a site that files may be linked from.
    """
    inside = folder / "site"
    problems = (
        build_with_zensical(folder)
        if engine == Engine.ZENSICAL
        else build_with_mkdocs(folder, progress, Writer(inside, earlier))
    )
    try:
        if not problems:
            _keep_our_map(inside, folder)
            _leave_out_the_frame(inside, folder)
            settle(inside)
            if earlier:
                share(inside, earlier)
            os.rename(inside, site)
    except OSError as error:
        problems = [trouble(error, site)]
    if problems:
        shutil.rmtree(inside, ignore_errors=True)
    return BuiltSite(site, tuple(problems), pages_of(site) if not problems else ())


def pages_of(site: Path) -> tuple[str, ...]:
    """The HTML files of a site as sorted POSIX paths."""
    start = len(os.path.join(site, ""))
    files = (os.path.join(place, name) for place, _, names in os.walk(site) for name in names)
    return tuple(sorted(file[start:].replace(os.sep, "/") for file in files if file.endswith(".html")))


def _leave_out_the_frame(site: Path, folder: Path) -> None:
    """Removes the style sheets and scripts of the engine's own theme, which no page of ours loads."""
    for kind in FRAME:
        for path in sorted((site / kind).rglob("*"), reverse=True):
            name = path.relative_to(site)
            if path.is_dir():
                with suppress(OSError):  # something of ours is left in it
                    path.rmdir()
            elif not (folder / "docs" / name).exists() and not (folder / "theme" / name).exists():
                path.unlink()
        with suppress(OSError):
            (site / kind).rmdir()


def _keep_our_map(site: Path, folder: Path) -> None:
    """Puts the map of the site that was composed in the place of the engine's, which knows no true days."""
    (site / f"{MAP}.gz").unlink(missing_ok=True)
    (site / MAP).unlink(missing_ok=True)
    if (folder / "docs" / MAP).exists():
        shutil.copyfile(folder / "docs" / MAP, site / MAP)
