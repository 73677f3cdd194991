"""Re-reads the finished site as a browser would, and says what would embarrass its publisher."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bantin.problems import Problem, in_order, say
from bantin.site.audit.expectations import (
    Expectations,
    ExpectedPage,
    literal_texts,
)
from bantin.site.audit.figures import figure_findings, nowhere_findings
from bantin.site.audit.finding import Finding, as_problems
from bantin.site.audit.heads import alike_findings, head_findings
from bantin.site.audit.links import (
    FragmentLink,
    Surroundings,
    fragment_findings,
    link_findings,
    style_findings,
)
from bantin.site.audit.maps import map_findings
from bantin.site.audit.outputs import output_findings
from bantin.site.audit.policy import policy_findings
from bantin.site.audit.seen import article_text, see
from bantin.site.audit.shared import shared_findings
from bantin.site.audit.structured import structured_findings
from bantin.site.audit.texts import text_findings
from bantin.site.trouble import trouble

__all__ = ["Expectations", "ExpectedPage", "article_texts", "audit", "literal_texts"]


def audit(site: Path, expectations: Expectations) -> list[Problem]:
    """Everything that is wrong with a finished site, in order of place; files are named below ``site/``.

    What is the same on many pages is one problem. A site without a page is a problem.
    """
    try:
        problems = as_problems(_findings(site, expectations), site)
    except OSError as error:
        return [trouble(error, site)]
    return in_order(problems)


def article_texts(site: Path) -> dict[str, str]:
    """Each page of a site with the text inside its ``<article>``: two engines must agree on both."""
    pages = sorted(file for file in _files(site) if file.endswith(".html"))
    return {page: article_text((site / page).read_text(encoding="utf-8")) for page in pages}


def _files(site: Path) -> frozenset[str]:
    """Every file of the site as a POSIX path, spelled as on disk whatever the file system forgives."""
    return frozenset(
        os.path.relpath(os.path.join(place, name), site).replace(os.sep, "/")
        for place, _, names in os.walk(site)
        for name in names
    )


def _findings(site: Path, expectations: Expectations) -> Iterator[Finding]:
    around = Surroundings(_files(site), expectations)
    yield from _page_findings(site, around)
    yield from output_findings(site, around)
    for file in sorted(name for name in around.files if name.endswith(".css")):
        yield from style_findings(file, (site / file).read_text(encoding="utf-8"), around)


def _page_findings(site: Path, around: Surroundings) -> Iterator[Finding]:
    expected = {file_of(page.address): page for page in around.expectations.pages}
    ledger = around.expectations.ledger
    posted = {file_of(address): shown for address, shown in ledger.by_file.items()}
    beside = around.expectations.files  # compared byte for byte, and no pages
    present = sorted(file for file in around.files if file.endswith(".html") and file not in beside)
    anchors: dict[str, frozenset[str]] = {}
    titles: list[tuple[str, str]] = []
    descriptions: list[tuple[str, str]] = []
    fragments: list[FragmentLink] = []
    listed: set[str] = set()
    if not present:
        yield Finding("index.html", "no-page", say("the site has no page at all"))
    for file in present:
        wanted = expected.get(file, ExpectedPage(file))
        page = see(file, (site / file).read_text(encoding="utf-8"))
        anchors[file] = frozenset(page.anchors)
        if not page.kept_out:
            listed.add(file)
            titles += [(title, file) for title in page.titles]
            descriptions += [(description, file) for description in page.descriptions]
        yield from head_findings(page, wanted.language)
        yield from text_findings(page, around.expectations)
        yield from policy_findings(page, around.expectations)
        yield from link_findings(page, around, fragments)
        yield from figure_findings(page, posted.get(file, ()), ledger)
        yield from structured_findings(page, wanted.structured, posted.get(file, ()))
        yield from shared_findings(page, wanted.shared, posted.get(file, ()))
    for file in sorted(expected.keys() - set(present)):
        yield Finding(file, "no-page", say("the page {address} is missing", address=expected[file].address))
    yield from map_findings(site, around, listed)
    yield from nowhere_findings(ledger)
    yield from fragment_findings(fragments, anchors)
    yield from alike_findings(titles, descriptions)


def file_of(address: str) -> str:
    """The file of the site that is shown at a rooted address."""
    path = address.lstrip("/")
    return path if path.endswith(".html") else "/".join([*filter(None, path.split("/")), "index.html"])
