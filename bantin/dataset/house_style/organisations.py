"""Names of organisations: written as in their record, capitals included."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.problems import Severity, say

_CAPITAL_AHEAD = re.compile(r"\s+(?:[A-ZĐÀ-Ý]|[\u1ea0-\u1ef9])")


@dataclass(frozen=True, slots=True)
class _Names:
    """What is looked for in texts.

    known: a name in small letters → the ways of writing it that are right; variants: a way of writing
    that is not → the name; pattern: finds the first syllable of any of them that begins with a capital.
    """

    known: dict[str, frozenset[str]]
    variants: dict[str, frozenset[str]]
    by_first: dict[str, tuple[str, ...]]
    pattern: re.Pattern[str] | None


@house_rule(Severity.WARNING, repairs=True)
def organisation_capitals(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """The name of an organisation has the capitals of its record: Ủy ban kiểm tra, not Ủy ban Kiểm tra."""
    names = _names(dataset.names_of_organisations, dataset.variants_of_organisations)
    for start, written, folded in _occurrences(passage.plain, names):
        right = names.known.get(folded)
        if right is None or written in right or written in names.variants:
            continue
        yield Slip(
            start,
            len(written),
            say("“{written}” is written “{name}” in its record", written=written, name=min(right)),
            remedy=say("write “{name}”", name=min(right)),
            instead=min(right) if len(right) == 1 else None,
        )


@house_rule(Severity.WARNING, repairs=True)
def organisation_variant(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """Where a record lists other ways of writing a name, texts have the name itself."""
    if not dataset.variants_of_organisations:
        return
    names = _names(dataset.names_of_organisations, dataset.variants_of_organisations)
    for start, written, folded in _occurrences(passage.plain, names):
        if written not in names.variants:
            continue
        right = names.known.get(folded) or names.variants[written]
        yield Slip(
            start,
            len(written),
            say("“{written}” is another way of writing “{name}”", written=written, name=min(right)),
            remedy=say("write “{name}”", name=min(right)),
            instead=min(right) if len(right) == 1 else None,
        )


def _occurrences(text: str, names: _Names) -> Iterator[tuple[int, str, str]]:
    """Where a name stands, however its capitals are: start, as written, in small letters.

    The longest name wins; one that goes on in capitals belongs to a name that nobody has recorded.
    """
    if names.pattern is None:
        return
    small, reached = text.lower(), 0
    if len(small) != len(text):
        return
    for found in names.pattern.finditer(text):
        if found.start() < reached or text[found.start() - 1 : found.start()].isalnum():
            continue
        for folded in names.by_first[found[0].lower()]:
            end = found.start() + len(folded)
            if small.startswith(folded, found.start()) and not text[end : end + 1].isalnum():
                reached = end
                if not _CAPITAL_AHEAD.match(text, end):
                    yield found.start(), text[found.start() : end], folded
                break


@cache
def _names(names: frozenset[str], variants: frozenset[tuple[str, str]]) -> _Names:
    known: dict[str, set[str]] = {}
    for name in names:
        if name[:1].isupper() and " " in name:
            known.setdefault(name.lower(), set()).add(name)
    other: dict[str, set[str]] = {}
    for variant, name in variants:
        if variant not in names and variant[:1].isupper() and " " in variant:
            other.setdefault(variant, set()).add(name)
    by_first: dict[str, list[str]] = {}
    for folded in {*known, *(variant.lower() for variant in other)}:
        by_first.setdefault(folded.split()[0], []).append(folded)
    firsts = sorted({re.escape(first[0].upper() + first[1:]) for first in by_first}, key=len, reverse=True)
    firsts += sorted({re.escape(first.upper()) for first in by_first} - set(firsts))
    return _Names(
        {folded: frozenset(ways) for folded, ways in known.items()},
        {variant: frozenset(ways) for variant, ways in other.items()},
        {first: tuple(sorted(group, key=len, reverse=True)) for first, group in by_first.items()},
        re.compile(rf"(?:{'|'.join(firsts)})(?!\w)") if firsts else None,
    )
