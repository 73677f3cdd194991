"""The search on the finished example, in Chromium: what readers type finds what they mean."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from bantin.language.folding import folded, toned
from tests.browser import served
from tests.language.test_folding import WORDS

pytestmark = [pytest.mark.slow, pytest.mark.browser]

NEWS_2019 = "tin/2019/12/dang-uy-khoi-ccq-tinh-kiem-tra-giam-sat-nam-2019/"
NEWS_2024 = "tin/2024/11/ubkt-dang-uy-khoi-hop-phien-thuong-ky-thang-11/"
FIGURES_2019, FIGURES_2024 = "so-lieu/2019/", "so-lieu/2024/"
DISCIPLINED = "so-lieu/chi-tieu/dang-vien-bi-ky-luat/"
DISCIPLINE, MEMBERS = "so-lieu/chi-tieu/dang-vien-bi-ky-luat/", "so-lieu/chi-tieu/dang-vien/"
BODY_2019 = "so-lieu/co-quan/dang-uy-khoi-ccq/"

FOUND = {
    "ky luat": NEWS_2019,
    "kỷ luật": NEWS_2019,
    "giam sat": NEWS_2019,
    "khien trach": NEWS_2019,
    "dang vien": NEWS_2019,
    "uỷ ban": NEWS_2024,
    "ủy ban": NEWS_2024,
    "uy ban kiem tra": NEWS_2024,
    "4300": NEWS_2019,
    "4.300": NEWS_2019,
    "47": NEWS_2024,
    "100%": NEWS_2024,
    "UBKT xếp loại thi đua": NEWS_2024,
    unicodedata.normalize("NFD", "kỷ luật"): NEWS_2019,
    unicodedata.normalize("NFD", "Ủy ban kiểm tra"): NEWS_2024,
    "“thi hành kỷ luật”": NEWS_2019,
    '"thi hanh ky luat"': NEWS_2019,
    "«chi bộ cơ sở»": NEWS_2019,
    "KHIỂN TRÁCH": NEWS_2019,
    "đảng viên bị thi hành kỷ luật": NEWS_2019,
    "Đảng ủy Khối các cơ quan tỉnh": NEWS_2019,
}
"""What readers type, and the bulletin that must stand first or second."""


@pytest.fixture(scope="module")
def address(example_project: Path) -> Iterator[str]:
    with served(example_project / "site") as at:
        yield at


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    wrong: list[str] = []
    opened.on("console", lambda message: wrong.append(message.text))
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    opened.close()
    assert wrong == []


def search(view: Page, address: str, query: str) -> list[str]:
    """The addresses that are found below the site, without their fragments."""
    view.goto(f"{address}tim-kiem/?q={quote(query)}")
    view.wait_for_function("() => !['', 'Đang tìm…'].includes(document.querySelector('.told').textContent)")
    view.wait_for_load_state("networkidle")
    links = view.locator(".results h2 a").evaluate_all("links => links.map(link => link.href)")
    return [link.removeprefix(address).partition("#")[0] for link in links]


@pytest.mark.parametrize(("query", "wanted"), FOUND.items())
def test_what_readers_type_finds_what_they_mean(view: Page, address: str, query: str, wanted: str) -> None:
    assert wanted in search(view, address, query)[:2]
    assert view.locator(".told").inner_text().endswith("trang có đủ các từ này.")


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ky luat", "kỷ luật"),
        ("4300", "4.300"),
        ("khiển trách", "khiển trách"),
        ("uy ban kiem tra", "Ủy ban kiểm tra"),
    ],
)
def test_an_excerpt_is_the_page_s_own_text_with_the_words_marked(
    view: Page, address: str, query: str, marked: str
) -> None:
    found = search(view, address, query)
    item = view.locator(".results li").nth(found.index(FOUND[query if query in FOUND else "khien trach"]))
    marks = [text.lower() for text in item.locator(".excerpt mark").all_inner_texts()]
    assert marked.lower() in marks
    excerpt = item.locator(".excerpt").inner_text().strip("… ")
    item.locator("a").click()
    whole = " ".join(view.locator("article").inner_text().split())
    assert " ".join(excerpt.removeprefix("(LSO) – ").split()) in whole


def test_a_row_of_figures_is_led_to_itself(view: Page, address: str) -> None:
    found = search(view, address, "khiển trách")
    view.locator(".results a").nth(found.index(FIGURES_2019)).click()
    view.wait_for_function("() => document.querySelector(':target')")
    assert view.evaluate("document.querySelector(':target').textContent").strip().startswith("Khiển trách")


def test_all_words_are_required_before_any(view: Page, address: str) -> None:
    assert set(search(view, address, "kỷ luật khiển trách")) == {NEWS_2019, FIGURES_2019, DISCIPLINED}
    assert search(view, address, "khiển trách xyzt")
    assert view.locator(".told").inner_text().startswith("Không trang nào có đủ các từ này; ")
    assert search(view, address, "xyzt") == []
    assert view.locator(".told").inner_text().startswith("Không có trang nào có các từ này")


def test_a_phrase_is_required_as_it_stands(view: Page, address: str) -> None:
    assert NEWS_2019 in search(view, address, "luật thi hành kỷ")
    assert search(view, address, '"luật thi hành kỷ"') == []


def test_words_with_the_marks_that_were_typed_come_first(view: Page, address: str) -> None:
    assert set(search(view, address, "kỳ")[:2]) == {NEWS_2024, FIGURES_2024}
    found, told = search(view, address, "kỷ"), view.locator(".told").inner_text()
    assert set(found[:3]) == {NEWS_2024, NEWS_2019, FIGURES_2019}
    assert set(found[3:5]) == {DISCIPLINE, BODY_2019}
    assert found[5] == FIGURES_2024
    assert search(view, address, "ky")
    assert view.locator(".told").inner_text() == told


def test_a_register_s_page_stands_below_news_and_years_and_third_where_its_name_was_typed(
    view: Page, address: str
) -> None:
    found = search(view, address, "thi hanh ky luat")
    assert set(found[:3]) == {NEWS_2024, NEWS_2019, FIGURES_2019}
    assert found[3] == DISCIPLINE
    lines = dict(zip(found, view.locator(".results .dateline").all_inner_texts(), strict=True))
    assert lines[FIGURES_2019] == "Số liệu theo kỳ"
    assert lines[DISCIPLINE] == "Số liệu theo chỉ tiêu"
    assert search(view, address, "dang vien")[2] == MEMBERS
    assert search(view, address, "Đảng viên bị thi hành kỷ luật")[2] == DISCIPLINE
    assert search(view, address, "Đảng uỷ Khối các cơ quan tỉnh")[2] == BODY_2019
    assert view.locator(".results .dateline").nth(2).inner_text() == "Số liệu theo cơ quan"


def test_filters_narrow_and_stand_in_the_address(view: Page, address: str) -> None:
    search(view, address, "đảng viên")
    assert view.locator("#loai option").all_inner_texts()[1:] == [
        "Số liệu theo chỉ tiêu (8)",
        "Số liệu theo cơ quan (2)",
        "Số liệu theo kỳ (2)",
        "Tin (2)",
    ]
    view.locator("#loai").select_option("statistics")
    view.locator("#nam").select_option("2019")
    view.wait_for_function("() => document.querySelectorAll('.results li').length === 1")
    assert "nam=2019" in view.url and "loai=statistics" in view.url
    view.reload()
    view.wait_for_selector(".results li")
    assert view.locator(".results li").count() == 1
    assert view.locator("#co-quan option").all_inner_texts()[1:] == [
        "Đảng ủy Khối (5)",
        "Đảng ủy Khối các cơ quan tỉnh (9)",
        "Ủy ban kiểm tra Đảng ủy Khối (1)",
    ]


def test_the_box_in_the_masthead_answers_while_one_types_and_asks_for_nothing_before(
    view: Page, address: str
) -> None:
    asked: list[str] = []
    view.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    view.goto(address)
    assert not [url for url in asked if "search" in url or "tim-kiem" in url]
    box = view.get_by_role("searchbox")
    box.fill("khien trach")
    view.wait_for_selector(".found li")
    assert view.locator(".found a").first.get_attribute("href") == address + FIGURES_2019
    box.fill("khien trach ky lu")  # a word that is not finished leaves the answer of those before it
    view.wait_for_timeout(400)
    assert view.locator(".found p").first.inner_text().endswith("trang có đủ các từ này.")
    box.fill("khien trach")
    view.wait_for_timeout(400)
    box.press("Escape")
    assert view.locator(".found").is_hidden()
    box.press("Enter")
    view.wait_for_selector(".results li")
    assert "tim-kiem/?q=khien+trach" in view.url


def test_everybody_can_use_the_search(browser: Browser, address: str) -> None:
    for width in (320, 1280):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(address)
        page.get_by_role("searchbox").fill("ky luat")
        page.wait_for_selector(".found li")
        assert [found["id"] for found in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        search(page, address, "ky luat")
        assert [found["id"] for found in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_without_scripts_the_archive_stands_in_its_place(browser: Browser, address: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    assert page.get_by_role("searchbox").count() == 0
    page.get_by_role("link", name="Tìm trong lưu trữ").click()
    assert page.url == f"{address}luu-tru/"
    page.goto(f"{address}tim-kiem/")
    assert page.locator("article").get_by_role("link", name="kho lưu trữ").is_visible()


def test_lists_and_the_log_are_not_among_what_is_found(example_project: Path) -> None:
    site = example_project / "site"
    told = [json.loads(file.read_text(encoding="utf-8")) for file in site.glob("tim-kiem/pages/*.json")]
    found = {shown[0].strip("/") for run in told for shown in run.values()}
    by_name = {path for way in ("chi-tieu", "co-quan") for path in (site / "so-lieu" / way).glob("*/")}
    entries = {path.relative_to(site).as_posix() for path in by_name if path.is_dir()}
    pages = {NEWS_2019, NEWS_2024, FIGURES_2019, FIGURES_2024, "gioi-thieu", "lien-he"}
    assert found == {page.strip("/") for page in pages} | entries
    assert len(entries) == 16


def test_script_and_program_fold_words_alike(view: Page, address: str, example_project: Path) -> None:
    view.goto(address)
    texts = [path.read_text(encoding="utf-8") for path in (example_project / "site").rglob("index.html")]
    words = sorted({*WORDS, *(word for text in texts for word in text.split() if word.isalnum())})
    assert len(words) > 300
    script = """async ([module, words]) => {
        const { toned, folded } = await import(module);
        return words.map((word) => [toned(word), folded(toned(word))]);
    }"""
    told = view.evaluate(script, [f"{address}assets/search.js", words])
    assert told == [[toned(word), folded(toned(word))] for word in words]


OF_ANOTHER_FORM = {"version": "gone", "pieces": 1, "run": 32, "kinds": [], "kind": [], "year": [], "body": []}
"""What an index said before its pieces were named by their content."""


@pytest.mark.parametrize("gone", ["terms", "lists", "all"])
def test_a_reader_who_kept_an_old_index_still_finds(
    browser: Browser, address: str, example_project: Path, gone: str
) -> None:
    """Some of its pieces are not in the next release, or its form is another."""
    page = browser.new_page()
    stale = json.loads((example_project / "site" / "tim-kiem" / "index.json").read_text("utf-8"))
    stale["terms"] = ["00000000" if gone == "terms" else name for name in stale["terms"]]
    stale["lists"] = {run: "00000000" if gone == "lists" else name for run, name in stale["lists"].items()}
    told = OF_ANOTHER_FORM if gone == "all" else stale
    page.route("**/tim-kiem/index.json", lambda route: route.fulfill(json=told), times=1)
    assert NEWS_2019 in search(page, address, "kỷ luật")
    page.goto(address)
    page.route("**/tim-kiem/index.json", lambda route: route.fulfill(json=told), times=1)
    page.get_by_role("searchbox").fill("khien trach")
    page.wait_for_selector(".found li")
    page.close()


def test_a_reader_who_asks_for_more_after_a_release_gets_the_results_anew(
    browser: Browser, address: str, example_project: Path
) -> None:
    page = browser.new_page()
    folder = example_project / "site" / "tim-kiem"
    earlier = json.loads((folder / "index.json").read_text("utf-8"))
    earlier |= {"run": 1, "lists": {str(number): "earlier" for number in accumulate(earlier["number"])}}
    (listed,) = [json.loads(file.read_text("utf-8")) for file in (folder / "pages").iterdir()]
    page.route("**/tim-kiem/index.json", lambda route: route.fulfill(json=earlier), times=1)
    page.route("**/tim-kiem/pages/*-earlier.json", lambda route: route.fulfill(json=listed), times=10)
    assert len(search(page, address, "đảng viên")) == 10
    more = page.locator("[data-does=more]")
    with page.expect_response("**/tim-kiem/index.json"):
        more.click()
    page.wait_for_selector(".results li")
    more.click()
    page.wait_for_function("() => document.querySelectorAll('.results li').length === 14")
    page.close()


def test_a_search_that_cannot_be_made_says_so(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/tim-kiem/index.json", lambda route: route.abort())
    assert search(page, address, "kỷ luật") == []
    assert page.locator(".told").inner_text().startswith("Chưa tìm được")
    page.close()
