"""What can be said of a figure by reference: ``$(name)``, ``$(name.change)``, ``$(name.canh-cao)``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.values import Amount
from bantin.language import Qualifier


class Aspect(StrEnum):
    """The last word of a reference; without one the value is said with its unit."""

    VALUE = "value"
    CHANGE = "change"
    PERCENT_CHANGE = "percent_change"
    PREVIOUS = "previous"
    PARTS = "parts"
    PLAN = "plan"
    ATTAINMENT = "attainment"


ASPECT_EXAMPLES: dict[str, str] = {
    "": "22 đảng viên",
    Aspect.VALUE: "22",
    Aspect.CHANGE: "tăng 5 đảng viên so với năm 2018",
    Aspect.PERCENT_CHANGE: "tăng 29,4% so với năm 2018",
    Aspect.PREVIOUS: "17 đảng viên",
    Aspect.PARTS: "trong đó khiển trách 16, cảnh cáo 5 và khai trừ 1 đảng viên",
    Aspect.PLAN: "20 cuộc",
    Aspect.ATTAINMENT: "vượt 15% kế hoạch",
}
"""Each aspect as a reader would see it, for the reference page."""


def available_aspects(dataset: Dataset, found: Observed) -> Iterator[str]:
    """The aspects that can be said of an observation: what it holds, what earlier records hold, and what
    follows from the two. Nothing follows from "over 4,300"."""
    observation, actual, plan = found.observation, found.observation.actual, found.observation.plan
    previous = _previous(dataset, found)
    if actual is not None:
        yield Aspect.VALUE
    if observation.change is not None or (_is_exact(actual) and _is_exact(previous)):
        yield from (Aspect.CHANGE, Aspect.PERCENT_CHANGE)
    if previous is not None or (_is_exact(actual) and observation.change and not observation.change.percent):
        yield Aspect.PREVIOUS
    if observation.breakdowns:
        yield Aspect.PARTS
    if plan is not None:
        yield Aspect.PLAN
    if observation.attainment is not None or (_is_exact(actual) and _is_exact(plan) and _is_some(plan)):
        yield Aspect.ATTAINMENT
    for breakdown in observation.breakdowns:
        yield from breakdown.parts


def _previous(dataset: Dataset, found: Observed) -> Amount | None:
    """The earlier value that this record or the earlier one publishes."""
    earlier = dataset.observed_by_identity.get(found.earlier_identity)
    return found.observation.previous or (earlier.observation.actual if earlier else None)


def _is_exact(amount: Amount | None) -> bool:
    return amount is not None and amount.quantity.qualifier is Qualifier.EXACT


def _is_some(amount: Amount | None) -> bool:
    return amount is not None and amount.quantity.amount != 0
