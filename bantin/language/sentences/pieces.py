"""Stretches of a sentence that may hold opaque things between its words: joining, beginning, ending.

What a figure or an abbreviation is does not matter here: whatever is no plain string is kept as it is, in
its place, and counts as one word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Pieces = tuple[str | T, ...]
"""Plain strings and things to be mentioned, in reading order."""

_BRACKETS = re.compile(r"\([^()]*\)")
ENDS = (".", "…", "!", "?")


def merged(pieces: Sequence[str | T]) -> Pieces[T]:
    """The same with neighbouring plain pieces joined into one and empty ones left out."""
    result: list[str | T] = []
    words = ""
    for piece in pieces:
        if isinstance(piece, str):
            words += piece
            continue
        if words:
            result.append(words)
            words = ""
        result.append(piece)
    return (*result, words) if words else tuple(result)


def separated(phrases: Sequence[Pieces[T]], between: str) -> Pieces[T]:
    """Phrases one after the other with the same text between them."""
    pieces: list[str | T] = []
    for phrase in phrases:
        pieces.extend((between, *phrase) if pieces else phrase)
    return tuple(pieces)


def joined(phrases: Sequence[Pieces[T]], last: str = " và ") -> Pieces[T]:
    """Phrases as a list in a sentence: "a, b và c"."""
    if len(phrases) < 2:
        return phrases[0] if phrases else ()
    return (*separated(phrases[:-1], ", "), last, *phrases[-1])


def listed(phrases: Sequence[Pieces[T]]) -> Pieces[T]:
    """Phrases as a list that stays clear: with semicolons where one of them holds a comma or "và" itself."""
    if len(phrases) > 1 and any(_is_divided(phrase) for phrase in phrases):
        return separated(phrases, "; ")
    return joined(phrases)


def _is_divided(phrase: Pieces[T]) -> bool:
    """Whether a phrase holds a comma or "và" outside brackets."""
    text = "".join(piece if isinstance(piece, str) else "#" for piece in phrase)
    outside = _BRACKETS.sub("", text)
    return ", " in outside or " và " in outside


def upper_first(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text for the middle of a sentence; names and short forms keep their capital.

    A name is known by its second syllable: "Việt Nam", but "Đảng viên"; a short form by its capitals.
    """
    first, _, rest = text.partition(" ")
    if rest[:1].isupper() or first[1:2].isupper():
        return text
    return text[:1].lower() + text[1:]


def capitalised(pieces: Pieces[T]) -> Pieces[T]:
    """The same with a capital letter where a sentence begins; figures are left as they are."""
    if pieces and isinstance(pieces[0], str) and pieces[0]:
        return (upper_first(pieces[0]), *pieces[1:])
    return pieces


def sentence(*parts: Pieces[T] | str) -> Pieces[T]:
    """Parts as one sentence: a capital at its beginning, a full stop at its end where it has no end yet."""
    flat: list[str | T] = []
    for part in parts:
        flat.extend([part] if isinstance(part, str) else part)
    told = merged(flat)
    ended = bool(told) and isinstance(told[-1], str) and told[-1].endswith(ENDS)
    return capitalised(told if ended or not told else merged((*told, ".")))


def sentences(*parts: Pieces[T]) -> Pieces[T]:
    """Sentences one after the other in a paragraph."""
    return merged(separated([part for part in parts if part], " "))


def words(pieces: Pieces[T]) -> int:
    """How many words a reader has to take in; a figure is one."""
    return sum(len(piece.split()) if isinstance(piece, str) else 1 for piece in pieces)
