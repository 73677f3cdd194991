"""What a reader's first view costs in a real browser, and whether it grows with the archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from bantin.site.paths import built_file
from benchmarks import sites
from benchmarks.records import bulletins
from benchmarks.rows import Row, Table, count, kilobytes, share
from tests.browser import Sent, chromium, come_to_rest, served

FIRST_VIEW, REQUESTS, PAGE, GROWTH = 120_000, 10, 32 * 1024, 0.05
"""Budgets: bytes on the wire, files, bytes of the page as it is, and by how much the view may grow."""

SEARCH = ("search", "tim-kiem")
"""What the addresses of everything that belongs to a search have in them."""

SIXTH = 5
"""The bulletin that is looked at, by its place: even the smallest archive has it."""

OTHERS = {"the front page": "", "the archive": "luu-tru/", "a year of the archive": "luu-tru/2024/"}
"""Pages that may grow a little: they count or list what there is."""


@dataclass(frozen=True, slots=True)
class View:
    """A first view: bytes of what was sent but for pictures, how many files, of them bytes of search."""

    sent: int
    requests: int
    search: int


def first_view(browser: Browser, address: str, sent: list[Sent]) -> View:
    """What a browser without a cache fetches before its reader does anything. sent: the server's account."""
    begun = len(sent)
    with browser.new_context() as context:
        come_to_rest(context.new_page(), address)
    seen = [answer for answer in sent[begun:] if not answer.kind.startswith("image/")]
    search = [answer.size for answer in seen if any(word in answer.address for word in SEARCH)]
    return View(sum(answer.size for answer in seen), len(seen), sum(search))


def measure(sizes: Sequence[int], runs: int | None) -> list[Table]:
    """The first view of the same article among so many bulletins, and of the pages that lead to it.

    runs: bytes do not vary, so that once is enough.
    """
    with chromium() as browser:
        tables = [among(browser, size) for size in sizes]
    views = [table.rows[0].value for table in tables]
    growth = Row(
        "first view of an article, from the lightest to the heaviest",
        max(views) / min(views) - 1,
        share,
        most=GROWTH,
    )
    return [*tables, Table("Whether it grows with the archive", (growth,))]


def among(browser: Browser, size: int) -> Table:
    """The rows of one size; the first is the article's first view."""
    made, sent = sites.ours(size), list[Sent]()
    article = f"{bulletins(size)[SIXTH].address}/"
    page = (made.site / built_file(f"{article}index.md")).stat().st_size
    with served(made.site, "", sent) as address:
        view = first_view(browser, address + article, sent)
        others = {name: first_view(browser, address + path, sent) for name, path in OTHERS.items()}
    rows = (
        Row("first view of an article", view.sent, kilobytes, most=FIRST_VIEW),
        Row("  requests", view.requests, count, most=REQUESTS),
        Row("  the page itself, not packed", page, kilobytes, most=PAGE),
        Row("  bytes of search", view.search, kilobytes, most=0),
        *(Row(f"first view of {name}", other.sent, kilobytes) for name, other in others.items()),
    )
    return Table(f"First view in Chromium, packed with gzip, without photos: {sites.described(size)}", rows)
