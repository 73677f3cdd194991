"""Rules about values that can still change, or did: what they were, and since when."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.counts import amounts_written
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.amounts import Amount, Finality
from bantin.problems import Message, say


@rule
def revision_is_told(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A revised value says since when and what it was before, which is another number; others do not."""
    for found in dataset.observed:
        for holder, path, amount in amounts_written(found.observation):
            if told := _wrong(amount):
                message, remedy = told
                yield Found(holder.where_number(*path), message, (), remedy)


def _wrong(amount: Amount) -> tuple[Message, Message] | None:
    """What is wrong with what is told of a revision, and what to do."""
    if amount.finality is not Finality.REVISED:
        message = say("only a revised value was another before")
        return (message, say("write finality: revised, or leave out “was”")) if amount.was else None
    if amount.was is None or amount.since is None:
        message = say("it is not said what this value was, and since when it is another")
        if amount.was is None and amount.since is None:
            return message, say("add the lines “{first}: …” and “{second}: …”", first="since", second="was")
        return message, say("add a line “{name}: …”", name="since" if amount.was else "was")
    if amount.was.quantity == amount.value.quantity:
        return say("the revised value is the same as before"), say("correct the value or “was”")
    return None
