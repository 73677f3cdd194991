"""The map of the site: every page that may be found, with the day on which it was last changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

import pytest

from bantin.compose.addresses import for_search_engines, kept_out
from bantin.language import parse_iso_instant
from bantin.outputs.sitemap import NEWS_SITEMAP, SITEMAP, sitemaps
from tests.outputs.feed_rules import MAP, NEWS, sitemap_faults
from tests.outputs.told import ADDRESS, told


def days(text: str) -> dict[str, str]:
    """What a map says of each address, below the site."""
    return {
        (url.findtext(f"{MAP}loc") or "").removeprefix(ADDRESS): url.findtext(f"{MAP}lastmod") or ""
        for url in ElementTree.fromstring(text.encode())
    }


@pytest.mark.parametrize("case", ["dinh-chinh", "rut-bai", "phien-btv", "example"])
def test_a_map_is_what_its_standard_demands_and_names_each_page_once(case: str) -> None:
    found = told(case)
    text = found.text(SITEMAP)
    assert sitemap_faults(text) == []
    assert sorted(days(text)) == sorted(set(for_search_engines(found.bulletins)))
    assert not days(text).keys() & set(kept_out(found.bulletins))


def test_days_are_those_of_records() -> None:
    shown = days(told("dinh-chinh").text(SITEMAP))
    assert shown["/tin/2025/01/ket-qua-ky-luat-nam-2024/"] == "2026-03-05T08:00:00+07:00"
    assert shown["/tin/2026/01/ket-qua-ky-luat-nam-2025/"] == "2026-03-10"
    assert shown["/so-lieu/2024/"] == "2026-03-05T08:00:00+07:00"
    assert shown["/"] == shown["/luu-tru/2026/"] == "2026-03-10"
    assert shown["/tim-kiem/"] == shown["/tro-nang/"] == ""


def test_before_a_correction_a_page_is_as_old_as_its_bulletin() -> None:
    before = days(told("dinh-chinh", now=parse_iso_instant("2026-02-01T00:00+07:00")).text(SITEMAP))
    after = days(told("dinh-chinh").text(SITEMAP))
    changed = {address for address in before if before[address] != after[address]}
    assert "/tin/2025/01/ket-qua-ky-luat-nam-2024/" in changed
    assert before["/tin/2025/01/ket-qua-ky-luat-nam-2024/"] < "2026"
    assert {address for address in changed if before[address] > after[address]} == set()


def test_a_withdrawn_bulletin_stands_in_no_map_and_the_log_tells_of_it_since_that_day() -> None:
    found = told("rut-bai")
    outdated = [article for article in found.bulletins.articles if article.standing.outdated]
    assert outdated
    shown = days(found.text(SITEMAP))
    for article in outdated:
        assert article.standing.outdated
        assert article.address not in shown, "its page asks search engines to leave it out"
        assert shown[found.bulletins.log.address] >= article.standing.outdated.day.isoformat()


def test_a_long_map_is_cut_into_parts_that_an_index_names() -> None:
    bulletins = told("dinh-chinh").bulletins
    made = {output.path: output.content.decode() for output in sitemaps(bulletins, most=10)}
    count = len(set(for_search_engines(bulletins)))
    parts = [f"sitemap-{number}.xml" for number in range(1, -(-count // 10) + 1)]
    assert sorted(made) == sorted([SITEMAP, *parts])
    assert list(days(made[SITEMAP])) == [f"/{name}" for name in parts]
    assert [fault for text in made.values() for fault in sitemap_faults(text)] == []
    assert sum(len(days(made[name])) for name in parts) == count


def at(text: str) -> datetime:
    return parse_iso_instant(text)


@pytest.mark.parametrize(
    ("now", "listed"),
    [("2025-10-14T09:00+07:00", 1), ("2025-10-16T00:00+07:00", 1), ("2025-10-16T00:01+07:00", 0)],
)
def test_the_map_of_news_holds_the_bulletins_of_two_days(now: str, listed: int) -> None:
    found = told("phien-btv", now=at(now))
    assert (NEWS_SITEMAP in found.outputs.contents) == bool(listed)
    if listed:
        text = found.text(NEWS_SITEMAP)
        assert sitemap_faults(text) == []
        [news] = ElementTree.fromstring(text.encode()).iter(f"{NEWS}news")
        assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Bản tin Tỉnh ủy Sông Lam"
        assert news.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
        assert news.findtext(f"{NEWS}publication_date") == "2025-10-14"
        assert "giải ngân" in (news.findtext(f"{NEWS}title") or "")


def test_without_the_address_of_the_site_there_is_no_map() -> None:
    bulletins = told("dinh-chinh").bulletins
    unknown = replace(bulletins, publisher=replace(bulletins.publisher, site_address=""))
    assert list(sitemaps(unknown)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("<loc>https:", "<loc>"),
        ("<lastmod>2026-03-10<", "<lastmod>10/03/2026<"),
        ("<lastmod>2026-03-10<", "<lastmod>2026-13-10<"),
        ("<url>", "<page>"),
        ("urlset", "urls"),
        ("</url>", "<changefreq>daily</changefreq></url>"),
        ("/luu-tru/2026/<", "/luu-tru/2025/<"),
    ],
)
def test_each_demand_is_seen_to_fail(right: str, wrong: str) -> None:
    text = told("dinh-chinh").text(SITEMAP)
    spoiled = text.replace(right, wrong)
    if wrong == "<page>":
        spoiled = spoiled.replace("</url>", "</page>")
    assert spoiled != text
    assert sitemap_faults(spoiled) != []
