"""Ordinals of sessions, terms and congresses: in figures, in Roman numerals, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_ONES = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LAST = {1: ("mốt", "một"), 4: ("tư", "bốn"), 5: ("lăm", "nhăm")}
_ALONE = {1: ("nhất", "một"), 2: ("hai", "nhì"), 4: ("tư", "bốn")}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


class Numbered(StrEnum):
    """What an ordinal counts; PLAIN where only “thứ” or “lần thứ” stands before it."""

    TERM = "term"
    CONGRESS = "congress"
    SESSION = "session"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal in a text: where its number stands, the number, what it counts, how it is written."""

    start: int
    end: int
    number: int
    of: Numbered
    written: str

    @property
    def is_roman(self) -> bool:
        """Whether it is a Roman numeral."""
        return set(self.written) <= _ROMAN.keys()

    @property
    def in_words(self) -> bool:
        """Whether it is written in words."""
        return not self.is_roman and not self.written.isdigit()


def _words() -> Iterator[tuple[str, int]]:
    """The words for 1 to 99, each with its number."""
    for one in range(1, 10):
        yield from ((word, one) for word in _ALONE.get(one, (_ONES[one],)))
    for ten in range(1, 10):
        tens = "mười" if ten == 1 else f"{_ONES[ten]} mươi"
        yield tens, 10 * ten
        for one in range(1, 10):
            last = _LAST.get(one, (_ONES[one],)) if ten > 1 or one == 5 else (_ONES[one],)
            yield from ((f"{tens} {word}", 10 * ten + one) for word in last)


_NUMBERS = dict(_words())
_WRITTEN = "|".join(sorted(_NUMBERS, key=lambda word: (-len(word), word)))
ORDINAL_NUMBER = rf"\d{{1,3}}|[IVXLC]+|(?i:{_WRITTEN})(?! \d)"
"""A pattern of the number in an ordinal; "năm" before digits is a year."""

_ORDINAL = re.compile(
    r"(?<!\w)(?:(?P<term>(?i:kh[oó][aá]|nhiệm kỳ))"
    r"|(?P<congress>(?i:đại hội)(?: \w+){0,6}? (?i:lần thứ)|(?i:đại hội(?: đảng)?)(?= [IVXLC]+(?!\w)))"
    r"|(?P<session>(?i:kỳ họp|phiên họp|phiên|hội nghị)(?: \w+){0,2}? (?i:lần thứ|thứ))"
    rf"|(?P<plain>(?i:lần thứ|thứ|lần))) (?P<number>{ORDINAL_NUMBER})(?!\w)"
)


def ordinals(text: str) -> Iterator[Ordinal]:
    """The ordinals in a text without line breaks, in order.

    "kỳ họp thứ mười hai", "khóa XVII", "Đại hội Đảng bộ tỉnh lần thứ 16"; plain ones are most often the
    name of nothing ("lần thứ hai").
    """
    for match in _ORDINAL.finditer(text):
        written = match["number"]
        of = next(kind for kind in Numbered if match[kind.value])
        yield Ordinal(match.start("number"), match.end("number"), _number(written), of, written)


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    if set(written) <= _ROMAN.keys():
        values = [_ROMAN[sign] for sign in written]
        return sum(
            -value if any(later > value for later in values[place:]) else value
            for place, value in enumerate(values)
        )
    return _NUMBERS[written.lower()]
