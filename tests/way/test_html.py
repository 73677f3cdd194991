"""Every finished page through the Nu HTML checker: no error, and no warning but one that is not true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.html_checker import NOT_TRUE, said_of

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_no_page_has_an_error(sites: list[Path]) -> None:
    files = [path for site in sites for path in sorted(site.rglob("*.html"))]
    told = [f"{message['url']}: {message['message']}" for message in said_of(files)]
    assert [line for line in told if NOT_TRUE not in line] == []
    assert len(files) > 30


def test_what_is_wrong_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><html lang=vi><title>x</title><p><ul></ul></p>", encoding="utf-8")
    assert [message["type"] for message in said_of([page])] == ["error"]
