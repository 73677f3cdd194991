"""Every number of the records, raised by one: refused at its place, or changed wherever it is shown.

Which figures have to change is told by the figures themselves: the one that the number makes, and all that
are made from it. Each mention of these must show its new value, and no other mention may change. A number
that is refused is composed all the same, for parts are refused as soon as their sum is another.

``every_number.txt`` lists what became of each number, with the places that show it and those whose words
changed; ``make accept`` (BANTIN_ACCEPT) takes the present list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import yaml

from bantin.compose import compose
from bantin.compose.said import FigureMention
from bantin.dataset import Dataset
from bantin.figures import Figure
from bantin.language import Quantity
from bantin.problems import Location
from tests.compose.deriving import figures_in, reached, same_values, wrong
from tests.compose.raising import PROJECTS, Number, numbers, project
from tests.compose.refusing import allowed, start_of
from tests.compose.telling import Difference, difference, figures_of, shown_at
from tests.dataset.projects import EXAMPLE, accepted, checked, each, files_of
from tests.figures.small import NOW

NUMBERS = numbers()
LIST = Path(__file__).parent / "every_number.txt"


@dataclass(frozen=True)
class Told:
    """What a project says: its figures, which of them repeat others, and what stands at each place."""

    figures: dict[str, Figure]
    same: dict[str, str]
    places: dict[str, object]


def told_of(dataset: Dataset) -> Told:
    """The figures of observations, and those of people and votes as the first of their mentions has them."""
    public = dataset.public(NOW)
    places = shown_at(compose(public, NOW, {}, {}))
    figures, meetings = figures_in(public), {meeting.id for meeting in public.meetings}
    for pieces in places.values():
        for mention in figures_of(pieces):
            if mention.figure is not None and mention.identity.partition("/")[0] in meetings:
                figures.setdefault(mention.identity, mention.figure)
    return Told(figures, same_values(public), places)


@cache
def baseline(name: str) -> Told:
    return told_of(project(name)[1])


@dataclass(frozen=True)
class Outcome:
    """What becomes of a raised number.

    refused: the rules that refuse it, each with its place; faults: what is not as it must be; lines: all of
    it, for the list.
    """

    refused: tuple[tuple[str, Location], ...]
    faults: tuple[str, ...]
    lines: tuple[str, ...]


@cache
def outcome(number: Number) -> Outcome:
    files, _ = project(number.project)
    seen = checked(number.changed(files))
    refused = tuple((problem.rule, problem.location) for problem in seen.problems)
    before, after = baseline(number.project), told_of(seen.dataset)
    if number.record not in project(number.project)[1].public(NOW).reporting:
        shows = ("is shown",) if before.places != after.places else ()
        return Outcome(refused, shows, (*head(number, refused), "  shown nowhere: withdrawn"))
    every = (*before.figures.values(), *after.figures.values())
    moved = reached(number.identity, every, before.same)
    found = difference(before.places, after.places, after.figures, moved)
    faults = (*found.wrong, *faults_of(number, moved, found, after))
    lines = (*head(number, refused), *told(moved, found, before, after))
    return Outcome(refused, faults, lines)


def faults_of(number: Number, moved: frozenset[str], found: Difference, after: Told) -> Iterator[str]:
    """What is wrong with the figures: the raised one must be shown, and all must be worth what they are."""
    if number.identity not in after.figures:
        yield f"{number.identity} is shown nowhere"
        return
    amount = f"{abs(after.figures[number.identity].quantity.amount)}"
    if amount not in (plainly(number.raised), plainly(number.raised, 100)):
        yield f"{number.identity} is {amount}"
    if number.identity not in {shown.identity for shown in found.shown}:
        yield f"{number.identity} is shown nowhere"
    if number.way[0] == "observations" and not any(
        shown.identity == number.identity and shown.way.startswith("statistics[") for shown in found.shown
    ):
        yield f"{number.identity} is not shown on a statistics page"
    for name in sorted(moved & after.figures.keys()):
        if fault := wrong(after.figures[name], after.figures, after.same):
            yield f"{name} {fault}"


def plainly(text: str, more: int = 0) -> str:
    """The number in a text for machines: "trên 4.301" as "4301"; "vượt 13%" means 100 more than it says."""
    [number] = re.findall(r"\d[\d.,]*\d|\d", text)
    return f"{Decimal(number.replace('.', '').replace(',', '.')) + more}"


def head(number: Number, refused: tuple[tuple[str, Location], ...]) -> Iterator[str]:
    place = number.place
    yield f"{place.file}:{place.line} {number.name}: {number.text} → {number.raised}"
    yield from (f"  refused at line {where.line}: {rule}" for rule, where in refused)


def told(moved: frozenset[str], found: Difference, before: Told, after: Told) -> Iterator[str]:
    """What became of a number, in lines: figures that changed, places that show them, other words."""
    for identity in sorted(moved):
        old, new = before.figures.get(identity), after.figures.get(identity)
        if old or new:
            yield f"  figure {identity}: {value_of(old)} → {value_of(new)}"
    yield from sorted(f"  {one}" for one in map(str, found.shown) if one)
    yield from sorted(f"  {one}" for one in map(str, found.reworded))


def value_of(figure: Figure | None) -> str:
    if figure is None:
        return "none"
    ends = [f"{round(end.amount, 4):f}" for end in (figure.quantity, figure.high) if end is not None]
    return "…".join(end.rstrip("0").rstrip(".") if "." in end else end for end in ends)


_FIELDS = {"actual", "plan", "previous", "change", "as_published", "value", "was", "share"}
_FIELDS |= {"count", "out_of", "base", "in_favour", "in_favour_share", "against", "abstained"}
_FIELDS |= {"votes", "cast", "invalid", "high", "middle", "low", "high_share", "middle_share", "low_share"}


def typed(value: object, field: str = "") -> Iterator[str]:
    """The numbers of a file as plain YAML, by the names of their fields: no model is asked."""
    if isinstance(value, list):
        for item in value:
            yield from typed(item, field)
    elif isinstance(value, dict):
        below = "actual" if field in ("parts", "printed", "table", "grades") else ""
        for name, item in value.items():
            rows = field == "table" and isinstance(item, dict)
            yield from typed(item, "parts" if rows else below or name)
    elif field in _FIELDS and re.search(r"\d", str(value)):
        yield str(value)


@pytest.mark.parametrize("name", PROJECTS)
def test_the_list_of_numbers_is_complete(name: str) -> None:
    """As many as there are amounts, changes, attainments, parts, votes and counts in the files."""
    texts = [text for file, text in files_of(name).items() if not file.startswith("data/corrections/")]
    written = sorted(number for text in texts for number in typed(yaml.load(text, yaml.BaseLoader)))
    assert sorted(number.text for number in NUMBERS if number.project == name) == written
    assert len(written) > (10 if name in ("example", "half-year", "council") else 0)


@pytest.mark.parametrize(
    "number",
    each(NUMBERS, lambda number: number.project),
    ids=lambda number: f"{number.project}-{number.place.line}",
)
def test_a_raised_number_is_refused_at_its_place_or_changes_what_shows_it(number: Number) -> None:
    """Refused at its place, or at what the rule holds it against: the total, the longer period, the vote."""
    _, dataset = project(number.project)
    found = outcome(number)
    assert found.faults == ()
    for rule, place in found.refused:
        assert start_of(place) in allowed(dataset, number, rule), (rule, place)


def test_what_becomes_of_the_numbers_of_the_example() -> None:
    text = "\n".join(
        line for number in NUMBERS if number.project == EXAMPLE for line in outcome(number).lines
    )
    assert text and f"{text}\n" in LIST.read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.golden
def test_what_becomes_of_every_number() -> None:
    text = "\n".join(line for number in NUMBERS for line in outcome(number).lines) + "\n"
    assert text == accepted(LIST, text)


def test_a_change_that_is_not_of_the_figure_is_seen() -> None:
    """A stale number, another number in the same sentence, other words, a place that came."""
    a, b = Figure("a/actual", Quantity(Decimal(22)), "x"), Figure("b/actual", Quantity(Decimal(14)), "x")
    now = {"a/actual": replace(a, quantity=Quantity(Decimal(23))), "b/actual": b}

    def wrongs(old: object, new: object) -> int:
        return len(difference({"p": old}, {"p": new}, now, frozenset({"a/actual"})).wrong)

    def said(figure: Figure, text: str = "") -> FigureMention:
        number = text or str(figure.quantity.amount)
        return FigureMention(number, number, figure.identity, None, "", figure)

    old, new, other = said(a), said(now["a/actual"]), said(b)
    assert wrongs((old, " và ", other), (new, " và ", other)) == 0
    assert wrongs((old, " và ", other), (old, " và ", other)) == 1
    assert wrongs((old, " và ", other), (new, " và ", said(b, "15"))) == 1
    assert wrongs((old, " tổ chức"), (new, " đảng viên")) == 1
    assert wrongs(("tăng ", old), ("giảm ", new)) == 0
    assert wrongs(("năm 2018",), ("năm 2019",)) == 1
    assert wrongs((other,), (said(b, "15"),)) == 1
    assert difference({}, {"p": (other,)}, now, frozenset({"a/actual"})).wrong
