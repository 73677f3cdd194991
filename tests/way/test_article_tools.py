"""The tools of an article, its abbreviations and its paper, in Chromium, on the example."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser import chromium, served

pytestmark = [pytest.mark.slow, pytest.mark.browser]

NEWS = "tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019/"
SESSION = "tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11/"
CITED = (
    "Đảng ủy Khối các cơ quan tỉnh, “Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến”, "
    "Bản tin mẫu, đăng ngày 22/11/2026, "
)
PAPER = (657, 994)
"""What can be printed on of A4, in CSS pixels (96 to the inch)."""

TOOLS = ["In bài này", "Cỡ chữ: vừa", "Chép trích dẫn", "Chép địa chỉ"]
OPEN_ALL = "document.querySelectorAll('details').forEach(list => { list.open = true })"
TOLD = ".told-here span:visible"
"""What is told beside a figure or an abbreviation."""


@pytest.fixture(scope="module")
def address(example_project: Path) -> Iterator[str]:
    with served(example_project / "site") as at:
        yield at


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def told(page: Page) -> list[str]:
    """The lines beside a figure or an abbreviation, once they are there."""
    page.locator(".told-here").wait_for()
    return page.locator(TOLD).all_inner_texts()


def said(view: Page) -> str:
    return view.locator(".tools [role=status]").inner_text()


def test_an_article_has_one_row_of_tools(view: Page, address: str) -> None:
    view.goto(address + NEWS)
    assert view.locator(".tools button:visible").all_inner_texts() == TOOLS


def test_without_scripts_the_citation_can_be_read(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address + NEWS)
        assert page.locator("button:visible").count() == 0
        page.get_by_text("Trích dẫn bài này").click()
        assert page.locator(".citation").inner_text() == f"{CITED}/{NEWS}"
        assert page.locator("#trich-dan a[href*=creativecommons]").is_visible()


def size(view: Page) -> float:
    return float(view.evaluate("parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize)"))


def test_the_size_of_the_text_is_chosen_in_three_steps_and_remembered(view: Page, address: str) -> None:
    view.goto(address + NEWS)
    sizes = [size(view)]
    for name in ("lớn", "rất lớn"):
        view.get_by_role("button", name="Cỡ chữ").click()
        assert view.get_by_role("button", name="Cỡ chữ").inner_text() == f"Cỡ chữ: {name}"
        sizes.append(size(view))
    assert sizes == sorted(set(sizes))
    view.goto(address + SESSION)
    assert size(view) == sizes[-1]
    view.get_by_role("button", name="Cỡ chữ: rất lớn").click()
    assert size(view) == sizes[0]


def test_the_largest_text_fits_the_smallest_screen(view: Page, address: str) -> None:
    view.set_viewport_size({"width": 320, "height": 800})
    view.goto(address + NEWS)
    view.evaluate("localStorage.setItem('co-chu', 'chu-rat-lon')")
    for path in (NEWS, SESSION, "", "so-lieu/2019/", "luu-tru/2024/"):
        view.goto(address + path)
        view.evaluate(OPEN_ALL)
        assert view.evaluate("document.documentElement.className").split().count("chu-rat-lon") == 1
        assert view.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_the_citation_is_copied_with_the_whole_address(view: Page, address: str) -> None:
    view.goto(f"{address}{NEWS}#noi-dung")
    view.get_by_role("button", name="Chép trích dẫn").click()
    view.wait_for_function("() => document.querySelector('.tools [role=status]').textContent")
    assert said(view) == "Đã chép trích dẫn."
    assert view.evaluate("navigator.clipboard.readText()") == f"{CITED}{address}{NEWS}"


def test_where_a_browser_may_not_copy_the_citation_is_selected(view: Page, address: str) -> None:
    view.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    view.goto(address + NEWS)
    view.get_by_role("button", name="Chép trích dẫn").click()
    view.wait_for_function("() => document.querySelector('.tools [role=status]').textContent")
    assert view.locator(".citation").is_visible()
    assert view.evaluate("getSelection().toString()") == f"{CITED}{address}{NEWS}"


def test_an_address_is_copied_or_handed_to_the_device(view: Page, address: str) -> None:
    view.goto(f"{address}{NEWS}#noi-dung")
    view.get_by_role("button", name="Chép địa chỉ").click()
    view.wait_for_function("() => document.querySelector('.tools [role=status]').textContent")
    assert view.evaluate("navigator.clipboard.readText()") == address + NEWS
    view.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve() }")
    view.reload()
    view.get_by_role("button", name="Chia sẻ").click()
    assert view.evaluate("window.shared") == {"title": view.title(), "url": address + NEWS}


def test_an_abbreviation_is_explained_to_the_keyboard_and_leads_to_the_glossary(
    view: Page, address: str
) -> None:
    view.goto(address + NEWS)
    assert view.locator(".short").count() == 1
    view.locator(".short").focus()
    view.keyboard.press("Shift+Tab")
    view.keyboard.press("Tab")
    assert told(view) == ["Ủy ban kiểm tra"]
    view.keyboard.press("Escape")
    assert view.locator(TOLD).count() == 0
    assert view.locator(".short abbr").get_attribute("title") == "Ủy ban kiểm tra"
    view.keyboard.press("Enter")
    assert view.locator("#viet-tat-ubkt dd").is_visible()
    assert view.locator("#viet-tat-ubkt").inner_text().split("\n") == ["UBKT", "Ủy ban kiểm tra"]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}
    ) as context:
        yield context.new_page()


def test_an_abbreviation_is_explained_to_a_touch(phone: Page, address: str) -> None:
    phone.goto(address + NEWS)
    phone.locator("article p > abbr").last.tap()
    assert told(phone) == ["Ủy ban kiểm tra"]
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.locator("h1").tap()
    assert phone.locator(TOLD).count() == 0


def test_a_touch_reads_where_a_figure_comes_from_before_it_is_led_there(phone: Page, address: str) -> None:
    phone.goto(address + NEWS)
    figures = phone.locator("article p > .figure")
    for at in range(3, figures.count(), 4):
        figures.nth(at).tap()
        assert len(told(phone)) in (1, 2)
        box = phone.locator(".told-here").bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
        assert phone.url == address + NEWS
        assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    phone.locator(".lead").tap()
    figures.filter(has_text="16").first.tap()
    assert told(phone) == [
        "Đảng viên bị thi hành kỷ luật (cấp ủy các cấp), năm 2019",
        "khiển trách",
    ]
    phone.get_by_text("Xem trong bảng số liệu").tap()
    phone.wait_for_url("**/so-lieu/2019/#*--khien-trach")


def test_a_figure_tells_its_source_to_the_mouse_and_stays_while_it_is_read(view: Page, address: str) -> None:
    view.goto(address + NEWS)
    figure = view.locator("article p > .figure").nth(4)
    figure.hover()
    lines = told(view)
    assert lines
    view.locator(".told-here").hover()
    view.wait_for_timeout(300)
    assert view.locator(TOLD).all_inner_texts() == lines
    view.locator("h1").hover()
    view.locator(".told-here").wait_for(state="detached")


@pytest.mark.parametrize(
    ("width", "scheme"), [(320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")]
)
def test_everybody_can_use_an_article_with_all_lists_open(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    for path in (NEWS, SESSION):
        page.goto(address + path)
        page.evaluate(OPEN_ALL)
        assert [found["id"] for found in Axe().run(page).response["violations"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def sheets(view: Page) -> int:
    """How many sheets of A4 the page fills."""
    return len(re.findall(rb"/Type\s*/Page\b", view.pdf(format="A4")))


def needed(view: Page) -> int:
    """How many sheets the page needs at most: its height on paper, and a fifth for what is not torn apart."""
    view.set_viewport_size({"width": PAPER[0], "height": PAPER[1]})
    view.emulate_media(media="print")
    height = float(view.evaluate("document.body.getBoundingClientRect().height"))
    return math.ceil(1.2 * height / PAPER[1])


def test_paper_has_no_sheet_too_many(view: Page, address: str, example_project: Path) -> None:
    site = example_project / "site"
    looked_at = 0
    for file in sorted(site.rglob("*.html")):
        if 'http-equiv="refresh"' in file.read_text("utf-8"):
            continue
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        view.goto(address + path)
        assert sheets(view) <= needed(view), path
        looked_at += 1
    assert looked_at > 20


@pytest.mark.parametrize(("path", "most"), [(NEWS, 3), (SESSION, 2), ("", 1), ("dinh-chinh/", 1)])
def test_a_bulletin_fills_few_sheets(view: Page, address: str, path: str, most: int) -> None:
    view.goto(address + path)
    assert sheets(view) <= most


@pytest.mark.parametrize("lines", range(0, 48, 3))
def test_no_sheet_is_begun_for_the_footer_alone(view: Page, address: str, lines: int) -> None:
    """A page of any length fills as many sheets with its footer as without."""
    view.goto(f"{address}gioi-thieu/")
    view.evaluate(
        "lines => document.querySelector('article p').append(...Array.from({length: lines}, "
        "() => document.createElement('br')))",
        lines,
    )
    whole = sheets(view)
    view.evaluate("document.querySelector('.colophon').remove()")
    assert sheets(view) == whole


def test_paper_shows_the_text_and_none_of_the_tools(view: Page, address: str) -> None:
    view.goto(address + NEWS)
    view.emulate_media(media="print")
    for gone in (".tools", ".masthead nav", ".find", ".to-archive", ".related", "button", ".colophon nav"):
        assert view.locator(f"{gone} >> visible=true").count() == 0, gone
    for shown in ("#nguon-3", "#viet-tat-ubkt", ".citation", ".brand", ".colophon"):
        assert view.locator(shown).is_visible(), shown
