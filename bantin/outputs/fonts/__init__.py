"""The typefaces of documents and cards: what the pages are set in, as files that programs of print read.

Subsets of Be Vietnam Pro 1.002 and Source Serif 4 4.004 (SIL Open Font License, beside them): Latin with all
letters of Vietnamese, composed and in pieces, and the punctuation and signs of the articles. No hinting; of
the features only what sets text: kerning, marks, ligatures, figures of one width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

SANS, SANS_BOLD, SERIF = "BeVietnamPro-Regular", "BeVietnamPro-SemiBold", "SourceSerif4-Regular"
"""Headlines, labels and figures; their strong form; running text."""

FONTS = (SANS, SANS_BOLD, SERIF)
"""All there are."""


@cache
def font(name: str) -> bytes:
    """The file of a typeface, TrueType."""
    return files(__name__).joinpath(f"{name}.ttf").read_bytes()


@cache
def letters(name: str) -> frozenset[str]:
    """The characters that a typeface draws, from the table of its file that says so (``cmap``, format 4)."""
    data = font(name)
    tables = {data[at : at + 4]: at for at in range(12, 12 + 16 * _short(data, 4), 16)}
    start = _long(data, tables[b"cmap"] + 8)
    for at in range(start + 4, start + 4 + 8 * _short(data, start + 2), 8):
        table = start + _long(data, at + 4)
        if _short(data, table) == 4:
            return frozenset(map(chr, _segments(data, table)))
    raise ValueError(f"{name} does not say which characters it draws")


def named(text: str, lost: set[str]) -> str:
    """The text with letters that no typeface draws as their numbers, [U+5317]: none is lost in silence.

    lost: gets these letters.
    """
    missing = set(text) - _drawn()
    if not missing:
        return text
    lost |= missing
    run = re.compile(f"[{''.join(map(re.escape, sorted(missing)))}]+")
    return run.sub(lambda found: f"[{' '.join(f'U+{ord(letter):04X}' for letter in found[0])}]", text)


@cache
def _drawn() -> frozenset[str]:
    return frozenset().union(*(letters(name) for name in FONTS))


def _segments(data: bytes, table: int) -> Iterator[int]:
    """The code points of a table of format 4: https://learn.microsoft.com/typography/opentype/spec/cmap."""
    twice = _short(data, table + 6)
    for at in range(table + 14, table + 14 + twice, 2):
        last, first = _short(data, at), _short(data, at + twice + 2)
        yield from range(first, min(last, 0xFFFE) + 1)


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2])


def _long(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4])
