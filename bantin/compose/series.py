"""Tables of one figure over time: the shorter periods that fill a longer one, and all periods of a series."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from bantin.compose.caveats import not_compared
from bantin.compose.lines import line_of
from bantin.compose.over_time import OverTime, Series, kind_of
from bantin.compose.phrases import upper_first
from bantin.compose.rows import plan_remark, row_before, row_of_period, row_without_value
from bantin.compose.said import Prose, Row, Table
from bantin.compose.wording import Wording
from bantin.dataset.records.registers import NumberKind
from bantin.figures import Figures
from bantin.language import Period, PeriodKind, format_date, key, label, shorter_periods

_EACH = {
    PeriodKind.YEAR: "qua từng năm",
    PeriodKind.HALF: "qua từng nửa năm",
    PeriodKind.QUARTER: "qua từng quý",
    PeriodKind.MONTH: "qua từng tháng",
}
_BEFORE = {
    PeriodKind.YEAR: "năm trước",
    PeriodKind.TERM: "nhiệm kỳ trước",
    PeriodKind.RANGE: "kỳ trước",
}

_FEWEST = 2
"""A series begins where there are two to compare."""

_MET = "Mức đạt so với kế hoạch"
"""What heads the values where no more was published than how plans were met."""

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
    before = _BEFORE.get(kind, "cùng kỳ năm trước")
    return f"{_EACH.get(kind, 'qua từng kỳ')}{f' và mức tăng, giảm so với {before}' if moved else ''}"


def _table(whole: Figures, parts: list[Figures], wording: Wording) -> Table:
    anchor = f"{whole.anchor}--tung-ky"
    rows = [row_of_period(found, f"{anchor}-{key(found.observed.period)}", wording) for found in parts]
    caption = f"{wording.row_label(whole)}, {_each(parts)}"
    return _table_of(f"bang-{anchor}", caption, parts, rows)


def _table_of(anchor: str, caption: str, figures: Sequence[Figures], rows: Iterable[Row]) -> Table:
    """The table of these figures, which are of one indicator. A change of percentages has none in percent."""
    indicator = figures[0].indicator
    met = all(found.actual is None and found.attainment is not None for found in figures)
    percent = met or indicator.number is NumberKind.PERCENT
    return Table(
        anchor=anchor,
        caption=caption,
        unit="%" if percent else indicator.unit,
        current_label=_MET if met else _VALUE[indicator.number],
        earlier_label="",
        rows=tuple(rows),
        kinds=("current", "change") if percent else ("current", "change", "percent"),
    )


def whole_table(
    series: Series, over_time: OverTime, wording: Wording, withdrawn: Mapping[str, date]
) -> Table:
    """All periods of a series, with the line over them where enough can be compared.

    withdrawn: since when records are for reference only, by their ids.
    """
    rows = [(period.first_day, row) for period, row in _rows(series, over_time, wording, withdrawn)]
    rows.sort(key=lambda one: one[0])
    listed = [row for _, row in rows]
    each = _each(list(series.figures)) if len(listed) > 1 else label(series.latest.observed.period)
    caption = f"{wording.row_label(series.latest)}, {each}"
    table = _table_of(f"bang-{series.latest.anchor}", caption, series.figures, listed)
    if not any(row.change.value or row.percent.value for row in listed):
        table = replace(table, kinds=("current",))
    if any(found.observed.record.id in withdrawn for found in series.figures):
        return table
    at = {row.anchor: position for position, row in enumerate(listed)}
    positions = {found.observed.identity: at[found.anchor] for found in series.figures}
    return replace(table, line=line_of(series, positions, over_time, wording))


def _rows(
    series: Series, over_time: OverTime, wording: Wording, withdrawn: Mapping[str, date]
) -> Iterator[tuple[Period, Row]]:
    """The rows of a series: its values, those that only a later period tells, and what was not published."""
    known = {found.observed.period for found in series.figures}
    silent = over_time.silent(series)
    told = known.union(silent)
    ends = {period.last_day for period in told}
    for before, found in pairwise((None, *series.figures)):
        assert found is not None  # only the first is none
        period, earlier = found.observed.period, found.earlier_period
        if found.previous and earlier and earlier not in told and kind_of(earlier) == kind_of(period):
            told.add(earlier)
            ends.add(earlier.last_day)
            yield earlier, row_before(found, wording)
        remarks = [plan_remark(found, wording), *_cautions(found, before, ends, withdrawn)]
        row = row_of_period(found, found.anchor, wording, [one for one in remarks if one])
        yield period, _without_reason(row) if found.broken else row
    for period in silent:
        anchor = f"{series.latest.anchor}--{key(period)}"
        yield period, row_without_value(period, anchor, f"/so-lieu/{key(period)}/")


def _cautions(
    found: Figures, before: Figures | None, ends: Collection[date], withdrawn: Mapping[str, date]
) -> Iterator[Prose]:
    """Why a value is not compared, which periods are missing before it, and whether it was withdrawn."""
    period = found.observed.period
    if why := not_compared(found):
        yield (f"{upper_first(why)}.",)
    if before and period.kind in _EACH and period.first_day - timedelta(1) not in ends:
        yield (f"Không có số liệu của các kỳ giữa {label(before.observed.period)} và {label(period)}.",)
    if since := withdrawn.get(found.observed.record.id):
        yield (f"Bản ghi của kỳ này đã được rút ngày {format_date(since)}, chỉ để tra cứu.",)


def _without_reason(row: Row) -> Row:
    """A row whose remark says why nothing is compared: the dash needs no reason of its own."""
    return replace(row, change=replace(row.change, reason=""), percent=replace(row.percent, reason=""))
