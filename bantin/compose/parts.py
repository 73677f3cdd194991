"""Parts of figures in words: "trong đó …", parts of parts in brackets, and tables row by row."""

from __future__ import annotations

from collections.abc import Sequence

from bantin.compose.phrases import joined, merged, separated
from bantin.compose.said import Prose
from bantin.compose.wording import Wording
from bantin.dataset.records.breakdowns import BreakdownKind
from bantin.figures import BreakdownFigures, Figures, Origin, PartFigure, TableFigures, TableRow
from bantin.language.sentences import among_them, by_name, listed, made_up_of, on_base


def parts_in_words(wording: Wording, figures: Figures) -> Prose:
    """The parts of a number: "trong đó khiển trách 16, cảnh cáo 5 và khai trừ 1 đảng viên"."""
    phrases = [_breakdown(wording, figures, group) for group in figures.breakdowns]
    return merged(separated([phrase for phrase in phrases if phrase], "; "))


def each_part(wording: Wording, figures: Figures) -> tuple[Prose, ...]:
    """The parts in words, one phrase for each way of dividing it, without what stands for it."""
    groups = [group for group in figures.breakdowns if group is not _whole_in_parts(figures)]
    phrases = (_breakdown(wording, figures, group) for group in groups)
    return tuple(phrase for phrase in phrases if phrase)


def counts_many_things(figures: Figures) -> bool:
    """Whether there is no whole, but parts of different units: organisations and members."""
    return _whole_in_parts(figures) is not None


def things_counted(wording: Wording, figures: Figures) -> Prose:
    """Parts of different units in the place of a whole: "412 tổ chức đảng và 1.236 đảng viên"."""
    group = _whole_in_parts(figures)
    assert group is not None  # asked before
    return listed([_number(wording, figures, group, part) for part in group.parts if part.figure])


def _whole_in_parts(figures: Figures) -> BreakdownFigures | None:
    """The breakdown that stands for the whole, its classes being of different units."""
    if any((figures.actual, figures.plan, figures.attainment)):
        return None
    for group in figures.breakdowns:
        told = [part.figure for part in group.parts if part.figure]
        if told and all(figure.unit != group.unit for figure in told):
            return group
    return None


def part_in_words(wording: Wording, figures: Figures, path: Sequence[str], with_unit: bool) -> Prose:
    """One part, part of a part or cell by itself: "5 đảng viên", or the number alone."""
    part = figures.part(*path)
    assert part is not None and part.told is not None  # checked: the aspect exists
    number = wording.mention(figures, part.told)
    return (number, f" {part.told.unit}") if with_unit and not part.told.percent else (number,)


def share_in_words(wording: Wording, figures: Figures, path: Sequence[str]) -> Prose:
    """The share of a part in the whole: "72,7%"."""
    part = figures.part(*path)
    assert part is not None and part.share is not None  # checked, too
    return (wording.mention(figures, part.share),)


def stage_share(wording: Wording, figures: Figures) -> Prose:
    """The share of a stage in the one before it: "80%"."""
    assert figures.stage is not None and figures.stage.of_previous is not None  # checked, too
    return (wording.mention(figures, figures.stage.of_previous),)


def start_share(wording: Wording, figures: Figures) -> Prose:
    """The share of a stage in the first one: "64%"."""
    assert figures.stage is not None and figures.stage.of_start is not None  # checked, too
    return (wording.mention(figures, figures.stage.of_start),)


def form_in_words(wording: Wording, figures: Figures, name: str, with_unit: bool) -> Prose:
    """Another printed form of a number: "gần 4.300 đảng viên"."""
    number = wording.mention(figures, dict(figures.printed)[name])
    return (number, f" {figures.indicator.unit}") if with_unit else (number,)


def _breakdown(wording: Wording, figures: Figures, group: BreakdownFigures) -> Prose:
    if group.table is not None:
        return _table(wording, figures, group.table)
    named = [part for part in group.parts if part.told and part.told.quantity.amount]
    if not named:
        return ()
    if group.before_number and group.base is None:
        return _by_name(wording, figures, group, named)
    items = [_part(wording, figures, group, part) for part in named]
    if group.base is not None and group.base.figure is not None:
        base = (wording.mention(figures, group.base.figure, part=group.unit), f" {group.unit}")
        return on_base(base, items, group.breakdown.complete)
    whole = group.breakdown.kind is BreakdownKind.PARTITION and group.breakdown.complete
    return made_up_of(items) if whole else among_them(items)


def _by_name(
    wording: Wording, figures: Figures, group: BreakdownFigures, named: Sequence[PartFigure]
) -> Prose:
    """Parts whose names stand first; what the last one has in brackets comes behind the unit."""
    items = [_part(wording, figures, group, part) for part in named[:-1]]
    items.append(_number(wording, figures, group, named[-1]))
    counted = any(part.figure for part in named)
    phrase = by_name(items, group.unit) if counted else merged(["trong đó ", *joined(items)])
    return merged([*phrase, *_in_brackets(wording, figures, named[-1])])


def _part(wording: Wording, figures: Figures, group: BreakdownFigures, part: PartFigure) -> Prose:
    number = _number(wording, figures, group, part)
    return merged([*number, *_in_brackets(wording, figures, part)])


def _number(wording: Wording, figures: Figures, group: BreakdownFigures, part: PartFigure) -> Prose:
    assert part.told is not None
    label = part.label if group.base is None else f"{group.unit} {part.label}"
    number = wording.mention(figures, part.told, part=label)
    return (f"{part.label} ", number) if group.before_number else (number, f" {part.label}")


def _in_brackets(wording: Wording, figures: Figures, part: PartFigure) -> Prose:
    """What else is told of a part: the share that is published beside it, and its own parts."""
    told: list[Prose] = []
    if part.figure and part.share and part.share.origin is Origin.PUBLISHED:
        told.append((wording.mention(figures, part.share),))
    told += [phrase for group in part.breakdowns if (phrase := _breakdown(wording, figures, group))]
    return (" (", *joined(told, "; "), ")") if told else ()


def _table(wording: Wording, figures: Figures, table: TableFigures) -> Prose:
    """A table row by row: "trong đó cấp tỉnh có 3 tổ chức đảng và 12 đảng viên; cấp huyện có …"; where
    nothing else is told, its rows alone: "gồm bằng khen 4 tập thể; giấy khen …"."""
    alone = all(group.table is not None for group in figures.breakdowns) and figures.actual is None
    rows = _rows(wording, figures, table, " " if alone else " có ")
    return merged(["gồm " if alone else "trong đó ", *rows]) if rows else ()


def _rows(wording: Wording, figures: Figures, table: TableFigures, between: str) -> Prose:
    rows = [(row, cells) for row in table.rows if (cells := _cells(wording, figures, table, row))]
    return separated([merged([f"{row.label}{between}", *joined(cells)]) for row, cells in rows], "; ")


def _cells(wording: Wording, figures: Figures, table: TableFigures, row: TableRow) -> list[Prose]:
    said: list[Prose] = []
    for cell, (_, label, unit) in zip(row.cells, table.columns, strict=True):
        if cell.figure is not None and cell.figure.quantity.amount:
            number = wording.mention(figures, cell.figure, part=label)
            said.append((number, f" {unit or label}"))
    return said
