"""Where a figure stands on the statistics page, and what names it among the figures of its observation."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.figures import BreakdownFigures, Figure, Figures, PartFigure


def part_anchor(figures: Figures, part: PartFigure) -> str:
    """The ASCII name of a part's row on the statistics page."""
    return "--".join([figures.anchor, *part.path])


def base_anchor(figures: Figures, group: BreakdownFigures) -> str:
    """The ASCII name of the row that tells what a breakdown with a base of its own is a part of."""
    return f"{figures.anchor}--{group.breakdown.by}"


_SHARES_OF_STAGES = {"stage_share": "so-voi-khau-truoc", "start_share": "so-voi-khau-dau"}


def stage_anchor(figures: Figures, share: Figure) -> str:
    """The ASCII name of the cell that tells a stage's share of the stage before or of the first."""
    return f"{figures.anchor}--{_SHARES_OF_STAGES[share.aspect]}"


def placed(figures: Figures, figure: Figure, named: str = "") -> tuple[str, str]:
    """The row or the cell of a figure, and what tells it from the whole: "khai trừ, nữ"; "" for a whole.

    named: what to call the part itself in place of its label.
    """
    if (part := figures.part_of(figure)) is not None:
        words = [*_around(figures.breakdowns, part), named or part.label]
        return part_anchor(figures, part), ", ".join(words)
    for group in _groups(figures.breakdowns):
        if group.base and group.base.figure and group.base.figure.identity == figure.identity:
            return base_anchor(figures, group), named or group.unit
    if figure.aspect in _SHARES_OF_STAGES:
        return stage_anchor(figures, figure), named
    return figures.anchor, named


def _around(groups: tuple[BreakdownFigures, ...], wanted: PartFigure) -> tuple[str, ...]:
    """The names of the parts that a part is a part of, the outermost first; of a cell, that of its row."""
    for group in groups:
        for row in group.table.rows if group.table else ():
            if any(cell is wanted for cell in row.cells):
                return (row.label,)
        for part in group.parts:
            if any(one is wanted for below in _groups(part.breakdowns) for one in below.parts):
                return (part.label, *_around(part.breakdowns, wanted))
    return ()


def _groups(groups: tuple[BreakdownFigures, ...]) -> Iterator[BreakdownFigures]:
    for group in groups:
        yield group
        for part in group.parts:
            yield from _groups(part.breakdowns)
