"""Spaces: one between words, none before a mark, one after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import BLANK, Passage
from bantin.problems import Severity, say

_DOUBLED = re.compile(r"\S {2,}(?=\S)")
_BEFORE_MARK = re.compile(r"\s+([,;!?]|[.:](?=[\s)”\"]|$))")
_AFTER_SPACE = re.compile(r"[,;!?.:](?<=\s.)")
"""Finds what may be a mark behind a space: marks are fewer than spaces."""
_BEFORE_PERCENT = re.compile(r"(?<=\d)\s+%")
_CROWDED = re.compile(r"[,;:!?.](?=[^\W_])")


@house_rule(Severity.HINT, repairs=True)
def doubled_space(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """One space stands between two words."""
    if "  " not in passage.plain:
        return
    for found in _DOUBLED.finditer(passage.plain):
        yield Slip(
            found.start(),
            len(found[0]),
            say("more than one space stands here"),
            remedy=say("leave one"),
            instead=passage.source[found.start()] + " ",
        )


@house_rule(Severity.WARNING, repairs=True)
def space_before_mark(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """No space stands before a comma, a full stop, a semicolon, a colon, an exclamation or question mark."""
    if not _AFTER_SPACE.search(passage.plain):
        return
    for found in _BEFORE_MARK.finditer(passage.plain):
        if not found.start():
            continue
        before, behind = passage.plain[found.start() - 1], passage.plain[found.end() : found.end() + 1]
        between_numbers = before.isdigit() and behind.isdigit()
        yield Slip(
            found.start(),
            len(found[0]),
            say("a space stands before “{mark}”", mark=found[1]),
            remedy=say("write the mark right behind the word"),
            instead=None if between_numbers else found[1] + " " * _begins_a_word(behind),
        )


def _begins_a_word(sign: str) -> bool:
    return sign.isalnum() or (sign != "" and sign in f"{BLANK}“(")


@house_rule(Severity.WARNING, repairs=True)
def space_before_percent(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """The sign % stands right behind its number: 12,5%."""
    if "%" not in passage.plain:
        return
    for found in _BEFORE_PERCENT.finditer(passage.plain):
        yield Slip(
            found.start(),
            len(found[0]),
            say("a space stands before “{mark}”", mark="%"),
            remedy=say("write 12,5% without a space"),
            instead="%",
        )


@house_rule(Severity.WARNING)
def no_space_after_mark(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """A space follows a comma, a full stop, a semicolon or a colon between words; numbers, dates and
    addresses are written as they are."""
    for found in _CROWDED.finditer(passage.plain):
        mark, before = found[0], passage.plain[found.start() - 1 : found.start()]
        if before.isalpha() and (mark != "." or _ends_a_sentence(passage.plain, found.start())):
            yield Slip(
                found.start(),
                1,
                say("no space follows “{mark}”", mark=mark),
                remedy=say("write a space behind the mark"),
            )


def _ends_a_sentence(text: str, stop: int) -> bool:
    """Whether a full stop between letters stands between two sentences, and not in "TP.HCM"."""
    return text[stop - 1].islower() and text[stop + 1].isupper() and text[stop + 2 : stop + 3].islower()
