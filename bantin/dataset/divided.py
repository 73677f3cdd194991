"""Breakdowns in their place: the whole that each divides, parts of parts included, and what it can be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bantin.dataset.observed import Observed
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.base import Part, Path
from bantin.dataset.records.breakdowns import Breakdown, BreakdownKind
from bantin.dataset.records.registers import NumberKind
from bantin.language import Interval, Shortening, decimal_step, total, values_of


@dataclass(frozen=True)
class Divided:
    """A breakdown with its whole.

    whole: what the parts are parts of, None where nobody published it; holder and path: where it stands;
    inside: the classes that lead from the observation to it; number: what kind of number is divided;
    beside: all breakdowns of the same number, this one among them.
    """

    found: Observed
    breakdown: Breakdown
    whole: Amount | None
    holder: Part
    path: Path
    inside: tuple[str, ...]
    number: NumberKind
    beside: tuple[Breakdown, ...]

    @property
    def adds_up(self) -> bool:
        """Whether nothing is in two parts: in a partition, and in all there is on a base of its own."""
        own_base = self.breakdown.base is not None and self.breakdown.complete
        return own_base or self.breakdown.kind is BreakdownKind.PARTITION

    @property
    def in_shares(self) -> bool:
        """Whether the parts are told as shares of something counted, all of them."""
        parts = self.breakdown.parts.values()
        return bool(parts) and self.number is not NumberKind.PERCENT and all(part.percent for part in parts)

    def alone(self, classification: str) -> Breakdown | None:
        """The breakdown of the same whole by one classification alone, if there is one."""
        alike = (one for one in self.beside if one.by == classification and one.parts)
        return next((one for one in alike if _unit(one) == self.unit), None)

    @property
    def unit(self) -> str:
        """What the parts count, where it is not what the whole counts."""
        return _unit(self.breakdown)

    def possible(self, amount: Amount, how: Shortening) -> Interval | None:
        """What a part can be, in the unit of the whole; None for a share of what nobody counted exactly."""
        if not amount.percent or self.number is NumberKind.PERCENT:
            return values_of(amount.quantity, step_of(amount, self.number), how)
        if self.whole is None or not self.whole.quantity.exact:
            return None
        share = values_of(amount.quantity, decimal_step(amount.quantity.amount), how)
        return share.times(Fraction(self.whole.quantity.amount) / 100)

    def sum_of(self, amounts: Iterable[Amount], how: Shortening) -> Interval | None:
        """What the sum of some parts can be; None where one of them is not known."""
        intervals = [self.possible(amount, how) for amount in amounts]
        return total(known) if len(known := [one for one in intervals if one]) == len(intervals) else None


def divided(found: Observed, number: NumberKind) -> Iterator[Divided]:
    """All breakdowns of an observation, those of parts after the one that has the part."""
    observation = found.observation
    whole = (observation.actual, observation, ("actual",))
    yield from _all(found, observation.breakdowns, *whole, (), number)


def step_of(amount: Amount, number: NumberKind) -> Decimal:
    """The worth of the last digit that a number is known to; 0 for what was counted."""
    quantity = amount.quantity
    if quantity.rounded_to is not None:
        return quantity.rounded_to
    written = decimal_step(quantity.amount)
    return written if number is not NumberKind.COUNT or amount.percent or written < 1 else Decimal(0)


def _all(
    found: Observed,
    breakdowns: tuple[Breakdown, ...],
    whole: Amount | None,
    holder: Part,
    path: Path,
    inside: tuple[str, ...],
    number: NumberKind,
) -> Iterator[Divided]:
    for breakdown in breakdowns:
        base = breakdown.base
        of = (whole, holder, path) if base is None else (base.actual, base, ("actual",))
        yield Divided(found, breakdown, *of, inside, number, breakdowns)
        for name, part in breakdown.parts.items():
            counted = None if part.percent and number is not NumberKind.PERCENT else part
            here = (counted, breakdown, ("parts", name), (*inside, name))
            yield from _all(found, part.breakdowns, *here, number)


def _unit(breakdown: Breakdown) -> str:
    return breakdown.base.unit if breakdown.base else ""
