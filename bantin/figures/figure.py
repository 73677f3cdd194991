"""A figure: a number with identity, and how it was found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bantin.dataset.observed import Observed
from bantin.dataset.records.amounts import Finality
from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.observations import Attainment
from bantin.dataset.records.registers import Break, Funnel, Indicator
from bantin.language import Period, Quantity
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
    SUM_OF_PARTS = "sum-of-parts"
    """the sum of the parts of a complete partition"""
    LEFT_OUT = "left-out"
    """0, since a complete table leaves nothing out"""
    SHARE = "share"
    """part ÷ whole × 100, or a stage ÷ an earlier one × 100"""
    EARLIER_FROM_PERCENT = "earlier-from-percent"
    """what actual ÷ (1 + change ÷ 100) can be, from a percentage as it is printed"""
    PLAN_FROM_ATTAINMENT = "plan-from-attainment"
    """what actual ÷ attainment × 100 can be"""
    ACTUAL_FROM_ATTAINMENT = "actual-from-attainment"
    """what plan × attainment ÷ 100 can be"""
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
    no observation (the ledger finds that of observations by their identity); high: the upper end of a
    range, whose lower end is ``quantity``; since: when a value that is not final was published or
    revised; was: what it was before.
    """

    identity: str
    quantity: Quantity
    unit: str
    origin: Origin = Origin.PUBLISHED
    finality: Finality = Finality.FINAL
    derivation: Derivation | None = None
    terms: tuple[Figure, ...] = ()
    high: Quantity | None = None
    since: date | None = None
    was: Quantity | None = None
    place: Location | None = field(default=None, compare=False)

    @property
    def aspect(self) -> str:
        """The last word of the identity: actual, previous, change, percent_change …"""
        return self.identity.rsplit("/", 1)[-1]

    @property
    def exact(self) -> bool:
        """Whether the number is the value itself: no range, bound or estimate, and not rounded."""
        return self.quantity.exact and self.high is None

    @property
    def percent(self) -> bool:
        """Whether the number is a percentage."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class PartFigure:
    """One class of a breakdown; figure is None where an open breakdown does not publish it.

    previous: in the earlier record; change and percent_change: computed from the two; share: of the whole,
    in percent; path: the classes that lead to it; threshold: where it begins; members: ids of those in it.
    """

    class_id: str
    label: str
    figure: Figure | None
    previous: Figure | None = None
    change: Figure | None = None
    percent_change: Figure | None = None
    share: Figure | None = None
    path: tuple[str, ...] = ()
    threshold: str = ""
    members: tuple[str, ...] = ()
    breakdowns: tuple[BreakdownFigures, ...] = ()

    @property
    def told(self) -> Figure | None:
        """What is said of it: its number, or its share where only that is published."""
        return self.figure or self.share


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its class, its cells in the order of the columns, and their total."""

    class_id: str
    label: str
    cells: tuple[PartFigure, ...]
    total: PartFigure | None


@dataclass(frozen=True, slots=True)
class TableFigures:
    """A table of two classifications; totals only where the cells count the same kind of thing.

    columns: id, label and unit of each; whole: the total of all.
    """

    label: str
    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[TableRow, ...]
    totals: tuple[PartFigure | None, ...]
    whole: PartFigure | None


@dataclass(frozen=True, slots=True)
class BreakdownFigures:
    """A breakdown with all classes of its classification in their order.

    unit: what the parts count; before_number: whether the names of the classes stand before their
    numbers ("khiển trách 16"); base: the whole of a breakdown with a base of its own; table: the
    numbers of two classifications, instead of parts.
    """

    breakdown: Breakdown
    label: str
    unit: str
    before_number: bool
    base: PartFigure | None
    parts: tuple[PartFigure, ...]
    table: TableFigures | None = None


@dataclass(frozen=True, slots=True)
class StageFigures:
    """Where an observation stands in a funnel, and its shares of the stage before and of the first.

    number: tells the funnels of a page apart, which may be of one kind.
    """

    funnel: Funnel
    number: int
    label: str
    of_previous: Figure | None
    of_start: Figure | None


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one observation.

    earlier_period: what changes are measured against; change and percent_change are signed; attainment is
    the source's wording, attained the percentage it means (None when unresolved); printed: other forms of
    the number by name; implied: the third of plan, actual and attainment; broken: why nothing is compared;
    earlier: what is recorded of that period; stage: its place in a funnel.
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
    printed: tuple[tuple[str, Figure], ...] = ()
    implied: Figure | None = None
    broken: Break | None = None
    earlier: Observed | None = None
    stage: StageFigures | None = None

    @property
    def name(self) -> str:
        """The local name of the observation."""
        return self.observed.observation.name

    @property
    def anchor(self) -> str:
        """The ASCII name of the observation's row on its statistics page; ids hold no double hyphen."""
        return f"{self.observed.record.id}--{self.name}"

    def part(self, *path: str) -> PartFigure | None:
        """The part or the cell that these classes lead to; the classification may stand before its class."""
        return _part_at(self.breakdowns, path)

    def every_part(self) -> Iterator[PartFigure]:
        """All parts, parts of parts and cells of tables."""
        for group in self.breakdowns:
            yield from _parts_in(group)

    def part_of(self, figure: Figure) -> PartFigure | None:
        """The part or cell that a figure counts, as its identity says; None for a whole."""
        inside = figure.identity.removeprefix(self.observed.identity) if "=" in figure.identity else ""
        classes = tuple(step.partition("=")[2] for step in inside.split("/") if "=" in step)
        found = [part for part in self.every_part() if part.path == classes] if classes else []
        stem = figure.identity.rpartition("/")[0]
        named = (part for part in found if part.told and part.told.identity.startswith(f"{stem}/"))
        return next(named, found[0] if found else None)


def _part_at(groups: tuple[BreakdownFigures, ...], path: tuple[str, ...]) -> PartFigure | None:
    found = [part for group in groups for part in _parts_at(group, path)]
    return next((part for part in found if part.told is not None), found[0] if found else None)


def _parts_at(group: BreakdownFigures, path: tuple[str, ...]) -> Iterator[PartFigure]:
    rest = path[1:] if path[0] == group.breakdown.by and len(path) > 1 else path
    for part in group.parts if group.table is None else _cells(group.table):
        below = part.path[-(2 if group.table else 1) :]
        if rest == below:
            yield part
        elif rest[: len(below)] == below and (found := _part_at(part.breakdowns, rest[len(below) :])):
            yield found


def _cells(table: TableFigures) -> Iterator[PartFigure]:
    for row in table.rows:
        yield from row.cells


def _parts_in(group: BreakdownFigures) -> Iterator[PartFigure]:
    if group.base is not None:
        yield group.base
    for part in group.parts:
        yield part
        for below in part.breakdowns:
            yield from _parts_in(below)
    if group.table is not None:
        yield from _cells(group.table)
