"""What axe says of a page: which rules are asked, and what breaks them."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """What axe finds: each rule with the elements that break it."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(each["id"], [str(node["target"]) for node in each["nodes"]]) for each in found]
