"""What builds are to cost beside others, and how that may grow with the archive."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.peers import HUGO, MKDOCS, ZENSICAL
from benchmarks.rows import Row, Table
from benchmarks.table import Contest, Result, times

Measure = Callable[[Result], float | None]

SIZE = 5_000
"""Bulletins from which on the goals hold: below, what does not depend on the archive decides."""

GROWN_FROM, GROWN_TO = 1_000, 10_000
"""Bulletins between which growth has its goals; between others they follow from its power."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio of ours to a peer's (most) or of the peer's to ours (least). theirs: where it is another."""

    label: str
    ours: Measure
    peer: str
    theirs: Measure | None = None
    most: float | None = None
    least: float | None = None

    def row(self, us: Result, them: Result, held: bool) -> Row | None:
        """The ratio, with its budget where it is held to it; None where one of the two was not measured."""
        mine, other = self.ours(us), (self.theirs or self.ours)(them)
        if not mine or not other:
            return None
        ratio = other / mine if self.least else mine / other
        return Row(self.label, ratio, times, self.most if held else None, self.least if held else None)


def cold(result: Result) -> float:
    """Seconds of a cold build."""
    return result.cold


def changed(result: Result) -> float:
    """Seconds of a build after one record has changed."""
    return result.changed


GOALS = (
    Goal("one record changed / Hugo's", changed, HUGO, most=1 / 4),
    Goal("one record changed / plain MkDocs'", changed, MKDOCS, most=1 / 100),
    Goal("cold build / Hugo's", cold, HUGO, most=1.5),
    Goal("plain MkDocs' cold build / ours", cold, MKDOCS, least=8),
    Goal("Zensical's cold build / ours", cold, ZENSICAL, least=12),
    Goal("nothing changed / Hugo's rebuild", lambda result: result.nothing, HUGO, changed, most=1 / 20),
    Goal("save → preview / hugo server's", lambda result: result.preview, HUGO, most=1 / 3),
    Goal("memory of all processes / Hugo's", lambda result: result.peak, HUGO, most=0.6),
)
GROWTH: Mapping[str, tuple[Measure, float]] = {"cold build": (cold, 10.5), "one record changed": (changed, 3)}


def goals(size: int, results: Sequence[Result]) -> Table:
    """The ratios of one size, with their budgets from the size on at which they hold."""
    us, *others = results
    names = {result.name: result for result in others}
    found = [goal.row(us, names[goal.peer], size >= SIZE) for goal in GOALS if goal.peer in names]
    missing = sorted({goal.peer for goal in GOALS} - set(names))
    notes = (f"Not to be had here: {', '.join(missing)}.",) if missing else ()
    return Table(f"Goals at {size:,} bulletins", tuple(row for row in found if row), notes=notes)


def growth(contests: Mapping[int, Contest]) -> Table | None:
    """How much more our builds take at the largest size than at the smallest; None for one size."""
    small, large = min(contests), max(contests)
    if small == large:
        return None
    power = math.log(large / small) / math.log(GROWN_TO / GROWN_FROM)
    held = small >= GROWN_FROM
    rows = []
    for label, (measure, most) in GROWTH.items():
        less, more = (measure(contests[size].results[0]) for size in (small, large))
        if less and more:
            rows.append(Row(label, more / less, times, most**power if held else None))
    return Table(f"Growth from {small:,} to {large:,} bulletins", tuple(rows))
