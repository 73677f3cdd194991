"""Whether two periods of a series can be compared: both are recorded, and no break lies between them."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.registers import Break, Organisation
from bantin.language import Period, key


def break_between(dataset: Dataset, found: Observed, earlier: Period) -> Break | None:
    """The first break of the indicator, of who acted or of whose bulletin it is, between two periods.

    A break in the midst of a period counts: the two halves of such a year are not counted alike. A break of
    a body above counts where it says that it holds for the units below.
    """
    days = [one for one in _breaks(dataset, found) if lies_between(one, found, earlier)]
    return min(days, key=lambda one: one.day, default=None)


def lies_between(broken: Break, found: Observed, earlier: Period) -> bool:
    """Whether a break parts an observation from an earlier period."""
    return earlier.first_day < broken.day <= found.period.last_day


def crossed(dataset: Dataset, found: Observed) -> Break | None:
    """The break between an observation and the period that it is compared with."""
    return break_between(dataset, found, found.earlier_period) if found.earlier_period else None


def earlier_observed(dataset: Dataset, found: Observed) -> Observed | None:
    """The same figure in the period that it is compared with, where it can be."""
    earlier = recorded_earlier(dataset, found)
    return earlier if earlier and not crossed(dataset, found) else None


def recorded_earlier(dataset: Dataset, found: Observed) -> Observed | None:
    """The same figure in the period that it would be compared with, whether or not a break forbids it."""
    return recorded_in(dataset, found, found.earlier_period) if found.earlier_period else None


def recorded_in(dataset: Dataset, found: Observed, period: Period) -> Observed | None:
    """The same figure in another period.

    A figure that is told alone in one period and as a stage of a funnel in the other is the same one, as
    long as no other stage could be meant.
    """
    known = dataset.observed_by_identity.get(f"{found.series}/{key(period)}")
    if known is not None or not dataset.funnels:
        return known
    others = told_otherwise(dataset, found, period)
    stages = {one.stage for one in dataset.observed_at_any_stage[found.at_any_stage]} - {""}
    return others[0] if len(others) == len(stages) == 1 else None


def told_otherwise(dataset: Dataset, found: Observed, period: Period) -> list[Observed]:
    """The figures of another period that differ from this one in nothing but that they are told outside its
    funnel, or in one: those of which the period of this one tells nothing."""
    own, known = found.observation.funnel, dataset.observed_by_identity
    return [
        one
        for one in dataset.observed_at_any_stage.get(found.at_any_stage, ())
        if one.period == period
        and one.observation.funnel != own
        and f"{one.series}/{key(found.period)}" not in known
    ]


def bodies_above(dataset: Dataset, found: Observed) -> dict[str, Organisation]:
    """The bodies that those who acted belong to, at any level, by their ids."""
    acted = (found.actor or found.body, *found.observation.jointly_with)
    above: dict[str, Organisation] = {}
    for name in acted:
        organisation = dataset.organisation.get(name)
        while organisation and (organisation := dataset.organisation.get(organisation.parent or "")):
            if organisation.id in above:
                break
            above[organisation.id] = organisation
    return {name: organisation for name, organisation in above.items() if name not in acted}


def _breaks(dataset: Dataset, found: Observed) -> tuple[Break, ...]:
    """What may part periods of a series, found once for each who acted."""
    asked = (found.observation.indicator, found.actor, found.observation.jointly_with, found.body)
    known = dataset.known_breaks.get(asked)
    if known is None:
        known = dataset.known_breaks[asked] = tuple(_found_breaks(dataset, found))
    return known


def _found_breaks(dataset: Dataset, found: Observed) -> Iterator[Break]:
    """Those of the indicator, of who acted and of whose bulletin it is, and those of bodies above that hold
    for the units below; one that says that it does not hold for these leaves them comparable anywhere."""
    indicator = dataset.indicator.get(found.observation.indicator)
    yield from indicator.breaks if indicator else ()
    above = bodies_above(dataset, found)
    for name in dict.fromkeys((found.actor, *found.observation.jointly_with, found.body)):
        organisation = dataset.organisation.get(name)
        breaks = organisation.breaks if organisation else ()
        yield from (one for one in breaks if name not in above or one.units_below is None)
    for organisation in above.values():
        yield from (one for one in organisation.breaks if one.units_below)
