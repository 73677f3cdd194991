"""How long headline, lead and caption may be before readers stop reading them.

A reference is counted as what usually comes of it: "22 đảng viên".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.dataset.records.article import ArticleRecord, PhotoRecord
from bantin.problems import Message, Severity, say

HEADLINE, HEADLINE_AT_MOST = 90, 130
"""Characters: about two lines of a headline on a phone; search pages and shared links cut it off sooner."""

LEAD, CAPTION = 60, 45
"""Words: what is read in one breath; a caption longer than that hides its photo on a phone."""

_REFERENCE = re.compile(r"\$\([^()\n]*\)")
_SAID = "22 đảng viên"
_TO_LEAD = say("keep what is new, and leave the rest to the lead")


def _as_read(passage: Passage) -> str:
    return " ".join(_REFERENCE.sub(_SAID, passage.source).split())


@house_rule(Severity.WARNING)
def long_headline(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """A headline has at most 90 characters, two lines on a phone; one of more than 130 is cut off nearly
    everywhere it is shown."""
    if passage.path != ("headline",) or not isinstance(passage.owner, ArticleRecord):
        return
    length = len(_as_read(passage))
    if length > HEADLINE_AT_MOST:
        yield _too_long(
            passage,
            say("the headline has {length} characters, far more than {most}", length=length, most=HEADLINE),
            say("search pages, shared links and phones cut it off; nobody will read its end"),
            _TO_LEAD,
        )
    elif length > HEADLINE:
        yield _too_long(
            passage,
            say("the headline has {length} characters, more than {most}", length=length, most=HEADLINE),
            say("on a phone it takes more than two lines"),
            _TO_LEAD,
        )


@house_rule(Severity.WARNING)
def long_lead(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """A lead has at most 60 words: it says in one breath what happened."""
    if passage.path == ("lead",) and isinstance(passage.owner, ArticleRecord):
        yield from _more_words(passage, LEAD, say("the lead"), say("it is also what search pages show"))


@house_rule(Severity.WARNING)
def long_caption(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """A caption has at most 45 words: it says who and what is seen, and no more."""
    if passage.path == ("caption",) and isinstance(passage.owner, PhotoRecord):
        yield from _more_words(
            passage, CAPTION, say("the caption"), say("on a phone it takes more room than the photo")
        )


def _more_words(passage: Passage, most: int, what: Message, why: Message) -> Iterator[Slip]:
    words = len(_as_read(passage).split())
    if words > most:
        message = say("{what} has {words} words, more than {most}", what=what, words=words, most=most)
        yield _too_long(passage, message, why, say("keep what is new, and move the rest into the body"))


def _too_long(passage: Passage, message: Message, why: Message, remedy: Message) -> Slip:
    return Slip(0, len(passage.source.rstrip()), message, (why,), remedy)
