"""Facts one after the other as paragraphs that do not read like a form.

All choices follow from the facts and their order alone: the same facts are told the same way each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic

from bantin.language.sentences.clauses import (
    Ending,
    Manner,
    both,
    can_be_both,
    can_be_bracketed,
    can_share,
    clause,
)
from bantin.language.sentences.facts import Fact, Form
from bantin.language.sentences.parts import parts_sentence
from bantin.language.sentences.pieces import Pieces, T, sentence, sentences

LINKS = ("", "cũng trong {when}, ", "", "ngoài ra, ", "", "bên cạnh đó, ")
"""How further sentences of one period begin, in turn."""

DAY_LINKS = ("", "cùng thời điểm, ", "", "ngoài ra, ")
"""How further sentences of one day begin, in turn."""

STATE_LINKS = ("", "", "ngoài ra, ")
"""How sentences of what there is begin, in turn, which name no period."""

ENOUGH_FOR_A_PARAGRAPH = 3
"""After so many sentences a new subject begins a new paragraph."""

_ENDINGS = (Ending.TRAILING, Ending.BRACKETED, Ending.FRONTED)
"""In turn. What a figure is never chooses: a figure corrected later stands in the same sentence as before."""


class Telling(Generic[T]):
    """Tells the facts of one page; remembers what has just been said and how."""

    def __init__(self) -> None:
        self._when = ""
        self._told = self._states = self._periods = 0
        self._endings = 0
        self._compared = ""
        self._again = False
        self._paired = False
        self._opened: list[tuple[object, ...]] = []

    def paragraphs(self, facts: Iterable[Fact[T]]) -> Iterator[Pieces[T]]:
        """The facts in their order, in as few sentences as they allow, and as paragraphs by subject."""
        groups = list(_grouped(self._left(facts)))
        topics = {group[0].topic for group in groups if group[0].topic}
        long = len(topics) > 1 and len(groups) > ENOUGH_FOR_A_PARAGRAPH + 1
        told: list[Pieces[T]] = []
        self._begin_paragraph()
        topic = ""
        for together, other in self._paired_up(groups):
            enough = len(told) >= ENOUGH_FOR_A_PARAGRAPH and groups[-1] not in (together, other)
            begins = long and enough and together[0].topic != topic
            if begins:
                yield sentences(*told)
                told = []
                self._begin_paragraph()
            topic = together[0].topic
            told.extend(self._sentences(together, other, _about(together[0]) if begins else ""))
        if told:
            yield sentences(*told)

    def opening(self, fact: Fact[T]) -> Pieces[T]:
        """One fact and its movement in a sentence of its own that begins with its period."""
        self._opened.append(_key(fact))
        told, _ = clause([fact], Manner())
        return sentence(f"{fact.as_of or fact.when}, " if fact.as_of or fact.when else "", told)

    def summary(self, facts: Sequence[Fact[T]]) -> Iterator[Pieces[T]]:
        """The first fact as an opening, and the others after it: these do not name its period again."""
        first, *others = facts
        yield self.opening(first)
        self._when = first.as_of or first.when
        if told := list(self.paragraphs(others)):
            yield sentences(*told)

    def _left(self, facts: Iterable[Fact[T]]) -> Iterator[Fact[T]]:
        """The facts; of one that the opening has told only what it left out, if anything."""
        for fact in facts:
            if _key(fact) not in self._opened:
                yield fact
            elif fact.counted.parts or fact.after:
                yield replace(fact, form=Form.REST)

    def _begin_paragraph(self) -> None:
        self._endings, self._compared, self._again, self._paired = 0, "", False, False

    def _paired_up(
        self, groups: Sequence[Sequence[Fact[T]]]
    ) -> Iterator[tuple[Sequence[Fact[T]], Sequence[Fact[T]]]]:
        """Every other time two deeds of one body in one sentence, where they read as one."""
        position = 0
        while position < len(groups):
            together = groups[position]
            other = groups[position + 1] if position + 1 < len(groups) else ()
            self._paired = not self._paired and bool(other) and can_be_both(together, other)
            yield together, other if self._paired else ()
            position += 2 if self._paired else 1

    def _sentences(
        self, together: Sequence[Fact[T]], other: Sequence[Fact[T]], about: str
    ) -> Iterator[Pieces[T]]:
        first = together[0]
        if first.form is Form.REST:
            yield from _rest(first)
            return
        beginning = self._beginning(first, about)
        manner = self._manner((*together, *other), bool(other))
        if other:
            yield sentence(beginning, both(together, other, manner))
            return
        told, left = clause(together, manner)
        yield sentence(beginning, told)
        for position, phrase in enumerate(left):
            yield parts_sentence(phrase, first.counted.unit, again=position % 2 == 1)
        yield from first.after

    def _beginning(self, fact: Fact[T], about: str) -> str:
        """When the values were counted, where that has not just been said, or what they are about."""
        if not fact.as_of and not fact.when:
            self._states += 1
            return about or STATE_LINKS[(self._states - 1) % len(STATE_LINKS)]
        if (fact.as_of or fact.when) != self._when:
            self._when, self._told = fact.as_of or fact.when, 0
            return f"{fact.as_of}, " if fact.as_of else self._in_period(fact.when)
        if about:
            return about
        self._told += 1
        links = DAY_LINKS if fact.as_of else LINKS
        return links[(self._told - 1) % len(links)].format(when=fact.when)

    def _in_period(self, when: str) -> str:
        """A period that is named anew: "trong năm 2025, ", and every other time "năm 2024, "."""
        self._periods += 1
        if self._periods % 2 == 0:
            return f"{when}, "
        return f"trong thời gian {when}, " if when.startswith("từ ") else f"trong {when}, "

    def _manner(self, facts: Sequence[Fact[T]], paired: bool) -> Manner:
        """Where the movement stands and how its comparison is said, after what has just been said."""
        if not any(fact.counted.movement for fact in facts):
            self._compared, self._again = "", False
            return Manner()
        compared = facts[0].compared
        self._again = compared == self._compared and not self._again
        self._compared = compared
        ending = _ENDINGS[self._endings % len(_ENDINGS)]
        self._endings += 1
        if paired or (ending is Ending.BRACKETED and not can_be_bracketed(facts)):
            ending = Ending.TRAILING
        return Manner(ending, self._again)


def _rest(fact: Fact[T]) -> Iterator[Pieces[T]]:
    unit = fact.counted.unit
    for position, phrase in enumerate(fact.counted.parts):
        far = "" if position else fact.whole or f"{unit} này"
        yield parts_sentence(phrase, unit, again=position % 2 == 1, far=far)
    yield from fact.after


def _about(fact: Fact[T]) -> str:
    """The subject as the beginning of a paragraph, where the verb does not say the same."""
    said = fact.topic in fact.verb or fact.verb in fact.topic
    return f"về {fact.topic}, " if fact.topic and not said else ""


def _key(fact: Fact[T]) -> tuple[object, ...]:
    return (fact.actor, fact.preparer, fact.verb, fact.when, fact.as_of, fact.counted.value)


def _grouped(facts: Iterable[Fact[T]]) -> Iterator[Sequence[Fact[T]]]:
    """Facts that share a sentence, in their order."""
    together: list[Fact[T]] = []
    for fact in facts:
        if together and not can_share(together, fact):
            yield together
            together = []
        together.append(fact)
    if together:
        yield together
