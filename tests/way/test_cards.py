"""The cards of a finished site: named by its pages, there where they are named, and as they were drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from bantin.outputs import Output
from bantin.problems import Silence
from bantin.site import Expectations, audit
from bantin.way import build
from tests.golden.cases import cases
from tests.way.conftest import ADDRESS

pytestmark = pytest.mark.slow


def shared(page: Path) -> dict[str, str]:
    """What the head of a page tells those who share links, by property or name."""
    nodes = LexborHTMLParser(page.read_text(encoding="utf-8")).css("meta[property], meta[name]")
    pairs = (node.attributes for node in nodes)
    return {(one.get("property") or one.get("name") or ""): one.get("content") or "" for one in pairs}


def test_every_page_that_may_be_shared_names_a_card_of_the_site(addressed_site: Path) -> None:
    named = set[str]()
    for page in sorted(addressed_site.rglob("*.html")):
        told = shared(page)
        if "og:title" not in told:
            assert "robots" in told or page.name == "404.html" or "og:image" not in told
            continue
        assert told["og:image"].startswith(ADDRESS), page
        file = addressed_site / told["og:image"].removeprefix(ADDRESS)
        with Image.open(file) as picture:
            assert picture.size == (int(told["og:image:width"]), int(told["og:image:height"]))
        assert (told["og:image:alt"] and told["og:locale"] == "vi_VN") or told["og:locale"] == "en_GB"
        assert told["twitter:card"] == "summary_large_image"
        assert told["og:url"] == f"{ADDRESS}{page.parent.relative_to(addressed_site).as_posix()}/".replace(
            "./", ""
        )
        named.add(file.relative_to(addressed_site).as_posix())
    there = {path.relative_to(addressed_site).as_posix() for path in addressed_site.rglob("anh-chia-se.png")}
    assert named == there and len(there) > 3
    assert "anh-chia-se.png" in there


def test_a_second_build_draws_no_card(addressed_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(_: object) -> bytes:
        raise AssertionError("a card was drawn again")

    monkeypatch.setattr("bantin.kept_cards.draw_card", refusing)
    case = next(case for case in cases() if case.name == "quy-chin-thang")
    assert build(addressed_project, now=case.now, report=Silence()).site is not None


def test_a_site_that_does_not_know_its_address_has_no_card(example_project: Path) -> None:
    assert not list((example_project / "site").rglob("anh-chia-se.png"))
    assert "og:image" not in shared(example_project / "site" / "index.html")


def test_a_card_that_is_not_the_one_that_was_drawn_is_told(addressed_site: Path, tmp_path: Path) -> None:
    data = (addressed_site / "anh-chia-se.png").read_bytes()
    drawn = Output("anh-chia-se.png", data)
    expected = Expectations(files={drawn.path: drawn.content})
    (tmp_path / "index.html").write_text("<!doctype html>", encoding="utf-8")
    for there, rules in ((data, set()), (data[:-1], {"output-changed"})):
        (tmp_path / drawn.path).write_bytes(there)
        found = {problem.rule for problem in audit(tmp_path, expected)}
        assert {rule for rule in found if rule.startswith("output")} == rules
