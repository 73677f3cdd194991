"""Pages of ten and of thirty figures: read aloud, accepted as they are, and nothing in them like a form."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bantin.compose.said import FigureMention, Paragraph, plain
from bantin.language.sentences import LONGEST, words
from tests.compose.long_pages import TEN, THIRTY, article, files, text
from tests.compose.test_sentence_patterns import compared, patterns_of, sentences_of, threefold
from tests.dataset.projects import accepted

HERE = Path(__file__).parent
PAGES = pytest.mark.parametrize(("name", "page"), [("ten", TEN), ("thirty", THIRTY)])


@pytest.mark.golden
@PAGES
def test_the_page_reads_as_it_was_accepted(name: str, page: str) -> None:
    assert text(page) == accepted(HERE / f"long_page_{name}.txt", text(page))


@PAGES
def test_no_two_neighbours_are_alike_and_nothing_three_times(name: str, page: str) -> None:
    found = article(page)
    patterns = patterns_of(found, files(page))
    assert threefold(patterns) == threefold(compared(found)) == []
    assert [one for one, two in pairwise(patterns) if one == two] == []


@PAGES
def test_beginnings_vary(name: str, page: str) -> None:
    """No three sentences in a row begin with the same two words, and no link does so more than thrice."""
    beginnings = [" ".join(sentence.split()[:2]) for sentence in sentences_of(article(page))]
    assert threefold(beginnings) == []
    for link in ("Ngoài ra,", "Bên cạnh", "Cũng trong"):
        assert beginnings.count(link) <= 3


@PAGES
def test_sentences_are_of_a_pleasant_length(name: str, page: str) -> None:
    lengths = [words((sentence,)) for sentence in sentences_of(article(page))]
    assert max(lengths) <= LONGEST
    assert len(lengths) < page.count("name:"), "a sentence for each figure"


@PAGES
def test_every_figure_is_told_once(name: str, page: str) -> None:
    whole = article(page)
    paragraphs = [whole.lead, *(block.prose for block in whole.body if isinstance(block, Paragraph))]
    told = [piece.identity for prose in paragraphs for piece in prose if isinstance(piece, FigureMention)]
    assert len(told) == len(set(told))
    assert len([name for name in told if name.endswith("/actual") and "=" not in name]) == page.count("name:")


def test_a_long_page_has_paragraphs_by_subject() -> None:
    paragraphs = [plain(block.prose) for block in article(THIRTY).body if isinstance(block, Paragraph)]
    assert len(paragraphs) > 3
    assert all(len(re.findall(r"\.(?: |$)", paragraph)) > 1 for paragraph in paragraphs)


def test_two_indicators_with_one_verb_and_unit_are_told_apart() -> None:
    assert "đã kiểm tra 12 đảng viên khi có dấu hiệu vi phạm" in text(TEN)
    assert "96 đảng viên và 12 đảng viên" not in text(TEN)


def test_nothing_counted_is_said_in_words() -> None:
    assert "không thi hành kỷ luật tổ chức đảng nào, giảm 1 tổ chức đảng so với" in text(TEN)
