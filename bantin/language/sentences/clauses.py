"""One sentence of one or more values: who did what to how many, how that moved, what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bantin.language.sentences.actors import acting
from bantin.language.sentences.amounts import none_of, with_notes
from bantin.language.sentences.facts import Counted, Fact, Form
from bantin.language.sentences.movements import moved
from bantin.language.sentences.parts import without_opening
from bantin.language.sentences.pieces import Pieces, T, listed, merged, separated, words

LONGEST = 50
"""So many syllables a sentence has at most where it can be divided: read aloud, that is one breath."""

MOST_VALUES, MOST_MOVED_VALUES = 4, 3
"""How many values share a sentence; of those that moved each comes twice, once with its movement."""


class Ending(Enum):
    """Where a sentence says how its values moved."""

    TRAILING = "trailing"
    """", tăng 2 tổ chức so với năm 2024"."""
    FRONTED = "fronted"
    """", so với năm 2024 tăng 2 tổ chức"."""
    BRACKETED = "bracketed"
    """" (tăng 2 tổ chức so với năm 2024)"."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a sentence is said: where its movement stands, and whether the comparison has just been said."""

    ending: Ending = Ending.TRAILING
    again: bool = False


def can_share(together: Sequence[Fact[T]], another: Fact[T]) -> bool:
    """Whether a value can join others in their sentence and still be told apart from them."""
    first, values = together[0], [fact.counted for fact in (*together, another)]
    if first.alone or another.alone:
        return False
    if (first.circumstances, first.verb, first.topic) != (another.circumstances, another.verb, another.topic):
        return False
    any_moved = any(value.movement for value in values)
    if len(values) > (MOST_MOVED_VALUES if any_moved else MOST_VALUES):
        return False
    if any_moved and any(value.plan for value in values):
        return False
    if len({value.unit for value in values}) == len(values):
        return True
    return not any_moved and len({(value.unit, value.further, value.notes) for value in values}) == len(
        values
    )


def can_be_bracketed(facts: Sequence[Fact[T]]) -> bool:
    """Whether the movement can stand in brackets behind the only value: nothing stands between the two."""
    value = facts[0].counted
    return len(facts) == 1 and not value.notes and not value.plan and facts[0].form is Form.COUNT


def clause(facts: Sequence[Fact[T]], manner: Manner) -> tuple[Pieces[T], tuple[Pieces[T], ...]]:
    """The sentence of values that share one, without beginning and full stop, and what did not fit in.

    What did not fit are parts, one phrase each, for sentences of their own.
    """
    first = facts[0]
    if first.form is Form.PARTS:
        bare = [without_opening(phrase) for phrase in first.counted.parts]
        return merged((_who(first).rstrip(), ": ", *separated(bare, "; "))), ()
    told = merged((*_told(facts), *_movement(facts, manner)))
    if len(facts) > 1:
        return told, ()
    return _with_parts(told, first.counted.parts)


def both(one: Sequence[Fact[T]], other: Sequence[Fact[T]], manner: Manner) -> Pieces[T]:
    """Two deeds of one body in a sentence: "UBKT đã kiểm tra 9 tổ chức đảng và kỷ luật 4 đảng viên".

    What both are compared with is said once, behind the last movement: "…, tăng 2 tổ chức; kỷ luật 4 đảng
    viên, tăng 1 đảng viên so với năm 2024".
    """
    later = any(fact.counted.movement for fact in other)
    first = merged((*_told(one), *_movement(one, manner, compare=not later)))
    second = merged((f"{other[0].verb} ", *_amounts(other), *_movement(other, manner)))
    return listed([first, second])


def can_be_both(one: Sequence[Fact[T]], other: Sequence[Fact[T]]) -> bool:
    """Whether two deeds read as one sentence: one body, one time, one subject, done, and told in short."""
    first, second = one[0], other[0]
    plain = all(fact.done and not fact.alone and not fact.preparer and fact.actor for fact in (first, second))
    short = not any(fact.counted.parts or fact.counted.plan for fact in (*one, *other))
    alike = (first.circumstances, first.topic) == (second.circumstances, second.topic)
    if not (plain and short and alike) or len(one) + len(other) > MOST_VALUES:
        return False
    return first.verb != second.verb and words(both(one, other, Manner())) <= LONGEST - 8


def _who(fact: Fact[T]) -> str:
    return acting(fact.actor, fact.verb, fact.done, fact.preparer)


def _told(facts: Sequence[Fact[T]]) -> Pieces[T]:
    first = facts[0]
    if first.counted.nothing is not None:
        none = none_of(first.counted.nothing, first.verb, first.long_unit)
        return merged((f"{first.actor} ", *_set_apart(none, first.counted)))
    if first.form is Form.SHARE:
        plan = (", ", *first.counted.plan) if first.counted.plan else ()
        return merged((*_set_apart(first.counted.value, first.counted), f" {first.verb}", *plan))
    return merged((_who(first), *_amounts(facts)))


def _amounts(facts: Sequence[Fact[T]]) -> Pieces[T]:
    return listed([_amount(fact.counted, alone=len(facts) == 1) for fact in facts])


def _amount(value: Counted[T], alone: bool) -> Pieces[T]:
    told = _set_apart(value.value, value)
    if value.plan:
        told = merged((*told, ", ", *value.plan))
    if not alone and value.parts:
        bare = [without_opening(phrase) for phrase in value.parts]
        told = merged((*told, " (", *separated(bare, "; "), ")"))
    return told


def _set_apart(told: Pieces[T], value: Counted[T]) -> Pieces[T]:
    return with_notes((*told, f" {value.further}") if value.further else told, *value.notes)


def _movement(facts: Sequence[Fact[T]], manner: Manner, compare: bool = True) -> Pieces[T]:
    known = [fact.counted.movement for fact in facts if fact.counted.movement]
    if not known:
        return ()
    phrase = moved(known, every=len(known) == len(facts))
    compared = (facts[0].compared_again if manner.again else facts[0].compared) if compare else ""
    if not compared:
        return (", ", *phrase)
    match Ending.TRAILING if facts[0].counted.nothing is not None else manner.ending:
        case Ending.FRONTED:
            return (f", {compared} ", *phrase)
        case Ending.BRACKETED:
            return (" (", *phrase, f" {compared})")
    return (", ", *phrase, f" {compared}")


def _with_parts(told: Pieces[T], parts: Sequence[Pieces[T]]) -> tuple[Pieces[T], tuple[Pieces[T], ...]]:
    """The clause with as many of its parts behind it as make no sentence too long; the others."""
    for position, phrase in enumerate(parts):
        longer = merged((*told, "; " if position else ", ", *phrase))
        if words(longer) > LONGEST:
            return told, tuple(parts[position:])
        told = longer
    return told, ()
