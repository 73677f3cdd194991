"""Observations → figures: totals, changes, attainments and implied values, exactly.

Published values are taken as they are; what nobody published is computed or implied from them,
never stored. Changes need two exact values: from "over 4,300" nothing is computed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.comparability import crossed, earlier_observed
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.figures.breaking_down import breakdown_figures
from bantin.figures.comparing import changes, earlier_figure
from bantin.figures.dividing import Dividing, Whole
from bantin.figures.figure import Figure, Figures
from bantin.figures.making import published
from bantin.figures.planning import attained_figure, implied_figure
from bantin.figures.staging import with_stages


def compute(dataset: Dataset) -> dict[str, dict[str, Figures]]:
    """The figures of all meetings and results of a checked dataset: record id → local name → figures."""
    figures = {
        record_id: {name: figures_of(found, dataset) for name, found in observed.items()}
        for record_id, observed in dataset.observed_of.items()
    }
    return with_stages(dataset, figures)


def figures_of(found: Observed, dataset: Dataset) -> Figures:
    """The figures of one observation; earlier records of the dataset supply earlier values."""
    observation, indicator = found.observation, dataset.indicator[found.observation.indicator]
    unit = "%" if observation.actual and observation.actual.percent else indicator.unit
    actual = published(f"{found.identity}/actual", observation.actual, unit)
    plan = published(f"{found.identity}/plan", observation.plan, unit)
    previous = earlier_figure(found, dataset, actual, unit, indicator.number)
    change, percent_change = changes(found, actual, previous, unit)
    earlier = earlier_observed(dataset, found)
    before = _earlier(earlier, unit) if earlier else None
    return Figures(
        observed=found,
        indicator=indicator,
        earlier_period=found.earlier_period,
        actual=actual,
        previous=previous,
        change=change,
        percent_change=percent_change,
        plan=plan,
        attainment=observation.attainment,
        attained=attained_figure(found, actual, plan),
        breakdowns=breakdown_figures(Dividing(dataset, indicator), _whole(found, actual), before),
        printed=tuple(_printed(found, unit)),
        implied=implied_figure(found, actual, plan, unit, indicator.number),
        broken=crossed(dataset, found),
        earlier=earlier,
    )


def _printed(found: Observed, unit: str) -> Iterator[tuple[str, Figure]]:
    """The other forms in which the number is printed."""
    for name, amount in found.observation.printed.items():
        if figure := published(f"{found.identity}/printed-{name}", amount, unit):
            yield name, figure


def _whole(found: Observed, actual: Figure | None) -> Whole:
    return Whole(found.identity, actual, found.observation.breakdowns)


def _earlier(found: Observed, unit: str) -> Whole:
    return _whole(found, published(f"{found.identity}/actual", found.observation.actual, unit))
