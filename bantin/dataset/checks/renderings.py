"""Rules about rounding and other printed forms of a number: each can stand for the number itself."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.changes import agree, published_ways
from bantin.dataset.checks.counts import amounts_written
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.amounts import Amount
from bantin.language import Interval, Qualifier, format_number, possible, trailing_step
from bantin.problems import say


@rule
def printed_form_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Another printed form of a number is true of it and near to it: “gần 4.300” of 4.287, not of 4.120, and
    “trên 4.200”, not “trên 100”."""
    for found in dataset.observed:
        observation = found.observation
        for name, form in observation.printed.items():
            actual = observation.actual
            if actual is None:
                yield Found(
                    observation.key("printed", name),
                    say("there is no number that this is another form of"),
                    (),
                    say("add a line “{name}: …”", name="actual"),
                )
            elif not agree((meant(form),) * 2, published_ways(dataset, found, actual)):
                yield Found(
                    observation.where_number("printed", name),
                    say("“{form}” cannot be printed of {value}", form=form.text, value=actual.text),
                    (),
                    say("correct the printed form or the number"),
                )


def meant(form: Amount) -> Interval:
    """The numbers of which a form is printed: those within one unit of its last digit that is not 0."""
    quantity = form.quantity
    near = possible(quantity.amount, trailing_step(quantity.amount))
    step = trailing_step(quantity.amount)
    low, high = (Interval.point(quantity.amount + sign * step).low for sign in (-1, 1))
    at = Interval.point(quantity.amount).low
    match quantity.qualifier:
        case Qualifier.OVER:
            return Interval(at, high, low_open=True, high_open=True)
        case Qualifier.AT_LEAST:
            return Interval(at, high, high_open=True)
        case Qualifier.UNDER:
            return Interval(low, at, low_open=True, high_open=True)
        case Qualifier.ABOUT:
            return Interval(low, high, low_open=True, high_open=True)
        case Qualifier.EXACT:
            return near


@rule
def rounded_as_said(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A number that was rounded to hundreds is a multiple of a hundred."""
    for found in dataset.observed:
        for holder, path, amount in amounts_written(found.observation):
            step = amount.quantity.rounded_to
            if step is not None and (not step or amount.quantity.amount % step):
                yield Found(
                    holder.where_number(*path),
                    say(
                        "“{text}” was not rounded to {step}",
                        text=amount.text,
                        step=format_number(step),
                    ),
                    (),
                    say("correct the number or “rounded_to”"),
                )
