"""Every number of the records, raised by one: refused at its place, or changed wherever it is shown.

A number that is raised either breaks a rule, told at its line or at that of the total it is a part of, or
changes all places that show its figure, or one derived from it, and no other place. ``every_number.txt``
lists all numbers with what became of them; ``make accept`` (BANTIN_ACCEPT) takes the present list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
import yaml

from bantin.compose import compose
from bantin.compose.said import Cell, FigureMention, plain
from bantin.dataset import Dataset
from bantin.figures import Figure
from bantin.problems import Location
from tests.compose.raising import PROJECTS, Number, cells_of, figures_in, named, numbers, numbers_in, project
from tests.compose.walking import mentions, places
from tests.dataset.projects import accepted, checked, files_of
from tests.figures.small import NOW

NUMBERS = numbers()
LIST = Path(__file__).parent / "every_number.txt"


@dataclass(frozen=True)
class Moved:
    """The figures that are others now: by their amounts, or by what they are made from."""

    before: dict[str, Figure]
    after: dict[str, Figure]
    others: frozenset[str]

    @property
    def identities(self) -> frozenset[str]:
        return self.others | self.before.keys() | self.after.keys()

    def tells(self, old: str, new: str) -> bool:
        """Whether ``old`` and ``new`` are the same figure as printed before and after."""
        return _value(old) in _values(self.before.values()) and _value(new) in _values(self.after.values())


def _value(text: str) -> Decimal:
    return Decimal(text.removesuffix("%").replace(".", "").replace(",", "."))


def _values(figures: Iterable[Figure]) -> set[Decimal]:
    amounts = [abs(figure.quantity.amount) for figure in figures]
    return {
        round(amount, places) + more for amount in amounts for places in (0, 1) for more in (0, 100, -100)
    }


def moved(old: Dataset, new: Dataset, number: Number) -> Moved:
    before, after = figures_in(old), figures_in(new)
    others = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    heads = number.name.replace("/vote/", "/").replace("/election/", "/").replace("_", "-")
    of_people = {f"{meeting.id}/{heads}" for meeting in old.meetings if heads.startswith(("att", "acts/"))}
    return Moved(
        {name: before[name] for name in others if name in before},
        {name: after[name] for name in others if name in after},
        frozenset(of_people),
    )


@dataclass(frozen=True)
class Outcome:
    """What becomes of a raised number: the problems, or the figures and places that change.

    named: the lines that the evidence of the problems names.
    """

    refused: tuple[tuple[str, Location], ...] = ()
    named: tuple[tuple[object, object], ...] = ()
    figures: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@cache
def outcome(number: Number) -> Outcome:
    files, dataset, bulletins = project(number.project)
    seen = checked(number.changed(files))
    if seen.problems:
        refused = tuple((problem.rule, problem.location) for problem in seen.problems)
        gaps = [dict(told.gaps) for problem in seen.problems for told in problem.evidence]
        return Outcome(refused, tuple((gap.get("file"), gap.get("line")) for gap in gaps))
    public = seen.dataset.public(NOW)
    figures, cells = moved(dataset.public(NOW), public, number), cells_of(dataset)
    old, new = dict(places(bulletins)), dict(places(compose(public, NOW, {}, {})))
    listed = {way for way in old.keys() ^ new.keys() if listed_figure(way) in figures.identities}
    assert old.keys() ^ new.keys() == listed, "a page, a row or a paragraph came or went"
    changed = {way for way in old.keys() - listed if old[way] != new[way]}
    for way in changed:
        assert shows(way, old[way], new[way], figures, cells), (way, old[way], new[way])
    for way in old.keys() - changed - listed:
        assert not told_in(way, old[way], cells) & figures.identities, (way, "shows it and did not change")
    return Outcome(figures=tuple(sorted(figures.identities)), places=tuple(sorted(map(short, changed))))


def listed_figure(way: str) -> str:
    """The figure of an entry in an article's list of sources, which comes and goes with what is said."""
    return way.partition(".sources[")[2].removesuffix("]")


def told_in(way: str, value: object, cells: dict[str, str]) -> set[str]:
    """The identities of the figures that a place shows."""
    if isinstance(value, Cell):
        row = cells.get(way.replace("]", "").rpartition("[")[2])
        return {mention.identity for mention in mentions(value)} or ({row} if row else set())
    return {mention.identity for mention in mentions(value)}


def shows(way: str, old: object, new: object, figures: Moved, cells: dict[str, str]) -> bool:
    """Whether a place shows a figure that moved, and differs in nothing else."""
    if isinstance(old, Cell | FigureMention):
        return bool(told_in(way, old, cells) & figures.identities)
    assert isinstance(old, str | tuple) and isinstance(new, str | tuple)
    identities = told_in(way, old, cells) | told_in(way, new, cells)
    if identities:
        return bool(identities & figures.identities) and alike(masked(old, figures), masked(new, figures))
    before, after = numbers_of(old), numbers_of(new)
    pairs = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    return masked(old, figures) == masked(new, figures) and all(figures.tells(*pair) for pair in pairs)


_NUMBER = re.compile(r"\d[\d.,]*\d%?|\d%?")
_FRONTED = re.compile(r"(so với [^,.;()#]*?) ((?:tăng|giảm) #[^,.;()]*|không thay đổi)")
_MOVED = re.compile(r"(?:tăng|giảm|vượt|đạt) # ?[^,.;#]*?(?=so với|kế hoạch)|không thay đổi ")


def text_of(value: object) -> str:
    return value if isinstance(value, str) else plain(value)  # type: ignore[arg-type]  # a stretch of prose


def numbers_of(value: object) -> list[str]:
    return _NUMBER.findall(text_of(value))


def masked(value: str | tuple[object, ...], figures: Moved) -> str:
    """The text without the figures that moved and the words that say how they did.

    Plain text, whose figures are not marked, without all its numbers.
    """
    if isinstance(value, str) or (not any(mentions(value)) and "không thay đổi" not in text_of(value)):
        return unmoved(_NUMBER.sub("#", text_of(value)))
    pieces = [
        "#"
        if isinstance(piece, FigureMention) and piece.identity in figures.identities
        else text_of((piece,))
        for piece in value
    ]
    return unmoved("".join(pieces))


_NONE = re.compile(r"# [^,.;()#]* nào\b")


def alike(old: str, new: str) -> bool:
    """Whether two texts say the same; "không kỷ luật đảng viên nào" becomes "đã kỷ luật 1 đảng viên"."""
    if bool(_NONE.search(old)) == bool(_NONE.search(new)):
        return old == new
    return re.sub(r"# ?|đã | nào\b", "", old) == re.sub(r"# ?|đã | nào\b", "", new)


def unmoved(text: str) -> str:
    """The text without the words that say how figures moved, wherever the comparison stands."""
    return _MOVED.sub("~ ", _FRONTED.sub(r"\2 \1", text))


def short(way: str) -> str:
    """A place in few words: its page and what stands there."""
    way = re.sub(r"^(articles|statistics)\[/([^\]]*)/\]\.", r"\2: ", way)
    way = re.sub(r"bodies\[\d+\]\.subjects\[\d+\]\.tables\[\d+\]\.rows", "rows", way)
    return re.sub(r"tin/(\d{4})/(\d\d)/[^:\]]*", r"tin/\1/\2", way)


def told(number: Number, found: Outcome) -> list[str]:
    place = number.place
    lines = [f"{place.file}:{place.line} {number.name}: {number.text} → {number.raised}"]
    lines += [f"  refused at line {where.line}: {rule}" for rule, where in found.refused]
    if not found.refused:
        lines += [f"  figures: {', '.join(found.figures)}"]
        lines += [f"  {way}" for way in found.places]
    return lines


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
    files = [yaml.load(text, yaml.BaseLoader) for text in files_of(name).values()]
    written = sorted(number for file in files for number in typed(file))
    assert sorted(number.text for number in NUMBERS if number.project == name) == written
    assert len(written) > (10 if name in ("example", "half-year", "council") else 0)


@pytest.mark.parametrize("number", NUMBERS, ids=lambda number: f"{number.project}-{number.place.line}")
def test_a_raised_number_is_refused_at_its_place_or_changes_what_shows_it(number: Number) -> None:
    found = outcome(number)
    assert bool(found.refused) != bool(found.places)
    for problem, place in found.refused:
        named = (number.place.file, number.place.line) in found.named
        starts = {start_of(place) for place in allowed(number)}
        assert named or start_of(place) in starts, (problem, place, allowed(number))


def start_of(place: Location) -> tuple[str, int, int]:
    """Where a number begins: one that is raised may have a digit more."""
    return place.file, place.line, place.column


def allowed(number: Number) -> set[Location]:
    """Where a refusal may stand: at the number, at the total of the same observation or vote, or at the
    parts that must make up a whole; elsewhere only where it names the number's line."""
    _, dataset, _ = project(number.project)
    found = {number.place}
    for record in dataset.reporting.values():
        for holder, at, way in numbers_in(record):
            holder_name, _, field = named(record, way).rpartition("/")
            inside = (
                number.name.startswith(f"{holder_name.removesuffix('/base')}/")
                and number.place.file == holder.where().file
            )
            if inside and field in ("actual", "base"):
                found.add(holder.where_number(*at))
            if field == "change" and number.name == f"{holder_name}/actual":
                found.add(holder.where(*at))
            if is_of_people(number.name) and is_of_people(named(record, way)):
                found.add(holder.where_number(*at))
            same = number.name.partition("/")[0] == named(record, way).partition("/")[0]
            if same and number.place.file == holder.where().file and at[0] in ("parts", "table"):
                found |= {holder.key(str(at[0])), holder.where_number(*at)}
    return found


def is_of_people(name: str) -> bool:
    """Whether a number counts people at a meeting or their votes, which all must agree."""
    return name.startswith(("attendees/", "acts/", "confidence_votes/"))


@pytest.mark.golden
def test_what_becomes_of_every_number() -> None:
    text = "\n".join(line for number in NUMBERS for line in told(number, outcome(number))) + "\n"
    assert text == accepted(LIST, text)


def test_a_change_that_is_not_of_the_figure_is_seen() -> None:
    """Another number in the same sentence, another word, or a figure of another identity."""
    figure = FigureMention("22", "22", "a/actual", None, "x")
    other = FigureMention("14", "14", "b/actual", None, "x")
    raised, more = (
        FigureMention("23", "23", "a/actual", None, "x"),
        FigureMention("15", "15", "b/actual", None, ""),
    )
    figures = Moved({}, {}, frozenset({"a/actual"}))
    assert shows("x", (figure, " và ", other), (raised, " và ", other), figures, {})
    assert not shows("x", (figure, " và ", other), (raised, " và ", more), figures, {})
    assert not shows("x", (figure, " tổ chức"), (raised, " đảng viên"), figures, {})
    assert not shows("x", (other, " tổ chức"), (more, " tổ chức"), figures, {})
    assert not shows("x", "năm 2018", "năm 2019", figures, {})
