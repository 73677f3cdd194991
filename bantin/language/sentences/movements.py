"""How a value moved, in words: up or down, how far, and whether that is much.

The plain words "tăng" and "giảm" say no more than the sign of the figures. Words of size ("tăng mạnh",
"gấp đôi") are the choice of a house, and even there come only where the numbers carry them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic

from bantin.language.sentences.pieces import Pieces, T, T_co, joined, merged


class Direction(StrEnum):
    """Where a value went; the words that say it."""

    UP = "tăng"
    DOWN = "giảm"
    SAME = "không thay đổi"


class MovementSize(StrEnum):
    """What can be said of the size of a movement beside its number."""

    PLAIN = "plain"
    SLIGHT = "slight"
    STRONG = "strong"
    DOUBLED = "doubled"
    HALVED = "halved"


SLIGHT_BELOW = Decimal("0.03")
"""Below three in a hundred: what is rounded to a per cent and moves by that much has hardly moved."""
SLIGHT_FROM = 100
"""No movement of fewer than a hundred is slight: one case more of ten is a tenth more."""
STRONG_FROM = Decimal("0.5")
"""By half or more: what readers would call much without having been told the earlier value."""
STRONG_COUNT_FROM = 20
"""From fewer than twenty half as many more are a handful of cases, which differ so much by chance."""
DOUBLED_FROM = 10
"""From two to four is twice as many as well, and says nothing."""


def direction_of(amount: Decimal) -> Direction:
    """Where a signed change points."""
    return Direction.UP if amount > 0 else Direction.DOWN if amount < 0 else Direction.SAME


def size_of(now: Decimal, earlier: Decimal) -> MovementSize:
    """What the two exact values allow to be said of the movement between them."""
    moved = abs(now - earlier)
    if not moved or earlier <= 0 or now < 0:
        return MovementSize.PLAIN
    if now == 2 * earlier and earlier >= DOUBLED_FROM:
        return MovementSize.DOUBLED
    if 2 * now == earlier and now >= DOUBLED_FROM:
        return MovementSize.HALVED
    if moved >= STRONG_FROM * earlier and earlier >= STRONG_COUNT_FROM:
        return MovementSize.STRONG
    if moved < SLIGHT_BELOW * earlier and earlier >= SLIGHT_FROM:
        return MovementSize.SLIGHT
    return MovementSize.PLAIN


_ADVERBS = {MovementSize.SLIGHT: " nhẹ", MovementSize.STRONG: " mạnh"}
_FACTORS = {MovementSize.DOUBLED: ", gấp đôi", MovementSize.HALVED: ", bằng một nửa"}


@dataclass(frozen=True, slots=True)
class Movement(Generic[T_co]):
    """How far one value moved.

    amount: how far, without sign ("5", "29,4%", "2,5 điểm phần trăm"), nothing for what did not move;
    unit: the short noun of what is counted; in_units: whether the amount counts it (a percentage does not).
    """

    direction: Direction
    amount: Pieces[T_co]
    unit: str
    in_units: bool = True
    size: MovementSize = MovementSize.PLAIN

    def how_far(self) -> Pieces[T_co]:
        """The amount with what it counts: "5 đảng viên", "29,4%"."""
        return merged((*self.amount, f" {self.unit}")) if self.in_units else self.amount

    def alone(self) -> Pieces[T_co]:
        """The movement by itself: "tăng 5 đảng viên", "tăng mạnh 29,4%", "không thay đổi"."""
        if self.direction is Direction.SAME:
            return (str(Direction.SAME),)
        verb = f"{self.direction}{_ADVERBS.get(self.size, '')} "
        return merged((verb, *self.how_far(), _FACTORS.get(self.size, "")))

    def _among_others(self) -> Pieces[T_co]:
        """Beside others that go elsewhere: "số đảng viên không thay đổi", "giảm 2 tổ chức"."""
        if self.direction is Direction.SAME:
            return (f"số {self.unit} {Direction.SAME}",)
        what = "" if self.in_units else f"số {self.unit} "
        return merged((f"{what}{self.direction} ", *self.how_far()))


def moved(movements: Sequence[Movement[T]], every: bool = True) -> Pieces[T]:
    """The movements of the values of one sentence in a phrase; those in one direction share its verb.

    every: whether no value of the sentence is without a known movement, so that "không thay đổi" can be
    said of all. "tăng 2 tổ chức và 3 đảng viên", "tăng 2 tổ chức, giảm 3 đảng viên", "không thay đổi".
    """
    if len(movements) == 1 and every:
        return movements[0].alone()
    directions = {movement.direction for movement in movements}
    if directions == {Direction.SAME} and every:
        return (str(Direction.SAME),)
    one_way = len(directions) == 1 and Direction.SAME not in directions
    if one_way and all(movement.in_units for movement in movements):
        return merged((f"{movements[0].direction} ", *joined([movement.how_far() for movement in movements])))
    return merged(joined([movement._among_others() for movement in movements], ", "))
