"""The built pages in Chromium: nothing hostile runs, everybody can use them, a first view is small."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Dialog, Page

from bantin.compose.said import Bulletins, plain
from tests.browser import served
from tests.pages.built import pages
from tests.pages.sample_articles import NEWS_2019

pytestmark = [pytest.mark.slow, pytest.mark.browser]

WIDTHS = (360, 1280)
SHOWN_SOURCE = ".told-here span"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, "/mau") as at:
        yield at


@pytest.fixture(scope="module")
def poisoned_address(poisoned_site: Path) -> Iterator[str]:
    with served(poisoned_site, "/mau") as at:
        yield at


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    yield opened
    opened.close()


ONE_OF_EACH_KIND = (
    "",
    NEWS_2019[1:],
    "so-lieu/2019/",
    "so-lieu/chi-tieu/ky-luat/",
    "so-lieu/chi-tieu/",
    "so-lieu/co-quan/khoi/",
    "luu-tru/",
    "luu-tru/2024/",
    "luu-tru/nguoi/",
    "luu-tru/nguoi/hoang-chinh/",
    "khong-co/trang-nay/",
)


def addresses(site: Path) -> list[str]:
    """All pages on which a reader stays."""
    staying = (path for path, html in pages(site).items() if 'http-equiv="refresh"' not in html)
    return [path.removesuffix("index.html") for path in staying if path != "404.html"]


def test_hostile_text_runs_nothing(view: Page, poisoned_site: Path, poisoned_address: str) -> None:
    run: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        run.append(dialog.message)
        dialog.dismiss()

    view.on("dialog", dismiss)
    view.on("pageerror", lambda error: run.append(str(error)))
    view.on("console", lambda message: run.append(message.text))
    for path in addresses(poisoned_site):
        view.goto(poisoned_address + path)
    assert run == []


def test_hostile_text_is_the_title_as_typed(view: Page, poisoned_address: str, hostile: Bulletins) -> None:
    for item in hostile.articles:
        view.goto(poisoned_address.removesuffix("/") + item.address)
        assert view.title() == " ".join(f"{plain(item.headline)} – {hostile.publisher.title}".split())
        assert view.locator("h1").inner_text() == " ".join(plain(item.headline).split())


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_everybody_can_use_every_kind_of_page(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in ONE_OF_EACH_KIND:
        page.goto(address + path)
        assert [found["id"] for found in Axe().run(page).response["violations"]] == [], path
    page.close()


@pytest.mark.parametrize("width", [320, *WIDTHS])
def test_no_page_is_wider_than_the_screen(browser: Browser, site: Path, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in addresses(site):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


LINES = """words => { const range = document.createRange(); range.selectNodeContents(words.firstChild);
  return range.getClientRects().length }"""


@pytest.mark.parametrize("width", [320, *WIDTHS])
def test_what_is_not_published_is_said_in_one_line(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}so-lieu/2019/")
    said = page.get_by_text("không công bố", exact=True).and_(page.locator(".status")).all()
    assert len(said) > 3
    assert {words.evaluate(LINES) for words in said} == {1}
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_source_is_shown_on_focus_and_goes_with_escape(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address + NEWS_2019[1:])
    page.locator("p a.figure").nth(0).focus()
    page.keyboard.press("Tab")
    page.locator(SHOWN_SOURCE).wait_for()
    assert page.locator(SHOWN_SOURCE).all_inner_texts() == ["Đảng bộ cơ sở: đã công bố."]
    page.keyboard.press("Escape")
    assert page.locator(SHOWN_SOURCE).count() == 0
    page.close()


def test_the_first_tab_leads_to_the_content(view: Page, address: str) -> None:
    view.goto(address)
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.textContent") == "Đến nội dung chính"
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.id") == "noi-dung"


def test_the_ground_is_chosen_once(view: Page, address: str) -> None:
    view.goto(address)
    light = view.evaluate("getComputedStyle(document.body).backgroundColor")
    view.get_by_role("button", name="Nền tối").click()
    view.goto(f"{address}so-lieu/2019/")
    assert view.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert view.get_by_role("button", name="Nền sáng").is_visible()


def test_without_scripts_no_button_does_nothing(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address + NEWS_2019[1:])
    assert page.locator("button:visible").count() == 0
    assert page.locator("h1").is_visible()
    page.close()


def test_a_first_view_is_small(browser: Browser, address: str) -> None:
    page = browser.new_page()
    received: list[tuple[str, int]] = []
    page.on("response", lambda answer: received.append((answer.url, wire_size(answer.url, answer.body()))))
    page.goto(address + NEWS_2019[1:], wait_until="networkidle")
    assert len(received) <= 10
    assert sum(size for _, size in received) < 110_000
    assert all(url.startswith(address) for url, _ in received)
    page.close()


def wire_size(url: str, body: bytes) -> int:
    return len(body if url.endswith(".woff2") else gzip.compress(body))


TABLE_ROLES = ("table", "rowheader", "columnheader", "cell")


def test_a_table_is_told_as_one_on_a_phone_too(browser: Browser, address: str) -> None:
    told = [table_roles(browser, f"{address}so-lieu/2019/", width) for width in WIDTHS]
    assert told[0] == told[1]
    assert told[0]["table"] == 5
    assert told[0]["rowheader"] == 16


def table_roles(browser: Browser, address: str, width: int) -> Counter[str]:
    """How often each part of a table stands in the tree that assistive technology reads."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    page.close()
    roles = (node["role"]["value"] for node in nodes if not node["ignored"])
    return Counter(role for role in roles if role in TABLE_ROLES)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_list_of_sources_opens_for_a_link_into_it_and_on_paper(
    browser: Browser, address: str, scripts: bool
) -> None:
    with browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(address + NEWS_2019[1:])
        entry = page.locator("#nguon-3")
        assert not entry.is_visible()
        page.emulate_media(media="print")
        assert entry.is_visible()
        page.emulate_media(media="screen")
        page.goto(address + NEWS_2019[1:] + "#nguon-3")
        assert entry.is_visible()
