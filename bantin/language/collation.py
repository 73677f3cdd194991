"""The order of Vietnamese names: by letters (a ă â b … d đ e ê …), then by tones, syllable by syllable.

Source: the order of the alphabet as in the dictionaries of the language; tones in the order none, grave,
hook, tilde, acute, dot below. People are listed by their given name, the last word, then by the others.
"""

from __future__ import annotations

import re
import unicodedata

_ALPHABET = {letter: f"{place:02}" for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_WORD = re.compile(r"\d+|[^\W\d_]+")

Key = tuple[tuple[int, int, str, str], ...]
"""A tuple for each word: whether it is letters, how many digits it has, its letters or digits, its tone."""


def name_key(name: str) -> Key:
    """What names of bodies and subjects are sorted by: "Dân" before "Đảng", "Chi bộ 2" before "Chi bộ 10"."""
    return tuple(_word_key(word) for word in _WORD.findall(unicodedata.normalize("NFC", name.lower())))


def person_key(name: str) -> Key:
    """What people are sorted by: the given name, which stands last, before family and middle names."""
    *before, given = name_key(name) or ((0, 0, "", ""),)
    return (given, *before)


def _word_key(word: str) -> tuple[int, int, str, str]:
    if word.isdigit():
        digits = word.lstrip("0")
        return 0, len(digits), digits, ""
    signs = unicodedata.normalize("NFD", word)
    tone = "".join(_TONES[sign] for sign in signs if sign in _TONES)
    letters = unicodedata.normalize("NFC", "".join(sign for sign in signs if sign not in _TONES))
    return 1, 0, "".join(_ALPHABET.get(letter, f"99{letter}") for letter in letters), tone
