"""The parts of the benchmark: what each measures, and on how many bulletins unless told otherwise."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks import beside, document, first_view, lighthouse, outputs, search
from benchmarks.contest import compare
from benchmarks.project import EXAMPLE
from benchmarks.rows import Table, as_json, text
from benchmarks.sites import BUILD, EXAMPLE_SIZE

RUNS = {100: 3, 1_000: 3}
"""How often a build is measured: small ones are over quickly and vary most; others take minutes."""

NEEDED = {"BANTIN_CHROMIUM": "chromium.sh", "BANTIN_HTML_CHECKER": "html-checker.sh"}
"""What the parts in a browser need, and the script of requirements/ that finds or installs it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a part found: as text, as JSON values, and the budgets that were broken."""

    text: str
    results: Mapping[str, object]
    broken: tuple[str, ...] = ()


Measure = Callable[[Sequence[int], int | None], Measured]
"""Measures for some sizes, each as often as is said (None: as the part finds right). Raises CommandFailed."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its sizes; grows: whether very many bulletins would say more."""

    measure: Measure
    sizes: tuple[int, ...]
    grows: bool = False


def builds(sizes: Sequence[int], runs: int | None) -> Measured:
    """What a build costs, beside other generators."""
    contests = {size: compare(BUILD / str(size), size, runs or RUNS.get(size, 1)) for size in sorted(sizes)}
    told = _told(document.tables(contests))
    return Measured(document.plain(contests), document.as_kept(contests), told.broken)


def of_outputs(sizes: Sequence[int], runs: int | None) -> Measured:
    """What is published beside the pages costs."""
    return _told(outputs.measure(sizes, runs))


def _told(tables: Sequence[Table]) -> Measured:
    broken = tuple(f"{table.title}: {label.strip()}" for table in tables for label in table.broken)
    told = "\n\n".join(map(text, tables)) or "Not measured: there is no npm."
    return Measured(told, {table.title: as_json(table) for table in tables}, broken)


def in_browser(measure: Callable[[Sequence[int], int | None], list[Table]]) -> Measure:
    """A part that needs a browser and gives tables, or none where its programs are not to be had."""

    def measured(sizes: Sequence[int], runs: int | None) -> Measured:
        prepare()
        return _told(measure(sizes, runs))

    return measured


def prepare() -> None:
    """Finds the programs that are needed besides Python's, and names them to those who use them."""
    for name, script in NEEDED.items():
        command = [EXAMPLE / "requirements" / script]
        os.environ[name] = subprocess.check_output(command, text=True).strip()


PARTS = {
    "builds": Part(builds, (1_000, 5_000), grows=True),
    "outputs": Part(of_outputs, (1_000,)),
    "view": Part(in_browser(first_view.measure), (10, 1_000), grows=True),
    "search": Part(in_browser(search.measure), (1_000,), grows=True),
    "lighthouse": Part(in_browser(lighthouse.measure), (EXAMPLE_SIZE,)),
    "beside": Part(in_browser(beside.measure), (EXAMPLE_SIZE,)),
}
