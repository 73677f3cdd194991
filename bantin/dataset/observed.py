"""Observations in their context: what was left to the record is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Observation
from bantin.dataset.records.result import Result
from bantin.language import Period, PeriodKind, months_of, periods, year_earlier

UNKNOWN = months_of(PeriodKind.MONTH, 1900, 1)
"""Stands for the period of a figure told at a meeting of which no day is known: a check refuses it."""


@dataclass(frozen=True)
class Observed:
    """An observation with the record that holds it, its period and the body it is told of."""

    record: Reporting
    position: int
    observation: Observation
    period: Period

    @property
    def actor(self) -> str:
        """The id of the body that acted, "" where the source does not say."""
        return self.observation.actor or ""

    @property
    def body(self) -> str:
        """The id of the body whose bulletin this is."""
        return body_of(self.record)

    @cached_property
    def series(self) -> str:
        """The identity of the figures without their period: the same in every year of a series."""
        return "/".join((self.at_any_stage, self.stage))

    @property
    def stage(self) -> str:
        """The stage of the figures, with its funnel where it is one of a funnel's; "" for none."""
        return "-".join(name for name in (self.observation.funnel, self.observation.stage) if name)

    @cached_property
    def at_any_stage(self) -> str:
        """The identity of the figures without period and stage: the same in a funnel and outside it."""
        observation = self.observation
        parts = (
            observation.indicator,
            "+".join((self.actor or self.body, *observation.jointly_with)),
            observation.prepared_by,
            observation.scope,
            observation.legal_basis,
            observation.force,
        )
        return "/".join(str(part or "") for part in parts)

    @cached_property
    def identity(self) -> str:
        """Indicator, actor, preparer, scope, legal basis, force, stage and period in one key."""
        return f"{self.series}/{periods.key(self.period)}"

    @cached_property
    def earlier_identity(self) -> str:
        """The identity that the same figure has in the period it is compared with, or ""."""
        earlier = self.earlier_period
        return f"{self.series}/{periods.key(earlier)}" if earlier else ""

    @cached_property
    def earlier_period(self) -> Period | None:
        """The period that changes are measured against; None where nothing is comparable."""
        return self.observation.compared_with or year_earlier(self.period)


def body_of(record: Reporting) -> str:
    """The id of the body that meets, or whose results these are."""
    assert isinstance(record, Meeting | Result)  # there are no other records that report
    return record.organisation if isinstance(record, Result) else record.body


def period_of(record: Reporting) -> Period:
    """The period of results; of a meeting the one it is held for, or the month of its first day."""
    assert isinstance(record, Meeting | Result)
    if isinstance(record, Result):
        return record.period
    if record.session.for_period is not None:
        return record.session.for_period
    day = record.when.first
    if day is None:
        return UNKNOWN
    return months_of(PeriodKind.MONTH, day.year, day.month)


def observed_in(record: Reporting) -> Iterator[Observed]:
    """The observations of one meeting or result, in order of lines."""
    for position, observation in enumerate(record.observations):
        yield Observed(record, position, observation, observation.period or period_of(record))
