"""The rule that no number is typed: each digit that readers see is explained by what a record declares."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.coverage import Coverage, Expression
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.text import Text
from bantin.language import format_quantity
from bantin.problems import Message, say


@rule
def number_in_prose(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Digits in any text that readers see are references to figures, or dates, periods, documents,
    ordinals and names that the record declares, or literals with a reason; anything else would be a
    number written twice."""
    for coverage in dataset.explained:
        for expression in coverage.unexplained():
            yield _typed_number(dataset, coverage, expression)


def _typed_number(dataset: Dataset, coverage: Coverage, expression: Expression) -> Found:
    number = expression.text
    same = _figure_named(dataset, coverage, number)
    near = None if same else _declared_near(coverage, expression)
    evidence = say("a number is written once, in an observation, and referred to everywhere else")
    if near:
        evidence = say("the record declares “{expression}”", expression=near)
    return Found(
        expression.told.place(expression.start, len(number)),
        say("the number {number} is typed into the text", number=number),
        (evidence,),
        _remedy(coverage, same, near),
    )


def _remedy(coverage: Coverage, same: str | None, near: str | None) -> Message:
    if same:
        return say("write $({name}) if that is the figure meant", name=same)
    if near:
        return say("write “{expression}” if that is meant, or declare the other one too", expression=near)
    if isinstance(coverage.record, Publishable):
        return say(
            "record it under observations and write $(name) here; "
            "what is no figure is declared under terms, documents or literals"
        )
    return say("write it without a number, or declare it under literals in this file, with the reason")


def _figure_named(dataset: Dataset, coverage: Coverage, number: str) -> str | None:
    """The name of a figure of the record whose value is the number, or None."""
    record = coverage.record
    known = dataset.observations_for(record) if isinstance(record, Publishable) else {}
    for name, found in known.items():
        actual = found.observation.actual
        if actual and format_quantity(actual.quantity) == number.rstrip("%"):
            return name
    return None


def _declared_near(coverage: Coverage, expression: Expression) -> str | None:
    """The declared expression that was likely meant."""
    text = expression.told.text
    source = text.source if isinstance(text, Text) else text
    end = expression.start + len(expression.text)
    return coverage.known.nearest(source, expression.start, end) if coverage.known else None
