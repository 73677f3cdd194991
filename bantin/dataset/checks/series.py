"""Rules about one figure over time: a longer period and the shorter ones that make it up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bantin.dataset.checks.sums import is_exact
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.comparability import recorded_in
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import NumberKind
from bantin.language import PeriodKind, format_number, periods, shorter_periods
from bantin.problems import Message, say


@rule
def period_sum(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What was counted in a year, in nine months or in a range of years is the sum of its quarters, months
    or years, where all of these are recorded, as far as the decimals that are printed tell; stocks and
    shares have no sum, nor has what its indicator says may be counted again in another period."""
    for found in dataset.observed:
        for parts in _recorded_parts(dataset, found):
            values = [part.observation.actual.quantity.amount for part in parts if part.observation.actual]
            whole = found.observation.actual
            assert whole is not None  # it has a sum
            added, told = sum(values, Decimal(0)), whole.quantity.amount
            if abs(added - told) > _rounding([told, *values]):
                yield Found(
                    found.observation.where_number("actual"),
                    say(
                        "the total is {total}, but the shorter periods add up to {parts}",
                        total=format_number(told),
                        parts=format_number(added),
                    ),
                    (_formula(parts, values, added), *(_place(part) for part in parts)),
                    say("correct the total or the period that is wrong"),
                )


def _recorded_parts(dataset: Dataset, found: Observed) -> Iterator[list[Observed]]:
    """The shorter periods of each kind that fill the figure's period, where all of them have a number."""
    if not _has_sum(dataset, found):
        return
    for parts in shorter_periods(found.period):
        known = []
        for part in parts:
            recorded = recorded_in(dataset, found, part)
            if recorded is None or not is_exact(recorded.observation.actual):
                break
            known.append(recorded)
        else:
            yield known


def _has_sum(dataset: Dataset, found: Observed) -> bool:
    indicator = dataset.indicator.get(found.observation.indicator)
    if indicator is None or indicator.stock or not indicator.sums_over_time:
        return False
    is_term = found.period.kind is PeriodKind.TERM  # its congresses do not meet on New Year's Day
    return indicator.number is not NumberKind.PERCENT and not is_term and is_exact(found.observation.actual)


def _rounding(values: list[Decimal]) -> Decimal:
    """How far a total may be from the sum of its parts when each was rounded to the decimals it has."""
    return sum((_half_a_step(value) for value in values), Decimal(0))


def _half_a_step(value: Decimal) -> Decimal:
    decimals = -int(value.as_tuple().exponent)
    return Decimal(5).scaleb(-decimals - 1) if decimals > 0 else Decimal(0)


def _formula(parts: list[Observed], values: list[Decimal], added: Decimal) -> Message:
    words = " + ".join(map(format_number, values))
    return say("{words} = {parts}", words=words, parts=format_number(added))


def _place(part: Observed) -> Message:
    place = part.observation.where_number("actual")
    return say(
        "{file}, line {line}: {value} in {period}",
        file=place.file,
        line=place.line,
        value=part.observation.actual.text if part.observation.actual else "–",
        period=periods.label(part.period),
    )
