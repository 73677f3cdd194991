"""Pages of figures: tables and grids, the values in them and their status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bantin.compose.said.prose import FigureMention, KeyFigure, Link, Prose, Words
from bantin.compose.said.standing import CorrectionNotice, Outdated


class Status(StrEnum):
    """Where a value in a table comes from."""

    PUBLISHED = "published"
    COMPUTED = "computed"
    IMPLIED = "implied"
    NOT_PUBLISHED = "not-published"
    NOT_COMPUTED = "not-computed"
    PROVISIONAL = "provisional"
    REVISED = "revised"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a table, as text and for machines ("" where there is none), with its status.

    status_text: the words a reader sees beside the value ("suy ra", "không công bố"; "" for none);
    reason: what the page says of how it was found or why it is missing, or ""; figure: the figure it shows;
    below: what stands small below it in a table of two ways.
    """

    text: str
    value: str
    status: Status
    status_text: str
    reason: Words
    figure: FigureMention | None = None
    below: tuple[Below, ...] = ()


@dataclass(frozen=True, slots=True)
class Below:
    """A value small below another: the word before it ("trước"; "" for a share, which its sign tells)."""

    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what is counted, and this year, earlier year, change, percent change.

    anchor: ASCII id of the row, the target of links from figures in text; level: 0 for a whole,
    1 and more for its parts; remark: legal force, wording kept as published, lower bounds.
    """

    anchor: str
    label: str
    level: int
    current: Cell
    earlier: Cell
    change: Cell
    percent: Cell
    remark: Words
    articles: tuple[Link, ...]
    address: str = ""

    def cell(self, kind: str) -> Cell:
        """The cell in the column of this kind: "current", "earlier", "change" or "percent"."""
        return {
            "current": self.current,
            "earlier": self.earlier,
            "change": self.change,
            "percent": self.percent,
        }[kind]


@dataclass(frozen=True, slots=True)
class LinePoint:
    """A value on the line over a series: its row by position, the first day of its period, and whether it can
    be compared with the point before it, so that the two are joined."""

    row: int
    day: date
    joined: bool


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """The line over the rows of a series, drawn beside its table and never instead of it.

    described: what it shows, in a sentence; first, last: the values at its ends with their periods.
    """

    described: Prose
    first: Prose
    last: Prose
    points: tuple[LinePoint, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one subject. caption: a sentence; unit: the unit of all rows, or "" when mixed; kinds: its
    columns, of "current", "earlier", "change" and "percent"; line: over its rows, where they are a series."""

    anchor: str
    caption: str
    unit: str
    current_label: str
    earlier_label: str
    rows: tuple[Row, ...]
    kinds: tuple[str, ...] = ("current", "earlier", "change", "percent")
    line: SeriesLine | None = None

    @property
    def is_series(self) -> bool:
        """Whether its rows are periods of one figure, each with a page of its own."""
        return "earlier" not in self.kinds


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a grid; anchors are the ASCII ids of its cells ("" for none); total: of the other rows."""

    label: str
    cells: tuple[Cell, ...]
    anchors: tuple[str, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of two ways: level × object, award × recipient, or the stages of a funnel and their shares.

    remarks: what the small values in its cells are; period: of its values, "" where its rows are periods;
    earlier: the period before.
    """

    anchor: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    remarks: tuple[str, ...] = ()
    period: str = ""
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The tables of one subject of one body on a statistics page."""

    heading: str
    anchor: str
    tables: tuple[Table, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyStatistics:
    """What one body published for the period, subject by subject; page: of all that it published."""

    name: str
    anchor: str
    subjects: tuple[Subject, ...]
    page: Link | None = None


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    """The figures of a period ("Năm 2019"), with the key to their status.

    period_label: with the days where no calendar tells them, so that no two pages are called alike; days:
    these days alone ("từ 15/12/2023 đến 14/12/2024"), or ""; first_day, last_day: of the period; outdated:
    the bodies whose figures are kept for reference only; method: how the figures are counted, their limits;
    unpublished: what a reader may look for and nobody published; latest: the latest year, or the address that
    always leads to it.
    """

    address: str
    title: str
    period_label: str
    first_day: date
    last_day: date
    intro: tuple[Prose, ...]
    description: Words
    key_figures: tuple[KeyFigure, ...]
    bodies: tuple[BodyStatistics, ...]
    status_key: tuple[tuple[str, str], ...]
    notes: tuple[Prose, ...]
    articles: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    days: str = ""
    corrections: tuple[CorrectionNotice, ...] = ()
    outdated: tuple[tuple[str, Outdated], ...] = ()
    method: tuple[Prose, ...] = ()
    unpublished: tuple[Prose, ...] = ()
    latest: Link | None = None
