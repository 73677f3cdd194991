"""Our pages beside those that stock Material makes of the same Markdown: what readers and checkers meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from benchmarks import sites
from benchmarks.first_view import FIRST_VIEW, PAGE, REQUESTS, first_view
from benchmarks.rows import Row, Show, Table, count, kilobytes
from benchmarks.sites import Made
from tests.accessibility import violations
from tests.browser import Sent, chromium, come_to_rest, served
from tests.html_checker import NOT_TRUE, said_of
from tests.kinds import one_of_each_kind

WANTED = {
    **dict.fromkeys(
        ("ky luat", "kỷ luật", "giam sat", "khien trach", "dang vien", "4300", "4.300"), "tin/2019/"
    ),
    **dict.fromkeys(("uỷ ban", "ủy ban", "uy ban kiem tra", "UBKT xếp loại thi đua"), "tin/2024/"),
    "“thi hành kỷ luật”": "tin/2019/",
}
"""What readers of the example type, and where the bulletin lies that must stand first or second."""

INLINE = "script:not([src]):not([type$=json]), style, [style], [onclick], [onload], [onchange]"
"""What runs or paints inside a page, and stops under a Content-Security-Policy without 'unsafe-inline'."""

MATERIAL_NEEDS = 3_000
"""Milliseconds that Material is given to search, on a small site."""

Search = Callable[[Page, str, str], list[str]]
"""Asks on a site (its address) for words; gives the addresses found, below the site."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found on the same pages of one site; None where it was not looked for."""

    violations: int
    errors: int
    inline: int
    elsewhere: int
    sent: int
    requests: int
    page: int
    search_before: int
    search_asked: int
    found: int | None


def measure(sizes: Sequence[int], runs: int | None) -> list[Table]:
    """Every measure, ours first; a table for each size. runs: none of it varies, so that once is enough."""
    with chromium() as browser:
        return [beside(browser, size) for size in sizes]


def beside(browser: Browser, size: int) -> Table:
    """The table of one size."""
    mine, theirs = sites.ours(size), sites.stock(size)
    paths = [path for _, path in one_of_each_kind(mine.site) if "khong-co/" not in path]
    rows = rows_of(
        looked(browser, mine, mine, paths, size, our_search),
        looked(browser, theirs, sites.stock(size, default_fonts=True), paths, size, search_of_material),
    )
    title = f"{sites.described(size)}, {len(paths)} pages that show everything there is".capitalize()
    return Table(title, tuple(rows), ("stock Material",))


def looked(
    browser: Browser, made: Made, as_it_comes: Made, paths: Sequence[str], size: int, search: Search
) -> Looked:
    """Looks at the pages at some addresses. as_it_comes: the site with the fonts that it has by itself."""
    sent: list[Sent] = []
    files = [made.site / path / "index.html" for path in paths]
    article = article_of(made)
    with served(made.site, "", sent) as address:
        view = first_view(browser, address + article, sent)
        asked = first_query(browser, address, article, search, sent)
        found = queries_found(browser, address, search) if size == sites.EXAMPLE_SIZE else None
        broken = sum(broken_rules(browser, address + path) for path in paths)
    with served(as_it_comes.site, "") as address:
        elsewhere = sum(requests_elsewhere(browser, address + path) for path in paths)
    return Looked(
        violations=broken,
        errors=sum(each["type"] == "error" and NOT_TRUE not in each["message"] for each in said_of(files)),
        inline=sum(len(LexborHTMLParser(file.read_text(encoding="utf-8")).css(INLINE)) for file in files),
        elsewhere=elsewhere,
        sent=view.sent,
        requests=view.requests,
        page=(made.site / article / "index.html").stat().st_size,
        search_before=view.search,
        search_asked=asked,
        found=found,
    )


def article_of(made: Made) -> str:
    """The address of the site's last article."""
    return sorted(made.site.glob("tin/*/*/*/index.html"))[-1].parent.relative_to(made.site).as_posix() + "/"


def broken_rules(browser: Browser, address: str) -> int:
    """How many elements of a page break a rule of axe, on light and on dark ground together."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi-VN") as context:
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        found = violations(page)
        page.emulate_media(color_scheme="dark")
        return sum(len(elements) for _, elements in (*found, *violations(page)))


def requests_elsewhere(browser: Browser, address: str) -> int:
    """How many requests a first view makes to other hosts."""
    with browser.new_context() as context:
        page, asked = context.new_page(), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address, wait_until="load")
        hosts = [urlsplit(url).hostname for url in asked if url.startswith("http")]
    return sum(host != "127.0.0.1" for host in hosts)


def first_query(browser: Browser, address: str, article: str, search: Search, sent: list[Sent]) -> int:
    """The bytes that are sent for a reader of an article who asks for the first time."""
    with browser.new_context() as context:
        page = context.new_page()
        come_to_rest(page, address + article)
        begun = len(sent)
        search(page, address, "kỷ luật")
        page.wait_for_load_state("networkidle")
        return sum(answer.size for answer in sent[begun:])


def queries_found(browser: Browser, address: str, search: Search) -> int:
    """How many of the queries lead to their bulletin at the first or second place."""
    right = 0
    with browser.new_context(locale="vi-VN") as context:
        page = context.new_page()
        for query, wanted in WANTED.items():
            page.goto(address, wait_until="networkidle")
            right += any(place.startswith(wanted) for place in search(page, address, query)[:2])
    return right


def our_search(page: Page, address: str, query: str) -> list[str]:
    """Asks on the page of the search."""
    page.goto(f"{address}tim-kiem/?q={quote(query)}")
    page.wait_for_function("() => !['', 'Đang tìm…'].includes(document.querySelector('.told').textContent)")
    page.wait_for_load_state("networkidle")
    return links(page, ".results h2 a", address)


def search_of_material(page: Page, address: str, query: str) -> list[str]:
    """Asks in the box of Material, which says nowhere that it is done: what stands there after a while."""
    page.locator("label.md-header__button[for=__search], .md-search__input").first.wait_for(state="attached")
    page.locator(".md-search__input").fill(query)
    page.wait_for_timeout(MATERIAL_NEEDS)
    return links(page, "a.md-search-result__link", address)


def links(page: Page, selector: str, address: str) -> list[str]:
    """Where links lead, below the site."""
    found: list[str] = page.locator(selector).evaluate_all("links => links.map(link => link.href)")
    places = (re.split("[?#]", link.removeprefix(address))[0] for link in found)
    return list(dict.fromkeys(places))


def rows_of(mine: Looked, theirs: Looked) -> list[Row]:
    """All measures of one size."""

    def row(label: str, of: str, most: float | None = None, show: Show = count) -> Row:
        return Row(label, getattr(mine, of), show, most=most, others=(getattr(theirs, of),))

    rows = [
        row("elements that break a rule of axe", "violations", 0),
        row("errors for the Nu HTML checker", "errors", 0),
        row("inline scripts and styles (a policy without 'unsafe-inline' stops them)", "inline", 0),
        row("requests to other hosts", "elsewhere", 0),
        row("first view of an article", "sent", FIRST_VIEW, kilobytes),
        row("  requests", "requests", REQUESTS),
        row("  the page itself, not packed", "page", PAGE, kilobytes),
        row("  bytes of search", "search_before", 0, kilobytes),
        row("first query after it, all requests", "search_asked", None, kilobytes),
    ]
    if mine.found is None or theirs.found is None:
        return rows
    found = f"queries that find their bulletin first or second, of {len(WANTED)}"
    return [*rows, Row(found, mine.found, count, least=len(WANTED), others=(theirs.found,))]
