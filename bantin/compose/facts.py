"""Sentences that carry figures, composed from observations.

Observations of the same actor, preparer, verb and force share a sentence. The way a sentence
begins rotates, so that no pattern stands three times in a row; a period that has not just been named
is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from bantin.compose.naming import Naming
from bantin.compose.phrases import joined, merged, sentence, sentences, separated, upper_first
from bantin.compose.prose import Teller
from bantin.compose.said import Prose
from bantin.dataset.forces import FORCES
from bantin.dataset.records.observations import Force
from bantin.dataset.records.registers import NumberKind
from bantin.figures import Figures
from bantin.language import Period, format_date, periods

_VIOLATIONS = ("Các vi phạm liên quan đến ", "Nội dung vi phạm gồm ")
_AGAIN = ("", "Cũng trong {period}, ", "", "Ngoài ra, ")
"""How further sentences of the same period begin."""

_NOT_YET_DONE = (Force.DECIDED, Force.AGREED, Force.CONSIDERED, Force.DEMANDED, Force.PROPOSED)
"""Forces that are said before the verb: who proposes has not done it yet."""


class Facts:
    """Composes the fact sentences of one article; remembers how the last one began."""

    def __init__(self, teller: Teller, naming: Naming) -> None:
        self._teller = teller
        self._wording = teller.wording
        self._naming = naming
        self._period: Period | None = None
        self._told = 0
        self._violations = 0

    def paragraph(self, names: Iterable[str]) -> Prose:
        """The named figures in as few sentences as their actors allow."""
        figures = [self._teller.figures[name] for name in names]
        told: list[Prose] = []
        compared: Period | None = None
        again = False
        for _, members in groupby(figures, key=_sentence_key):
            group = list(members)
            again = compared == group[0].earlier_period and not again
            told.extend(self._sentences(group, again))
            compared = group[0].earlier_period if _is_compared(group) else None
        return sentences(*told)

    def opening(self, figures: Figures) -> Prose:
        """One figure and its change in a sentence of its own that says its period."""
        period = periods.label(figures.observed.period)
        return sentence(f"{_in_period(period)}, ", *self._clause([figures], parts=False))

    def _sentences(self, group: list[Figures], again: bool) -> Iterator[Prose]:
        yield sentence(self._beginning(group[0]), *self._clause(group, again=again))
        for figures in group:
            violations = figures.observed.observation.violations
            if violations is not None:
                items = separated([self._teller.tell(item) for item in violations.items], "; ")
                end = "…" if violations.open else "."
                lead = _VIOLATIONS[self._violations % len(_VIOLATIONS)]
                self._violations += 1
                yield merged([lead, *items, end])

    def _beginning(self, figures: Figures) -> str:
        """When the figures of a sentence were counted, where that has not just been said."""
        period, as_of = figures.observed.period, figures.observed.observation.as_of
        if as_of is not None:
            return f"Tính đến ngày {format_date(as_of)}, "
        if figures.indicator.stock:
            return ""
        name = periods.label(period)
        if period != self._period:
            self._period, self._told = period, 0
            return f"Trong thời gian {name}, " if name.startswith("từ ") else f"Trong {name}, "
        self._told += 1
        return _AGAIN[(self._told - 1) % len(_AGAIN)].format(period=name)

    def _clause(self, group: list[Figures], parts: bool = True, again: bool = False) -> list[Prose]:
        first = group[0]
        said = self._wording.parts(first) if len(group) == 1 else ()
        if not _has_number(first):
            return [(self._who_does(first).rstrip() + ": ",), _without_verb(said)]
        clauses: list[Prose] = [(self._who_does(first),), self._amounts(group)]
        if first.indicator.number is NumberKind.PERCENT:
            clauses = [self._amounts(group), (f" {first.indicator.verb}",)]
        if change := self._wording.changes(group, again):
            clauses.append((", ", *change))
        if parts and said:
            clauses.append((", ", *said))
        return clauses

    def _who_does(self, figures: Figures) -> str:
        observation, verb = figures.observed.observation, self._verb(figures)
        actor = self._naming.short(figures.observed.actor) if observation.actor else ""
        if observation.prepared_by:
            return f"{self._naming.short(observation.prepared_by)} đã tham mưu, giúp {actor} {verb} "
        if not actor and figures.indicator.stock:
            return f"{verb} "
        done = "" if figures.indicator.stock or f"{verb} ".startswith("có ") else "đã "
        return f"{actor} {done}{verb} ".lstrip()

    def _verb(self, figures: Figures) -> str:
        """What was done to what is counted, or only planned, proposed, decided."""
        verb, force = figures.indicator.verb, figures.observed.observation.force
        if figures.actual is None and figures.attainment is None and figures.plan is not None:
            return f"có kế hoạch {verb}"
        if force is None or force not in _NOT_YET_DONE or verb.startswith(FORCES[force].lower()):
            return verb
        return f"{FORCES[force].lower()} {verb}"

    def _amounts(self, group: list[Figures]) -> Prose:
        return joined([self._amount(figures, alone=len(group) == 1) for figures in group])

    def _amount(self, figures: Figures, alone: bool) -> Prose:
        attainment = self._wording.attainment(figures)
        if figures.actual is None and attainment:
            return (f"{figures.indicator.unit} ", *attainment)
        told: list[object] = [*self._value(figures), *self._details(figures)]
        if attainment:
            told += [", ", *attainment]
        if not alone and (parts := self._wording.parts(figures)):
            told += [" (", *_without_verb(parts), ")"]
        return merged(told)

    def _value(self, figures: Figures) -> Prose:
        return self._wording.plan(figures) if figures.actual is None else self._wording.value(figures)

    def _details(self, figures: Figures) -> Prose:
        details = self._wording.details(figures)
        return (f" ({details})",) if details else ()


def _sentence_key(figures: Figures) -> tuple[object, ...]:
    observed, observation = figures.observed, figures.observed.observation
    return (
        observed.actor,
        observation.prepared_by,
        figures.indicator.verb,
        observation.force,
        observed.period,
        observed.earlier_period,
        observation.as_of,
        observation.violations is not None,
        figures.name if _stands_alone(figures) else "",
        figures.actual is None,
    )


def _stands_alone(figures: Figures) -> bool:
    """Whether the sentence has a form of its own, that of shares and of parts without a whole."""
    return figures.indicator.number is NumberKind.PERCENT or not _has_number(figures)


def _has_number(figures: Figures) -> bool:
    """Whether there is more to say than parts of a whole that nobody published."""
    return any((figures.actual, figures.plan, figures.attainment))


def _is_compared(group: list[Figures]) -> bool:
    return any(figures.change or figures.percent_change for figures in group)


def _without_verb(parts: Prose) -> Prose:
    """Parts for brackets or behind a colon: "gồm" and "trong đó" are said by the signs themselves."""
    if parts and isinstance(parts[0], str):
        first = parts[0]
        for verb in ("gồm ", "trong đó có ", "trong đó "):
            first = first.removeprefix(verb)
        return merged([first, *parts[1:]])
    return parts


def _in_period(label: str) -> str:
    """When something was counted, at the beginning of a sentence: "Năm 2019", "6 tháng đầu năm 2025"."""
    return upper_first(label)
