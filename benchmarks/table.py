"""The results of one size, ratios first, the measured values beside them as information."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.rows import Show, count, kilobytes, megabytes, seconds


@dataclass(frozen=True, slots=True)
class Result:
    """What one generator took for one size: medians of its runs in seconds, bytes and files.

    nothing: without the start of its interpreter; preview: None where it has none that is measured.
    """

    name: str
    version: str
    runs: int
    cold: float
    processor: float
    changed: float
    nothing: float
    preview: float | None
    peak: int
    written: int
    page: int
    first_view: int


@dataclass(frozen=True, slots=True)
class Contest:
    """One size. with_cards: seconds of our first build, which draws cards as well; results: ours first."""

    pages: int
    runs: int
    with_cards: float
    results: Sequence[Result]

    @property
    def notes(self) -> tuple[str, ...]:
        """What the table does not say by itself."""
        fewer = [result.name for result in self.results if result.runs < self.runs]
        slow = f"Measured once only, as a build takes so long: {', '.join(fewer)}."
        cards = f"With its cards, which no other draws, Bản tin's cold build took {seconds(self.with_cards)}."
        return (cards, slow) if fewer else (cards,)


ROWS: tuple[tuple[str, Callable[[Result], float | None], Show], ...] = (
    ("cold build", lambda result: result.cold, seconds),
    ("its processor time", lambda result: result.processor, seconds),
    ("one record changed", lambda result: result.changed, seconds),
    ("nothing changed", lambda result: result.nothing, seconds),
    ("save → preview", lambda result: result.preview, seconds),
    ("peak memory", lambda result: result.peak, megabytes),
    ("files written for the change", lambda result: result.written, count),
    ("an article's page", lambda result: result.page, kilobytes),
    ("its first view", lambda result: result.first_view, kilobytes),
)


def cells(results: Sequence[Result]) -> list[list[str]]:
    """One size: a row for each measure, a column for each generator, the first being what is compared.

    A ratio says how many times the other's cost the first one's is: below 1 the first costs less.
    """
    first, *others = results
    rows = [["", *(f"{result.name} {result.version}" for result in results)]]
    for label, value, show in ROWS:
        mine = value(first)
        told = "–" if mine is None else show(mine)
        rows.append([label, told, *(ratio(mine, value(other), show) for other in others)])
    return rows


def ratio(mine: float | None, other: float | None, show: Show) -> str:
    """How many times the other's value mine is, and the other's value; "–" where it was not measured."""
    if other is None:
        return "–"
    return f"{times(mine / other)}  ({show(other)})" if mine is not None and other else f"({show(other)})"


def times(value: float) -> str:
    """A ratio with as many digits as mean something."""
    digits = 0 if value >= 10 else 2 if value >= 0.1 else 3 if value >= 0.01 else 4
    return f"× {value:.{digits}f}"
