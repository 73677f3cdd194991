"""Where a raised number may be refused: at its place, or at what the rule holds it against."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bantin.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.base import Path as Way
from bantin.dataset.records.editorial import Reporting
from bantin.problems import Location
from tests.compose.raising import Number, numbers_in

_OF_PARTS = ("partition-sum", "table-sum", "shares-sum")
_OF_VOTES = ("votes-add-up", "vote-share-agrees")


def allowed(dataset: Dataset, number: Number, rule: str) -> set[tuple[str, int, int]]:
    """Where ``rule`` may refuse it; each as file, line and column, since it may have a digit more now."""
    record = dataset.reporting[number.record]
    return {start_of(place) for place in (number.place, *_elsewhere(dataset, record, number.way, rule))}


def start_of(place: Location) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def _elsewhere(dataset: Dataset, record: Reporting, way: Way, rule: str) -> Iterator[Location]:
    if rule in _OF_PARTS:
        yield from _wholes(record, way)
    elif rule == "share-agrees":
        yield from _at(record, lambda other: other[:2] == way[:2] and _is_part_of(other, way))
    elif rule == "change-agrees":
        own = _observed(dataset, record, way).identity
        later = [found for found in dataset.observed if found.earlier_identity == own]
        yield from _at(record, lambda other: other == (*way[:2], "change"))
        for found in later:
            change = ("observations", found.position, "change")
            yield from _at(found.record, {change}.__contains__)
    elif rule == "period-sum":
        for found in _longer(dataset, record, way):
            longer = ("observations", found.position, *way[2:])
            yield from _at(found.record, {longer}.__contains__)
    elif rule in _OF_VOTES:
        yield from _at(record, lambda other: _vote_of(other) == _vote_of(way) != ())
    elif rule == "voters-agree" and way[0] == "attendees":
        yield from _at(record, lambda other: _vote_of(other) != () and other[-1] == "base")


def _at(record: Reporting, chosen: Callable[[Way], bool]) -> Iterator[Location]:
    """The places of the numbers of a record whose path is chosen."""
    for holder, at, way in numbers_in(record):
        if chosen(way):
            yield holder.where_number(*at)


def _observed(dataset: Dataset, record: Reporting, way: Way) -> Observed:
    assert isinstance(way[1], int)
    return dataset.observed_of[record.id][record.observations[way[1]].name]


def _longer(dataset: Dataset, record: Reporting, way: Way) -> Iterator[Observed]:
    """The same figure over the longer periods that hold the one of a number."""
    own = _observed(dataset, record, way)
    for found in dataset.observed:
        first, last = found.period.first_day, found.period.last_day
        if found.series == own.series and first <= own.period.first_day and own.period.last_day <= last:
            yield found


def _wholes(record: Reporting, way: Way) -> Iterator[Location]:
    """What a part, or the parts beside it, must make up: the number they are parts of, the base of their
    breakdown, the word before them; of a cell also the part for its row or its column."""
    cuts = [at for at, step in enumerate(way) if step == "breakdowns"]
    if not cuts:
        return
    above, below = way[: cuts[-1]], way[cuts[-1] :]
    whole = (*above, "actual") if len(above) == 2 else above
    classes = below[3:]
    for holder, at, other in numbers_in(record):
        beside = other[: cuts[-1]] == above and other[cuts[-1] : cuts[-1] + 1] == ("breakdowns",)
        rest = other[cuts[-1] + 2 :] if beside else ()
        of_line = below[2] == "table" and rest[:1] == ("parts",) and rest[1:] in [(one,) for one in classes]
        if other == whole or of_line or (rest == ("base", "actual") and other[cuts[-1] + 1] == below[1]):
            yield holder.where_number(*at)
        if other == way and below[2] in ("parts", "table"):
            yield holder.key(str(below[2]))


def _is_part_of(other: Way, whole: Way) -> bool:
    """Whether a number is that of a part of the whole, or beside it in the same part."""
    above = whole[:-1] if whole[-1] in ("actual", "share") else whole
    return other[: len(above)] == above and "breakdowns" in other


def _vote_of(way: Way) -> Way:
    """The path of the vote that a number is of; () where it is of none."""
    if way[0] == "confidence_votes":
        return way[:2]
    named = [at for at, step in enumerate(way) if step in ("vote", "election")]
    return way[: named[0] + 1] if named else ()
