"""What house style never touches, besides references and quotations: names, titles and declared literals."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.passages import Passage
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Record
from bantin.dataset.records.editorial import Reporting


def is_kept(dataset: Dataset, passage: Passage, start: int, end: int) -> bool:
    """Whether the stretch lies within a name, a title or a literal, written as it is recorded."""
    touched = passage.plain[start:end]
    return any(
        _covers(passage.plain, words, start, end)
        for words in (*dataset.recorded_names, *_words_of(dataset, passage.record))
        if touched in words
    )


def _covers(text: str, words: str, start: int, end: int) -> bool:
    at = text.find(words, max(0, end - len(words)))
    while 0 <= at <= start:
        if at + len(words) >= end:
            return True
        at = text.find(words, at + 1)
    return False


def _words_of(dataset: Dataset, record: Record) -> Iterator[str]:
    """Titles and numbers of documents, and literals of a record and of those that it tells of."""
    if isinstance(record, ArticleRecord):
        yield from (literal.text for literal in record.literals)
        for told in dataset.told_by(record):
            yield from _words_of(dataset, told)
    elif isinstance(record, Reporting):
        yield from (literal.text for literal in record.literals)
        for document in record.documents:
            yield from (words for words in (document.title, document.number, document.article) if words)
