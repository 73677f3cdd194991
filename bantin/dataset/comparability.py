"""Whether two periods of a series can be compared: no break lies between them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import Break
from bantin.language import Period


def break_between(dataset: Dataset, found: Observed, earlier: Period) -> Break | None:
    """The first break of the indicator, of who acted or of whose bulletin it is, between two periods.

    A break in the midst of a period counts: the two halves of such a year are not counted alike.
    """
    days = [one for one in _breaks(dataset, found) if earlier.first_day < one.day <= found.period.last_day]
    return min(days, key=lambda one: one.day, default=None)


def crossed(dataset: Dataset, found: Observed) -> Break | None:
    """The break between an observation and the period that it is compared with."""
    return break_between(dataset, found, found.earlier_period) if found.earlier_period else None


def earlier_observed(dataset: Dataset, found: Observed) -> Observed | None:
    """The same figure in the period that it is compared with, where it can be."""
    earlier = dataset.observed_by_identity.get(found.earlier_identity)
    return earlier if earlier and not crossed(dataset, found) else None


def _breaks(dataset: Dataset, found: Observed) -> Iterator[Break]:
    indicator = dataset.indicator.get(found.observation.indicator)
    yield from indicator.breaks if indicator else ()
    for name in dict.fromkeys((found.actor, found.body)):
        organisation = dataset.organisation.get(name)
        yield from organisation.breaks if organisation else ()
