"""How a field refuses a value: a message for people, carried through pydantic."""

from __future__ import annotations

from bantin.problems import Message, say


class Refused(ValueError):
    """A value that its field does not take: what is wrong, why, and what to write instead.

    stretch: start and length of the characters in the value that are wrong, where it is not all of it.
    """

    def __init__(
        self,
        rule: str,
        message: Message,
        *evidence: Message,
        remedy: Message | None = None,
        stretch: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(message.sentence)
        self.rule = rule
        self.message = message
        self.evidence = evidence
        self.remedy = remedy
        self.stretch = stretch


def not_one_value() -> Refused:
    """What a field for one value says of a list or a group of fields."""
    return Refused(
        "wrong-type",
        say("one value is expected here, not a list or a group of fields"),
        remedy=say("write one value; if it begins with a bracket, put it into quotation marks"),
    )
