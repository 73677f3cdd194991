"""One size: the project, the same pages for every generator, and all of them measured in turn."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bantin import __version__
from bantin.site.paths import built_file
from benchmarks.changing import change, stamps, written
from benchmarks.measure import CommandFailed, Cost, run
from benchmarks.pages import Page, composed_pages
from benchmarks.peers import IDLE, PEERS, Generator
from benchmarks.preview import saved_to_seen
from benchmarks.project import write_project
from benchmarks.records import Bulletin, bulletins
from benchmarks.table import Contest, Result
from benchmarks.weight import NOTHING, Weight, weigh

SLOW = 600.0
"""Seconds of a cold build above which a generator is measured once, however many runs are asked for."""

LEAST_TIME = 0.001
"""Seconds: what is less than that beside an interpreter's start is not told from it."""


def compare(folder: Path, size: int, runs: int) -> Contest:
    """Measures bantin and its peers in a folder. Raises CommandFailed when a build fails."""
    project = folder / "bantin"
    write_project(project, size)
    middle = bulletins(size)[size // 2]
    ours = bantin(project, middle)
    first = cold_build(ours)
    pages = composed_pages(project / "build" / "pages" / "docs")
    changed = next(page for page in pages if page.path == f"{middle.address}/index.md")
    peers = [lay_out(folder / lay_out.__name__, pages, changed) for lay_out in PEERS]
    costs = measured([ours, *(peer for peer in peers if peer)], pages, changed, runs)
    results = [result_of(generator, found) for generator, found in costs]
    return Contest(len(pages), runs, first.seconds, results)


def bantin(project: Path, changed: Bulletin) -> Generator:
    """This program on a project folder. Its cards are kept through cold builds: no other draws any."""
    program = (sys.executable, "-m", "bantin")
    return Generator(
        name="Bản tin",
        version=__version__,
        folder=project,
        command=(*program, "build"),
        made=("site", "build", "data/published"),
        site=project / "site",
        changed_file=project / "data" / "articles" / str(changed.year) / f"{changed.identity}.yml",
        kept="build/cache/cards",
        idle=IDLE,
        serve=(*program, "serve", "--port", "{port}"),
    )


@dataclass(slots=True)
class Costs:
    """What was measured of one generator, a run after the other; seconds where nothing else is said."""

    cold: list[Cost] = field(default_factory=list)
    changed: list[Cost] = field(default_factory=list)
    written: list[int] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)
    preview: list[float] = field(default_factory=list)
    weight: Weight = NOTHING


def measured(
    generators: Sequence[Generator], pages: Sequence[Page], changed: Page, runs: int
) -> list[tuple[Generator, Costs]]:
    """All generators, taking turns in everything, since the speed of a machine wanders."""
    found = [(generator, Costs()) for generator in generators]
    for number in range(runs):
        still = [each for each in found if not number or each[1].cold[0].seconds <= SLOW]
        for generator, costs in still:
            costs.cold.append(cold_build(generator))
            complete(generator, pages)
            tell(generator, "cold build", costs.cold[-1].seconds)
        for generator, costs in still:
            change(generator.changed_file)
            before = stamps(generator.folder)
            costs.changed.append(run(generator.command, generator.folder, watch=False))
            costs.written.append(written(before, stamps(generator.folder)))
            costs.weight = weigh(generator.site, built_file(changed.path))
            tell(generator, "one record changed", costs.changed[-1].seconds)
        for generator, costs in still:
            costs.nothing.append(beyond_its_start(generator))
            tell(generator, "nothing changed", costs.nothing[-1])
        for generator, costs in (each for each in still if each[0].serve):
            costs.preview.append(preview(generator, changed))
            tell(generator, "save to preview", costs.preview[-1])
    return found


def tell(generator: Generator, what: str, seconds: float) -> None:
    """Says how far the benchmark is."""
    print(f"{generator.folder.parent.name}: {generator.name}: {what}: {seconds:.2f} s", file=sys.stderr)


def cold_build(generator: Generator) -> Cost:
    """A build that finds nothing of an earlier one."""
    clear(generator)
    return run(generator.command, generator.folder)


def clear(generator: Generator) -> None:
    """Removes everything a generator has made, but for what is kept."""
    kept, aside = generator.folder / generator.kept, generator.folder / "kept"
    keeping = bool(generator.kept) and kept.exists()
    if keeping:
        kept.rename(aside)
    for name in generator.made:
        made = generator.folder / name
        if made.is_symlink():
            made.unlink()
        else:
            shutil.rmtree(made, ignore_errors=True)
    if keeping:
        kept.parent.mkdir(parents=True)
        aside.rename(kept)


def complete(generator: Generator, pages: Sequence[Page]) -> None:
    """Raises CommandFailed where a generator left out a page: what is not made costs nothing."""
    for page in pages:
        if not (generator.site / built_file(page.path)).is_file():
            raise CommandFailed(f"{generator.name} has left out {page.path}")


def beyond_its_start(generator: Generator) -> float:
    """Seconds of a build when nothing has changed, without those that its interpreter needs to start."""
    whole = run(generator.command, generator.folder, watch=False).seconds
    if not generator.idle:
        return whole
    starts = [run(generator.idle, generator.folder, watch=False).seconds for _ in range(5)]
    return max(whole - median(starts), LEAST_TIME)


def preview(generator: Generator, changed: Page) -> float:
    """Seconds from saving the changed file to its page in a client's hands."""
    address = changed.path.removesuffix("index.md")
    return saved_to_seen(generator.serve, generator.folder, generator.changed_file, address)


def result_of(generator: Generator, costs: Costs) -> Result:
    """The medians of what was measured, and the weight of the page that changed."""
    return Result(
        name=generator.name,
        version=generator.version,
        runs=len(costs.cold),
        cold=median(cost.seconds for cost in costs.cold),
        processor=median(cost.processor for cost in costs.cold),
        changed=median(cost.seconds for cost in costs.changed),
        nothing=median(costs.nothing),
        preview=median(costs.preview) if costs.preview else None,
        peak=round(median(cost.peak for cost in costs.cold)),
        written=round(median(costs.written)),
        page=costs.weight.page,
        first_view=costs.weight.first_view,
    )
