"""A reader's walk through the finished site: front page → article → statistics → archive → article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, Response

from tests.browser import served

pytestmark = [pytest.mark.slow, pytest.mark.browser]

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


@pytest.fixture(scope="module")
def address(example_project: Path) -> Iterator[str]:
    with served(example_project / "site") as at:
        yield at


@pytest.fixture(params=sorted(SIZES))
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, height = SIZES[request.param]
    with browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN") as context:
        yield context.new_page()


def watched(page: Page, address: str) -> list[str]:
    """What goes wrong while a page is used: requests elsewhere, failures, messages of the console."""
    wrong: list[str] = []

    def look(request: Request) -> None:
        if not request.url.startswith((address, "data:")):
            wrong.append(f"asks {request.url}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # a reader who clicks on stops what still loads
            wrong.append(f"failed {request.url}: {request.failure}")

    def answered(answer: Response) -> None:
        if answer.status >= 400:
            wrong.append(f"{answer.status} {answer.url}")

    page.on("request", look)
    page.on("requestfailed", failed)
    page.on("response", answered)
    page.on("console", lambda message: wrong.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    return wrong


def fits(page: Page) -> bool:
    """Whether nothing but tables must be moved sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))


def test_a_reader_walks_from_the_front_page_to_the_figures_and_back(page: Page, address: str) -> None:
    wrong = watched(page, address)
    page.goto(address)
    assert fits(page)
    page.get_by_role("link", name="Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến").first.click()
    assert "/tin/2019/12/" in page.url
    assert page.locator("h1").inner_text() == "Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến"
    assert fits(page)
    page.locator("p a[href*='#ket-qua-2019--ky-luat']").first.click()
    assert page.url.endswith("/so-lieu/2019/#ket-qua-2019--ky-luat")
    row = page.locator("#ket-qua-2019--ky-luat")
    assert row.is_visible()
    for told in ("22", "17", "suy ra", "+5", "+29,4%"):
        assert told in row.inner_text(), told
    assert fits(page)
    page.get_by_role("link", name="Lưu trữ").first.click()
    assert page.url.endswith("/luu-tru/")
    page.locator("main").get_by_role("link", name="2024").first.click()
    page.get_by_role("link", name="Ủy ban kiểm tra Đảng ủy Khối họp").first.click()
    assert "/tin/2024/11/" in page.url
    assert "Thứ sáu, 29/11/2024" in page.locator("article").inner_text()
    assert fits(page)
    assert wrong == []
