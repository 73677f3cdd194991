"""Where tone marks stand: one way for all texts of the site, "hòa, ủy" or "hoà, uỷ"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.kept import is_kept
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.language import TonePlacement, placed_tones, with_tones
from bantin.language.syllables import TONED
from bantin.problems import Severity, say


def _toned(letters: str) -> str:
    return "".join("".join(TONED[letter][1:]) for letter in letters)


_OTHERWISE = {
    TonePlacement.OLD: re.compile(rf"(?:[oO][{_toned('aAeE')}]|(?<![qQ])[uU][{_toned('yY')}])(?!\w)"),
    TonePlacement.NEW: re.compile(rf"(?:[{_toned('oO')}][aAeE]|(?<![qQ])[{_toned('uU')}][yY])(?!\w)"),
}
"""For each way: finds all that may be placed the other way, and a little more, but quickly."""


@house_rule(Severity.WARNING, repairs=True)
def tone_placement(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """Tone marks are placed in the one way that ``house_style`` names, “ủy” or “uỷ”; names and quotations
    stay as they are."""
    wanted = dataset.site.house_style.tone_placement
    if not _OTHERWISE[wanted].search(passage.plain):
        return
    for placed in placed_tones(passage.plain):
        end = placed.start + len(placed.syllable)
        if placed.placement is wanted or is_kept(dataset, passage, placed.start, end):
            continue
        right = with_tones(placed.syllable, wanted)
        yield Slip(
            placed.start,
            len(placed.syllable),
            say("“{written}” has its tone mark in the other place", written=placed.syllable),
            (say("data/site.yml, house_style: tone_placement {placement}", placement=wanted.value),),
            say("write “{name}”", name=right),
            right,
        )
