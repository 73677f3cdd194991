"""The language's pieces of sentences for prose that holds figures, and descriptions cut to length.

Each name is that of ``bantin.language.sentences`` with the types of prose filled in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from bantin.compose.said import Prose, plain
from bantin.language import sentences as language
from bantin.language.sentences import upper_first

__all__ = [
    "capitalised",
    "cut",
    "joined",
    "merged",
    "sentence",
    "sentences",
    "separated",
    "shortened",
    "upper_first",
    "without_figures",
]

_DESCRIPTION_LENGTH = 160
_NAME_LENGTH = 80


def joined(phrases: Sequence[Prose], last: str = " và ") -> Prose:
    """Phrases as a list in a sentence: "a, b và c"."""
    return language.joined(phrases, last)


def separated(phrases: Sequence[Prose], between: str) -> Prose:
    """Phrases one after the other with the same text between them."""
    return language.separated(phrases, between)


def capitalised(prose: Prose) -> Prose:
    """The same with a capital letter where a sentence begins; figures are left as they are."""
    return language.capitalised(prose)


def sentence(*pieces: Prose | str) -> Prose:
    """Pieces as one sentence: a capital at the beginning, a full stop at the end."""
    return language.sentence(*pieces)


def merged(pieces: Sequence[object]) -> Prose:
    """The same prose with neighbouring plain pieces joined into one; only pieces of prose go in."""
    return cast(Prose, language.merged(pieces))


def sentences(*parts: Prose) -> Prose:
    """Sentences one after the other in a paragraph."""
    return language.sentences(*parts)


def shortened(prose: Prose) -> Prose:
    """A description for search engines: whole words and whole figures, at most 160 characters."""
    if len(plain(prose)) <= _DESCRIPTION_LENGTH:
        return prose
    kept: list[object] = []
    room = _DESCRIPTION_LENGTH - 1
    for piece in prose:
        text = plain((piece,))
        if len(text) > room:
            whole = text[: room + 1].rpartition(" ")[0] if isinstance(piece, str) else ""
            return merged([*_trimmed([*kept, whole]), "…"])
        kept.append(piece)
        room -= len(text)
    return prose


def cut(prose: Prose) -> str:
    """A few words that name a thing: up to the first mark, at most 80 characters, whole words, no figures."""
    name = re.split(r"[,;:.(]", without_figures(prose), maxsplit=1)[0].strip()
    return name if len(name) <= _NAME_LENGTH else f"{name[: _NAME_LENGTH - 1].rpartition(' ')[0]}…"


def without_figures(prose: Prose) -> str:
    """The words alone, for a name that stands beside a figure."""
    return " ".join("".join(piece for piece in prose if isinstance(piece, str)).split())


def _trimmed(pieces: list[object]) -> list[object]:
    """The pieces without white space and signs of a broken sentence at their end."""
    while pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip(" ,;:.")
        if pieces[-1]:
            break
        pieces.pop()
    return pieces
