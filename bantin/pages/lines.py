"""The line over a series as two paths: strokes between values that can be compared, and a dot at each value.

The box is 100 wide and 40 high and is stretched to the width of the page; strokes keep their width. Its foot
is zero and its head the highest value, and years stand as far apart as they are.
"""

from __future__ import annotations

from decimal import Decimal

from bantin.compose.said import LinePoint, SeriesLine, Table
from bantin.pages.inline import draw_prose
from bantin.pages.views import LineView

_WIDTH, _HEIGHT = Decimal(100), Decimal(40)


def view_line(table: Table, here: str) -> LineView:
    """The line over the rows of a table on the page ``here``."""
    line = table.line
    assert line is not None  # asked for where there is one
    at = _positions(table, line)
    strokes = " ".join(f"{'L' if point.joined else 'M'}{x} {y}" for point, (x, y) in at)
    dots = " ".join(f"M{x} {y}h0" for _, (x, y) in at)
    first, last = (draw_prose(end, here, {}) for end in (line.first, line.last))
    return LineView(draw_prose(line.described, here, {}), first, last, strokes, dots)


def _positions(table: Table, line: SeriesLine) -> list[tuple[LinePoint, tuple[str, str]]]:
    values = [Decimal(table.rows[point.row].current.value) for point in line.points]
    top = max(values) or Decimal(1)
    first, last = line.points[0].day, line.points[-1].day
    days = Decimal((last - first).days or 1)
    return [
        (point, (_short((point.day - first).days * _WIDTH / days), _short(_HEIGHT - value * _HEIGHT / top)))
        for point, value in zip(line.points, values, strict=True)
    ]


def _short(number: Decimal) -> str:
    return f"{number:.1f}".removesuffix(".0")
