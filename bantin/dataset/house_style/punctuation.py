"""Marks as newspapers set them: one sign for three dots, curved quotation marks, a dash between numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.kept import is_kept
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.problems import Severity, say

_DOTS = re.compile(r"\.{3,}")
_RANGE = re.compile(
    r"(?<![\w.,/–-])\d[\d.,/]*+%?( ?- ?)\d[\d/]*+(?:[.,]\d+)*+%?(?![\w/–-])",
)
_CURVED = re.compile("[“”]")
_OPENS, _CLOSES = re.compile(r"(?:^|(?<=[\s(\[]))\"(?=\S)"), re.compile(r'(?<=\S)"(?=[\s.,;:!?)\]…]|$)')


@house_rule(Severity.WARNING, repairs=True)
def three_dots(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """What is left out is marked by the one sign “…”, not by dots in a row."""
    if "..." not in passage.plain:
        return
    for found in _DOTS.finditer(passage.plain):
        yield Slip(
            found.start(),
            len(found[0]),
            say("dots in a row stand here"),
            remedy=say("write the sign “…”"),
            instead="…",
        )


@house_rule(Severity.WARNING, repairs=True)
def straight_quotes(passage: Passage, _: Dataset) -> Iterator[Slip]:
    """Quotations stand between “ and ”."""
    if '"' not in passage.plain:
        return
    places = [place for place, sign in enumerate(passage.plain) if sign == '"']
    opening = [found.start() for found in _OPENS.finditer(passage.plain)]
    closing = [found.start() for found in _CLOSES.finditer(passage.plain)]
    paired = len(places) % 2 == 0 and opening == places[::2] and closing == places[1::2]
    paired = paired and not _CURVED.search(passage.plain)
    for start, end in zip(opening, closing, strict=True) if paired else ((place, place) for place in places):
        quoted = passage.source[start + 1 : end]
        yield Slip(
            start,
            end + 1 - start,
            say("a straight quotation mark stands here"),
            remedy=say("write “ before the quotation and ” behind it"),
            instead=f"“{quoted}”" if paired else None,
        )


@house_rule(Severity.WARNING, repairs=True)
def hyphen_in_range(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """From one number to another goes the long dash without spaces: 2020–2025."""
    if "-" not in passage.plain:
        return
    for found in _RANGE.finditer(passage.plain):
        if is_kept(dataset, passage, found.start(), found.end()):
            continue
        yield Slip(
            found.start(1),
            len(found[1]),
            say("a hyphen stands between the numbers of a range"),
            remedy=say("write the long dash without spaces: 2020–2025"),
            instead="–",
        )
