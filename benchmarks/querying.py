"""A reader's first query: what is sent for it, and how long the answer takes in the browser."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.browser import Sent, come_to_rest

QUERIES = (
    "ky luat",
    "kỷ luật đảng viên",
    "kiểm tra, giám sát",
    "“họp phiên thường kỳ” tháng 5",
    "khien trach",
)
"""What readers type: with and without marks, frequent and rare, a phrase."""

ANSWERED = """([query, box, answer, enters]) => new Promise((done) => {
  const input = [...document.querySelectorAll(box)].find((each) => each.offsetParent);
  const began = performance.now();
  const seen = () => document.querySelector(answer) && done(performance.now() - began);
  new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });
  input.focus();
  input.value = query;
  if (enters) input.form.requestSubmit();
  else input.dispatchEvent(new Event("input", { bubbles: true }));
})"""
"""Types into a box and waits for the first answer; milliseconds from the last key to its place."""

PAGEFIND = """async (query) => {
  const began = performance.now();
  const { search } = await import(new URL("pagefind/pagefind.js", document.baseURI));
  const { results } = await search(query);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return performance.now() - began;
}"""
"""Asks Pagefind and has it fetch what a list of ten results shows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a first query took. sent: bytes; requests: files; box, page: milliseconds to the first answer
    below the masthead's box, and on the page of the search."""

    sent: int
    requests: int
    box: float
    page: float


def ours(browser: Browser, address: str, article: str, query: str, sent: list[Sent]) -> Answer:
    """Asks in the box above an article, then on the page of the search, each without anything kept."""
    with browser.new_context() as context:
        page, begun = opened(context.new_page(), address + article, sent)
        box = page.evaluate(ANSWERED, [query, "header input[type=search]", ".found li", False])
        page.get_by_role("searchbox").press("Enter")
        page.locator(".results h2 a").first.wait_for()
        page.wait_for_load_state("networkidle")
        bytes_sent = [answer.size for answer in sent[begun:]]
    with browser.new_context() as context:
        page, _ = opened(context.new_page(), f"{address}tim-kiem/", sent)
        alone = page.evaluate(ANSWERED, [query, "article input[type=search]", ".results h2 a", True])
    return Answer(sum(bytes_sent), len(bytes_sent), box, alone)


def pagefind(browser: Browser, address: str, query: str, sent: list[Sent]) -> Answer:
    """Asks Pagefind on a page that is there already; our policy, under which it cannot run, is put aside."""
    with browser.new_context(bypass_csp=True) as context:
        page, begun = opened(context.new_page(), address, sent)
        milliseconds = page.evaluate(PAGEFIND, query)
        page.wait_for_load_state("networkidle")
        bytes_sent = [answer.size for answer in sent[begun:]]
    return Answer(sum(bytes_sent), len(bytes_sent), milliseconds, milliseconds)


def opened(page: Page, address: str, sent: list[Sent]) -> tuple[Page, int]:
    """A page that has come to rest, and how many answers had been sent by then."""
    come_to_rest(page, address)
    return page, len(sent)
