"""The parts that contexts are made of, as templates see them.

A plain ``str`` is text as a record has it: it is escaped when a template puts it in. ``Drawn`` is
markup already. A ``href`` is relative to the page and empty where no reader may be sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bantin.pages.escape import Drawn
from bantin.pages.file_views import DownloadView, PhotoView


@dataclass(frozen=True, slots=True)
class LinkView:
    """A place to go to, and its words."""

    href: Drawn
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of running text."""

    text: Drawn
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A subheading with its ASCII anchor."""

    heading: str
    anchor: str
    kind: Literal["heading"] = "heading"


@dataclass(frozen=True, slots=True)
class ListView:
    """A list and the sentence before it (empty for none)."""

    lead: Drawn
    items: tuple[Drawn, ...]
    kind: Literal["list"] = "list"


@dataclass(frozen=True, slots=True)
class RemarksView:
    """What a speaker said, under name and office; href: the archive's list of the speaker, or empty."""

    speaker: str
    href: Drawn
    office: str
    lead: Drawn
    items: tuple[Drawn, ...]
    kind: Literal["remarks"] = "remarks"


@dataclass(frozen=True, slots=True)
class ActView:
    """One act: the word for its legal force, and what it is."""

    force: str
    text: Drawn


@dataclass(frozen=True, slots=True)
class ActsView:
    """The acts of a meeting, and the sentence before them."""

    lead: Drawn
    items: tuple[ActView, ...]
    kind: Literal["acts"] = "acts"


BlockView = ParagraphView | HeadingView | ListView | RemarksView | ActsView | PhotoView
"""One thing in the body of an article; its ``kind`` tells which."""


@dataclass(frozen=True, slots=True)
class KeyFigureView:
    """A large number, what it counts, and its change in words."""

    number: Drawn
    label: str
    change: Drawn


@dataclass(frozen=True, slots=True)
class SourceView:
    """An entry of the list of sources: the figure as printed, and the line that tells its source.

    href: to the row of the statistics page, "" where there is none; how: the formula of a derived figure.
    """

    anchor: str
    number: Drawn
    source: str
    href: Drawn
    how: Drawn


@dataclass(frozen=True, slots=True)
class SourceGroupView:
    """Entries of the list of sources that belong to one row or one vote, told once above them.

    anchor, heading: of what is told once; "" where an entry stands alone.
    """

    anchor: str
    heading: str
    entries: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True)
class TeaserView:
    """A bulletin in a list; ``mark`` says what became of it since, ``part`` what a person did at it."""

    href: Drawn
    kicker: str
    headline: str
    date_line: str
    lead: Drawn
    photo: PhotoView | None
    draft: bool
    mark: str
    part: str


@dataclass(frozen=True, slots=True)
class YearView:
    """A year as a large numeral, and what its page holds."""

    href: Drawn
    label: str
    summary: str


@dataclass(frozen=True, slots=True)
class ReleaseView:
    """A release: what, where it can be read ("" before it came), by whom (empty for the only body), its day,
    and what is to be said of that; ``off``: it will not come."""

    title: str
    href: Drawn
    body: str
    day: str
    state: Drawn
    off: bool


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a table; ``kind`` is ``current``, ``earlier``, ``change`` or ``percent``."""

    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A value: as text, for machines, its figure, the words of its status, its note by number (0: none)."""

    text: str
    value: str
    identity: str
    status_text: str
    note: int


@dataclass(frozen=True, slots=True)
class BarView:
    """A bar under a row's label: its year and its width in percent of the longest in the table."""

    kind: str
    percent: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: what is counted, how deep it stands under its whole, its cells and bars; href: where its label
    leads, or empty."""

    anchor: str
    label: str
    level: int
    remark: str
    bars: tuple[BarView, ...]
    cells: tuple[CellView, ...]
    articles: tuple[LinkView, ...]
    href: Drawn


@dataclass(frozen=True, slots=True)
class LineView:
    """The line over a series: what it shows, the values at its ends, its paths in a box of 100 by 40."""

    described: Drawn
    begins: Drawn
    ends: Drawn
    strokes: str
    dots: str


@dataclass(frozen=True, slots=True)
class TableView:
    """A table of one subject.

    notes: reasons, numbered from 1; remarks: on columns and cells without a value; articles: of all rows;
    downloads: the table as files.
    """

    anchor: str
    caption: str
    unit: str
    columns: tuple[ColumnView, ...]
    rows: tuple[RowView, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...]
    articles: tuple[LinkView, ...]
    line: LineView | None
    downloads: tuple[DownloadView, ...] = ()


@dataclass(frozen=True, slots=True)
class BelowView:
    """A value small below another: the word before it ("" for none), and the value."""

    label: str
    shown: CellView


@dataclass(frozen=True, slots=True)
class GridCellView:
    """A cell of a grid: its id ("" for none), its value, and what stands small below it."""

    anchor: str
    shown: CellView
    below: tuple[BelowView, ...] = ()


@dataclass(frozen=True, slots=True)
class GridRowView:
    """A row of a grid: its label, its cells, and whether it is the total of the others."""

    label: str
    cells: tuple[GridCellView, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class GridView:
    """A table of two ways; ``corner`` heads the labels of its rows; notes: reasons, numbered from 1;
    remarks: what its small values are; downloads: the grid as files."""

    anchor: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[GridRowView, ...]
    notes: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    downloads: tuple[DownloadView, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectView:
    """The tables of one subject."""

    heading: str
    anchor: str
    tables: tuple[TableView, ...]
    grids: tuple[GridView, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """One body and the subjects it published; page: of all that it published."""

    name: str
    anchor: str
    subjects: tuple[SubjectView, ...]
    page: LinkView | None
