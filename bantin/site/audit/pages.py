"""What was seen of all pages put together: each against what is expected of it, and all with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bantin.problems import say
from bantin.site.audit.addresses import Link
from bantin.site.audit.expectations import ExpectedPage
from bantin.site.audit.figures import Posted, figure_findings, nowhere_findings
from bantin.site.audit.finding import Finding
from bantin.site.audit.heads import alike_findings, head_findings
from bantin.site.audit.links import Surroundings, fragment_findings, link_findings
from bantin.site.audit.maps import map_findings
from bantin.site.audit.policy import policy_findings
from bantin.site.audit.seen import SeenPage, data_lines, lines_digest, links_on
from bantin.site.audit.shared import shared_findings
from bantin.site.audit.structured import structured_findings
from bantin.site.audit.texts import text_findings


@dataclass(slots=True)
class _Across:
    """What is left to compare when each page was: titles and descriptions are (text, file), places what each
    file leads to on which."""

    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)
    titles: list[tuple[str, str]] = field(default_factory=list)
    descriptions: list[tuple[str, str]] = field(default_factory=list)
    places: list[tuple[str, Mapping[str, tuple[str, ...]]]] = field(default_factory=list)

    def put_by(self, page: SeenPage) -> None:
        """Takes from a page what other pages are needed for."""
        self.anchors[page.path] = frozenset(page.anchors)
        self.places.append((page.path, {target: at for target, at in page.links.items() if at}))
        if not page.kept_out:
            self.listed.add(page.path)
            self.titles += [(title, page.path) for title in page.titles]
            self.descriptions += [(description, page.path) for description in page.descriptions]

    def leading_nowhere(self) -> Iterator[str]:
        """The files with a link to a place that is not on the page it leads to."""
        for file, places in self.places:
            if not all(self.anchors[to].issuperset(at) for to, at in places.items() if to in self.anchors):
                yield file


def page_findings(site: Path, seen: Iterable[SeenPage], around: Surroundings) -> Iterator[Finding]:
    """What is wrong with the pages of a site, whatever the order in which they were seen.

    A page on which something does not agree with what was seen of it is read again, to say what it is.
    """
    expected = {file_of(page.address): page for page in around.expectations.pages}
    ledger = around.expectations.ledger
    posted = {file_of(address): shown for address, shown in ledger.by_file.items()}
    across = _Across()
    found: list[Finding] = []
    for page in seen:
        wanted = expected.get(page.path) or ExpectedPage(page.path)
        found += _of_page(site, page, wanted, posted.get(page.path, ()), around)
        across.put_by(page)
    yield from sorted(found, key=lambda finding: finding.file)
    if not across.anchors:
        yield Finding("index.html", "no-page", say("the site has no page at all"))
    for file in sorted(expected.keys() - across.anchors.keys()):
        yield Finding(file, "no-page", say("the page {address} is missing", address=expected[file].address))
    yield from map_findings(site, around, across.listed)
    yield from nowhere_findings(ledger)
    for file in sorted(across.leading_nowhere()):
        yield from fragment_findings(file, _links_on(site, file, around), across.anchors)
    yield from alike_findings(across.titles, across.descriptions)


def file_of(address: str) -> str:
    """The file of the site that is shown at a rooted address."""
    path = address.lstrip("/")
    return path if path.endswith(".html") else "/".join([*filter(None, path.split("/")), "index.html"])


def _of_page(
    site: Path, page: SeenPage, wanted: ExpectedPage, posted: Iterable[Posted], around: Surroundings
) -> Iterator[Finding]:
    """What is wrong with one page by itself."""
    yield from head_findings(page, wanted.language)
    yield from text_findings(page, around.expectations)
    yield from policy_findings(page, around.expectations)
    if page.faulty or not page.links.keys() <= around.files:
        yield from link_findings(page.path, _links_on(site, page.path, around), around.files)
    yield from figure_findings(page, posted, around.expectations.ledger)
    if wanted.structured and page.structured != lines_digest(wanted.structured):
        lines = data_lines(_html(site, page.path))
        yield from structured_findings(page.path, lines, wanted.structured, posted)
    yield from shared_findings(page, wanted.shared, posted)


def _links_on(site: Path, file: str, around: Surroundings) -> list[Link]:
    return links_on(file, _html(site, file), around.expectations.address)


def _html(site: Path, file: str) -> str:
    return (site / file).read_text(encoding="utf-8")
