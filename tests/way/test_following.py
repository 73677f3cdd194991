"""What readers can follow is found from every page of a finished site, and leads to files that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

_ALTERNATE = re.compile(r'<link rel="alternate" type="application/atom\+xml" title="([^"]+)" href="([^"]+)">')


@pytest.fixture(scope="module")
def corrected(sites: list[Path]) -> Path:
    """The finished site of corrected bulletins, whose address is known."""
    return sites[1].resolve()


def pages(site: Path) -> list[Path]:
    return [page for page in sorted(site.rglob("index.html")) if "<nav" in page.read_text("utf-8")]


def test_every_page_names_the_feed_of_everything_and_pages_of_a_body_its_own(corrected: Path) -> None:
    named: dict[str, list[str]] = {}
    for page in pages(corrected):
        found = _ALTERNATE.findall(page.read_text("utf-8"))
        targets = [(page.parent / target).resolve() for _, target in found]
        assert [target for target in targets if not target.is_file()] == []
        path = page.relative_to(corrected).parent.as_posix()
        named[path] = [target.relative_to(corrected).as_posix() for target in targets]
    assert len(named) > 20
    assert {targets[0] for targets in named.values()} == {"nguon-tin/tat-ca.xml"}
    own = {path: targets[1] for path, targets in named.items() if len(targets) > 1}
    feed = "nguon-tin/co-quan/huyen-uy.xml"
    assert own == {"luu-tru/co-quan/huyen-uy": feed, "so-lieu/co-quan/huyen-uy": feed}


def test_the_page_of_feeds_offers_every_one_and_is_led_to_from_every_page(corrected: Path) -> None:
    folder = corrected / "nguon-tin"
    html = (folder / "index.html").read_text("utf-8")
    offered = {(folder / target).resolve() for target in re.findall(r'href="([^"]+\.(?:xml|json))"', html)}
    files = {path for path in folder.rglob("*") if path.suffix in (".xml", ".json")}
    assert files and files <= offered
    for page in pages(corrected):
        links = re.findall(r'href="([^"]+)"', page.read_text("utf-8"))
        assert folder in {
            (page.parent / link).resolve() for link in links if "nguon-tin" in link or link == "./"
        }


def test_the_map_is_the_one_that_was_composed_and_robots_are_led_to_it(corrected: Path) -> None:
    composed = corrected.parent / "pages" / "docs" / "sitemap.xml"
    assert (corrected / "sitemap.xml").read_bytes() == composed.read_bytes()
    assert "Sitemap: https://songlam.example/ban-tin/sitemap.xml\n" in (corrected / "robots.txt").read_text()
    assert not (corrected / "sitemap.xml.gz").exists()
