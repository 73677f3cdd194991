"""The drawn pages in the theme, as both engines build them."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from bantin.compose.said import Bulletins, plain
from tests.pages.built import article, pages
from tests.pages.hostile_text import EVERYTHING
from tests.pages.reading import read
from tests.pages.sample_articles import NEWS_2019, NEWS_2024
from tests.pages.sample_standing import REDIRECT, TOMBSTONE

pytestmark = pytest.mark.slow

ENGLISH = (
    "Not found",
    "Skip to",
    "Search",
    "Initializing",
    "Table of contents",
    "Back to top",
    "Previous",
    "Made with",
    "Copyright",
    "Navigation",
    "Last update",
    "Edit this page",
    "Metadata",
    "Contributors",
)
HARMLESS = """
article section header footer main nav aside div p span a b strong i abbr data h1 h2 h3 ul li dl dt dd figure
figcaption img table caption thead tbody tr th td sup button svg path rect small html head body meta title
link script noscript form input label select option ol details summary picture
source time
"""
STRUCTURED_TYPE = "application/ld+json"
STRUCTURED = re.compile(rf'<script type="{re.escape(STRUCTURED_TYPE)}">(.*?)</script>')


def shown(html: str) -> str:
    """What a reader sees of a page: ours from the link past the header to the footer; the rest is hidden."""
    return html[html.index('<a class="skip"') : html.index("</footer>")]


def words(text: str) -> str:
    return " ".join(text.split())


def test_both_engines_build_the_same_pages(site: Path, site_of_the_other_engine: Path) -> None:
    one, other = pages(site), pages(site_of_the_other_engine)
    assert list(one) == list(other)
    assert len(one) == 30
    for path in one:
        assert unescape(article(one[path])).replace("/mau/.", "/mau/") == unescape(article(other[path])), path


def test_both_engines_fill_the_frame_alike(site: Path, site_of_the_other_engine: Path) -> None:
    one, other = pages(site), pages(site_of_the_other_engine)
    for path in one:
        ours, theirs = read(shown(one[path])), read(shown(other[path]))
        assert ours.words() == theirs.words()
        assert [e.name for e in ours.elements] == [e.name for e in theirs.elements]


def test_every_page_is_wholly_vietnamese_and_the_english_one_says_what_is_and_what_is_not(site: Path) -> None:
    for path, html in pages(site).items():
        english = path == "english/index.html"
        assert f'<html lang="{"en" if english else "vi"}"' in html
        frame = [
            e for e in read(html).elements if e.attributes.get("class") in ("skip", "masthead", "colophon")
        ]
        assert [e.attributes.get("lang") for e in frame] == (["vi"] * 3 if english else [None] * 3)
        text = read(STRUCTURED.sub("", html)).words() + " ".join(read(html).values("aria-label"))
        assert [word for word in ENGLISH if word in text] == [], path


def test_every_page_has_its_title_and_description(site: Path) -> None:
    titles = {
        path: read(STRUCTURED.sub("", html).split("</title>")[0]).words()
        for path, html in pages(site).items()
    }
    assert titles["index.html"] == "Bản tin mẫu"
    assert titles["gioi-thieu/index.html"] == "Giới thiệu – Bản tin mẫu"
    assert titles["404.html"] == "Không tìm thấy trang – Bản tin mẫu"
    for path, html in pages(site).items():
        described = [e for e in read(html).elements if e.attributes.get("name") == "description"]
        assert len(described) == (path != "404.html"), path


def test_the_current_page_and_section_are_marked(site: Path) -> None:
    def marked(path: str) -> list[tuple[str, str]]:
        elements = read(pages(site)[path]).elements
        return [
            (e.attributes["href"], e.attributes["aria-current"])
            for e in elements
            if "aria-current" in e.attributes
        ]

    assert marked("index.html") == [(".", "page")]
    assert marked(f"{NEWS_2024[1:]}index.html") == [("../../../..", "true")]
    assert marked("so-lieu/index.html") == [("./", "page")]
    assert marked("so-lieu/2019/index.html") == [("../", "true")]
    assert marked("gioi-thieu/index.html") == []  # its link stands at the foot of the page
    assert marked("404.html") == []


def test_nothing_is_asked_of_others(site: Path) -> None:
    for path, html in pages(site).items():
        for element in read(html).elements:
            fetched = (
                element.name in ("link", "script", "img") and element.attributes.get("rel") != "canonical"
            )
            address = element.attributes.get("href") or element.attributes.get("src") or ""
            assert not (fetched and "//" in address), (path, address)
    assert "//" not in (site / "assets" / "bantin.css").read_text().replace("https://", "")


def test_pages_below_a_path_find_their_assets(site: Path) -> None:
    for path, html in pages(site).items():
        page = read(html)
        for address in page.values("src") + [a for a in page.values("href") if "assets" in a]:
            relative = address.removeprefix("/mau/") if path == "404.html" else address
            base = site if path == "404.html" else (site / path).parent
            assert (base / relative).resolve().is_file(), (path, address)


@pytest.mark.parametrize("engine", ["site", "site_of_the_other_engine"])
def test_search_engines_leave_out_what_is_not_in_force(engine: str, request: pytest.FixtureRequest) -> None:
    left_out = [
        path
        for path, html in pages(request.getfixturevalue(engine)).items()
        if '<meta name="robots" content="noindex">' in html and "<article>" in html
    ]
    addresses = (f"{NEWS_2019}ban-1/", REDIRECT.address, NEWS_2024, TOMBSTONE.address)
    assert left_out == [f"{address[1:]}index.html" for address in addresses]


@pytest.mark.parametrize("engine", ["site", "site_of_the_other_engine"])
def test_a_former_address_leads_to_the_present_one(engine: str, request: pytest.FixtureRequest) -> None:
    html = pages(request.getfixturevalue(engine))[f"{REDIRECT.address[1:]}index.html"]
    [refresh] = [e for e in read(html).elements if e.attributes.get("http-equiv") == "refresh"]
    target = "../ubkt-hop-phien-thuong-ky-thang-11/"
    assert refresh.attributes["content"] == f"0; url={target}"
    assert target in read(html).values("href")


@pytest.mark.parametrize("engine", ["poisoned_site", "poisoned_site_of_the_other_engine"])
def test_structured_data_is_what_was_composed_whatever_texts_hold(
    engine: str, request: pytest.FixtureRequest, hostile: Bulletins
) -> None:
    html = pages(request.getfixturevalue(engine))[f"{NEWS_2019[1:]}index.html"]
    told = json.loads(STRUCTURED.findall(html)[0])
    assert told["@type"] == "NewsArticle"
    assert words(told["headline"]) == words(EVERYTHING)
    assert (told["datePublished"], told["dateModified"]) == ("2026-11-22", "2026-12-05")
    [correction] = told["correction"]
    assert correction["datePublished"] == "2026-12-05"
    assert words(EVERYTHING) in words(correction["text"])


@pytest.mark.parametrize("engine", ["poisoned_site", "poisoned_site_of_the_other_engine"])
def test_hostile_text_stays_text_in_title_meta_and_frame(
    engine: str, request: pytest.FixtureRequest, hostile: Bulletins
) -> None:
    for title, description, address in (
        *((page.title, plain(page.description), page.address) for page in hostile.statistics),
        *((plain(item.headline), plain(item.description), item.address) for item in hostile.articles),
    ):
        html = (request.getfixturevalue(engine) / address.strip("/") / "index.html").read_text()
        head = read(STRUCTURED.sub("", html.split("</head>")[0]))
        assert words(head.text) == words(f"{title} – {hostile.publisher.title}")
        described = [e for e in head.elements if e.attributes.get("name") == "description"]
        assert [words(e.attributes["content"]) for e in described] == [words(description)]
        footer = read(html.split('<footer class="colophon">')[1])
        assert words(hostile.publisher.licence_text) in footer.words()


@pytest.mark.parametrize("engine", ["poisoned_site", "poisoned_site_of_the_other_engine"])
def test_hostile_text_adds_no_element_and_no_handler(engine: str, request: pytest.FixtureRequest) -> None:
    sound = pages(request.getfixturevalue("site"))
    for path, html in pages(request.getfixturevalue(engine)).items():
        page = read(html)
        assert page.names() <= set(HARMLESS.split()), path
        scripts = [e for e in page.elements if e.name == "script"]
        assert [e.attributes.get("type", "") for e in scripts if e.attributes.get("src")] == [""]
        assert {e.attributes.get("type") for e in scripts if not e.attributes.get("src")} <= {STRUCTURED_TYPE}
        assert [name for e in page.elements for name in e.attributes if name.startswith("on")] == []
        assert [href for href in page.values("href") if "script:" in href] == []
        assert [action for action in page.values("action") if ":" in action] == []
        assert path in sound


def test_hostile_text_is_shown_as_typed(poisoned_site: Path) -> None:
    for path, html in pages(poisoned_site).items():
        assert read(html).words().count(words(EVERYTHING)) >= 4, path
