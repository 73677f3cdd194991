"""The results as a plain text table: ratios first, the measured values beside them as information."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.rows import Show, aligned, kilobytes, megabytes, seconds


@dataclass(frozen=True, slots=True)
class Result:
    """What one generator took for one size: medians of its runs in seconds and bytes."""

    name: str
    version: str
    cold: float
    processor: float
    changed: float
    peak: int
    page: int
    first_view: int
    elsewhere: int


ROWS: tuple[tuple[str, Callable[[Result], float], Show], ...] = (
    ("cold build", lambda result: result.cold, seconds),
    ("its processor time", lambda result: result.processor, seconds),
    ("one record changed", lambda result: result.changed, seconds),
    ("peak memory", lambda result: result.peak, megabytes),
    ("an article's page", lambda result: result.page, kilobytes),
    ("its first view", lambda result: result.first_view, kilobytes),
)


def table(results: Sequence[Result]) -> str:
    """One size: a row for each measure, a column for each generator, the first being what is compared.

    A ratio says how many times the other's cost the first one's is: below 1 the first costs less.
    """
    first, *others = results
    rows = [["", *(f"{result.name} {result.version}" for result in results)]]
    for label, value, show in ROWS:
        mine = value(first)
        rows.append([label, show(mine), *(ratio(mine, value(other), show) for other in others)])
    return "\n".join(aligned(rows))


def ratio(mine: float, other: float, show: Show) -> str:
    """How many times the other's value mine is, and the other's value."""
    times = mine / other
    digits = 0 if times >= 10 else 2 if times >= 0.1 else 3
    return f"× {times:.{digits}f}  ({show(other)})"
