"""Photos in Chromium: a phone takes the file made for it, and the page does not jump when it comes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from bantin.outputs.photos import PHONE_BYTES
from tests.browser import chromium, served
from tests.golden.cases import cases
from tests.way.conftest import built

pytestmark = [pytest.mark.slow, pytest.mark.browser]

ARTICLE = "tin/2025/10/ban-thuong-vu-tinh-uy-song-lam-hop-phien-thu-62/"
WATCH = """() => { window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries()))
    .observe({ type: "layout-shift" }); }"""
SHIFTS = "() => window.shifts.reduce((sum, one) => sum + one.value, 0)"
SHOWN = """() => [...document.querySelectorAll(".photo img")].map((image) =>
  [image.currentSrc.split("/").pop(), image.alt, image.loading, image.fetchPriority, image.complete])"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = next(case for case in cases() if case.name == "phien-btv")
    outcome = built(case, tmp_path_factory.mktemp("anh"))
    assert outcome.site is not None and outcome.problems == ()
    return outcome.site


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


def opened(browser: Browser, width: int, pixels: int) -> Page:
    return browser.new_page(viewport={"width": width, "height": 740}, device_scale_factor=pixels)


def read_to_the_end(page: Page) -> None:
    """Scrolls as a reader does, so that what comes late comes."""
    for _ in range(40):
        page.mouse.wheel(0, 400)
        page.wait_for_timeout(40)


@pytest.mark.parametrize(
    ("width", "pixels", "files"),
    [
        (360, 1, ["phien-62-jpg-360.webp", "bieu-quyet-png-360.webp", "ket-luan-jpg-360.webp"]),
        (360, 2, ["phien-62-jpg-720.webp", "bieu-quyet-png-640.webp", "ket-luan-jpg-600.webp"]),
        (1280, 1, ["phien-62-jpg-720.webp", "bieu-quyet-png-640.webp", "ket-luan-jpg-600.webp"]),
        (1280, 2, ["phien-62-jpg-1280.webp", "bieu-quyet-png-640.webp", "ket-luan-jpg-600.webp"]),
    ],
)
def test_a_browser_takes_the_smallest_file_that_is_sharp(
    browser: Browser, address: str, site: Path, width: int, pixels: int, files: list[str]
) -> None:
    page = opened(browser, width, pixels)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(address + ARTICLE, wait_until="networkidle")
    read_to_the_end(page)
    page.wait_for_load_state("networkidle")
    shown = page.evaluate(SHOWN)
    assert [file for file, *_ in shown] == files
    assert all(complete and alt for _, alt, _, _, complete in shown)
    assert [path.rpartition("/")[2] for path in asked if "/anh/" in path] == files, "one file for a photo"
    if width == 360:
        assert (site / "anh" / "2025" / files[0]).stat().st_size <= PHONE_BYTES
    page.close()


@pytest.mark.parametrize(("place", "photos"), [("", 1), (ARTICLE, 3)])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_when_the_photos_come(
    browser: Browser, address: str, width: int, place: str, photos: int
) -> None:
    page = opened(browser, width, 2)
    held: list[Route] = []
    page.route("**/anh/**", lambda route: held.append(route))
    page.goto(address + place, wait_until="domcontentloaded")
    page.evaluate("() => document.fonts.ready.then(() => true)")
    read_to_the_end(page)
    assert len(held) == photos
    page.evaluate(WATCH)
    for route in held:
        route.continue_()
    page.wait_for_function("() => [...document.querySelectorAll('.photo img')].every((one) => one.complete)")
    page.wait_for_timeout(300)
    assert page.evaluate(SHIFTS) == 0
    page.close()


def test_what_is_seen_first_is_fetched_first_and_the_rest_when_it_is_near(
    browser: Browser, address: str
) -> None:
    page = opened(browser, 360, 2)
    page.goto(address, wait_until="networkidle")
    [(file, _, loading, priority, complete)] = page.evaluate(SHOWN)
    assert (file, loading, priority, complete) == ("phien-62-jpg-720.webp", "auto", "high", True)
    page.goto(address + ARTICLE, wait_until="networkidle")
    assert [loading for _, _, loading, _, _ in page.evaluate(SHOWN)][1:] == ["lazy", "lazy"]
    page.close()


def test_no_photo_is_stretched_and_one_that_stands_upright_is_narrow(browser: Browser, address: str) -> None:
    page = opened(browser, 1280, 1)
    page.goto(address + ARTICLE, wait_until="networkidle")
    read_to_the_end(page)
    page.wait_for_load_state("networkidle")
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".photo img")].map((image) =>
          [image.clientWidth, image.clientHeight, image.clientWidth / image.clientHeight
            - image.naturalWidth / image.naturalHeight])"""
    )
    assert [width for width, _, _ in boxes] == [672, 640, 448]
    assert all(abs(off) < 0.01 for _, _, off in boxes)
    page.close()
