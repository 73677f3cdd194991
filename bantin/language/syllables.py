"""The pieces of a Vietnamese syllable: how it can begin, how it can end, and its six tones."""

from __future__ import annotations

import unicodedata

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ONSETS = tuple(_ONSETS.split())
"""The consonants that a syllable can begin with; one can also begin with its vowel."""

TONE_MARKS = (
    "",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{COMBINING GRAVE ACCENT}",
    "\N{COMBINING HOOK ABOVE}",
    "\N{COMBINING TILDE}",
    "\N{COMBINING DOT BELOW}",
)
"""No mark, sắc, huyền, hỏi, ngã, nặng."""

_VOWELS = "aăâeêioôơuưy"

TONED = {
    letter: tuple(unicodedata.normalize("NFC", letter + mark) for mark in TONE_MARKS)
    for vowel in _VOWELS
    for letter in (vowel, vowel.upper())
}
"""Each vowel with each tone mark, the bare one first."""
