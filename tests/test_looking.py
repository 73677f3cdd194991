"""What is found on finished pages is the same whoever looks, and kept under the HTML it was found in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bantin import looking
from bantin.kept_results import Results
from bantin.looking import look
from bantin.site.audit import see_all
from bantin.site.search import look_up_all

PAGE = (
    '<!doctype html><html lang="vi"><head><title>{name}</title></head><body>'
    '<article data-search="article" data-day="2026-11-22"><h1>Tin {name}</h1>'
    '<p><a href="../b/#x">kiểm tra</a></p></article></body></html>'
)
PAGES = tuple(f"{name}/index.html" for name in "abc")
ADDRESS = "https://tin.example/"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for page in PAGES:
        (tmp_path / page).parent.mkdir()
        (tmp_path / page).write_text(PAGE.format(name=page[0]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that were not kept."""
    found: list[str] = []
    plain = looking._plain

    def noted(page: str, address: str, content: bytes) -> Any:
        found.append(page)
        return plain(page, address, content)

    monkeypatch.setattr(looking, "_plain", noted)
    return found


def test_what_is_kept_is_what_is_found(site: Path, anew: list[str]) -> None:
    results = Results(site / "pages.sqlite")
    for _ in range(3):
        for looked in (look(site, PAGES, ADDRESS), look(site, PAGES, ADDRESS, results)):
            assert [*looked.seen(site, PAGES, ADDRESS)] == [*see_all(site, PAGES, ADDRESS)]
            assert [*looked.found(site, PAGES)] == [*look_up_all(site, PAGES)]
    assert len(anew) == len(PAGES) * 4, "three times without, once with what is kept"


def test_another_page_or_address_is_looked_at(site: Path, anew: list[str]) -> None:
    results = Results(site / "pages.sqlite")
    look(site, PAGES, ADDRESS, results)
    anew.clear()
    (site / PAGES[1]).write_text(PAGE.format(name="x"), encoding="utf-8")
    [_, changed, _] = look(site, PAGES, ADDRESS, results).found(site, PAGES)
    assert changed and changed.title == "Tin x"
    assert anew == [PAGES[1]]
    look(site, PAGES, "", results)
    assert anew == [PAGES[1], *PAGES]


def test_a_page_that_was_not_there_is_seen_when_asked_for(site: Path) -> None:
    looked = look(site, PAGES[:1], ADDRESS)
    assert [*looked.seen(site, PAGES, ADDRESS)] == [*see_all(site, PAGES, ADDRESS)]
