"""Vietnamese words as they are looked for: without marks, or with them wherever the tone mark is placed.

Readers type "uy ban", "uỷ ban" or "ủy ban" and mean the same words; whoever types marks wants the words with
those marks first. Each word has therefore two forms: *folded*, small ASCII letters ("uy"), and *toned*, its
letters with the number of its tone after them ("uy3"), which does not depend on where the tone mark stands.
The same is done with a reader's query in ``search.js``; one table of words holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
"""A number as printed ("4.300", "98,4"), or letters."""

_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_TONES = {"\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
"""Grave, acute, hook above, tilde, dot below."""

_STROKE = str.maketrans("đð", "dd")
"""Old fonts and some keyboards write the Icelandic letter for đ."""

_KNOWN_WORDS = 1 << 16
"""How many words are remembered: all syllables of the language, and as many numbers and names."""


def toned_words(text: str) -> list[str]:
    """The words of a text in reading order, in their toned form; numbers without the dots of thousands."""
    return [toned(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]


@lru_cache(_KNOWN_WORDS)
def toned(word: str) -> str:
    """A word in small letters, its tone a number at its end: "ủy" and "uỷ" are "uy3", "4.300" is "4300"."""
    if word[0].isdigit():
        return word.replace(".", "") if _GROUPED.fullmatch(word) else word
    letters: list[str] = []
    tones: list[str] = []
    for sign in unicodedata.normalize("NFD", word.lower()):
        (tones if sign in _TONES else letters).append(_TONES.get(sign, sign))
    return unicodedata.normalize("NFC", "".join(letters)) + "".join(tones)


@lru_cache(_KNOWN_WORDS)
def folded(term: str) -> str:
    """A toned word, or several with spaces between, without any mark: "đảng viên" (toned) is "dang vien"."""
    signs = unicodedata.normalize("NFD", term)
    letters = "".join(sign for sign in signs if not unicodedata.combining(sign)).translate(_STROKE)
    return re.sub(r"(?<=[^\W\d_])[1-5]+", "", letters)
