"""Rules about plans: plan, actual and attainment agree, and words that can mean two things are explained."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from bantin.dataset.checks.changes import number_kind
from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.implied import actual_value, planned_value, value_of
from bantin.dataset.observed import Observed
from bantin.dataset.records.observations import Attainment
from bantin.language import Shortening, format_number, format_percent
from bantin.problems import Message, say


def is_unresolved(attainment: Attainment) -> bool:
    """Whether the words can mean two things and the record does not say which, or that it is not known."""
    published = attainment.as_published
    return attainment.reading is None and published.exceeds and published.percent.amount >= 100


@rule
def unresolved_attainment(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """“vượt N%” with N of 100 or more can mean two things, so its reading is stated in the record."""
    for found in dataset.observed:
        attainment = found.observation.attainment
        if attainment and is_unresolved(attainment):
            percent = attainment.as_published.percent.amount
            yield Found(
                attainment.where("as_published"),
                say("“{text}” can mean two things", text=attainment.as_published.text),
                (
                    say(
                        "{attained} of the plan, or {exceeded} of it",
                        attained=format_percent(percent),
                        exceeded=format_percent(percent + 100),
                    ),
                ),
                say(
                    "add a line “reading: …” with attained, exceeded_by, "
                    "or unresolved if the source does not tell"
                ),
            )


@rule
def attainment_agrees(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A published attainment agrees with plan and actual, within the precision it is printed with; with one
    of them alone, there is a number that the other can be."""
    for found in dataset.observed:
        attainment = found.observation.attainment
        if not attainment or is_unresolved(attainment):
            continue  # unresolved-attainment says what to do first
        meant = attainment.attained()
        if meant is not None and not _can_be(dataset, found, meant):
            yield Found(
                attainment.where("as_published"),
                say("the attainment does not agree with plan and actual"),
                (*_computed(found), *_above_plan(attainment)),
                say("correct the value that is wrong"),
            )


def _can_be(dataset: Dataset, found: Observed, meant: Decimal) -> bool:
    """Whether plan, actual and attainment can all be true."""
    actual, plan, kind = found.observation.actual, found.observation.plan, number_kind(dataset, found)
    for how in Shortening:
        if actual and plan:
            possible = planned_value(actual, meant, kind, how).within(value_of(plan, kind, how))
        elif actual:
            possible = planned_value(actual, meant, kind, how)
        elif plan:
            possible = actual_value(plan, meant, kind, how)
        else:
            return True
        if not possible.empty:
            return True
    return False


def _computed(found: Observed) -> Iterator[Message]:
    actual, plan = found.observation.actual, found.observation.plan
    percent = attained_percent(actual.quantity.amount, plan.quantity.amount) if actual and plan else None
    if actual and plan and percent is not None:
        yield say(
            "{actual} of {plan} is {percent}",
            actual=format_number(actual.quantity.amount),
            plan=format_number(plan.quantity.amount),
            percent=format_percent(percent),
        )
    elif known := actual or plan:
        yield say("no whole number fits {value} and this attainment", value=known.text)


def _above_plan(attainment: Attainment) -> Iterator[Message]:
    """What “vượt N%” means, where it is read as so much above the plan."""
    meant = attainment.attained()
    if meant is not None and meant != attainment.as_published.percent.amount:
        text, percent = attainment.as_published.text, format_percent(meant)
        yield say("“{text}”, read as exceeded_by, is {percent} of the plan", text=text, percent=percent)


def attained_percent(actual: Decimal, plan: Decimal) -> Fraction | None:
    """Attainment in percent: actual ÷ plan × 100, exactly; None without a plan."""
    return Fraction(actual) / Fraction(plan) * 100 if plan else None
