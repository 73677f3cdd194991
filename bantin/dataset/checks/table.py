"""The table of checks: each rule a small function whose docstring is the rule and whose name its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from bantin.dataset.dataset import Dataset
from bantin.dataset.published import Line
from bantin.dataset.repairs import Repair
from bantin.problems import Location, Message, Problem, Severity, say


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a check may look at besides the records: the files below ``content/``, the day it is, and the
    ledger of what was published."""

    content: frozenset[str]
    today: date | None = None
    published: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found: where, what, why, what to write instead, and how the program can mend it.

    to_write: see ``Problem``.
    """

    location: Location
    message: Message
    evidence: tuple[Message, ...] = ()
    remedy: Message | None = None
    repair: Repair | None = None
    to_write: tuple[str, ...] = ()


Check = Callable[[Dataset, Surroundings], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of the table: id, the rule in a sentence, how much it weighs, and the function.

    repairs: whether ``bantin check --fix`` mends what it finds, where that is safe.
    """

    id: str
    sentence: str
    severity: Severity
    check: Check
    repairs: bool = False

    def problems(self, dataset: Dataset, around: Surroundings) -> Iterator[Problem]:
        """Everything in the dataset that breaks the rule."""
        for found in self.check(dataset, around):
            told = (found.location, found.message, found.evidence, found.remedy)
            yield Problem(self.id, *told, self.severity, found.to_write)


_MOST_NAMES = 8
_TABLE: dict[str, Rule] = {}


def rule(check: Check) -> Check:
    """Enter a check into the table as an error."""
    return enter(check, Severity.ERROR)


def warning(check: Check) -> Check:
    """Enter a check into the table as a warning, which a record can acknowledge."""
    return enter(check, Severity.WARNING)


def enter(check: Check, severity: Severity, *, repairs: bool = False) -> Check:
    """Enter a check into the table: its name is the id, its docstring the rule."""
    name = check.__name__.replace("_", "-")
    assert check.__doc__, name
    _TABLE[name] = Rule(name, " ".join(check.__doc__.split()), severity, check, repairs)
    return check


def table() -> tuple[Rule, ...]:
    """All rules, in the order of their ids."""
    return tuple(_TABLE[name] for name in sorted(_TABLE))


def unknown(what: Message, name: str, known: list[str], location: Location) -> Found:
    """A reference that leads nowhere, with the nearest name there is."""
    message = say("there is no {what} “{name}”", what=what, name=name)
    return Found(location, message, (), nearest(name, known))


def nearest(name: str, known: list[str]) -> Message | None:
    """The remedy for a wrong name: the one that is like it, or else the first that there are."""
    if near := get_close_matches(name, known, n=1, cutoff=0.6):
        return say("did you mean “{name}”?", name=near[0])
    if not known:
        return None
    more = ", …" if len(known) > _MOST_NAMES else ""
    return say("known: {names}", names=", ".join(sorted(known)[:_MOST_NAMES]) + more)
