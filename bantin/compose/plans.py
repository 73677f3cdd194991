"""What plans are called."""

from __future__ import annotations

from bantin.figures import Figures
from bantin.language import PeriodKind, label
from bantin.language.sentences import PLAN


def plan_name(figures: Figures) -> str:
    """What the plan of a figure is called: as its record says, or "kế hoạch năm" beside the months of a
    year."""
    observation, period = figures.observed.observation, figures.observed.period
    of = observation.plan_period
    if observation.plan_name or of is None or of == period:
        return observation.plan_name or PLAN
    same_year = of.kind is PeriodKind.YEAR and of.last_day.year == period.last_day.year
    return f"{PLAN} năm" if same_year else f"{PLAN} {label(of)}"
