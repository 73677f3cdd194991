"""The rule that no number is typed: each digit that readers see is explained by what a record declares."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, enter, rule
from bantin.dataset.coverage import Coverage, Expression
from bantin.dataset.dataset import Dataset
from bantin.dataset.expressions import Expressions, declared
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.roles import Declares
from bantin.dataset.records.text import Text
from bantin.language import format_quantity
from bantin.language.ordinals import Numbered, Ordinal, ordinals
from bantin.problems import Location, Message, Severity, say

_MAY_HOLD_ORDINAL = re.compile(r"(?i:thứ|kh[oó][aá])\s")


@rule
def number_in_prose(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Digits in any text that readers see are references to figures, or dates, periods, documents,
    ordinals and names that the record declares, or literals with a reason; anything else would be a
    number written twice."""
    for coverage in dataset.explained:
        for expression in coverage.unexplained():
            yield _typed_number(dataset, coverage, expression)


def ordinal_in_words(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An ordinal of a session, a term or a congress that is written in words is one that the record
    declares, where it declares any: “kỳ họp thứ mười hai” in the record of the twelfth session."""
    for coverage in dataset.explained:
        known: Expressions | None = coverage.known
        for told in coverage.texts:
            text = told.text.source if isinstance(told.text, Text) else told.text
            if isinstance(told.role, Declares) or not _MAY_HOLD_ORDINAL.search(text):
                continue
            known = declared(dataset, coverage.record) if known is None else known
            for ordinal in ordinals(re.sub(r"\s", " ", text)):
                if _is_undeclared_in_words(ordinal, known):
                    place = told.place(ordinal.start, ordinal.end - ordinal.start)
                    yield _undeclared(ordinal, known, place)


def _is_undeclared_in_words(ordinal: Ordinal, known: Expressions) -> bool:
    """Whether an ordinal names something by its number in words, and the record declares another number."""
    named = ordinal.in_words and ordinal.of is not Numbered.PLAIN
    return named and bool(known.ordinals_like(ordinal)) and not known.has(ordinal)


def _undeclared(ordinal: Ordinal, known: Expressions, place: Location) -> Found:
    said, numbers = ordinal.written, ", ".join(map(str, known.ordinals_like(ordinal)))
    return Found(
        place,
        say(
            "“{words}” is {number}, which the record does not declare",
            words=said,
            number=ordinal.number,
        ),
        (say("it declares: {numbers}", numbers=numbers),),
        say("write the one that is meant, or declare the other one too"),
    )


enter(ordinal_in_words, Severity.HINT)


def _typed_number(dataset: Dataset, coverage: Coverage, expression: Expression) -> Found:
    number = expression.text
    same = _figures_named(dataset, coverage, number)
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


def _remedy(coverage: Coverage, same: list[str], near: str | None) -> Message:
    if len(same) > 1:
        return say("write the one that is meant: {names}", names=", ".join(f"$({name})" for name in same))
    if same:
        return say("write $({name}) if that is the figure meant", name=same[0])
    if near:
        return say("write “{expression}” if that is meant, or declare the other one too", expression=near)
    if isinstance(coverage.record, Publishable):
        return say(
            "record it under observations and write $(name) here; "
            "what is no figure is declared under terms, documents or literals"
        )
    return say("write it without a number, or declare it under literals in this file, with the reason")


def _figures_named(dataset: Dataset, coverage: Coverage, number: str) -> list[str]:
    """The names of the figures of the record whose value is the number."""
    record = coverage.record
    known = dataset.observations_for(record) if isinstance(record, Publishable) else {}
    return [
        name
        for name, found in known.items()
        if (actual := found.observation.actual) and format_quantity(actual.quantity) == number.rstrip("%")
    ]


def _declared_near(coverage: Coverage, expression: Expression) -> str | None:
    """The declared expression that was likely meant."""
    text = expression.told.text
    source = text.source if isinstance(text, Text) else text
    end = expression.start + len(expression.text)
    return coverage.known.nearest(source, expression.start, end) if coverage.known else None
