"""The typefaces of documents and cards: what the pages are set in, as files that programs of print read.

Subsets of Be Vietnam Pro 1.002 and Source Serif 4 4.004 (SIL Open Font License, beside them): Latin with all
letters of Vietnamese, composed and in pieces, and the punctuation and signs of the articles. No hinting; of
the features only what sets text: kerning, marks, ligatures, figures of one width.
"""

from __future__ import annotations

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
