"""Funnels → figures: what share of the stage before, and of the first one, has come so far."""

from __future__ import annotations

from dataclasses import replace

from bantin.dataset.dataset import Dataset
from bantin.dataset.funnels import Stages, funnels_in
from bantin.figures.dividing import share_of
from bantin.figures.figure import Figure, Figures, StageFigures

All = dict[str, dict[str, Figures]]
"""Record id → local name → figures."""


def with_stages(dataset: Dataset, figures: All) -> All:
    """The same figures, those of funnels knowing their stage and its shares."""
    staged = {record: dict(named) for record, named in figures.items()}
    for number, stages in enumerate(funnels_in(dataset)):
        record = stages.observed[0].record.id
        for name, stage in _stages(stages, number, figures[record]):
            staged[record][name] = replace(staged[record][name], stage=stage)
    return staged


def _stages(stages: Stages, number: int, figures: dict[str, Figures]) -> list[tuple[str, StageFigures]]:
    told: list[tuple[str, StageFigures]] = []
    first: Figures | None = None
    before: Figures | None = None
    for found in stages.observed:
        one = figures[found.observation.name]
        stage = StageFigures(
            funnel=stages.funnel,
            number=number,
            label=stages.label(found),
            of_previous=_share(one, before, "stage_share"),
            of_start=_share(one, first, "start_share"),
        )
        told.append((one.name, stage))
        if one.actual is not None:
            first, before = first or one, one
    return told


def _share(one: Figures, of: Figures | None, aspect: str) -> Figure | None:
    """A stage ÷ an earlier one; nothing from what is not exact or from nothing."""
    if of is None or one.actual is None or of.actual is None:
        return None
    if not (one.actual.exact and of.actual.exact and of.actual.quantity.amount) or one.actual.percent:
        return None
    return share_of(f"{one.observed.identity}/{aspect}", one.actual, of.actual)
