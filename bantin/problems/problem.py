"""What can be wrong with the input, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bantin.problems.messages import Message


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: its path as shown to people, line and column from 1, length in characters."""

    file: str
    line: int = 1
    column: int = 1
    length: int = 1


class Severity(StrEnum):
    """How much a problem weighs: errors stop a build, warnings and hints do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: place, rule, what is wrong, why, and what to write instead.

    to_write: lines to copy into a file, where the remedy speaks of some.
    """

    rule: str
    location: Location
    message: Message
    evidence: tuple[Message, ...] = ()
    remedy: Message | None = None
    severity: Severity = Severity.ERROR
    to_write: tuple[str, ...] = ()


def in_order(problems: list[Problem]) -> list[Problem]:
    """The problems without doubles, sorted by place and then by rule."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.location, problem.rule))
