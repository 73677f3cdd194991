"""Hostile text in every text field of the records runs nowhere and is shown as it was typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from bantin.problems import Silence
from bantin.way import build
from tests.browser import served
from tests.golden.cases import Case
from tests.kinds import pages_of

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAYLOADS = (
    "<img src=x onerror=window.hit=true>",
    "</title><script>window.hit=true</script>",
    '"><svg onload=window.hit=true>',
    "' autofocus onfocus='window.hit=true",
    "[bấm](javascript:window.hit=true)",
    "{{ config }} {% include x %}",
    "&lt;script&gt;window.hit=true&lt;/script&gt;",
    "{: onclick=window.hit=true }",
    "<a href=javascript:window.hit=true>a</a>",
    "--> <style>body{display:none}</style>",
)

TEXT_FIELDS = {
    "title", "description", "text", "contact", "label", "unit", "unit_short", "verb", "note", "items",
    "lead", "group", "agenda", "kicker", "headline", "caption", "alt", "credit", "byline", "name", "parent",
    "short_name", "place", "reason", "code",
}  # fmt: skip
"""Fields of free text; where one of them also names something (``name: ky-luat``), ids stay as they are."""


def poisoned(value: Any, payload: str, field: str = "") -> Any:
    """The same record with the payload in place of every free text."""
    if isinstance(value, dict):
        return {key: poisoned(item, payload, key) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item, payload, field) for item in value]
    is_id = value == value.lower() and " " not in value and value.isascii()
    references = " ".join(word.strip(".,;") for word in value.split() if word.startswith("$("))
    if field in TEXT_FIELDS and not is_id:
        return f"{payload} {references}".strip()
    return value


def poisoned_site(payload: str, case: Case, folder: Path) -> Path:
    """The example with the payload in every text field, built all the way."""
    case.copied_to(folder)
    for path in sorted((folder / "data").rglob("*.yml")):
        record = poisoned(yaml.load(path.read_bytes(), yaml.BaseLoader), payload)
        path.write_text(yaml.safe_dump(record, allow_unicode=True), "utf-8")
    made = build(folder, now=case.now, report=Silence())
    assert made.site is not None, made.problems
    for path in made.site.rglob("*.html"):  # a page that leads on stays, to be looked at
        path.write_text(path.read_text("utf-8").replace('http-equiv="refresh"', ""), "utf-8")
    return made.site


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_text_field_is_text(
    payload: str, example: Case, tmp_path: Path, browser: Browser
) -> None:
    site = poisoned_site(payload, example, tmp_path)
    page = browser.new_page(bypass_csp=True)  # nothing must run even where the policy does not hold
    seen = 0
    with served(site, base="") as address:
        pages = pages_of(site)
        for path in sorted(site.rglob("*.html")):
            page.goto(address + path.relative_to(site).as_posix())
            assert page.evaluate("window.hit") is None, path
            assert page.locator("[onerror], [onload], [onclick], [onfocus], a[href^=javascript]").count() == 0
            text = page.locator("article" if path in pages else "body").first
            assert text.is_visible(), path
            seen += payload in text.inner_text()
    page.close()
    assert seen >= 4
