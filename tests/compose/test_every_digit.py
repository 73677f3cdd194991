"""Every digit of the finished bulletins stands in a figure, or in something that the records declare.

The program composes texts of its own; no digit of theirs may be without origin either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date

import pytest

from bantin.compose import compose
from bantin.compose.said import Abbreviation, Bulletins, Cell, FigureMention, HandWritten
from bantin.dataset import Dataset, load
from bantin.dataset.attachments import read_attachments
from bantin.dataset.coverage import explained
from bantin.dataset.expressions import Expressions, of_period, own_expressions
from bantin.dataset.pictures import read_pictures
from bantin.dataset.records.roles import Kind
from bantin.figures import FiguresIndex
from tests.compose.walking import is_prose
from tests.dataset.projects import ENCLOSED, files_of
from tests.golden.cases import Case, cases

ADDRESSES = {
    "address",
    "target",
    "anchor",
    "slug",
    "licence_address",
    "site_address",
    "key_figures_address",
    "kicker_address",
    "file",
    "page",
}
FOR_MACHINES = {"value", "identity", "id", "ids"}
"""Fields that no reader meets as words."""

NOT_ANY_MORE = {"was", "superseded"}
"""What was published and is corrected: told as it was, from the records of corrections."""

CLOCK = "time"
"""The time of day of a moment that a record declares, beside its day."""

OF_THE_PROGRAM = re.compile(
    r"(?<!\S)[0-9.]+ số liệu(?= của)"  # how many rows a page has
    r"|(?<= số liệu của )[0-9]+ cơ quan$"  # and of how many bodies
    r"|số kỳ trước là 0|không phải là 0"  # why there is no percentage; what an empty cell is not
    r"|(?<=× )100(?= =)|(?<=hiểu là đạt )100%(?= \+)"  # the constants of percentages in formulas
    r"|(?<=, )[0-9]+(?:,[0-9])? [KM]B$"  # how large a file is that can be taken home
    r"|(?<=÷ \()100%(?= [+−])"  # and of what a percentage implies
    r"|(?<=\(WCAG\) )2\.2(?=, mức A)"  # the standard that pages are made by
    r"|(?<=Lần thử gần nhất: ).*(?= lượt: )"  # the last test run of the theme, see test_statements.py
)
"""Digits that the program says of its own pages and sums, in its own words."""


@dataclass(frozen=True)
class Said:
    """A text as readers meet it; each figure in it stands as one sign."""

    way: str
    text: str


def texts(value: object, way: str = "") -> Iterator[Said]:
    """All texts of composed things, stretches of prose in one piece."""
    if isinstance(value, str):
        yield Said(way, value)
    elif isinstance(value, FigureMention):
        yield Said(f"{way}.source", value.source)
    elif isinstance(value, Cell) and value.figure is not None:
        yield from texts((value.status_text, value.reason), way)
    elif is_prose(value):
        assert isinstance(value, tuple)
        yield Said(way, "".join(map(_shown, value)))
        yield from (Said(f"{way}.source", one.source) for one in value if isinstance(one, FigureMention))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, way)
    elif is_dataclass(value) and not isinstance(value, HandWritten):
        for field in fields(value):
            if field.name == CLOCK:
                assert re.fullmatch(r"(?:[0-9]{2}:[0-9]{2})?", getattr(value, field.name)), way
            elif field.name not in ADDRESSES | FOR_MACHINES | NOT_ANY_MORE | {"figure"}:
                yield from texts(getattr(value, field.name), f"{way}.{field.name}")
    else:
        assert value is None or isinstance(value, int | date | HandWritten | FiguresIndex), way


def _shown(piece: object) -> str:
    if isinstance(piece, FigureMention):
        return "¤"
    assert isinstance(piece, str | Abbreviation)
    return piece if isinstance(piece, str) else piece.text


def declared_anywhere(dataset: Dataset) -> Expressions:
    """All that any record declares, and the periods that figures are compared with."""
    kinds = dict(dataset.common_expressions)
    for record in (dataset.site, *dataset.registers, *dataset.publishable()):
        kinds |= dict(own_expressions(record))
    for observed in dataset.observed:
        for period in (observed.period, observed.earlier_period):
            kinds |= dict.fromkeys(of_period(period), Kind.DATE) if period else {}
    return Expressions(kinds)


def bulletins_of(case: Case) -> tuple[Dataset, Bulletins]:
    dataset = load(files_of(case.name)).dataset
    content = {name: path.read_bytes() for name, path in ENCLOSED.items()}
    pictures, attachments = read_pictures(dataset, content)[0], read_attachments(dataset, content)[0]
    return dataset, compose(dataset.public(case.now), case.now, pictures, {}, attachments)


def unexplained(dataset: Dataset, bulletins: Bulletins) -> list[str]:
    known = declared_anywhere(dataset)
    return [
        f"{said.way}: “{text[start:end]}” in “{text}”"
        for said in texts(bulletins)
        if (text := OF_THE_PROGRAM.sub("", said.text))
        for start, end, kind in explained(text, known, dataset.units)
        if kind is Kind.UNEXPLAINED
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_digit_stands_in_a_figure_or_in_what_the_records_declare(case: Case) -> None:
    dataset, bulletins = bulletins_of(case)
    assert unexplained(dataset, bulletins) == []


def test_a_digit_that_the_program_typed_would_be_found() -> None:
    dataset, bulletins = bulletins_of(next(case for case in cases() if case.name == "example"))
    article = bulletins.articles[0]
    for changed in (
        replace(article, kicker="Chi bộ 7"),
        replace(article, notes=(("Đã họp 3 lần.",),)),
        replace(article, date_line="Thứ năm, 28/11/2024"),
    ):
        found = unexplained(dataset, replace(bulletins, articles=(changed,)))
        assert len(found) == 1, found
