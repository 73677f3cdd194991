"""Tables as sheets: rows and columns of typed cells, the same for every form that a table is taken in."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bantin.compose.caveats import with_status
from bantin.compose.marks import status_key
from bantin.compose.phrases import merged, separated
from bantin.compose.said import (
    Cell,
    FigureMention,
    Grid,
    LatestFigure,
    LatestGroup,
    Row,
    Status,
    Table,
    Words,
    plain,
    words,
)
from bantin.compose.table_notes import remarks, shown_columns
from bantin.compose.walking import figures_of
from bantin.figures import Origin


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: its ASCII name for programs, what heads it for readers, and the period of its
    values, "" where their rows tell it."""

    name: str
    heading: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: what is counted, of what it is a part (the whole first), its cells in the order of the columns
    (None where it has none), and what is to be said with it.

    address: where its page tells it, rooted; unit: of its values, "" where nothing tells it; period: of its
    values, where it is neither the label nor in the title.
    """

    address: str
    label: str
    within: tuple[str, ...]
    unit: str
    cells: tuple[Cell | None, ...]
    remark: Words
    period: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to take home.

    anchor: its id on the page, "" where it has none; body, subject: under which it stands there; corner: what
    heads the labels of its rows; notes: on values and missing columns; key: the words of status in it.
    """

    anchor: str
    title: str
    body: str
    subject: str
    corner: str
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    notes: tuple[Words, ...]
    key: tuple[tuple[str, str], ...]

    def period(self, row: SheetRow, column: Column) -> str:
        """The period of a value; of a change the one to which it leads."""
        return column.period or row.period or (row.label if self.corner == BY_PERIOD else "")


BY_PERIOD = "Kỳ"
"""What heads the rows of a table where each is a period."""


_BESIDE = {
    "share": Column("share", "Tỷ lệ trong tổng (%)"),
    "plan": Column("plan", "Kế hoạch"),
    "attainment": Column("attainment", "Đạt so với kế hoạch (%)"),
    "excess": Column("excess", "Vượt kế hoạch (%)"),
    "beyond-plan": Column("beyond-plan", "Chênh so với kế hoạch (điểm %)"),
}
"""Figures that a page tells in the remark of a row, by their aspect: in a file they have columns."""

_STATUS = {
    Origin.PUBLISHED: (Status.PUBLISHED, ""),
    Origin.COMPUTED: (Status.COMPUTED, ""),
    Origin.IMPLIED: (Status.IMPLIED, "suy ra"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a table stands: the rooted address of its page, and the headings above it."""

    page: str
    body: str
    subject: str


NOT_COMPUTED = "không tính"
"""The word of a value that cannot be computed, where a page shows a dash."""


def sheet_of_table(table: Table, at: Standing) -> Sheet:
    """The sheet of a table of a page; columns without any value are left out, as on the page."""
    shown = shown_columns(table)
    beside = [_beside(row) for row in table.rows]
    now = "" if table.is_series else table.current_label
    more = [replace(one, period=now) for name, one in _BESIDE.items() if any(name in told for told in beside)]
    periods = {"earlier": table.earlier_label}
    columns = (*(Column(kind, heading, periods.get(kind, now)) for kind, heading in shown), *more)
    rows = []
    above: list[str] = []
    for row, cells in zip(table.rows, beside, strict=True):
        above[row.level :] = [row.label]
        told = [row.cell(kind) for kind, _ in shown]
        rows.append(
            SheetRow(
                address=f"{at.page}#{row.anchor}",
                label=row.label,
                within=tuple(above[:-1]),
                unit=_unit(row) or table.unit,
                cells=(*told, *(cells.get(column.name) for column in more)),
                remark=row.remark,
            )
        )
    corner = BY_PERIOD if table.is_series else "Nội dung"
    return Sheet(
        table.anchor,
        table.caption,
        at.body,
        at.subject,
        corner,
        columns,
        tuple(rows),
        tuple(map(words, remarks(table, NOT_COMPUTED))),
        status_key([table], more=(cell for cells in beside for cell in cells.values())),
    )


def _beside(row: Row) -> dict[str, Cell]:
    """The figures of a row that its remark tells, by their aspect."""
    if isinstance(row.remark, str) or row.current.figure is None:
        return {}
    stem = row.current.figure.identity.rpartition("/")[0]
    found: dict[str, Cell] = {}
    for mention in figures_of(row.remark):
        of, _, aspect = mention.identity.rpartition("/")
        if of == stem and aspect in _BESIDE:
            found.setdefault(aspect, _cell(mention))
    return found


def _cell(mention: FigureMention) -> Cell:
    origin = mention.figure.origin if mention.figure else Origin.PUBLISHED
    return _standing(Cell(mention.text, mention.value, *_STATUS[origin], "", mention))


def _standing(cell: Cell) -> Cell:
    """The cell with the word for a value that can still change, or did, where it stands by itself."""
    figure = cell.figure.figure if cell.figure else None
    return cell if figure is None else with_status(cell, figure)


def _unit(row: Row) -> str:
    """The unit of a row, told by its values."""
    for cell in (row.current, row.earlier):
        if cell.figure and cell.figure.figure:
            return cell.figure.figure.unit
    return ""


def sheet_of_grid(grid: Grid, at: Standing) -> Sheet:
    """The sheet of a table of two ways; what stands small below its values has columns of its own."""
    columns: list[Column] = []
    places: list[tuple[int, str | None]] = []
    for number, heading in enumerate(grid.columns):
        labels = dict.fromkeys(one.label for row in grid.rows for one in row.cells[number].below)
        columns.append(Column(f"c{number + 1}", heading, grid.period))
        places.append((number, None))
        for label in labels:
            name, more = ("earlier", "kỳ trước") if label else ("share", "tỷ lệ trong tổng (%)")
            period = grid.earlier if label else grid.period
            columns.append(Column(f"c{number + 1}-{name}", f"{heading}: {more}", period))
            places.append((number, label))
    rows = tuple(
        SheetRow(
            address=f"{at.page}#{next((anchor for anchor in row.anchors if anchor), grid.anchor)}",
            label=row.label,
            within=(),
            unit=next((unit for cell in row.cells if (unit := _unit_of(cell))), ""),
            cells=tuple(_in_grid(row.cells[number], label) for number, label in places),
            remark="",
        )
        for row in grid.rows
    )
    return Sheet(
        grid.anchor,
        grid.caption,
        at.body,
        at.subject,
        grid.corner,
        tuple(columns),
        rows,
        tuple(f"{remark}." for remark in grid.remarks),
        status_key([], [grid], (cell for row in rows for cell in row.cells if cell)),
    )


def _in_grid(cell: Cell, label: str | None) -> Cell | None:
    """A value of a grid (label None), or what stands below it under this label; None where nothing does."""
    if label is not None:
        return next((_standing(one.cell) for one in cell.below if one.label == label), None)
    return None if cell.status is Status.NOT_COMPUTED and not cell.text else cell


def _unit_of(cell: Cell) -> str:
    return cell.figure.figure.unit if cell.figure and cell.figure.figure else ""


LATEST = (Column("latest", "Số mới nhất"), Column("change", "Tăng, giảm"))


def sheet_of_latest(group: LatestGroup) -> Sheet:
    """The sheet of the latest values of an organisation or an indicator."""
    rows = tuple(_latest_row(one) for one in group.figures)
    title = f"{group.heading}: số mới nhất của từng chỉ tiêu"
    return Sheet("", title, "", group.heading, "Chỉ tiêu", LATEST, rows, (), ())


def _latest_row(one: LatestFigure) -> SheetRow:
    """What the latest value is, of when, and how it moved, in words as well as a number."""
    number = next(figures_of(one.number), None)
    current = _cell(number) if number else Cell("", "", Status.NOT_PUBLISHED, "không công bố tổng số", "")
    change = next(figures_of(one.change), None)
    said = [told for told in (one.number, one.change, (one.mark,) if one.mark else ()) if told]
    return SheetRow(
        address=one.label.address,
        label=plain(one.label.text),
        within=(),
        unit=number.figure.unit if number and number.figure else "",
        cells=(current, _cell(change) if change else None),
        remark=words(merged(separated(said, "; "))),
        period=one.period,
    )
