"""The line over a series: its foot is zero, years stand as far apart as they are, breaks are not joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bantin.compose.said import LinePoint
from bantin.pages.lines import view_line
from tests.pages.sample_series import INDICATOR, LINE, SERIES


def test_a_line_begins_at_zero_and_breaks_where_it_is_not_joined() -> None:
    """20, 26, 13, 17, 22 of at most 26; the fourth is not joined to the third."""
    view = view_line(SERIES, INDICATOR)
    assert view.strokes == "M0 9.2 L25 0 L50 20 M75 13.8 L100 6.2"
    assert view.dots.count("h0") == 5


def test_years_stand_as_far_apart_as_they_are() -> None:
    days = (date(2015, 1, 1), date(2016, 1, 1), date(2025, 1, 1))
    points = tuple(LinePoint(row, day, False) for row, day in enumerate(days))
    view = view_line(replace(SERIES, line=replace(LINE, points=points)), INDICATOR)
    assert view.dots == "M0 9.2h0 M10 0h0 M100 20h0"
