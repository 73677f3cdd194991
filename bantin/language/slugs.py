"""Vietnamese text as the last part of an address."""

from __future__ import annotations

import re
import unicodedata

FALLBACK = "bai"
"""What a text without any Latin letter or digit becomes ("bài": article)."""

_D_WITH_STROKE = str.maketrans("đð", "dd")
"""Old fonts and some keyboards write the Icelandic letter for đ."""


def slug(text: str, limit: int = 80) -> str:
    """Small ASCII letters and digits with single hyphens between words: "Đảng ủy" is "dang-uy".

    At most ``limit`` characters, cut between words where there is more than one; never empty, and
    a slug is its own slug. Raises ValueError for a limit below 1.
    """
    if limit < 1:
        raise ValueError("a slug needs room for one character")
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    found = re.findall("[a-z0-9]+", letters.casefold().translate(_D_WITH_STROKE))
    words: list[str] = found or [FALLBACK]
    kept = words[0][:limit]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > limit:
            break
        kept = f"{kept}-{word}"
    return kept
