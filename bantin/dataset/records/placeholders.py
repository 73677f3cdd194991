"""Signs that keep the place of a text which nobody has written yet."""

from __future__ import annotations

import re

from bantin.dataset.records.reading import text_of
from bantin.dataset.records.refused import Refused
from bantin.problems import say

_KEEPS_A_PLACE = re.compile(
    r"[\W_]*(?:…|\.{3}|_{3}|\?{2})[\W_]*"
    r"|\W*(?:(?:cần|chờ|sẽ) điền|điền (?:vào|sau|tiếp|ở đây)|(?:chờ|sẽ) bổ sung|bổ sung sau)(?: đây| sau)?\W*"
    r"|\W*x{3,}\W*|\W*(?:todo|fixme|tbd)\W*",
    re.IGNORECASE,
)
_LEFT_TO_DO = re.compile(r"(?:TODO(?<!\wTODO)|FIXME(?<!\wFIXME)|TBD(?<!\wTBD))(?!\w)")
"""What stands before a word is asked last: it runs over every text, and looks for its first letter."""


def written(value: object) -> str:
    """The text of a scalar with single spaces; raises Refused for what only keeps the place of a text."""
    text = text_of(value)
    refuse_placeholder(text)
    return text


def refuse_placeholder(text: str) -> None:
    """Raises Refused where the text is "…", "điền vào", "TODO" or the like, and no text of a record."""
    if _KEEPS_A_PLACE.fullmatch(text.strip()) or _LEFT_TO_DO.search(text):
        raise Refused(
            "empty-value",
            say("“{text}” only keeps the place of what is to be written", text=text.strip()),
            remedy=say("write it, or take the line out where it may be left out"),
        )
