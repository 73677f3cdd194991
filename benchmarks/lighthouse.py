"""Lighthouse on each main kind of page, ours and stock Material's, as on a slow phone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import sites
from benchmarks.measure import run
from benchmarks.npm import installed, locked_version
from benchmarks.rows import Row, Table, count
from benchmarks.sites import Made
from tests.browser import served

KINDS = {
    "front": "index.html",
    "article": "tin/*/*/*/index.html",
    "statistics of a year": "so-lieu/[0-9]*/index.html",
    "indicator": "so-lieu/chi-tieu/*/index.html",
    "organisation": "so-lieu/co-quan/*/index.html",
    "archive": "luu-tru/index.html",
    "search": "tim-kiem/index.html",
}
"""The main kinds of page, and where the pages of a kind lie; the last is looked at."""

PERFORMANCE = "performance"
LEAST = {PERFORMANCE: 98, "accessibility": 100, "best-practices": 100, "seo": 100}
"""Budgets, of 100."""

RUNS = 3
"""How often a page is measured whose performance is below its budget; then the median counts."""

FLAGS = "--headless=new --no-sandbox --disable-gpu"


@dataclass(frozen=True, slots=True)
class Scores:
    """Of each category, of 100; failed: the audits that took points, by category."""

    of: Mapping[str, float]
    failed: Mapping[str, Sequence[str]]


def measure(sizes: Sequence[int], runs: int | None) -> list[Table]:
    """The scores of every kind of page, a table for each size; none where there is no npm.

    runs: how often a slow page of ours is measured at most; three times unless told otherwise.
    """
    packages = installed("lighthouse", sites.BUILD)
    return [of_size(packages, size, runs or RUNS) for size in sizes] if packages else []


def of_size(packages: Path, size: int, runs: int) -> Table:
    """Our scores and those of stock Material, and what took points of either."""
    mine = of_site(packages, sites.ours(size), runs)
    theirs = of_site(packages, sites.stock(size), 1)
    title = f"Lighthouse {locked_version('lighthouse', 'lighthouse')}, phone: {sites.described(size)}"
    notes = (*told("Bản tin", mine), *told("stock Material", theirs))
    return Table(title, tuple(rows_of(mine, theirs)), ("stock Material",), notes)


def of_site(packages: Path, made: Made, runs: int) -> dict[str, Scores]:
    """The scores of each kind of page that a site has."""
    found = {kind: sorted(made.site.glob(pattern)) for kind, pattern in KINDS.items()}
    with served(made.site, "") as address:
        return {
            kind: repeated(packages, address + address_of(made.site, pages[-1]), runs)
            for kind, pages in found.items()
            if pages
        }


def address_of(site: Path, page: Path) -> str:
    """The address of a page below its site."""
    return page.relative_to(site).as_posix().removesuffix("index.html")


def repeated(packages: Path, address: str, runs: int) -> Scores:
    """The scores of a page; where it is slow, the median of several runs, as other programs run meanwhile."""
    found = [once(packages, address)]
    if found[0].of[PERFORMANCE] < LEAST[PERFORMANCE]:
        found += [once(packages, address) for _ in range(runs - 1)]
    return Scores(
        {name: median(each.of[name] for each in found) for name in LEAST},
        {name: sorted({audit for each in found for audit in each.failed[name]}) for name in LEAST},
    )


def once(packages: Path, address: str) -> Scores:
    """One run of Lighthouse. Raises CommandFailed."""
    report = sites.BUILD / "lighthouse.json"
    os.environ["CHROME_PATH"] = os.environ["BANTIN_CHROMIUM"]
    categories = f"--only-categories={','.join(LEAST)}"
    output = ("--output", "json", "--output-path", str(report), "--quiet", f"--chrome-flags={FLAGS}")
    run((str(packages / ".bin" / "lighthouse"), address, categories, *output), sites.BUILD, watch=False)
    said = json.loads(report.read_text(encoding="utf-8"))
    return Scores(
        {name: round(said["categories"][name]["score"] * 100) for name in LEAST},
        {name: list(failed(said, name)) for name in LEAST},
    )


def failed(said: Mapping[str, Mapping[str, dict[str, object]]], category: str) -> Iterator[str]:
    """The audits that cost a category points."""
    references = said["categories"][category]["auditRefs"]
    assert isinstance(references, list)
    for reference in references:
        audit = said["audits"][reference["id"]]
        score = audit["score"]
        if reference["weight"] and isinstance(score, int | float) and score < 1:
            yield f"{reference['id']} {score}"


def rows_of(mine: Mapping[str, Scores], theirs: Mapping[str, Scores]) -> Iterator[Row]:
    """Performance of each kind of page; of the other categories the lowest of all kinds."""
    for kind, scores in mine.items():
        own, other = scores.of[PERFORMANCE], theirs[kind].of[PERFORMANCE]
        yield Row(f"{PERFORMANCE}, {kind}", own, count, least=LEAST[PERFORMANCE], others=(other,))
    for name in list(LEAST)[1:]:
        lowest, others = (min(scores.of[name] for scores in each.values()) for each in (mine, theirs))
        yield Row(f"{name}, lowest of all kinds", lowest, count, least=LEAST[name], others=(others,))


def told(who: str, found: Mapping[str, Scores]) -> list[str]:
    """What took points where a budget is not met."""
    return [
        f"  {who}, {kind}, {name} {scores.of[name]:.0f}: {', '.join(scores.failed[name])}"
        for kind, scores in found.items()
        for name in LEAST
        if scores.of[name] < LEAST[name]
    ]
