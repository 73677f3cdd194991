"""A figure over time: the shorter periods that fill a longer one, side by side in a table of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bantin.compose.rows import row_of_period
from bantin.compose.said import Table
from bantin.compose.wording import Wording
from bantin.figures import Figures
from bantin.language import PeriodKind, key, shorter_periods

_EACH = {
    PeriodKind.YEAR: "từng năm",
    PeriodKind.HALF: "từng nửa năm",
    PeriodKind.QUARTER: "từng quý",
    PeriodKind.MONTH: "từng tháng",
}
_FEWEST = 2
"""A series begins where there are two to compare."""

_VALUE = {"percent": "Tỷ lệ", "count": "Số lượng", "decimal": "Số lượng"}


def series_tables(
    figures: list[Figures], by_identity: Mapping[str, Figures], wording: Wording
) -> Iterator[Table]:
    """A table for each figure of which shorter periods are recorded; periods without a record are left out.

    by_identity: all figures by the identity of their observation.
    """
    for whole in figures:
        parts = _recorded(whole, by_identity)
        if len(parts) >= _FEWEST:
            yield _table(whole, parts, wording)


def _recorded(whole: Figures, by_identity: Mapping[str, Figures]) -> list[Figures]:
    """The figures of the longest shorter periods of which at least two are recorded."""
    for periods in shorter_periods(whole.observed.period):
        keys = (f"{whole.observed.series}/{key(period)}" for period in periods)
        known = [by_identity[name] for name in keys if name in by_identity]
        if len([found for found in known if found.actual is not None]) >= _FEWEST:
            return [found for found in known if found.actual is not None]
    return []


def _each(parts: list[Figures]) -> str:
    """Which periods these are, and what they are compared with where one of them is."""
    kind = parts[0].observed.period.kind
    moved = any(found.change or found.percent_change for found in parts)
    before = "năm trước" if kind is PeriodKind.YEAR else "cùng kỳ năm trước"
    return f"{_EACH[kind]}{f', tăng, giảm so với {before}' if moved else ''}"


def _table(whole: Figures, parts: list[Figures], wording: Wording) -> Table:
    indicator, anchor = whole.indicator, f"{whole.anchor}--tung-ky"
    percent = parts[0].actual is not None and parts[0].actual.percent
    return Table(
        anchor=f"bang-{anchor}",
        caption=f"{wording.row_label(whole)}, {_each(parts)}",
        unit="%" if percent else indicator.unit,
        current_label=_VALUE[indicator.number],
        earlier_label="",
        rows=tuple(
            row_of_period(found, f"{anchor}-{key(found.observed.period)}", wording) for found in parts
        ),
        kinds=("current", "change") if percent else ("current", "change", "percent"),
    )
