"""Where the tone mark stands in a syllable that leaves a choice: "hòa" or "hoà", "ủy" or "uỷ".

Only open syllables that end in "oa", "oe" or "uy" leave one. In all others both ways of placing agree:
closed syllables ("hoàn", "khoẻn"), those with a third vowel ("ngoài", "khuỷu"), those whose letters bear
a mark of their own ("thuở", "Huế"). The "u" of "qu" and the "i" of "gi" belong to the consonant ("quý",
"già"), so that nothing is to be chosen there. Text is taken precomposed (NFC).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bantin.language.syllables import ONSETS, TONED


class TonePlacement(StrEnum):
    """Which of the two vowels bears the mark."""

    OLD = "old"
    """The first: "hòa", "khỏe", "ủy"."""
    NEW = "new"
    """The second: "hoà", "khoẻ", "uỷ"."""


@dataclass(frozen=True, slots=True)
class PlacedTone:
    """A syllable that leaves a choice, as a text has it: where it begins, and how it is written."""

    start: int
    syllable: str
    placement: TonePlacement


def _both_ways() -> Iterator[tuple[str, str]]:
    """The toned rhymes both ways, the older first, in small letters and capitals of any mixture."""
    for first, second in (("o", "a"), ("o", "e"), ("u", "y")):
        for one in (first, first.upper()):
            for two in (second, second.upper()):
                for at in range(1, len(TONED[one])):
                    yield TONED[one][at] + two, one + TONED[two][at]


_NEWER = dict(_both_ways())
_OLDER = {new: old for old, new in _NEWER.items()}
_ONSETS = "|".join(sorted((onset for onset in ONSETS if onset not in ("qu", "gi")), key=len, reverse=True))
_SYLLABLE = re.compile(
    rf"(?<![\w\u0300-\u036f])((?i:{_ONSETS})?)({'|'.join((*_NEWER, *_OLDER))})(?![\w\u0300-\u036f])"
)


def with_new_tones(text: str) -> str:
    """The text with "hoà", "khoẻ", "uỷ" for "hòa", "khỏe", "ủy"."""
    return _SYLLABLE.sub(lambda match: match[1] + _NEWER.get(match[2], match[2]), text)


def with_old_tones(text: str) -> str:
    """The text with "hòa", "khỏe", "ủy" for "hoà", "khoẻ", "uỷ"."""
    return _SYLLABLE.sub(lambda match: match[1] + _OLDER.get(match[2], match[2]), text)


def with_tones(text: str, placement: TonePlacement) -> str:
    """The text with all its tone marks placed in one way."""
    return with_new_tones(text) if placement is TonePlacement.NEW else with_old_tones(text)


def placed_tones(text: str) -> Iterator[PlacedTone]:
    """Each syllable of the text that leaves a choice and bears a mark, in order."""
    for match in _SYLLABLE.finditer(text):
        placement = TonePlacement.OLD if match[2] in _NEWER else TonePlacement.NEW
        yield PlacedTone(match.start(), match[0], placement)
