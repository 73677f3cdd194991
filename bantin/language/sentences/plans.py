"""How a plan was met, in words that say neither more nor less than its percentage."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

from bantin.language.sentences.movements import Direction
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


PLAN = "kế hoạch"


def met(result: PlanResult, percent: T, turn: int = 0, plan: str = PLAN) -> Pieces[T]:
    """The plan and how it was met: "đạt 95% kế hoạch", "vượt 21% kế hoạch".

    percent: what the verb speaks of: of the plan where it was missed or reached, what goes beyond it where
    it was exceeded; turn: which of the verbs of one meaning, counted from 0; plan: what it is called
    ("dự toán năm"), "" where that has just been said.
    """
    return (f"{result.value[turn % len(result.value)]} ", percent, *_named(plan))


def attained(percent: T, plan: str = PLAN) -> Pieces[T]:
    """An attainment told as a share of the plan, whatever it is: "đạt 121% kế hoạch"."""
    return ("đạt ", percent, *_named(plan))


def beyond(points: T, direction: Direction, more_is_better: bool, plan: str = PLAN) -> Pieces[T]:
    """A share against the one that was planned, in points: "vượt kế hoạch 1,4 điểm phần trăm".

    points: how far, without sign; more_is_better: a share that should be small is not said to have "vượt".
    """
    name = f"{plan} " if plan else ""
    if direction is Direction.SAME:
        return (f"đạt {plan or 'kế hoạch'}",)
    if direction is Direction.DOWN:
        return (f"thấp hơn {name}", points, " điểm phần trăm")
    return (f"{'vượt' if more_is_better else 'cao hơn'} {name}", points, " điểm phần trăm")


def _named(plan: str) -> tuple[str, ...]:
    return (f" {plan}",) if plan else ()
