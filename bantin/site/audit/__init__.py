"""Re-reads the finished site as a browser would, and says what would embarrass its publisher."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bantin.dataset.memory import collection_paused
from bantin.problems import Problem, Severity, in_order
from bantin.site.audit.expectations import Expectations, ExpectedPage, literal_texts
from bantin.site.audit.finding import Finding, as_problems
from bantin.site.audit.links import Surroundings, style_findings
from bantin.site.audit.outputs import output_findings
from bantin.site.audit.pages import file_of, page_findings
from bantin.site.audit.seen import SeenPage, article_text, see
from bantin.site.trouble import trouble

Seeing = Callable[[Path, Sequence[str], str], Iterable[SeenPage]]
"""How pages are seen: site, paths of the pages, address of the site → each of them, as ``see`` has it."""

__all__ = [
    "Expectations",
    "ExpectedPage",
    "SeenPage",
    "article_texts",
    "audit",
    "file_of",
    "literal_texts",
    "see",
]


def see_all(site: Path, pages: Iterable[str], address: str) -> Iterator[SeenPage]:
    """Pages of a finished site as the audit sees them, one after the other. Raises OSError."""
    for page in pages:
        yield see(page, (site / page).read_text(encoding="utf-8"), address)


def audit(site: Path, expectations: Expectations, seeing: Seeing = see_all) -> list[Problem]:
    """Everything that is wrong with a finished site, in order of place; files are named below ``site/``.

    What is the same on many pages is one problem. A site without a page is a problem. seeing: how its pages
    are seen, in whatever order; what was seen before may be kept. The places in files beside the pages are
    looked for only to tell what is wrong: a sound site is known without them.
    """
    try:
        with collection_paused():
            problems = as_problems(_findings(site, expectations, seeing), site)
            if any(problem.severity is Severity.ERROR for problem in problems):
                whole = replace(expectations, ledger=expectations.ledger.whole)
                problems = as_problems(_findings(site, whole, seeing), site)
    except OSError as error:
        return [trouble(error, site)]
    return in_order(problems)


def article_texts(site: Path) -> dict[str, str]:
    """Each page of a site with the text inside its ``<article>``: two engines must agree on both."""
    pages = sorted(file for file in _files(site) if file.endswith(".html"))
    return {page: article_text((site / page).read_text(encoding="utf-8")) for page in pages}


def _files(site: Path) -> frozenset[str]:
    """Every file of the site as a POSIX path, spelled as on disk whatever the file system forgives."""
    found: list[str] = []
    for place, _, names in os.walk(site):
        folder = os.path.relpath(place, site).replace(os.sep, "/")
        found += names if folder == "." else (f"{folder}/{name}" for name in names)
    return frozenset(found)


def _findings(site: Path, expectations: Expectations, seeing: Seeing) -> Iterator[Finding]:
    around = Surroundings(_files(site), expectations)
    beside = expectations.files  # compared byte for byte, and no pages
    pages = sorted(file for file in around.files if file.endswith(".html") and file not in beside)
    yield from page_findings(site, seeing(site, pages, expectations.address), around)
    yield from output_findings(site, around)
    for file in sorted(name for name in around.files if name.endswith(".css")):
        yield from style_findings(file, (site / file).read_text(encoding="utf-8"), around)
