"""Every kind of page of the finished sites, measured in Chromium: everybody can use it, and it is light."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import ExitStack
from operator import ne
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, ViewportSize
from selectolax.lexbor import LexborHTMLParser

from tests import last_run
from tests.accessibility import RULES, violations
from tests.browser import served
from tests.golden.cases import cases
from tests.kinds import one_of_each_kind, pages_of
from tests.way.conftest import built

pytestmark = [pytest.mark.slow, pytest.mark.browser]

WIDE, NARROW = ViewportSize(width=1280, height=900), ViewportSize(width=320, height=640)
FIRST_VIEW, REQUESTS, PAGE = 120_000, 10, 32 * 1024


@pytest.fixture(scope="module")
def addresses(sites: list[Path]) -> Iterator[dict[Path, str]]:
    """Where each site is served: with the path "", so that the page for what is not there is whole."""
    with ExitStack() as stack:
        yield {site: stack.enter_context(served(site, base="")) for site in sites}


@pytest.fixture(scope="module")
def kinds(addresses: dict[Path, str]) -> list[str]:
    """A page of each kind, by its whole address."""
    return [addresses[site] + path for site, path in one_of_each_kind(*addresses)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=WIDE, locale="vi-VN", reduced_motion="reduce") as context:
        yield context.new_page()


def open_search(page: Page) -> None:
    """The search of a page with what it found."""
    box = page.locator("input[type=search]:visible").first
    box.fill("ky luat")
    if page.locator("[data-does=search-page]").count():
        box.press("Enter")
    page.locator(".results h2 a, .found a, .told:not(:empty)").first.wait_for()


def test_everybody_can_use_every_kind_of_page(page: Page, kinds: list[str]) -> None:
    found = {}
    for path in kinds:
        page.goto(path)
        found[path, "light"] = violations(page)
        page.emulate_media(color_scheme="dark")
        found[path, "dark"] = violations(page)
        page.emulate_media(color_scheme="light", forced_colors="active")
        found[path, "forced colours"] = violations(page)
        page.emulate_media(forced_colors="none")
        page.set_viewport_size(NARROW)
        found[path, "narrow"] = violations(page)
        open_search(page)
        found[path, "search"] = violations(page)
        page.set_viewport_size(WIDE)
    assert {where: what for where, what in found.items() if what} == {}
    assert page.context.browser is not None
    version = page.context.browser.version.partition(".")[0]
    axe = Axe().run(page, options=RULES).response["testEngine"]["version"]
    last_run.tell(axe, f"Chromium {version}", pages=len(kinds), ways=len(found) // len(kinds))


REACHED = "a[href]:visible, button:visible, input:visible, summary:visible, select:visible"
FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getClientRects()[0];
  const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const top = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const seen = !!top && (at.contains(top) || top.contains(at) || top === at);
  const name = `${at.tagName} ${at.getAttribute('href') || at.textContent.trim().slice(0, 40)}`;
  const first = !at.dataset.visited;
  at.dataset.visited = 'yes';
  return { name, shown, seen, first }; }"""


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_keyboard_reaches_everything_and_one_sees_where_one_is(
    page: Page, kinds: list[str], forced: str
) -> None:
    page.emulate_media(forced_colors="active" if forced == "active" else "none")
    for path in kinds:
        page.goto(path)
        stops = list(walk(page))
        assert [stop["name"] for stop in stops if not stop["shown"]] == [], path
        assert [stop["name"] for stop in stops if not stop["seen"]] == [], path
        reachable = page.locator(
            "a[href]:visible, button:visible, input:visible, summary:visible, select:visible"
        )
        assert len(stops) >= reachable.count(), path


def walk(page: Page) -> Iterator[dict[str, Any]]:
    """Each place that the Tab key leads to, until it leaves the page."""
    page.keyboard.press("Tab")
    while (stop := page.evaluate(FOCUS)) and stop["first"]:
        yield stop
        page.keyboard.press("Tab")


@pytest.mark.parametrize("width", [640, 1280])
def test_text_twice_as_large_needs_no_sideways_scrolling(page: Page, kinds: list[str], width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    wide = {}
    for path in kinds:
        page.goto(path)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: found for path, found in wide.items() if found > width} == {}


MOVING = """() => [...document.querySelectorAll('*')].filter(each =>
  ['animationDuration', 'transitionDuration']
  .some(name => getComputedStyle(each)[name].split(', ').some(time => parseFloat(time) > 0.01)))
  .map(each => each.outerHTML.slice(0, 80))"""


def test_nothing_moves_for_those_who_do_not_want_it(page: Page, kinds: list[str]) -> None:
    for path in kinds:
        page.goto(path)
        assert page.evaluate(MOVING) == [], path
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


PLACES = "() => [...document.querySelectorAll('body *')].map(each => each.getBoundingClientRect().top)"
BROUGHT = "[data-does]:not([data-does=more])"


def test_nothing_moves_when_the_scripts_have_shown_what_they_bring(page: Page, kinds: list[str]) -> None:
    moved = {}
    for path in kinds:
        for width in (NARROW, WIDE):
            page.set_viewport_size(width)
            page.goto(path, wait_until="networkidle")
            after = page.evaluate(PLACES)
            page.locator(BROUGHT).evaluate_all("all => all.forEach(each => each.hidden = true)")
            moved[path, width["width"]] = sum(map(ne, page.evaluate(PLACES), after))
    assert {where: count for where, count in moved.items() if count} == {}


def test_everything_is_there_without_scripts(browser: Browser, kinds: list[str]) -> None:
    with browser.new_context(viewport=WIDE, java_script_enabled=False) as context:
        page = context.new_page()
        for path in kinds:
            page.goto(path)
            assert page.locator("h1:visible").count() == 1, path
            assert page.locator("button:visible, input:visible, select:visible").count() == 0, path
            assert page.locator("nav a:visible").count() == page.locator("nav a").count(), path
            assert page.locator("a.to-archive").is_visible(), path


def test_no_page_asks_another_host(page: Page, kinds: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in kinds:
        page.goto(path, wait_until="networkidle")
    hosts = {urlsplit(url).hostname for url in asked if not url.startswith("data:")}
    assert hosts == {"127.0.0.1"}
    assert len(asked) > 3 * len(kinds)


def articles(site: Path) -> list[Path]:
    """The pages of all articles of a site."""
    return [
        page
        for page in pages_of(site)
        if LexborHTMLParser(page.read_text(encoding="utf-8")).css_first(".kind-article")
    ]


HEAVIEST = ("cap-doi-tuong", "ky-hop-hdnd", "nhiem-ky")
"""The cases whose articles have the most figures: of several levels, of votes, of a term."""


@pytest.fixture(scope="module")
def with_most_figures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Path, str]]:
    """The sites of the heaviest articles, and where each is served."""
    with ExitStack() as stack:
        found = {}
        for case in (case for case in cases() if case.name in HEAVIEST):
            outcome = built(case, tmp_path_factory.mktemp(case.name))
            assert outcome.site is not None
            found[outcome.site] = stack.enter_context(served(outcome.site, base=""))
        yield found


def test_the_first_view_of_an_article_is_light(
    browser: Browser, addresses: dict[Path, str], with_most_figures: dict[Path, str]
) -> None:
    addresses = addresses | with_most_figures
    pages = [(site, page) for site in addresses for page in articles(site)]
    assert len(pages) > 9
    for site, page in pages:
        sent = first_view(browser, addresses[site] + page.parent.relative_to(site).as_posix() + "/")
        assert page.stat().st_size <= PAGE, page
        assert sum(sent.values()) <= FIRST_VIEW and len(sent) <= REQUESTS, (page, sent)
        assert [url for url in sent if "search" in url or "tim-kiem" in url] == []


def first_view(browser: Browser, address: str) -> dict[str, int]:
    """What is fetched before a reader does anything, but for photos: each with the bytes that are sent."""
    answers: list[Response] = []
    with browser.new_context() as context:
        page = context.new_page()
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address, wait_until="networkidle")
        others = [each for each in answers if each.request.resource_type != "image"]
        return {each.url: wire_size(each) for each in others}


def wire_size(answer: Response) -> int:
    """The bytes of a file as a server sends them: gzipped, or as they are where it is compressed already."""
    body = answer.body()
    return len(body if answer.url.endswith(".woff2") else gzip.compress(body, 6, mtime=0))
