"""Words written twice: slips of the hand or of cut and paste."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.problems import Severity, say

_SYLLABLE = r"[^\W\d_]+"
_DOUBLED = re.compile(rf"(?<!\w)({_SYLLABLE}(?:\s+{_SYLLABLE}){{1,3}}?)\s+\1(?!\w)")
_FUNCTION_WORD = re.compile(
    r"(?<!\w)(và|của|các|những|được|để|cho|với|tại|về|theo|đã|sẽ|bị|đến|thì|mà|khi|trên|ở|là|bởi|cùng|hoặc"
    r"|nhưng|rằng)\s+\1(?!\w)"
)
_NOUN_AND_VERB = frozenset(
    {
        "tổ chức",
        "quy định",
        "quyết định",
        "kiến nghị",
        "đề nghị",
        "yêu cầu",
        "báo cáo",
        "hướng dẫn",
        "chỉ đạo",
    }
)
"""Words that are noun and verb: "các tổ chức tổ chức hội nghị" is said of bodies that hold meetings."""

_NOUN_AHEAD = frozenset({"các", "những", "mọi", "mỗi", "nhiều", "một", "số", "ban", "theo", "bản", "ra"})
_LASTING = frozenset({"từng bước", "một chút", "từng chút", "đời đời", "ngày ngày"})
"""Doublings that mean something: "từng bước từng bước"."""


@house_rule(Severity.WARNING, repairs=True)
def doubled_words(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """Two or more syllables in a row are not written twice: “Nghị quyết Nghị quyết”. One syllable written
    twice is often a word of its own: luôn luôn, dần dần."""
    for found in _DOUBLED.finditer(passage.plain) if _comes_again(passage.plain, (2, 3, 4)) else ():
        words = " ".join(found[1].split())
        if words in _LASTING or len(set(words.lower().split())) == 1:
            continue
        both = words.lower() in _NOUN_AND_VERB
        if both and _word_before(passage.plain, found.start()) in _NOUN_AHEAD:
            continue
        yield Slip(
            found.start(),
            len(found[0]),
            say("“{words}” is written twice", words=words),
            remedy=say("delete one of them"),
            instead=None if both and words.lower() != "chỉ đạo" else found[1],
        )


def _comes_again(text: str, distances: tuple[int, ...]) -> bool:
    """Whether some word may stand a second time so many words further on: quickly asked, rarely so."""
    words = text.split()
    return any(any(map(str.startswith, words[distance:], words)) for distance in distances)


def _word_before(text: str, place: int) -> str:
    words = text[:place].split()
    return words[-1].lower() if words else ""


@house_rule(Severity.HINT)
def doubled_function_word(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """Small words such as “và”, “của”, “các” are not written twice."""
    for found in _FUNCTION_WORD.finditer(passage.plain) if _comes_again(passage.plain, (1,)) else ():
        yield Slip(
            found.start(),
            len(found[0]),
            say("“{words}” is written twice", words=found[1]),
            remedy=say("delete one of them, unless it is meant"),
        )
