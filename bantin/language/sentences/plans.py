"""How a plan was met, in words that say neither more nor less than its percentage."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from bantin.language.sentences.pieces import Pieces, T


class PlanResult(Enum):
    """How an attainment stands to its plan; the verbs that say it, the usual one first.

    Below the plan no verb says more than the number: whether a year that is not over "chưa đạt" or "mới
    đạt" is for people to say.
    """

    MISSED = ("đạt", "bằng")
    REACHED = ("đạt", "hoàn thành")
    EXCEEDED = ("vượt",)


def plan_result(attained: Decimal) -> PlanResult:
    """How so many percent of a plan stand to it."""
    if attained > 100:
        return PlanResult.EXCEEDED
    return PlanResult.REACHED if attained == 100 else PlanResult.MISSED


def met(result: PlanResult, percent: T, turn: int = 0) -> Pieces[T]:
    """The plan and how it was met: "đạt 95% kế hoạch", "vượt 21% kế hoạch".

    percent: what the verb speaks of: of the plan where it was missed or reached, what goes beyond it where
    it was exceeded; turn: which of the verbs of one meaning, counted from 0.
    """
    return (f"{result.value[turn % len(result.value)]} ", percent, " kế hoạch")


def attained(percent: T) -> Pieces[T]:
    """An attainment told as a share of the plan, whatever it is: "đạt 121% kế hoạch"."""
    return ("đạt ", percent, " kế hoạch")
