"""How a long work says how far it is, without knowing who listens."""

from __future__ import annotations

from typing import Protocol

from bantin.problems.messages import Message


class Report(Protocol):
    """Handed down to the stages; whoever runs them decides what is made of it."""

    def stage(self, name: Message, done: int, total: int) -> None:
        """``done`` of ``total`` pieces of the stage are finished; a total of 0 says it is not known."""


class Silence:
    """A report that nobody listens to."""

    def stage(self, name: Message, done: int, total: int) -> None:
        """Says nothing."""
