"""The search: what its index costs to make, and what a first query costs a reader; beside Pagefind."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks import querying, sites
from benchmarks.measure import run
from benchmarks.npm import installed, locked_version
from benchmarks.project import EXAMPLE
from benchmarks.querying import QUERIES, Answer
from benchmarks.records import bulletins
from benchmarks.rows import Row, Table, count, kilobytes, milliseconds, seconds, share
from tests.browser import Sent, chromium, served

INDEXING, ANSWERED = 1 / 5, 300
"""Budgets: of the processor time of plain MkDocs for the same pages, and milliseconds to an answer."""

FIRST_QUERY = {1_000: 150_000, 10_000: 300_000}
"""Bytes that a first query may cost, up to so many bulletins."""

TURNS = {1_000: 3}
"""How often the index is made: small archives vary most, and are over quickly."""

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")

ASKED = 5
"""How often each query is asked."""


@dataclass(frozen=True, slots=True)
class Making:
    """Seconds of processors: for the pages by plain MkDocs and as ours are built; for an index of them."""

    plain: float
    pages: float
    index: float
    pagefind: float | None


NOTES = (
    "  plain MkDocs: `mkdocs build` of the same Markdown with its own theme, no plugin and nothing of ours",
    "  MkDocs as ours: the same with our theme and our reading of blocks, without search and audit",
    "  first query: asked above an article, Enter, the page of results at rest; the dearest of these:",
    f"  {'; '.join(QUERIES)}",
)


def measure(sizes: Sequence[int], runs: int | None) -> list[Table]:
    """A table for each size."""
    with chromium() as browser:
        return [of_size(browser, size, runs or TURNS.get(size, 1)) for size in sizes]


def of_size(browser: Browser, size: int, turns: int) -> Table:
    """All rows of the search of so many bulletins."""
    folder = sites.BUILD / "sites" / str(size)
    composed = sites.ours(size).composed
    own, plain = copied(composed, folder / "own"), plain_project(composed / "docs", folder / "plain")
    rows = (*making_rows(making(plain, own, turns)), *query_rows(browser, size, own / "site", turns))
    other = f"Pagefind {locked_version('pagefind', 'pagefind')}"
    title = f"Search: {sites.described(size)}, index made {turns} times (medians)"
    return Table(title, rows, (other,), NOTES)


def copied(source: Path, folder: Path) -> Path:
    """A folder once more, made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(source, folder)
    return folder


def plain_project(docs: Path, folder: Path) -> Path:
    """The same Markdown for MkDocs as it comes, but for a navigation that does not grow with the archive."""
    shutil.rmtree(folder, ignore_errors=True)
    copied(docs, folder / "docs")
    settings = {
        "site_name": "Bản tin",
        "theme": {"name": "mkdocs"},
        "plugins": [],
        "markdown_extensions": ["attr_list"],
        "nav": ["index.md", "so-lieu/index.md", "luu-tru/index.md"],
        "not_in_nav": "*",
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return folder


def making(plain: Path, own: Path, turns: int) -> Making:
    """Medians of what each takes, in turns. What only starts the program is no part of an index."""
    packages = installed("pagefind", sites.BUILD)
    indexing = (sys.executable, "-m", "benchmarks.indexing")
    of_plain, of_own, of_index, of_peer = list[float](), list[float](), list[float](), list[float]()
    for _ in range(turns):
        of_plain.append(processor(MKDOCS, plain))
        of_own.append(processor(MKDOCS, own))
        started = processor(indexing, EXAMPLE)
        of_index.append(processor((*indexing, str(own / "site")), EXAMPLE) - started)
        if packages:
            of_peer.append(processor(pagefind_command(packages, own / "site"), own))
    peer = median(of_peer) if of_peer else None
    return Making(median(of_plain), median(of_own), median(of_index), peer)


def processor(command: Sequence[str], folder: Path) -> float:
    """The seconds of processors that a command takes. Raises CommandFailed."""
    return run(command, folder, watch=False).processor


def pagefind_command(packages: Path, site: Path) -> tuple[str, ...]:
    """Pagefind on the pages that our search finds, as Vietnamese."""
    program = str(packages / ".bin" / "pagefind")
    return (
        *(program, "--site", str(site), "--output-path", str(site / "pagefind")),
        *("--root-selector", "article[data-search]", "--force-language", "vi"),
    )


def making_rows(cost: Making) -> list[Row]:
    """What the index costs to make."""
    peer = cost.pagefind
    of_plain, of_pages = (peer / cost.plain, peer / cost.pages) if peer else (None, None)
    return [
        Row("index / plain MkDocs, processor", cost.index / cost.plain, share, INDEXING, others=(of_plain,)),
        Row("  index / MkDocs as ours", cost.index / cost.pages, share, others=(of_pages,)),
        Row("  index, processor", cost.index, seconds, others=(peer,)),
        Row("  plain MkDocs, processor", cost.plain, seconds),
        Row("  MkDocs as ours, processor", cost.pages, seconds),
    ]


def query_rows(browser: Browser, size: int, plain: Path, turns: int) -> list[Row]:
    """What a first query costs: bytes of the dearest, time of the slowest."""
    mine, peer = asked(browser, size), asked_of_pagefind(browser, plain, turns)
    budget = next((most for limit, most in FIRST_QUERY.items() if size <= limit), None)
    dearest, of_peer = worst(mine), worst(peer) if peer else None
    answered = slowest([[each.page for each in query] for query in mine])
    below_box = slowest([[each.box for each in query] for query in mine])
    by_peer = slowest([[each.page for each in query] for query in peer]) if peer else None
    sent, requests = (of_peer.sent, of_peer.requests) if of_peer else (None, None)
    return [
        Row("first query, all requests", dearest.sent, kilobytes, most=budget, others=(sent,)),
        Row("  requests", dearest.requests, count, others=(requests,)),
        Row("  answered on the page of the search", answered, milliseconds, most=ANSWERED, others=(by_peer,)),
        Row("  answered below the box", below_box, milliseconds, most=ANSWERED),
    ]


def asked(browser: Browser, size: int) -> list[list[Answer]]:
    """The answers to each query, each asked several times."""
    sent: list[Sent] = []
    article = f"{bulletins(size)[size // 2].address}/"
    with served(sites.ours(size).site, "", sent) as address:
        return [
            [querying.ours(browser, address, article, query, sent) for _ in range(ASKED)] for query in QUERIES
        ]


def asked_of_pagefind(browser: Browser, site: Path, turns: int) -> list[list[Answer]]:
    """The same of Pagefind, where it is to be had, in as many turns as the index was made."""
    if not (site / "pagefind").exists():
        return []
    sent: list[Sent] = []
    with served(site, "", sent) as address:
        return [[querying.pagefind(browser, address, query, sent) for _ in range(turns)] for query in QUERIES]


def worst(answers: list[list[Answer]]) -> Answer:
    """The dearest query, by the lightest of its turns."""
    lightest = (min(of_query, key=cost) for of_query in answers)
    return max(lightest, key=cost)


def cost(answer: Answer) -> int:
    """What an answer is compared by."""
    return answer.sent


def slowest(milliseconds: list[list[float]]) -> float:
    """The slowest query, by the quickest of its turns: what else the machine does can only add to it."""
    return max(map(min, milliseconds))
