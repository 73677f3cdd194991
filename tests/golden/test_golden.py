"""Records → pages and files: each golden case gives exactly those that were looked at and accepted."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from bantin.compose import compose
from bantin.pages import draw
from bantin.site.audit.read_back import is_text
from bantin.way import beside, check
from tests.golden.cases import Case, cases

BESIDE_PAGES = ("dinh-chinh", "half-year", "phien-btv")
"""The cases whose text files beside the pages are looked at as well."""


def pages_of(case: Case, folder: Path) -> dict[str, str]:
    """The Markdown pages of a case, drawn from a copy of it, and the text files beside them."""
    checked = check(case.copied_to(folder), now=case.now)
    assert checked.problems == ()
    dataset = checked.dataset.public(case.now)
    files = checked.enclosed
    bulletins = compose(dataset, case.now, files.pictures, checked.pages, files.attachments)
    outputs, _ = beside(bulletins, dataset, "")
    wanted = outputs.contents if case.name in BESIDE_PAGES else {}
    texts = {path: content.decode() for path, content in wanted.items() if is_text(content)}
    return draw(bulletins, outputs) | texts


def accept(case: Case, pages: dict[str, str]) -> None:
    """Take the present pages as the expected ones."""
    shutil.rmtree(case.expected, ignore_errors=True)
    for name, text in pages.items():
        (case.expected / name).parent.mkdir(parents=True, exist_ok=True)
        (case.expected / name).write_text(text, "utf-8", newline="")


@pytest.mark.golden
@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_case_gives_its_expected_pages(case: Case, tmp_path: Path) -> None:
    pages = pages_of(case, tmp_path)
    if os.environ.get("BANTIN_ACCEPT"):
        accept(case, pages)
    expected = {
        path.relative_to(case.expected).as_posix(): path.read_bytes().decode()
        for path in sorted(case.expected.rglob("*"))
        if path.is_file()
    }
    assert sorted(pages) == sorted(expected)
    for name, text in pages.items():
        assert text == expected[name], name


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_an_article_and_the_statistics_of_its_period_are_described_apart(case: Case) -> None:
    texts = [page.read_text("utf-8") for page in case.expected.rglob("*.md")]
    found = [match[1] for text in texts if (match := re.search(r"^description: (.+)$", text, re.MULTILINE))]
    assert [text for text, times in Counter(found).items() if times > 1] == []
