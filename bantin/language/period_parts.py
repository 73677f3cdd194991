"""How a longer period is made up of shorter ones: a year of quarters, a range of years."""

from __future__ import annotations

from functools import lru_cache

from bantin.language.periods import Calendar, Period, PeriodKind, months_of

_SHORTER = {
    PeriodKind.YEAR: (PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH),
    PeriodKind.NINE_MONTHS: (PeriodKind.QUARTER, PeriodKind.MONTH),
    PeriodKind.HALF: (PeriodKind.QUARTER, PeriodKind.MONTH),
    PeriodKind.QUARTER: (PeriodKind.MONTH,),
}
"""The kinds that divide each kind without a rest, the longest first."""

_IN_A_YEAR = {PeriodKind.HALF: 2, PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}


@lru_cache(maxsize=10_000)
def shorter_periods(period: Period) -> tuple[tuple[Period, ...], ...]:
    """Each way in which shorter periods of one kind, in their order, fill the period; the longest first.

    A range of whole years and a term are filled by years, a year by halves, quarters or months; a month and
    a range of days by nothing, nor a year of another calendar than the civil one.
    """
    if period.calendar is not Calendar.CIVIL:
        return ()
    filled = []
    if period.kind in (PeriodKind.TERM, PeriodKind.RANGE):
        years = _years(period)
        if years and (years[0].first_day, years[-1].last_day) == (period.first_day, period.last_day):
            filled.append(years)
    for kind in _SHORTER.get(period.kind, ()):
        year = period.first_day.year
        parts = [months_of(kind, year, position) for position in range(1, _IN_A_YEAR[kind] + 1)]
        filled.append(tuple(part for part in parts if _lies_in(part, period)))
    return tuple(filled)


def _years(period: Period) -> tuple[Period, ...]:
    years = range(period.first_day.year, period.last_day.year + 1)
    return tuple(months_of(PeriodKind.YEAR, year) for year in years) if len(years) > 1 else ()


def _lies_in(part: Period, period: Period) -> bool:
    return period.first_day <= part.first_day and part.last_day <= period.last_day
