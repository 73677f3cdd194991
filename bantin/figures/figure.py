"""A figure: a number with identity, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bantin.dataset.observed import Observed
from bantin.dataset.records.observations import Attainment, Breakdown
from bantin.dataset.records.registers import Indicator
from bantin.dataset.records.values import Finality
from bantin.language import Period, Qualifier, Quantity, round_half_up
from bantin.problems import Location


class Origin(StrEnum):
    """Where a value comes from; derived from the records, never typed."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    IMPLIED = "implied"


class Derivation(StrEnum):
    """How a value that nobody published was found."""

    DIFFERENCE = "difference"
    """actual − earlier value"""
    PERCENT_CHANGE = "percent-change"
    """(actual − earlier value) ÷ earlier value × 100"""
    EARLIER_FROM_CHANGE = "earlier-from-change"
    """actual − published change"""
    NOTHING_LEFT = "nothing-left"
    """0, since the other parts of a complete partition make up the whole"""
    ATTAINED_SHARE = "attained-share"
    """actual ÷ plan × 100"""
    EXCESS = "excess"
    """(actual − plan) ÷ plan × 100"""
    READ_AS_ATTAINED = "read-as-attained"
    """the first meaning of "vượt N%": N"""
    READ_AS_EXCEEDED = "read-as-exceeded"
    """the second meaning of "vượt N%": 100 + N"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with identity.

    identity: indicator, actor, preparer, scope, legal basis, force, stage, period, part and aspect
    in one key; unit: the noun after it, "%" for percentages; terms: what a derived value was
    computed from, in the order of its formula; place: where in the records it is written, for what is
    no observation (the ledger finds that of observations by their identity).
    """

    identity: str
    quantity: Quantity
    unit: str
    origin: Origin = Origin.PUBLISHED
    finality: Finality = Finality.FINAL
    derivation: Derivation | None = None
    terms: tuple[Figure, ...] = ()
    place: Location | None = field(default=None, compare=False)

    @property
    def aspect(self) -> str:
        """The last word of the identity: actual, previous, change, percent_change …"""
        return self.identity.rsplit("/", 1)[-1]

    @property
    def exact(self) -> bool:
        """Whether the number is the value itself and no bound or estimate."""
        return self.quantity.qualifier is Qualifier.EXACT

    @property
    def percent(self) -> bool:
        """Whether the number is a percentage."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class PartFigure:
    """One class of a breakdown; figure is None where an open breakdown does not publish it.

    previous: the same class in the earlier record; change and percent_change: computed from the two.
    """

    class_id: str
    label: str
    figure: Figure | None
    previous: Figure | None = None
    change: Figure | None = None
    percent_change: Figure | None = None


@dataclass(frozen=True, slots=True)
class BreakdownFigures:
    """A breakdown with all classes of its classification in their order.

    unit: what the parts count; before_number: whether the names of the classes stand before their
    numbers ("khiển trách 16"); base: the whole of a breakdown with a base of its own.
    """

    breakdown: Breakdown
    label: str
    unit: str
    before_number: bool
    base: PartFigure | None
    parts: tuple[PartFigure, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one observation.

    earlier_period: what changes are measured against; change and percent_change are signed;
    attainment is the source's wording, attained the percentage it means (None when unresolved).
    """

    observed: Observed
    indicator: Indicator
    earlier_period: Period | None
    actual: Figure | None
    previous: Figure | None
    change: Figure | None
    percent_change: Figure | None
    plan: Figure | None
    attainment: Attainment | None
    attained: Figure | None
    breakdowns: tuple[BreakdownFigures, ...]

    @property
    def name(self) -> str:
        """The local name of the observation."""
        return self.observed.observation.name

    @property
    def anchor(self) -> str:
        """The ASCII name of the observation's row on its statistics page; ids hold no double hyphen."""
        return f"{self.observed.record.id}--{self.name}"

    def part(self, class_id: str) -> PartFigure | None:
        """The part with this class id, in whichever breakdown has it."""
        found = (part for group in self.breakdowns for part in group.parts if part.class_id == class_id)
        return next(found, None)

    def part_of(self, figure: Figure) -> PartFigure | None:
        """The class that a figure of this observation counts, as its identity says; None for a whole."""
        classes = figure.identity.removeprefix(self.observed.identity).split("=")[1:]
        return self.part(classes[-1].split("/")[0]) if classes else None


def exact_quantity(amount: Decimal | Fraction | int) -> Quantity:
    """An exact amount as a quantity, without zeros after its last decimal.

    A fraction is kept to 12 places, far beyond what is printed.
    """
    written = f"{round_half_up(amount, 12) if isinstance(amount, Fraction) else Decimal(amount):f}"
    return Quantity(Decimal(written.rstrip("0").rstrip(".") if "." in written else written))
