"""A number edited by hand at any place of any finished page is told, with another place or its record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pytest

from bantin.compose import compose
from bantin.ledger import Entry, Ledger, Place, enter, ledger_text
from bantin.problems import Silence
from bantin.site.audit import file_of
from bantin.site.audit.figures import figure_findings
from bantin.site.audit.finding import Finding
from bantin.site.audit.seen import see
from bantin.way import build, check
from tests.golden.cases import Case, cases
from tests.way.told import told_everywhere

_DATA = re.compile(r'<data value="([^"]*)" data-figure="[^"]*">([^<]*)</data>')
_DIGIT = re.compile(r"\d")
_PLAIN = ("title", "description", "alt")


@dataclass(frozen=True)
class Finished:
    """A finished site in memory, and the ledger that it was made with."""

    pages: dict[str, str]
    ledger: Ledger
    written: str

    def findings(self, file: str, html: str) -> list[Finding]:
        """What the audit says of one page of it with this text."""
        posted = next((shown for page, shown in self.ledger.by_file.items() if file_of(page) == file), [])
        return list(figure_findings(see(file, html), posted, self.ledger))


def finished(case: Case, folder: Path) -> Finished:
    made = build(folder, now=case.now, report=Silence())
    assert made.site is not None, made.problems
    site = made.site.resolve()
    checked = check(folder, now=case.now)
    public = checked.dataset.public(case.now)
    ledger = enter(compose(public, case.now, checked.pictures, checked.pages), public)
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return Finished(pages, ledger, (site.parent / "ledger" / "figures.jsonl").read_text("utf-8"))


QUICK = ("example", "council")
CASES = [
    pytest.param(case.name, marks=() if case.name in QUICK else pytest.mark.slow)
    for case in cases()
    if (case.input / "data" / "articles").is_dir()
]


@pytest.fixture(scope="module", params=CASES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    case = next(case for case in cases() if case.name == request.param)
    folder = tmp_path_factory.mktemp("case")
    told = told_everywhere(case, folder) if case.name == "example" else case.copied_to(folder)
    return finished(case, told)


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
        start = {"title": "<title>", "description": 'content="', "alt": 'alt="'}[place.kind] + within
        assert start in html, place
        found = site.findings(file, html.replace(start, start.removesuffix(within) + wrong, 1))
        assert found and {finding.rule for finding in found} == {"figure-disagrees"}, place
        assert any(finding.message.gaps[0] == ("name", entry.name) for finding in found), place
        for finding in found:
            names_both(finding, site.ledger)


def test_every_kind_of_place_has_been_edited(tmp_path: Path, example: Case) -> None:
    """Figures in all texts of an article are in the ledger at every place they are shown."""
    ledger = finished(example, told_everywhere(example, tmp_path)).ledger
    kinds = {place.kind for entry in ledger.entries for place in entry.places}
    assert kinds >= {
        *("kicker", "headline", "title", "lead", "description", "caption", "alt", "body", "band", "cell"),
        *("note", "notes", "source", "teaser", "link", "intro"),
    }
