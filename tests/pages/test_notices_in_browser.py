"""Notices of corrections in Chromium: everybody can read them, on screen and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import served
from tests.pages.sample_articles import NEWS_2019, NEWS_2024
from tests.pages.sample_standing import COPY, LOG_ADDRESS, REDIRECT, TOMBSTONE

pytestmark = [pytest.mark.slow, pytest.mark.browser]

NOTICE = "section.notice"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, "/mau") as at:
        yield at.removesuffix("/")


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 360, "height": 800})
    yield opened
    opened.close()


@pytest.mark.parametrize("path", [NEWS_2019, NEWS_2024, COPY, LOG_ADDRESS, TOMBSTONE.address, "/"])
def test_everybody_can_use_pages_with_notices(view: Page, address: str, path: str) -> None:
    view.goto(address + path)
    assert [found["id"] for found in Axe().run(view).response["violations"]] == []


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_correction_has_a_coloured_rule_and_a_plain_word(view: Page, address: str, medium: str) -> None:
    view.goto(address + NEWS_2019)
    view.emulate_media(media="screen" if medium == "screen" else "print")
    notice = view.get_by_role("region", name="Đính chính 05/12/2026")
    assert notice.is_visible()
    text = notice.inner_text()
    assert text.startswith("Đính chính 05/12/2026")
    assert "trước là 21, nay là 22" in text
    assert notice.evaluate("e => parseFloat(getComputedStyle(e).borderLeftWidth)") >= 3
    assert notice.evaluate("e => e.getBoundingClientRect().top") < view.locator(".lead").evaluate(
        "e => e.getBoundingClientRect().top"
    )


def test_a_reader_walks_from_the_notice_to_the_copy_and_back(view: Page, address: str) -> None:
    view.goto(address + NEWS_2019)
    view.locator(NOTICE).get_by_role("link", name="Xem bản cũ").click()
    assert view.url == address + COPY
    assert "Bản cũ, đã được thay thế ngày 05/12/2026" in view.locator(NOTICE).inner_text()
    view.get_by_role("link", name="Đọc bản hiện hành").click()
    assert view.url == address + NEWS_2019
    view.get_by_role("link", name="Chi tiết trong trang Đính chính").click()
    assert view.url == f"{address}{LOG_ADDRESS}#ky-luat-2019"


def test_a_former_address_brings_the_reader_to_the_present_one(view: Page, address: str) -> None:
    view.goto(address + REDIRECT.address)
    view.wait_for_url(address + REDIRECT.target)
    assert view.locator("h1").is_visible()
