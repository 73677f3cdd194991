"""Abbreviations: defined once, at their first use in the reading order of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.dataset.records.article import ArticleRecord, BodyPart
from bantin.problems import Severity, say


@house_rule(Severity.WARNING)
def abbreviation_defined_late(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """An abbreviation that a text defines by hand, “Ủy ban kiểm tra (UBKT)”, is not used before: there the
    program has defined it already, and readers would be told twice."""
    if not _is_read_in_order(passage) or "(" not in passage.plain:
        return
    for word, meaning in dataset.site.abbreviations.items():
        by_hand, used = _patterns(word, meaning)
        found = by_hand.search(passage.plain)
        if found and any(map(used.search, _read_before(passage, found.start()))):
            yield Slip(
                found.start(1),
                len(found[1]),
                say("“{word}” is defined here, but stands further up already", word=word),
                (say("the program defines an abbreviation at its first use in lead and body"),),
                say("take “({word})” away here, or define it further up", word=word),
            )


def _is_read_in_order(passage: Passage) -> bool:
    return isinstance(passage.record, ArticleRecord) and (
        passage.path == ("lead",) or isinstance(passage.owner, BodyPart)
    )


def _read_before(passage: Passage, place: int) -> Iterator[str]:
    """What people wrote in lead and body of the article before the place in the passage."""
    record = passage.record
    assert isinstance(record, ArticleRecord)
    if passage.path != ("lead",):
        yield record.lead.source if record.lead else ""
        for part in record.body:
            if part is passage.owner:
                break
            yield part.text.source if part.text else ""
    yield passage.plain[:place]


@cache
def _patterns(word: str, meaning: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The definition by hand (its brackets a group), and a use without one."""
    short = re.escape(word)
    by_hand = re.compile(rf"{re.escape(meaning)}\s+(\({short}\))", re.IGNORECASE)
    return by_hand, re.compile(rf"(?<!\w){short}(?!\w)")
