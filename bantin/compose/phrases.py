"""Pieces of Vietnamese sentences that may hold figures: joining, beginning, ending."""

from __future__ import annotations

from collections.abc import Sequence

from bantin.compose.said import Prose, plain

_DESCRIPTION_LENGTH = 160


def joined(phrases: Sequence[Prose], last: str = " và ") -> Prose:
    """Phrases as a list in a sentence: "a, b và c"."""
    if len(phrases) < 2:
        return phrases[0] if phrases else ()
    return (*separated(phrases[:-1], ", "), last, *phrases[-1])


def separated(phrases: Sequence[Prose], between: str) -> Prose:
    """Phrases one after the other with the same text between them."""
    pieces: list[Prose] = []
    for phrase in phrases:
        if pieces:
            pieces.append((between,))
        pieces.append(phrase)
    return tuple(piece for phrase in pieces for piece in phrase)


def capitalised(prose: Prose) -> Prose:
    """The same with a capital letter where a sentence begins; figures are left as they are."""
    if prose and isinstance(prose[0], str) and prose[0]:
        return (upper_first(prose[0]), *prose[1:])
    return prose


def upper_first(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def sentence(*pieces: Prose | str) -> Prose:
    """Pieces as one sentence: a capital at the beginning, a full stop at the end."""
    flat: list[object] = []
    for piece in pieces:
        flat.extend([piece] if isinstance(piece, str) else piece)
    return capitalised((*merged(flat), "."))


def merged(pieces: Sequence[object]) -> Prose:
    """The same prose with neighbouring plain pieces joined into one."""
    result: list[object] = []
    for piece in pieces:
        if isinstance(piece, str) and result and isinstance(result[-1], str):
            result[-1] += piece
        elif piece != "":
            result.append(piece)
    return tuple(result)  # type: ignore[arg-type]  # only pieces of prose went in


def sentences(*parts: Prose) -> Prose:
    """Sentences one after the other in a paragraph."""
    return merged([piece for piece in separated([part for part in parts if part], " ")])


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


def _trimmed(pieces: list[object]) -> list[object]:
    """The pieces without white space and signs of a broken sentence at their end."""
    while pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip(" ,;:.")
        if pieces[-1]:
            break
        pieces.pop()
    return pieces
