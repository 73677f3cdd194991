"""Who acted: one body or several together, and who prepared it."""

from __future__ import annotations

from collections.abc import Sequence


def together(names: Sequence[str]) -> str:
    """Several bodies that acted as one: "A và B"; "A, B và C"; where a name holds "và" itself: "A cùng B"."""
    if len(names) < 2:
        return names[0] if names else ""
    divided = any(" và " in name or ", " in name for name in names)
    between, last = ("; ", " cùng ") if divided else (", ", " và ")
    return between.join(names[:-1]) + last + names[-1]


def acting(actor: str, verb: str, done: bool, preparer: str = "") -> str:
    """Who does it, up to the verb, with a space behind it.

    "UBKT đã kiểm tra "; with a preparer "UBKT đã tham mưu, giúp cấp ủy kiểm tra "; done: whether "đã" is
    said, which states and plans do not take. A name that ends as the verb begins is kept from it: "giúp Ủy
    ban kiểm tra tiến hành kiểm tra ".
    """
    if preparer:
        doing = "tiến hành" if _meets(actor, verb) else ""
        return " ".join(word for word in (preparer, "đã tham mưu, giúp", actor, doing, verb) if word) + " "
    return " ".join(word for word in (actor, "đã" if done else "", verb) if word) + " "


def by_whom(actor: str, preparer: str = "") -> str:
    """Who acted, for a label: "cấp ủy, do UBKT hai cấp tham mưu, giúp"."""
    return f"{actor}, do {preparer} tham mưu, giúp" if preparer else actor


def _meets(before: str, after: str) -> bool:
    """Whether the words that end one text begin the other."""
    first, second = before.lower().split(), after.lower().replace(",", "").split()
    return any(first[-length:] == second[:length] for length in range(1, min(len(first), len(second)) + 1))
