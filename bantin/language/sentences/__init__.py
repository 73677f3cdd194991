"""Sentence building: how Vietnamese says figures, generic over what a figure is.

From the smallest to the largest: ``pieces`` (stretches of text that hold opaque things), ``amounts``,
``movements``, ``comparisons``, ``plans``, ``parts``, ``actors`` (phrases), ``facts`` (what a sentence can
say), ``clauses`` (one sentence), ``telling`` (sentences that follow each other). Everything is a pure
function of its input, but for ``Telling``, which remembers what it has just said.
"""

from bantin.language.sentences.actors import acting, by_whom, together
from bantin.language.sentences.amounts import FIRST_TIME, PROVISIONAL, REVISED, none_of, ranged, with_notes
from bantin.language.sentences.clauses import LONGEST, Ending, Manner, clause
from bantin.language.sentences.comparisons import comparison, not_compared
from bantin.language.sentences.facts import Counted, Fact, Form
from bantin.language.sentences.movements import (
    Direction,
    Movement,
    MovementSize,
    direction_of,
    moved,
    size_of,
)
from bantin.language.sentences.parts import (
    among_them,
    by_name,
    made_up_of,
    nested,
    on_base,
    parts_sentence,
    without_opening,
)
from bantin.language.sentences.pieces import (
    Pieces,
    capitalised,
    joined,
    listed,
    lower_first,
    merged,
    sentence,
    sentences,
    separated,
    upper_first,
    words,
)
from bantin.language.sentences.plans import PLAN, PlanResult, attained, beyond, met, plan_result
from bantin.language.sentences.telling import Telling

__all__ = [
    "FIRST_TIME",
    "LONGEST",
    "PLAN",
    "PROVISIONAL",
    "REVISED",
    "Counted",
    "Direction",
    "Ending",
    "Fact",
    "Form",
    "Manner",
    "Movement",
    "MovementSize",
    "Pieces",
    "PlanResult",
    "Telling",
    "acting",
    "among_them",
    "attained",
    "beyond",
    "by_name",
    "by_whom",
    "capitalised",
    "clause",
    "comparison",
    "direction_of",
    "joined",
    "listed",
    "lower_first",
    "made_up_of",
    "merged",
    "met",
    "moved",
    "nested",
    "none_of",
    "not_compared",
    "on_base",
    "parts_sentence",
    "plan_result",
    "ranged",
    "sentence",
    "sentences",
    "separated",
    "size_of",
    "together",
    "upper_first",
    "with_notes",
    "without_opening",
    "words",
]
