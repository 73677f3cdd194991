"""A number edited by hand at any place of any finished page is told, with another place or its record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import chain
from pathlib import Path

import pytest

from bantin.compose import compose
from bantin.documenting import document_outputs
from bantin.ledger import Entry, Ledger, Place, ledger_text
from bantin.problems import Silence
from bantin.site.audit import file_of
from bantin.site.audit.figures import figure_findings
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import data_lines, see
from bantin.site.audit.shared import shared_findings
from bantin.site.audit.structured import structured_findings
from bantin.site.expecting import expectations
from bantin.site.policy import POLICY
from bantin.way import beside, build, check
from tests.dataset.projects import each
from tests.golden.cases import Case, cases
from tests.way.told import told_everywhere

_DATA = re.compile(r'<data value="([^"]*)" data-figure="[^"]*">([^<]*)</data>')
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d+")
_NAMED = re.compile(r"\d\d/\d\d/\d{4}|năm \d{4}|tháng \d+", re.IGNORECASE)
"""What is no figure: days and periods."""
_PLAIN = ("title", "description", "alt")
_BEGINNINGS = {
    "title": ("<title>", '<meta property="og:title" content="'),
    "description": ('<meta name="description" content="', '<meta property="og:description" content="'),
    "alt": ('alt="', '<meta property="og:image:alt" content="'),
}
"""Where such a text stands, on its own and as it is shared."""
_SHARED = re.compile('<meta property="og:title"')
_STRUCTURED = re.compile(r'(?<=<script type="application/ld\+json">).*(?=</script>)')
_ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)


@dataclass(frozen=True)
class Finished:
    """A finished site in memory, and the ledger that it was made with."""

    pages: dict[str, str]
    ledger: Ledger
    written: str
    structured: dict[str, tuple[str, ...]]

    def findings(self, file: str, html: str) -> list[Finding]:
        """What the audit says of one page of it with this text."""
        posted = next((shown for page, shown in self.ledger.by_file.items() if file_of(page) == file), [])
        page = see(file, html)
        found = structured_findings(file, data_lines(html), self.structured.get(file, ()), posted)
        shared = shared_findings(page, {}, posted)
        return [*figure_findings(page, posted, self.ledger), *found, *shared]


def finished(case: Case, folder: Path) -> Finished:
    made = build(folder, now=case.now, report=Silence())
    assert made.site is not None, made.problems
    site = made.site.resolve()
    checked = check(folder, now=case.now)
    public = checked.dataset.public(case.now)
    bulletins = compose(public, case.now, checked.enclosed.pictures, checked.pages)
    outputs, ledger = beside(bulletins, public, POLICY, document_outputs(public.site, bulletins))
    expected = expectations(public, bulletins, ledger, outputs=outputs)
    structured = {file_of(page.address): page.structured for page in expected.pages}
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    pages = {path: text for path, text in pages.items() if path not in outputs.contents}
    written = (site.parent / "ledger" / "figures.jsonl").read_text("utf-8")
    return Finished(pages, ledger, written, structured)


CASES = [case.name for case in cases() if (case.input / "data" / "articles").is_dir()]


@pytest.fixture(scope="module", params=each(CASES))
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    case = next(case for case in cases() if case.name == request.param)
    folder = tmp_path_factory.mktemp("case")
    told = told_everywhere(case, folder) if case.name == "example" else case.copied_to(folder)
    return finished(case, told)


@pytest.fixture(scope="module")
def case_of_corrections(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    case = next(case for case in cases() if case.name == "dinh-chinh")
    return finished(case, case.copied_to(tmp_path_factory.mktemp("corrections")))


def other(text: str) -> str:
    """The text with its last digit another one."""
    last = [found.start() for found in _DIGIT.finditer(text)][-1]
    return f"{text[:last]}{(int(text[last]) + 1) % 10}{text[last + 1 :]}"


def edits(html: str) -> Iterator[tuple[str, str]]:
    """Each figure of a page, and the page with its number edited: as readers see it, and for programs."""
    for found in _DATA.finditer(html):
        for group in (1, 2):
            if found[group]:
                yield found[2], html[: found.start(group)] + other(found[group]) + html[found.end(group) :]


def test_the_release_holds_the_ledger(site: Finished) -> None:
    assert site.written == ledger_text(site.ledger)
    assert site.written.count("\n") == len(site.ledger.entries)


def test_untouched_pages_are_right_and_every_figure_is_in_the_ledger(site: Finished) -> None:
    shown = Counter[tuple[str, str]]()
    for file, html in site.pages.items():
        assert site.findings(file, html) == []
        assert html.count("<data") == len(_DATA.findall(html)), "a figure without identity"
        shown.update((file, text) for _, text in _DATA.findall(html))
    assert shown.total() >= len(site.ledger.entries)
    assert all(entry.places and entry.record != "?:1" for entry in site.ledger.entries)


def test_a_number_edited_by_hand_is_told_with_another_place_and_its_record(site: Finished) -> None:
    edited = 0
    for file, html in site.pages.items():
        for text, wrong in edits(html):
            found = site.findings(file, wrong)
            assert [finding.rule for finding in found] == ["figure-disagrees"], (file, text)
            names_both(found[0], site.ledger)
            edited += 1
    assert edited >= sum(html.count("<data") for html in site.pages.values()) >= len(site.ledger.entries)


def names_both(finding: Finding, ledger: Ledger) -> None:
    """Whether a finding names, beside its own place, another one (where there is one) and the record."""
    said = [evidence.translated(str) for evidence in finding.evidence]
    assert "data/" in said[-1] and ".yml:" in said[-1]
    places = [len(entry.places) for entry in ledger.entries if ("name", entry.name) in finding.message.gaps]
    assert [text.startswith("at /") for text in said[:-1]] == [True] * (max(places) > 1), said


def plain_places(ledger: Ledger) -> Iterator[tuple[Entry, Place]]:
    return ((entry, place) for entry in ledger.entries for place in entry.places if place.kind in _PLAIN)


def test_a_number_edited_in_a_title_a_description_or_an_alt_text_is_told(site: Finished) -> None:
    for entry, place in plain_places(site.ledger):
        file = file_of(place.file)
        html, within = site.pages[file], escape(place.within)
        number = re.search(rf"(?<![\d.,]){re.escape(place.text)}(?![\d])", within)
        assert number and within in html, place
        wrong = within[: number.start()] + other(place.text) + within[number.end() :]
        starts = [beginning for beginning in _BEGINNINGS[place.kind] if beginning + within in html]
        once = place.kind == "alt" or not _SHARED.search(html)
        assert len(starts) == (1 if once else len(_BEGINNINGS[place.kind])), place
        for start in starts:
            found = site.findings(file, html.replace(start + within, start + wrong, 1))
            assert found and {finding.rule for finding in found} == {"figure-disagrees"}, place
            assert any(finding.message.gaps[0] == ("name", entry.name) for finding in found), place
            for finding in found:
                names_both(finding, site.ledger)


def test_a_number_edited_in_the_data_for_machines_is_told(site: Finished) -> None:
    told = 0
    for file, html in site.pages.items():
        for found in chain.from_iterable(map(_DIGITS.finditer, _STRUCTURED.findall(html))):
            data = found.string
            wrong = data[: found.start()] + other(found[0]) + data[found.end() :]
            findings = site.findings(file, html.replace(data, wrong))
            assert findings, (file, data, wrong)
            for finding in findings:
                if finding.rule == "figure-disagrees":
                    names_both(finding, site.ledger)
                    told += 1
                else:
                    assert finding.rule == "structured-data"
    assert told >= len(places_of(site.ledger, "structured"))
    assert places_of(site.ledger, "structured") >= {
        place
        for place in places_of(site.ledger, "title")
        if _STRUCTURED.search(site.pages[file_of(place[1])])
    }


def places_of(ledger: Ledger, kind: str) -> set[tuple[str, str]]:
    """Which figures stand in places of a kind, and in which files."""
    return {
        (entry.name, place.file) for entry in ledger.entries for place in entry.places if place.kind == kind
    }


@pytest.mark.slow
def test_an_old_value_is_a_figure_of_its_own_that_its_correction_keeps(case_of_corrections: Finished) -> None:
    """In copies that were replaced, in notices and in the list of corrections there is no other digit."""
    site = case_of_corrections
    old = [entry for entry in site.ledger.entries if entry.until]
    present = {entry.identity: entry for entry in site.ledger.entries if not entry.until}
    assert {entry.value for entry in old} >= {"11", "7", "-2"}
    for entry in old:
        assert entry.identity.removesuffix(f"@{entry.correction}") in present
        assert (entry.until, entry.correction) == ("2026-03-05", "khien-trach-2024")
        assert entry.record.startswith("data/corrections/2026/khien-trach-2024.yml:")
    shown = {place.file for entry in old for place in entry.places}
    copies = {file for file in site.pages if "/ban-1/" in file}
    assert {file_of(file) for file in shown} >= copies and len(copies) == 2
    assert shown >= {"/", "/dinh-chinh/", "/so-lieu/2024/", "/so-lieu/2025/"}
    for file in (*copies, "dinh-chinh/index.html"):
        [told] = _ARTICLE.findall(site.pages[file])
        words = _NAMED.sub("", re.sub(r"<[^>]*>", "", _DATA.sub("", told)))
        words = re.sub(r"(?<= )\S*/tin/\S+", "", words)  # the address in the citation
        assert not _DIGIT.search(words), (file, words)


@pytest.mark.slow
def test_every_kind_of_place_has_been_edited(tmp_path: Path, example: Case) -> None:
    """Figures in all texts of an article are in the ledger at every place they are shown."""
    ledger = finished(example, told_everywhere(example, tmp_path)).ledger
    kinds = {place.kind for entry in ledger.entries for place in entry.places}
    assert kinds >= {
        *("kicker", "headline", "title", "lead", "description", "caption", "alt", "body", "band", "cell"),
        *("note", "notes", "source", "teaser", "link", "intro"),
    }
