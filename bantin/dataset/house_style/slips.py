"""What a rule of house style looks at and finds: one passage, and the slips in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps

from bantin.dataset.checks.table import Check, Found, Surroundings, enter
from bantin.dataset.dataset import Dataset
from bantin.dataset.passages import Passage
from bantin.dataset.repairs import Repair
from bantin.problems import Message, Severity


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of a passage that house style would write differently.

    instead: what is safe to write in its place without asking anyone, or None.
    """

    start: int
    length: int
    message: Message
    evidence: tuple[Message, ...] = ()
    remedy: Message | None = None
    instead: str | None = None


Look = Callable[[Passage, Dataset], Iterator[Slip]]
"""Finds the slips of one kind in a passage; its docstring is the rule."""


def house_rule(severity: Severity, *, repairs: bool = False) -> Callable[[Look], Look]:
    """Enter a look at passages into the table of checks."""

    def entered(look: Look) -> Look:
        enter(_over_all(look), severity, repairs=repairs)
        return look

    return entered


def _over_all(look: Look) -> Check:
    @wraps(look)
    def check(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
        for passage in dataset.passages:
            for slip in look(passage, dataset):
                yield _found(passage, slip)

    return check


def _found(passage: Passage, slip: Slip) -> Found:
    place = passage.told.place(slip.start, slip.length)
    scalar = passage.owner.scalar_at(passage.path) if slip.instead is not None else None
    spelled = scalar is not None and scalar.text == passage.source
    repair = Repair(scalar, slip.start, slip.length, slip.instead or "") if scalar and spelled else None
    return Found(place, slip.message, slip.evidence, slip.remedy, repair)
