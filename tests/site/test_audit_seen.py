"""What is seen of a page depends on the page alone, can be kept, and may come in any order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

import pytest

from bantin.site import Expectations, ExpectedPage, audit
from bantin.site.audit import SeenPage, addresses, see, see_all, words

HEAD = (
    '<!doctype html><html lang="vi"><head><title>{title}</title><meta name="description" content="{title}">'
)
BODY = """\
<h1 id="dau">{title}</h1> <a href="../b/#muc">x</a> <a href="https://tin.example/a/#dau">x</a>
<a href="javascript:x">x</a> <a href="../d/">x</a> <p title="None">Search</p> <p lang="en">Home</p>
Số ket-qua.
<table><tr id="hang-1"><td><data value="2" data-figure="x">2</data></table>
<img src="https://x.example/y" alt="z">
<script type="application/ld+json">{{"@type": "Thing", "name": "{title}"}}</script>
"""
EXPECTED = Expectations(
    pages=tuple(ExpectedPage(f"/{name}/", structured=('{"@type":"Thing","name":"a"}',)) for name in "abc"),
    identifiers=frozenset({"ket-qua"}),
    address="https://tin.example/",
    policy="default-src 'none'",
)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in "abc":
        (tmp_path / name).mkdir()
        text = HEAD.format(title=name) + BODY.format(title=name)
        (tmp_path / name / "index.html").write_text(text, encoding="utf-8")
    return tmp_path


def test_what_was_seen_of_pages_may_be_kept_as_json_and_come_in_any_order(site: Path) -> None:
    asked: list[tuple[str, ...]] = []

    def kept(place: Path, pages: Sequence[str], address: str) -> Iterable[SeenPage]:
        asked.append(tuple(pages))
        plain = [json.dumps(page.to_plain()) for page in see_all(place, pages, address)]
        return (SeenPage.from_plain(json.loads(text)) for text in reversed(plain))

    problems = audit(site, EXPECTED)
    assert audit(site, EXPECTED, kept) == problems
    assert set(asked) == {("a/index.html", "b/index.html", "c/index.html")}
    assert {problem.rule for problem in problems} >= {
        *("broken-link", "broken-fragment", "unsafe-link", "third-party", "unfilled", "english-interface"),
        *("raw-id", "figure-unknown", "structured-data", "no-policy"),
    }


def test_what_is_seen_of_a_page_is_the_same_after_json() -> None:
    page = see("a/index.html", HEAD.format(title="a") + BODY.format(title="a"), "https://tin.example/")
    assert SeenPage.from_plain(json.loads(json.dumps(page.to_plain()))) == page
    assert page.links == {"b/index.html": ("muc",), "a/index.html": ("dau",), "d/index.html": ()}
    assert (page.faulty, page.doubtful[0], page.english) == (True, "None", ("Search",))
    assert page.figures[0].row == "hang-1"


def test_the_english_of_a_page_is_what_is_not_marked_as_another_language() -> None:
    def left(body: str) -> tuple[str, ...]:
        return see("index.html", f'<html lang="vi"><body>{body}').english

    assert left('<p lang="en">Search <b title="Back to top">Home</b></p>') == ()
    assert left('<p lang="en">Search</p><p>Search</p><p lang="vi" title="Home">x</p>') == ("Search", "Home")
    assert see("index.html", '<html lang="en"><p>Search').english == ()


STEPS = (
    *("..", ".", "...", "", "tin", "a-1", "2024", "x.html", "a.b.c", ".git", "a..b", "A", "Tin", "%61", "a."),
    *("a_b", "-a", "tin#", "#", "#o", "tin?q"),
)
GAPS = (
    *("$(so)", "{{", "}}", "{%", "%}", "{: a", "{.a", "{#A", "[object Object]", "Undefined", "undefined"),
    *("None", "NaN", "&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#39;", "&#x2F;"),
)


@pytest.mark.slow
def test_usual_addresses_lead_where_reading_them_in_full_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of nothing but names are read by one pattern."""
    written = ["/".join(one) for count in (1, 2, 3) for one in product(STEPS, repeat=count)]
    references = {("a", "href", ""): written, ("img", "src", ""): written}
    for file, address in (("tin/2024/index.html", "https://tin.example/ban-tin/"), ("404.html", "")):
        usual = [*addresses.links_of(file, references, address)]
        addresses._way.cache_clear()
        with monkeypatch.context() as patched:
            patched.setattr(addresses, "_USUAL", re.compile(r"(?!)"))
            assert usual == [*addresses.links_of(file, references, address)]
        addresses._way.cache_clear()


@pytest.mark.parametrize("gap", GAPS)
def test_each_kind_of_gap_is_seen(gap: str) -> None:
    assert words.has_gap(f"Năm 2024, {gap} tổ chức")
