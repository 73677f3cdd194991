"""The search: what its index costs to make, and what a first query costs a reader; beside Pagefind."""

from __future__ import annotations

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
"""How often each is measured: small archives vary most, and are over quickly."""


@dataclass(frozen=True, slots=True)
class Making:
    """Seconds of processors: for the pages by plain MkDocs, and for an index of them."""

    pages: float
    index: float
    pagefind: float | None


NOTES = (
    "  plain MkDocs: `mkdocs build` of the composed pages with their theme, without search and audit",
    "  first query: asked above an article, Enter, the page of results at rest; the dearest of these:",
    f"  {'; '.join(QUERIES)}",
)


def measure(sizes: Sequence[int], runs: int | None) -> list[Table]:
    """A table for each size."""
    with chromium() as browser:
        return [of_size(browser, size, runs or TURNS.get(size, 1)) for size in sizes]


def of_size(browser: Browser, size: int, turns: int) -> Table:
    """All rows of the search of so many bulletins."""
    plain = plain_folder(size)
    rows = (*making_rows(making(plain, turns)), *query_rows(browser, size, plain / "site", turns))
    other = f"Pagefind {locked_version('pagefind', 'pagefind')}"
    return Table(f"Search: {sites.described(size)}, runs: {turns} (medians)", rows, (other,), NOTES)


def plain_folder(size: int) -> Path:
    """The composed pages once more, for MkDocs alone."""
    folder = sites.BUILD / "sites" / str(size) / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sites.ours(size).composed, folder)
    return folder


def making(plain: Path, turns: int) -> Making:
    """Medians of what each takes, in turns. What only starts the program is no part of an index."""
    packages = installed("pagefind", sites.BUILD)
    site = plain / "site"
    indexing = (sys.executable, "-m", "benchmarks.indexing")
    pages, index, peer = list[float](), list[float](), list[float]()
    for _ in range(turns):
        pages.append(run((sys.executable, "-m", "mkdocs", "build", "--quiet"), plain, watch=False).processor)
        started = run(indexing, EXAMPLE, watch=False).processor
        index.append(run((*indexing, str(site)), EXAMPLE, watch=False).processor - started)
        if packages:
            peer.append(run(pagefind_command(packages, site), plain, watch=False).processor)
    return Making(median(pages), median(index), median(peer) if peer else None)


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
    of_pages, of_peer = cost.index / cost.pages, peer / cost.pages if peer else None
    return [
        Row("index / plain MkDocs, processor", of_pages, share, most=INDEXING, others=(of_peer,)),
        Row("  index, processor", cost.index, seconds, others=(peer,)),
        Row("  plain MkDocs, processor", cost.pages, seconds),
    ]


def query_rows(browser: Browser, size: int, plain: Path, turns: int) -> list[Row]:
    """What a first query costs: bytes of the dearest, and the slowest of the medians."""
    mine, peer = asked(browser, size, turns), asked_of_pagefind(browser, plain, turns)
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


def asked(browser: Browser, size: int, turns: int) -> list[list[Answer]]:
    """The answers to each query, each asked several times."""
    sent: list[Sent] = []
    article = f"{bulletins(size)[size // 2].address}/"
    with served(sites.ours(size).site, "", sent) as address:
        return [
            [querying.ours(browser, address, article, query, sent) for _ in range(turns)] for query in QUERIES
        ]


def asked_of_pagefind(browser: Browser, site: Path, turns: int) -> list[list[Answer]]:
    """The same of Pagefind, where it is to be had."""
    if not (site / "pagefind").exists():
        return []
    sent: list[Sent] = []
    with served(site, "", sent) as address:
        return [[querying.pagefind(browser, address, query, sent) for _ in range(turns)] for query in QUERIES]


def worst(answers: list[list[Answer]]) -> Answer:
    """The dearest answer."""
    return max((each for of_query in answers for each in of_query), key=lambda answer: answer.sent)


def slowest(milliseconds: list[list[float]]) -> float:
    """The slowest query, by the median of its turns."""
    return max(map(median, milliseconds))
