"""Sentences that carry figures, composed from observations.

Here figures become facts; how facts become sentences is the grammar of ``bantin.language.sentences``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.compose.lookalikes import Lookalikes
from bantin.compose.naming import Naming
from bantin.compose.parts import counts_many_things, each_part, things_counted
from bantin.compose.phrases import merged, separated
from bantin.compose.prose import Teller
from bantin.compose.row_labels import details
from bantin.compose.said import Abbreviation, FigureMention, Prose
from bantin.compose.wording import NOTHING, comparison, short_unit
from bantin.dataset.forces import FORCES
from bantin.dataset.records.amounts import Finality
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Force
from bantin.dataset.records.registers import NumberKind
from bantin.figures import Figures
from bantin.language import periods
from bantin.language.sentences import (
    FIRST_TIME,
    PROVISIONAL,
    REVISED,
    Counted,
    Fact,
    Form,
    Telling,
    lower_first,
)

Mention = FigureMention | Abbreviation

_VIOLATIONS = ("Các vi phạm liên quan đến ", "Nội dung vi phạm gồm ")

_FINALITY = {Finality.PROVISIONAL: PROVISIONAL, Finality.REVISED: REVISED}

_NOT_YET_DONE = (Force.DECIDED, Force.AGREED, Force.CONSIDERED, Force.DEMANDED, Force.PROPOSED)
"""Forces that are said before the verb: who proposes has not done it yet."""


class Facts:
    """Composes the fact sentences of one article."""

    def __init__(self, teller: Teller, naming: Naming) -> None:
        self._teller = teller
        self._wording = teller.wording
        self._naming = naming
        self._telling: Telling[Mention] = Telling()
        self._topics = {subject.id: lower_first(subject.label) for subject in naming.dataset.subjects}
        self._lookalikes = Lookalikes(teller.figures.values(), naming)
        self._violations = 0

    def paragraphs(self, names: Iterable[str]) -> Iterator[Prose]:
        """The named figures in as few sentences as their actors allow, and as paragraphs by subject."""
        return self._telling.paragraphs([self._fact(self._teller.figures[name]) for name in names])

    def main_points(self, figures: Iterable[Figures]) -> tuple[Prose, ...]:
        """The first figure in a sentence that says its period, and all others after it, without parts."""
        facts = [self._fact(found, with_parts=False) for found in figures]
        return tuple(self._telling.summary(facts)) if facts else ()

    def opening(self, figures: Figures) -> Prose:
        """One figure and its change in a sentence of its own that says its period."""
        return self._telling.opening(self._fact(figures, with_parts=False))

    def _fact(self, figures: Figures, with_parts: bool = True) -> Fact[Mention]:
        observation, indicator = figures.observed.observation, figures.indicator
        day, earlier = observation.as_of, figures.earlier_period
        verb = self._verb(figures)
        return Fact(
            counted=self._counted(figures, with_parts),
            verb=verb,
            actor=self._naming.acting(figures.observed),
            preparer=self._naming.short(observation.prepared_by) if observation.prepared_by else "",
            long_unit=indicator.unit,
            done=not indicator.stock and not f"{verb} ".startswith("có "),
            form=_form(figures),
            when=""
            if indicator.stock or _decided_outside(figures)
            else periods.label(figures.observed.period),
            as_of=f"tính đến {self._naming.day(day)}" if day else "",
            topic=self._topics[indicator.subject],
            whole=_whole(figures),
            compared=comparison(figures) if earlier else "",
            compared_again=comparison(figures, again=True) if earlier else "",
            after=tuple(self._kinds_of_violation(figures)) if with_parts else (),
            apart=(observation.force, figures.actual is None),
        )

    def _counted(self, figures: Figures, with_parts: bool) -> Counted[Mention]:
        wording = self._wording
        attainment = wording.attainment(figures)
        only_share = figures.actual is None and bool(attainment)
        apart = self._lookalikes.told_apart(figures)
        return Counted(
            value=(f"{figures.indicator.unit} ", *attainment) if only_share else self._value(figures),
            unit=short_unit(figures),
            further=" ".join(word for word in (apart.further, _what_for(figures)) if word),
            notes=tuple(note for note in (apart.note, details(figures), _told_of(figures)) if note),
            movement=wording.movement(figures),
            plan=() if only_share else attainment,
            parts=each_part(wording, figures) if with_parts else (),
            nothing=self._nothing(figures),
        )

    def _value(self, figures: Figures) -> Prose:
        if figures.actual is not None:
            return self._wording.value(figures)
        if counts_many_things(figures):
            return things_counted(self._wording, figures)
        return self._wording.plan(figures) if figures.plan is not None else ()

    def _nothing(self, figures: Figures) -> FigureMention | None:
        """The zero of a count as the word of a sentence, where somebody is known to have done nothing."""
        actual, observation = figures.actual, figures.observed.observation
        none = actual is not None and actual.exact and not actual.quantity.amount
        told = observation.actor and not observation.prepared_by and figures.plan is None
        if not (none and told) or figures.attainment or figures.indicator.number is not NumberKind.COUNT:
            return None
        assert actual is not None
        return self._wording.mention(figures, actual, NOTHING)

    def _verb(self, figures: Figures) -> str:
        """What was done to what is counted, or only planned, proposed, decided."""
        verb, force = figures.indicator.verb, figures.observed.observation.force
        if figures.actual is None and figures.attainment is None and figures.plan is not None:
            return f"có kế hoạch {verb}"
        if force is None or force not in _NOT_YET_DONE or verb.startswith(FORCES[force].lower()):
            return verb
        return f"{FORCES[force].lower()} {verb}"

    def _kinds_of_violation(self, figures: Figures) -> Iterator[Prose]:
        violations = figures.observed.observation.violations
        if violations is not None:
            items = separated([self._teller.tell(item) for item in violations.items], "; ")
            lead = _VIOLATIONS[self._violations % len(_VIOLATIONS)]
            self._violations += 1
            yield merged([lead, *items, "…" if violations.open else "."])


def _decided_outside(figures: Figures) -> bool:
    """Whether the figure is what a meeting did on a day outside the period that it is about: the awards for
    2025 were proposed in January 2026, not "trong năm 2025"."""
    record, period = figures.observed.record, figures.observed.period
    day = record.day if isinstance(record, Meeting) else None
    acted = figures.observed.observation.force is not None
    return acted and day is not None and not period.first_day <= day <= period.last_day


def _what_for(figures: Figures) -> str:
    """The period behind the unit, where the sentence cannot begin with it."""
    return periods.label(figures.observed.period) if _decided_outside(figures) else ""


def _form(figures: Figures) -> Form:
    """The sentence that a value needs: shares and parts without a whole have one of their own."""
    if not any((figures.actual, figures.plan, figures.attainment)):
        return Form.COUNT if counts_many_things(figures) else Form.PARTS
    return Form.SHARE if figures.indicator.number is NumberKind.PERCENT else Form.COUNT


def _whole(figures: Figures) -> str:
    """What is counted, by the name of its row: "đảng viên bị thi hành kỷ luật"; "" where that is no noun."""
    name = lower_first(figures.indicator.label)
    return name if name.startswith(figures.indicator.unit) else ""


def _told_of(figures: Figures) -> str:
    """What the source itself says of a value, for brackets: not the last word, another before, the first."""
    told = [_FINALITY.get(figures.actual.finality, "") if figures.actual else ""]
    told += [FIRST_TIME] if figures.observed.observation.first_published else []
    return ", ".join(word for word in told if word)
