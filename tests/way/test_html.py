"""Every finished page through the Nu HTML checker: no error, and no warning but one that is not true."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.browser]

NOT_TRUE = "Content Security Policy (meta tag)"
"""Said of all files, which have no origin that could be 'self' for the checker, and of data for search
engines, which do not run: what the policy really stops is seen in Chromium (test_policy_in_browser)."""


def said_of(files: list[Path]) -> list[dict[str, str]]:
    """What the checker says of pages."""
    checker = ["java", "-jar", os.environ["BANTIN_HTML_CHECKER"], "--format", "json", "--stdout"]
    done = subprocess.run([*checker, *map(str, files)], capture_output=True, text=True, check=False)
    messages: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return messages


def test_no_page_has_an_error(sites: list[Path]) -> None:
    files = [path for site in sites for path in sorted(site.rglob("*.html"))]
    told = [f"{message['url']}: {message['message']}" for message in said_of(files)]
    assert [line for line in told if NOT_TRUE not in line] == []
    assert len(files) > 30


def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=vi><title>x</title><p><ul></ul></p>", encoding="utf-8")
    assert [message["type"] for message in said_of([page])] == ["error"]
