"""Feeds: what their specifications demand, what readers of feeds make of them, and what stays the same."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bantin.compose.following import MOST, filled
from bantin.compose.said import News, plain
from bantin.language import parse_iso_instant
from bantin.outputs.feeds import feeds
from tests.outputs.feed_rules import ATOM, CONTENT, atom_faults, json_feed_faults, rss_faults
from tests.outputs.told import ADDRESS, Told, told

CORRECTED, WITHDRAWN, SESSION = "dinh-chinh", "rut-bai", "phien-btv"
ALL = "nguon-tin/tat-ca"


def faults(path: str, text: str) -> list[str]:
    if path.endswith(".json"):
        return json_feed_faults(text)
    return rss_faults(text) if path.endswith("-rss.xml") else atom_faults(text)


@pytest.mark.parametrize("case", [CORRECTED, WITHDRAWN, SESSION, "council", "example"])
def test_every_feed_is_what_its_specification_demands(case: str) -> None:
    found = told(case)
    assert len(found.paths(".xml", ".json")) == 3 * len(found.bulletins.feeds) >= 12
    for path in found.paths(".xml", ".json"):
        assert faults(path, found.text(path)) == [], path


SPOILED = {
    ".xml": [
        ("<id>tag:", "<id>"),
        ("<id>tag:[^<]*</id>", ""),
        ("<updated>2026", "<updated>26"),
        ("<published>([^<]*)T08:00:00\\+07:00", r"<published>\1"),
        ("<name>[^<]*</name>", ""),
        ('rel="self"', 'rel="alternate" hreflang="vi"'),
        ('href="https://tin.example.vn/ban-tin/dinh', 'href="/dinh'),
        ('<category term="[^"]*"', "<category"),
        ("<summary>", "<summary/><summary>"),
        ('type="html"', 'type="markdown"'),
        ("<entry>", "<entry><guid/>"),
        ("<title>", "<title/><title>"),
        ('type="text/html"', 'type="html"'),
    ],
    "-rss.xml": [
        ('version="2.0"', 'version="0.92"'),
        ("<pubDate>(...), ", "<pubDate>Thứ năm, "),
        (" \\+0700</pubDate>", " +07:00</pubDate>"),
        ('isPermaLink="false"', ""),
        ("<guid[^>]*>[^<]*</guid>", "<guid>https://tin.example.vn/</guid>"),
        ('<atom:link rel="self"', '<atom:link rel="next"'),
        ("<link>https:[^<]*</link>\n<guid", "<link>/tin/</link>\n<guid"),
        ("<description>", "<description/><description>"),
        ("<item>", "<item><author>Ban biên tập</author>"),
    ],
    ".json": [
        ("version/1.1", "version/1"),
        ('"id": "[^"]*"', '"id": "một"'),
        ('"url": "https:', '"url": "'),
        ('"content_html"', '"content"'),
        ('"date_published": "2026', '"date_published": "26'),
        ('"authors": \\[\\{"name": "[^"]*"\\}\\]', '"authors": []'),
        ('"tags": \\[', '"tags": ["", '),
        ('"language": "vi"', '"language": "tiếng Việt"'),
    ],
}


@pytest.mark.parametrize(
    ("ending", "pattern", "wrong"), [(ending, *pair) for ending, pairs in SPOILED.items() for pair in pairs]
)
def test_each_demand_is_seen_to_fail(ending: str, pattern: str, wrong: str) -> None:
    path = ALL + ending
    text = told(CORRECTED).text(path)
    spoiled = re.sub(pattern, wrong, text)
    assert spoiled != text
    assert faults(path, spoiled) != []


@pytest.mark.parametrize("ending", [".xml", "-rss.xml"])
@pytest.mark.parametrize("case", [CORRECTED, SESSION])
def test_a_feed_reader_reads_all_entries_as_they_were_composed(case: str, ending: str) -> None:
    found = told(case)
    news = {entry.id: entry for entry in found.bulletins.news}
    wanted = [news[name] for name in found.bulletins.feeds[0].ids]
    read = feedparser.parse(found.outputs.contents[ALL + ending])
    assert read.bozo == 0
    assert read.feed.title == found.bulletins.publisher.title
    assert [entry.title for entry in read.entries] == [plain(entry.title) for entry in wanted]
    site = "https://tin.example.vn/ban-tin"
    assert [entry.link for entry in read.entries] == [site + entry.address for entry in wanted]
    for shown, entry in zip(read.entries, wanted, strict=True):
        assert shown.published_parsed[:6] == entry.published.utctimetuple()[:6]
        assert shown.updated_parsed[:6] == entry.updated.utctimetuple()[:6]
        assert plain(entry.summary) in shown.summary
        told_whole = ElementTree.fromstring(f"<a>{re.sub('<img[^>]*>', '', shown.content[0].value)}</a>")
        assert plain(entry.summary) in " ".join("".join(told_whole.itertext()).split())


def test_the_three_forms_tell_the_same() -> None:
    found = told(CORRECTED)
    atom = ElementTree.fromstring(found.text(f"{ALL}.xml")).findall(f"{ATOM}entry")
    rss = ElementTree.fromstring(found.text(f"{ALL}-rss.xml"))[0].findall("item")
    items = json.loads(found.text(f"{ALL}.json"))["items"]
    assert [one.findtext(f"{ATOM}id") for one in atom] == [one.findtext("guid") for one in rss]
    assert [one.findtext("guid") for one in rss] == [item["id"] for item in items]
    html = [(one.findtext(f"{ATOM}content") or "").strip() for one in atom]
    assert html == [(one.findtext(f"{CONTENT}encoded") or "").strip() for one in rss]
    assert html == [item["content_html"] for item in items]
    assert [one.findtext(f"{ATOM}updated") for one in atom] == [item["date_modified"] for item in items]


def by_id(found: Told) -> dict[str, dict[str, str]]:
    items = json.loads(found.text(f"{ALL}.json"))["items"]
    return {item["id"]: item for item in items}


def test_a_correction_changes_the_text_and_the_moment_of_an_entry_and_never_its_name() -> None:
    before = by_id(told(CORRECTED, now=parse_iso_instant("2026-02-01T00:00+07:00")))
    after = by_id(told(CORRECTED))
    corrected = [name for name in before if before[name] != after[name]]
    assert set(before) < set(after) and corrected
    assert [name for name in set(after) - set(before) if "/dinh-chinh/" not in name] == []
    for name in corrected:
        assert before[name]["date_published"] == after[name]["date_published"]
        assert before[name]["date_modified"] < after[name]["date_modified"]
        assert "Đính chính 05/03/2026" in after[name]["content_html"]
        assert "Đính chính" not in before[name]["content_html"]


def test_a_slip_of_the_pen_is_no_update_for_readers_of_feeds_though_the_page_changed() -> None:
    found = told(CORRECTED).bulletins
    corrected = next(one for one in found.articles if one.address.endswith("/ket-qua-ky-luat-nam-2025/"))
    entry = next(one for one in found.news if one.address == corrected.address)
    changed = {one.address: one.at for one in found.changed}
    assert entry.updated.date() == corrected.standing.changed_on == date(2026, 3, 5)
    assert changed[corrected.address].date() == date(2026, 3, 10)


def test_a_correction_leads_to_every_page_that_shows_it_and_to_old_copies_by_their_old_headlines() -> None:
    found = told(CORRECTED)
    [entry] = [one for one in found.bulletins.log.entries if one.copies]
    [name] = next(feed for feed in found.bulletins.feeds if feed.name == "dinh-chinh").ids
    content = next(item for item in by_id(found).values() if item["id"].endswith(name))["content_html"]
    places = (*entry.pages, *entry.series)
    assert len(places) == 6
    assert re.findall('<a href="([^"]*)">', content) == [f"{ADDRESS}{place.address}" for place in places]
    old = {copy.address: plain(copy.headline) for copy in found.bulletins.superseded}
    assert [plain(copy.text) for copy in entry.copies] == [old[copy.address] for copy in entry.copies]
    assert not {plain(copy.text) for copy in entry.copies} & {plain(page.text) for page in entry.pages}


def test_what_was_withdrawn_or_removed_is_in_no_feed_and_its_withdrawal_is_no_news() -> None:
    found = told(WITHDRAWN)
    gone = [article for article in found.bulletins.articles if not article.standing.in_feeds]
    gone_addresses = [article.address for article in gone]
    gone_addresses += [stone.address for stone in found.bulletins.tombstones]
    assert len(gone_addresses) > 1
    for path in found.paths(".xml", ".json"):
        assert [one for one in gone_addresses if one in found.text(path)] == [], path


def test_without_the_address_of_the_site_no_feed_is_written_and_none_is_offered() -> None:
    found = told(CORRECTED, address=None)
    assert found.paths(".xml", ".json") == []
    assert found.bulletins.feeds == ()
    assert found.bulletins.publisher.feed is None
    assert "/nguon-tin/" not in [link.address for link in found.bulletins.publisher.footer_links]


def test_sections_hold_their_kind_and_bodies_their_bulletins_with_their_first_words() -> None:
    found = told(CORRECTED)
    named = {feed.name: feed for feed in found.bulletins.feeds}
    assert list(named) == ["tat-ca", "tin", "so-lieu", "dinh-chinh", "co-quan/huyen-uy"]
    for name, kind in (("tin", News.BULLETIN), ("so-lieu", News.FIGURES), ("dinh-chinh", News.CORRECTION)):
        assert {entry.split("/")[0] for entry in named[name].ids} == {kind}
    assert set(named["co-quan/huyen-uy"].ids) == set(named["tin"].ids)
    assert "<content" not in found.text("nguon-tin/co-quan/huyen-uy.xml")
    moments = {entry.id: entry.updated for entry in found.bulletins.news}
    for feed in named.values():
        assert feed.updated == max(moments[name] for name in feed.ids)


def test_a_feed_that_waits_for_its_first_entry_is_a_feed() -> None:
    found = told(SESSION)
    feed = next(feed for feed in found.bulletins.feeds if feed.name == "dinh-chinh")
    assert feed.ids == ()
    for ending in (".xml", "-rss.xml", ".json"):
        assert faults(ending, found.text(f"nguon-tin/dinh-chinh{ending}")) == []


def test_a_feed_has_the_newest_and_no_more() -> None:
    found = told(SESSION).bulletins
    article = next(entry for entry in found.news if entry.kind is News.BULLETIN)
    many = [replace(article, id=f"tin/{number}") for number in range(MOST + 5)]
    kept = filled(replace(found.feeds[1], ids=()), many)
    assert kept.ids == tuple(f"tin/{number}" for number in range(MOST))


LETTERS = st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
HOSTILE = st.text(LETTERS, min_size=1, max_size=60) | st.sampled_from(
    [
        "</title><script>",
        "]]>",
        "&amp;",
        "<![CDATA[",
        "\"'",
        "a & b < c > d",
        "{{ x }}",
        "\\u0000",
        "‘“”’",
        "𝒳 🎉",
    ]
)


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE, lead=HOSTILE, author=HOSTILE, subject=HOSTILE)
def test_hostile_words_are_read_back_as_they_were_written(
    title: str, lead: str, author: str, subject: str
) -> None:
    found = told(SESSION).bulletins
    entry = next(entry for entry in found.news if entry.kind is News.BULLETIN)
    named = (author.strip() or "A", (subject.strip() or "B",))
    evil = replace(entry, title=title, summary=(lead,), author=named[0], subjects=named[1])
    alone = replace(found.feeds[0], ids=(evil.id,))
    made = {
        output.path: output.content.decode() for output in feeds(replace(found, news=(evil,), feeds=(alone,)))
    }
    wanted = (" ".join(title.splitlines()).strip(), " ".join(lead.splitlines()).strip())
    atom = ElementTree.fromstring(made[f"{ALL}.xml"]).find(f"{ATOM}entry")
    item = ElementTree.fromstring(made[f"{ALL}-rss.xml"])[0].find("item")
    told_again = json.loads(made[f"{ALL}.json"])["items"][0]
    assert atom is not None and item is not None
    assert (atom.findtext(f"{ATOM}title"), atom.findtext(f"{ATOM}summary")) == wanted
    assert item.findtext("title") == wanted[0]
    assert (told_again["title"], told_again["summary"]) == wanted
    for path, text in made.items():
        assert faults(path, text) == []
        assert text.count("\n") == len(text.splitlines()), "a line of another kind"


def test_the_same_records_give_the_same_bytes() -> None:
    first = told(CORRECTED).outputs.contents
    told.cache_clear()
    assert first == told(CORRECTED).outputs.contents
