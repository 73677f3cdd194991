"""Organisations named by class: a ranking, an award list, whoever reached a standard."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.naming import Naming
from bantin.compose.phrases import joined, merged, separated, upper_first
from bantin.compose.said import Listing, Prose
from bantin.compose.wording import Wording
from bantin.figures import BreakdownFigures, Figures, PartFigure


def class_lists(figures: Figures, wording: Wording, naming: Naming) -> Iterator[Listing]:
    """A list for each breakdown that names its members, one item a class: "Xuất sắc (từ 95 điểm trở lên), 12
    xã, phường: …"."""
    for group in figures.breakdowns:
        if any(part.members for part in group.parts):
            unit = figures.indicator.unit_short or group.unit
            yield Listing(
                (f"{upper_first(unit)} theo từng {group.label}:",),
                tuple(_item(figures, group, part, wording, naming) for part in group.parts if part.members),
            )


def _item(
    figures: Figures, group: BreakdownFigures, part: PartFigure, wording: Wording, naming: Naming
) -> Prose:
    unit = figures.indicator.unit_short or group.unit
    assert part.figure is not None  # members are counted
    counted = (wording.mention(figures, part.figure), f" {unit}: ")
    return merged([f"{class_label(part)}, ", *counted, *members_in_words(part, naming)])


def class_label(part: PartFigure) -> str:
    """The name of a class with its threshold: "Xuất sắc (từ 95 điểm trở lên)"."""
    threshold = f" ({part.threshold})" if part.threshold else ""
    return f"{upper_first(part.label)}{threshold}"


def members_in_words(part: PartFigure, naming: Naming) -> Prose:
    """The members of a class by their short names; with semicolons where a name holds a comma."""
    names = [(naming.short(member),) for member in part.members]
    if any(", " in name or " và " in name for (name,) in names):
        return separated(names, "; ")
    return joined(names)
