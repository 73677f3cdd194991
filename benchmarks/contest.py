"""One size: the project, the same pages for every generator, and all of them measured in turn."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from statistics import median

from bantin import __version__
from bantin.site.paths import built_file
from benchmarks.measure import Cost, run
from benchmarks.pages import Page, composed_pages
from benchmarks.peers import PEERS, Generator
from benchmarks.project import write_project
from benchmarks.records import Bulletin, bulletins, word
from benchmarks.table import Result
from benchmarks.weight import weigh


def compare(folder: Path, size: int, runs: int) -> tuple[int, list[Result]]:
    """Measures bantin and its peers in a folder; gives the number of pages, and the results, bantin first.

    Raises CommandFailed when a build fails.
    """
    project = folder / "bantin"
    write_project(project, size)
    middle = bulletins(size)[size // 2]
    ours = bantin(project, middle)
    first = cold_build(ours)
    pages = composed_pages(project / "build" / "pages" / "docs")
    changed = next(page for page in pages if page.path == f"{middle.address}/index.md")
    peers = [lay_out(folder / lay_out.__name__, pages, changed) for lay_out in PEERS]
    generators = [ours, *(peer for peer in peers if peer)]
    return len(pages), measured(generators, changed, runs, first)


def bantin(project: Path, changed: Bulletin) -> Generator:
    """This program on a project folder."""
    return Generator(
        name="Bản tin",
        version=__version__,
        folder=project,
        command=(sys.executable, "-m", "bantin", "build"),
        made=("build", "site"),
        site=project / "site",
        changed_file=project / "data" / "articles" / str(changed.year) / f"{changed.identity}.yml",
    )


def measured(generators: list[Generator], changed: Page, runs: int, first: Cost) -> list[Result]:
    """All cold builds and all rebuilds, the generators taking turns, since the speed of a machine wanders.

    first: the first generator's first cold build, which had to come before all others had their pages.
    """
    cold: dict[str, list[Cost]] = {generator.name: [] for generator in generators}
    again: dict[str, list[Cost]] = {generator.name: [] for generator in generators}
    cold[generators[0].name].append(first)
    for number in range(runs):
        for generator in generators:
            if len(cold[generator.name]) == number:
                cold[generator.name].append(cold_build(generator))
        for generator in generators:
            change(generator.changed_file, number)
            again[generator.name].append(run(generator.command, generator.folder))
    return [
        result_of(generator, cold[generator.name], again[generator.name], changed) for generator in generators
    ]


def cold_build(generator: Generator) -> Cost:
    """A build that finds nothing of an earlier one."""
    clear(generator)
    return run(generator.command, generator.folder)


def clear(generator: Generator) -> None:
    """Removes everything a generator has made."""
    for name in generator.made:
        made = generator.folder / name
        if made.is_symlink():
            made.unlink()
        else:
            shutil.rmtree(made, ignore_errors=True)


def change(file: Path, number: int) -> None:
    """Changes one word of a record or page, each time into another one. Raises ValueError where it is not."""
    before = file.read_text(encoding="utf-8")
    after = before.replace(f"đợt {word(number)}", f"đợt {word(number + 1)}")
    if after == before:
        raise ValueError(f"nothing to change in {file}")
    file.write_text(after, encoding="utf-8")


def result_of(generator: Generator, cold: list[Cost], again: list[Cost], changed: Page) -> Result:
    """The medians of what was measured, and the weight of the page that changed."""
    weight = weigh(generator.site, built_file(changed.path))
    return Result(
        name=generator.name,
        version=generator.version,
        cold=median(cost.seconds for cost in cold),
        processor=median(cost.processor for cost in cold),
        changed=median(cost.seconds for cost in again),
        peak=round(median(cost.peak for cost in cold)),
        page=weight.page,
        first_view=weight.first_view,
        elsewhere=len(weight.elsewhere),
    )
