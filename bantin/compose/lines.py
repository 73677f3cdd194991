"""The line over a series: what it joins, and what it shows in a sentence made from its values."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from bantin.compose.over_time import OverTime, Series
from bantin.compose.phrases import merged, upper_first
from bantin.compose.said import LinePoint, Prose, SeriesLine
from bantin.compose.wording import Wording, short_unit
from bantin.figures import Figures
from bantin.language import label

FEWEST = 4
"""So many values that can be compared one after the other make a line."""

_POINTS_OF_TURN = 3
"""Of so many values the highest and the lowest are worth saying."""


def line_of(
    series: Series, positions: dict[str, int], over_time: OverTime, wording: Wording
) -> SeriesLine | None:
    """The line over a series, if enough of its values can be compared.

    positions: the row of each observation in its table, by identity.
    """
    runs = over_time.joined(series)
    if max((len(run) for run in runs), default=0) < FEWEST:
        return None
    points = [(found, position > 0) for run in runs for position, found in enumerate(run)]
    values = [found for found, _ in points]
    return SeriesLine(
        described=_described(runs, wording),
        first=_end(values[0], wording),
        last=_end(values[-1], wording),
        points=tuple(
            LinePoint(positions[found.observed.identity], found.observed.period.first_day, joined)
            for found, joined in points
        ),
    )


def _end(found: Figures, wording: Wording) -> Prose:
    assert found.actual is not None  # joined values are exact ones
    return (f"{upper_first(label(found.observed.period))}: ", wording.mention(found, found.actual))


def _described(runs: Sequence[Sequence[Figures]], wording: Wording) -> Prose:
    """What the line shows: "Từ 120 cuộc (năm 2016) đến 140 cuộc (năm 2025); cao nhất là 150 (năm 2022)".

    Nothing is the highest or the lowest across a break.
    """
    pieces: list[object] = []
    for run in runs:
        pieces += ["; từ " if pieces else "Từ ", *_value(run[0], wording)]
        pieces += [" đến ", *_value(run[-1], wording)] if len(run) > 1 else []
    for name, found in zip(("cao nhất", "thấp nhất"), extremes(runs[0]), strict=True):
        if len(runs) == 1 and found is not None and found not in (runs[0][0], runs[0][-1]):
            number = wording.value(found)[:1]
            pieces += [f"; {name} là ", *number, f" ({label(found.observed.period)})"]
    pieces.append(". Đường đứt ở chỗ không so sánh được." if len(runs) > 1 else ".")
    return merged(pieces)


def _value(found: Figures, wording: Wording) -> Prose:
    return (*wording.value(found)[:1], f" {short_unit(found)} ({label(found.observed.period)})")


def extremes(points: Sequence[Figures]) -> tuple[Figures | None, Figures | None]:
    """The only highest and the only lowest of several exact values, where there is one."""
    ordered = sorted(points, key=_amount)
    if len(ordered) < _POINTS_OF_TURN:
        return None, None
    highest = ordered[-1] if _amount(ordered[-1]) > _amount(ordered[-2]) else None
    lowest = ordered[0] if _amount(ordered[0]) < _amount(ordered[1]) else None
    return highest, lowest


def _amount(found: Figures) -> Decimal:
    assert found.actual is not None  # joined values are exact ones
    return found.actual.quantity.amount
