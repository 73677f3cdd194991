"""Breakdowns → figures: parts, parts of parts, their shares, and the bases they are counted on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from bantin.dataset.dataset import Dataset
from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.breakdowns import Breakdown, BreakdownKind, PartAmount
from bantin.dataset.records.registers import ClassOfClassification, Indicator
from bantin.figures.comparing import computed_changes
from bantin.figures.figure import Derivation, Figure, Origin, PartFigure
from bantin.figures.making import derived, published

Key = tuple[str, ...]
"""The class of a part, or the classes of a cell's row and column."""


@dataclass(frozen=True)
class Whole:
    """Something that is divided: its identity without an aspect, its number, and how it is broken down."""

    identity: str
    figure: Figure | None
    breakdowns: tuple[Breakdown, ...]
    path: Key = ()


@dataclass(frozen=True)
class Division:
    """One way in which a number is divided, with the figures of its parts or cells.

    base: what the parts are counted on, if that is not the number itself.
    """

    whole: Whole
    breakdown: Breakdown
    unit: str
    base: Figure | None
    numbers: dict[Key, Figure]
    shares: dict[Key, Figure]

    @property
    def of(self) -> Figure | None:
        """What the parts are parts of."""
        return self.whole.figure if self.breakdown.base is None else self.base

    @property
    def is_partition(self) -> bool:
        """Whether the parts make up the whole, none left out and none counted twice."""
        return self.breakdown.complete and self.breakdown.kind is BreakdownKind.PARTITION

    def identity(self, *key: str) -> str:
        """The identity of a part or cell, without an aspect; of a line of a table with "" for the other."""
        named = zip((self.breakdown.by, self.breakdown.across), key, strict=False)
        return "/".join([self.whole.identity, *(f"{of}={name}" for of, name in named if name)])

    def parts_of(self, name: str) -> tuple[Breakdown, ...]:
        """How a part is divided further."""
        part = self.breakdown.parts.get(name)
        return part.breakdowns if part else ()


@dataclass(frozen=True)
class Dividing:
    """What the breakdowns of one observation are computed with."""

    dataset: Dataset
    indicator: Indicator

    def classes(self, classification: str) -> tuple[ClassOfClassification, ...]:
        """The classes in their order."""
        return self.dataset.classification[classification].entries()

    def division(self, whole: Whole, breakdown: Breakdown) -> Division:
        """The parts of a breakdown as figures: published, or 0 (implied) where nothing is left."""
        unit = breakdown.base.unit if breakdown.base else self.indicator.unit
        bare = Division(whole, breakdown, unit, None, {}, {})
        units = {entry.id: entry.unit or unit for entry in self.classes(breakdown.across or breakdown.by)}
        amounts = {tuple(map(str, path[1:])): amount for path, amount in breakdown.amounts()}
        numbers = {
            key: figure
            for key, amount in amounts.items()
            if not _is_share(amount, unit, self.indicator)
            and (figure := published(f"{bare.identity(*key)}/actual", amount, units.get(key[-1], unit)))
        }
        base = _base(bare, list(numbers.values()))
        made = replace(bare, base=base, numbers=numbers)
        made = replace(made, numbers=numbers | self._nothing_left(made, units))
        return replace(made, shares=dict(self._shares(made, amounts)))

    def _nothing_left(self, division: Division, units: dict[str, str]) -> dict[Key, Figure]:
        """The classes that a complete partition does not name: 0."""
        of, given = division.of, tuple(division.numbers.values())
        in_table = division.breakdown.across is not None
        if not division.is_partition or not all(figure.exact for figure in given):
            return {}
        if not in_table and (of is None or not _is_told(of) or len(given) < len(division.breakdown.parts)):
            return {}
        why = Derivation.LEFT_OUT if in_table or of is None else Derivation.NOTHING_LEFT
        terms = () if in_table or of is None else (of, *given)
        return {
            key: derived(f"{division.identity(*key)}/actual", 0, units[key[-1]], why, terms, Origin.IMPLIED)
            for key in self._keys(division.breakdown)
            if key not in division.numbers
        }

    def _keys(self, breakdown: Breakdown) -> Iterator[Key]:
        for entry in self.classes(breakdown.by):
            if breakdown.across is None:
                yield (entry.id,)
            else:
                yield from ((entry.id, column.id) for column in self.classes(breakdown.across))

    def _shares(self, division: Division, amounts: dict[Key, Amount]) -> Iterator[tuple[Key, Figure]]:
        """The shares of parts: published, or computed from two exact numbers of the same unit."""
        of = division.of
        for key in {**division.numbers, **amounts}:
            identity, amount = f"{division.identity(*key)}/share", amounts.get(key)
            figure = division.numbers.get(key)
            told = amount.share.quantity if isinstance(amount, PartAmount) and amount.share else None
            if amount is not None and figure is None and (alone := published(identity, amount, "%")):
                yield key, alone
            elif told is not None:
                yield key, Figure(identity, told, "%")
            elif figure and of and figure.unit == of.unit != "%" and _divisible(figure, of):
                yield key, share_of(identity, figure, of)

    def cell(self, now: Division, then: Division | None, key: Key, label: str) -> PartFigure:
        """A part or cell beside the same one in the period before."""
        figure, earlier = now.numbers.get(key), then.numbers.get(key) if then else None
        share = now.shares.get(key)
        if figure is None and share is not None:
            before = then.shares.get(key) if then else None
            part = compared(key[-1], label, now.identity(*key), share, before)
            return replace(part, figure=None, share=share, path=(*now.whole.path, *key))
        part = compared(key[-1], label, now.identity(*key), figure, earlier)
        return replace(part, share=share, path=(*now.whole.path, *key))


def compared(
    name: str, label: str, identity: str, figure: Figure | None, previous: Figure | None
) -> PartFigure:
    """A part with its earlier number and what changed."""
    unit = figure.unit if figure else ""
    return PartFigure(name, label, figure, previous, *computed_changes(identity, figure, previous, unit))


def share_of(identity: str, part: Figure, whole: Figure) -> Figure:
    """Part ÷ whole in percent."""
    share = Fraction(part.quantity.amount) / Fraction(whole.quantity.amount) * 100
    return derived(identity, share, "%", Derivation.SHARE, (part, whole))


def sum_of(identity: str, parts: list[Figure], unit: str) -> Figure | None:
    """The sum of exact numbers, or None."""
    if not parts or not all(part.exact for part in parts):
        return None
    added = sum((Fraction(part.quantity.amount) for part in parts), Fraction(0))
    return derived(identity, added, unit, Derivation.SUM_OF_PARTS, tuple(parts))


def _base(division: Division, numbers: list[Figure]) -> Figure | None:
    """What the parts are counted on: published, or the sum of all there are."""
    base = division.breakdown.base
    if base is None:
        return None
    identity = f"{division.whole.identity}/{division.breakdown.by}/base"
    known = published(identity, base.actual, base.unit)
    if known is not None or not division.is_partition:
        return known
    implied = sum_of(identity, numbers, base.unit)
    return implied and replace(implied, origin=Origin.IMPLIED)


def _is_told(whole: Figure) -> bool:
    """Whether the whole is published exactly, and not itself made of its parts."""
    return whole.exact and whole.origin is Origin.PUBLISHED


def _divisible(part: Figure, whole: Figure) -> bool:
    return part.exact and whole.exact and bool(whole.quantity.amount)


def _is_share(amount: Amount, unit: str, indicator: Indicator) -> bool:
    return amount.percent and unit != "%" and indicator.number.value != "percent"
