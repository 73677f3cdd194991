"""The list “Cách tính các số này” on paper: what each figure is, the way it moved, and how it was found."""

from __future__ import annotations

from typing import Any

from bantin.compose.said import FigureMention, SourceEntry
from bantin.compose.source_groups import SourceGroup
from bantin.compose.wording import ASPECT_WORDS, PUBLISHED, is_points
from bantin.figures import Figure
from bantin.language.sentences import Direction, direction_of, lower_first
from bantin.outputs.documents.reading import Reading

Data = dict[str, Any]

AT = "cách tính"
"""What the part of the document is called in the ledger."""

_MOVED = {Direction.UP: "tăng", Direction.DOWN: "giảm"}
_APART = {Direction.UP: "cao hơn kế hoạch", Direction.DOWN: "thấp hơn kế hoạch"}
_WORDS = {"change": _MOVED, "percent_change": _MOVED, "beyond-plan": _APART}
"""For a size, what says which way; every other figure is told by what it is."""


def derived_data(entry: SourceEntry, reading: Reading) -> Data:
    """A figure that was derived: "Dự án chậm tiến độ, năm 2025: giảm 3, vì 6 − 9 = −3 dự án"."""
    return {**_alone(entry, reading), "after": f", vì {reading.read(entry.how, AT)}"}


def group_data(group: SourceGroup, reading: Reading) -> Data:
    """Published figures of one row or one vote: "tổng số 22; tăng 5; khiển trách 16"."""
    if not group.heading:
        return {"heading": "", "entries": [_alone(entry, reading) for entry in group.entries]}
    return {
        "heading": group.heading,
        "entries": [_below(group.named(entry), entry, reading) for entry in group.entries],
    }


def _alone(entry: SourceEntry, reading: Reading) -> Data:
    """An entry that says itself what it is a figure of."""
    number = entry.number
    if (way := _way(number)) is None:
        return _counted(f"{number.label}:", entry, reading)
    return _counted(f"{number.among}: {way}", entry, reading)


def _below(named: str, entry: SourceEntry, reading: Reading) -> Data:
    """An entry below the heading that says what it is a figure of."""
    way = _way(entry.number)
    own = named.removesuffix(_more(entry)) if way is None else way
    return _counted(lower_first(own), entry, reading)


def _counted(before: str, entry: SourceEntry, reading: Reading) -> Data:
    figure = entry.number.figure
    points = figure is not None and is_points(figure) and "%" not in entry.number.text
    return {
        "before": before,
        "number": reading.read((entry.number,), AT),
        "unit": "điểm phần trăm" if points else "",
        "after": _more(entry),
    }


def _more(entry: SourceEntry) -> str:
    """What the label says of where the figure comes from, if it is more than that it was published."""
    said = entry.label.removeprefix(entry.number.label).removeprefix(": ")
    said = said.removeprefix(PUBLISHED).removeprefix(", ")
    return f", {said}" if said else ""


def _way(number: FigureMention) -> str | None:
    """The part of a row whose size of movement this is, and which way it went: "khai trừ tăng"; else None."""
    figure = number.figure
    words = _direction(figure) if figure else ""
    if figure is None or not words or number.text[:1] in "+−":
        return None
    part = number.own.removesuffix(ASPECT_WORDS[figure.aspect]).rstrip(", ")
    return f"{part} {words}".lstrip()


def _direction(figure: Figure) -> str:
    return _WORDS.get(figure.aspect, {}).get(direction_of(figure.quantity.amount), "")
