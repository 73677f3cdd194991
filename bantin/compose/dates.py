"""The day that an article stands under: in the archive, and in its date line."""

from __future__ import annotations

from datetime import date

from bantin.compose.phrases import upper_first
from bantin.dataset.records.article import ArticleRecord, NotStated
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.language import PeriodKind, format_date, format_weekday_date, label

INFERRED = "năm suy ra"
"""Stands beside a day whose year no source states."""

Day = tuple[date, int | None, str]
"""A day, the month of its archive (None: the year as a whole), and its date line."""


def day_of(record: ArticleRecord, main: Reporting, told: tuple[Reporting, ...]) -> Day:
    """The day its source or this site published it; where the source is silent, the day of the meeting
    or the period of the results.

    main: the record the article tells of first.
    """
    source = record.source
    silent = NotStated.PUBLISHED_ON in source.not_stated
    known = source.published_on or (None if silent else record.published_on)
    if known is not None:
        inferred = bool(source.published_on and source.published_year_inferred_from)
        return known, known.month, _line(known, inferred)
    if isinstance(main, Meeting):
        return _of_meeting(record, main)
    result = next(found for found in told if isinstance(found, Result))
    day, period = result.as_of or result.period.last_day, result.period
    whole_year = period.kind is PeriodKind.YEAR or (
        period.first_day.month == 1 and period.last_day.month == 12
    )
    return day, None if whole_year else day.month, upper_first(label(period))


def _of_meeting(record: ArticleRecord, meeting: Meeting) -> Day:
    if meeting.when.first is not None:
        day = meeting.when.first
        return day, day.month, _line(day, bool(meeting.when.year_inferred_from))
    period, shown = meeting.session.for_period, record.source.displayed_date
    if period is not None:
        return period.last_day, period.last_day.month, upper_first(label(period))
    day = shown.day if shown else record.published_on
    return day, day.month, "Không rõ ngày họp"


def _line(day: date, inferred: bool) -> str:
    """The weekday follows from the year: where that is inferred, it is left out."""
    return f"{format_date(day)} ({INFERRED})" if inferred else format_weekday_date(day)
