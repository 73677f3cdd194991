"""A number in an article leads to the very row or cell of the statistics page that shows it.

What a number was before it was revised, and what doubtful words can mean, stand in the notes of its row.
"""

from __future__ import annotations

import posixpath
import re
from html import unescape
from pathlib import Path

import pytest

from tests.golden.cases import Case, cases
from tests.golden.test_golden import pages_of

LINK = re.compile(
    r'<a class="figure" href="([^"#]+)#([^"]+)"[^>]*><data [^>]*'
    r'data-figure="([^"]+/(?!read-as-|actual-was")[^"/]+)"'
)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_number_leads_to_the_row_that_shows_it(case: Case, tmp_path: Path) -> None:
    pages = {name: unescape(text) for name, text in pages_of(case, tmp_path).items()}
    astray = [
        f"{name}: {figure} leads to {anchor}"
        for name, text in pages.items()
        if name.startswith("tin/")
        for address, anchor, figure in LINK.findall(text)
        if f'data-figure="{figure}"' not in _element(pages[_file(name, address)], anchor)
    ]
    assert astray == []


def _file(page: str, address: str) -> str:
    return posixpath.join(posixpath.normpath(posixpath.join(posixpath.dirname(page), address)), "index.md")


def _element(text: str, anchor: str) -> str:
    found = re.search(rf'<(tr|td) id="{re.escape(anchor)}".*?</\1>', text, re.DOTALL)
    return found[0] if found else ""
