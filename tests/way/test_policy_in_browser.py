"""The finished site under its policy in Chromium: everything works, and nothing else would."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import served
from tests.kinds import one_of_each_kind

pytestmark = [pytest.mark.slow, pytest.mark.browser]

TOLD = """addEventListener('securitypolicyviolation',
  broken => told(`${broken.violatedDirective} ${broken.blockedURI}`))"""
WRITTEN_INTO_THE_PAGE = """() => {
  document.body.insertAdjacentHTML('beforeend', '<p id="put" onclick="run = 1" style="color: red">x</p>');
  document.getElementById('put').click();
  document.body.append(Object.assign(document.createElement('script'), { textContent: 'run = 1' }));
  return self.run === undefined && document.getElementById('put').style.color; }"""


@pytest.fixture(scope="module")
def address(example_project: Path) -> Iterator[str]:
    with served(example_project / "site", base="") as at:
        yield at


@pytest.fixture
def broken() -> list[str]:
    """The violations and errors that the page has told of so far."""
    return []


@pytest.fixture
def page(browser: Browser, broken: list[str]) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 900}, locale="vi-VN")
    opened.expose_function("told", lambda what: broken.append(what))
    opened.add_init_script(TOLD)
    opened.on("console", lambda message: broken.append(message.text))
    opened.on("pageerror", lambda error: broken.append(str(error)))
    yield opened
    opened.close()


def test_nothing_of_the_site_breaks_its_policy(
    page: Page, address: str, example_project: Path, broken: list[str]
) -> None:
    for _, path in one_of_each_kind(example_project / "site"):
        page.goto(address + path, wait_until="networkidle")
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1, path
        for button in page.locator("button:visible:not([data-does=print])").all():
            button.click()
        search(page)
        assert [told for told in broken if "404" not in told] == [], path


def search(page: Page) -> None:
    """Searches in whatever box the page has."""
    box = page.locator("input[type=search]:visible").first
    box.fill("ky luat")
    if page.locator("[data-does=search-page]").count():
        box.press("Enter")
    page.locator(".results h2 a, .found a").first.wait_for()


def test_the_policy_stops_what_is_written_into_a_page(page: Page, address: str, broken: list[str]) -> None:
    page.goto(address)
    assert page.evaluate(WRITTEN_INTO_THE_PAGE) == ""
    page.wait_for_load_state("networkidle")
    directives = {told.partition(" ")[0] for told in broken if told.endswith(" inline")}
    assert directives == {"script-src-attr", "style-src-attr", "script-src-elem"}
