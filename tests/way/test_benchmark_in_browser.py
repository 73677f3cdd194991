"""What `make bench` does in a browser still finds on the pages what it measures."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from benchmarks import querying
from benchmarks.beside import WANTED, our_search, queries_found
from benchmarks.first_view import first_view
from tests.browser import Sent, served

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_a_first_view_and_a_first_query_are_measured(browser: Browser, example_project: Path) -> None:
    sent: list[Sent] = []
    with served(example_project / "site", "", sent) as address:
        view = first_view(browser, address, sent)
        assert 0 < view.sent == sum(each.size for each in sent if not each.kind.startswith("image/"))
        assert view.search == 0
        answer = querying.ours(browser, address, "", "ky luat", sent)
        assert answer.requests > 5 and answer.sent > 5_000
        assert answer.box > 0 and answer.page > 0
        assert queries_found(browser, address, our_search) == len(WANTED)
