"""Everything that is said on a page, with nothing drawn: the types that composing makes.

Addresses are rooted at the site (``/tin/2024/11/phien-thang-11/``, ``/so-lieu/2019/#f-ky-luat``);
whoever draws a page turns them into relative links. Every text is plain text: escaping belongs
to the place where it is put.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bantin.figures import Figure


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A figure put into words inside a sentence.

    text: as the reader sees it ("22", "trên 4.300"); value: for machines ("22", "12.5");
    identity: the key of the figure it shows; address: where its source is told, if anywhere;
    source: one line, ``label: origin``, saying what it is and where it comes from; figure: the figure
    itself, which knows how it was found.
    """

    text: str
    value: str
    identity: str
    address: str | None
    source: str
    figure: Figure | None = None

    @property
    def label(self) -> str:
        """What it is, without the words for its origin."""
        return self.source.rpartition(": ")[0] or self.source


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form at the place where it is used, with what it stands for."""

    text: str
    meaning: str


Prose = tuple[str | FigureMention | Abbreviation, ...]
"""A stretch of text: plain strings, figures and abbreviations in reading order."""


Words = str | Prose
"""A text that may hold figures: a headline, a caption, a link; plain where it holds none."""


def words(prose: Prose) -> Words:
    """The prose as it is where it holds a figure, else its plain text."""
    return prose if any(isinstance(piece, FigureMention) for piece in prose) else plain(prose)


def plain(prose: Words) -> str:
    """The text of a stretch of prose as a reader sees it."""
    return (
        prose
        if isinstance(prose, str)
        else "".join(piece if isinstance(piece, str) else piece.text for piece in prose)
    )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    prose: Prose


@dataclass(frozen=True, slots=True)
class Listing:
    """A list introduced by a sentence: an agenda, limitations, tasks, violations.

    open: the source's list ends in "…" and does not claim to be complete.
    """

    lead: Prose
    items: tuple[Prose, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class Remarks:
    """What a named speaker said: who (name and office as of that day), a verb, and the points."""

    speaker: str
    office: str
    lead: Prose
    items: tuple[Prose, ...]
    open: bool = False


@dataclass(frozen=True, slots=True)
class ActItem:
    """One act of a meeting; force is the word for its legal force ("Thống nhất", "Đề nghị")."""

    force: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class Acts:
    """The acts of a meeting in the order of their legal force, introduced by a sentence."""

    lead: Prose
    items: tuple[ActItem, ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo with its caption; file is its path below ``content/`` and its address below ``/``."""

    file: str
    caption: Words
    alt: Words
    credit: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A subheading inside an article; slug is its ASCII anchor."""

    text: Words
    slug: str


Block = Paragraph | Listing | Remarks | Acts | Photo | Heading
"""One thing in the body of an article, in reading order."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure that can be read across a room: number, label, and its change in words."""

    number: FigureMention
    label: str
    change: Prose


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to: rooted address and the words that stand for it."""

    address: str
    text: Words


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """An entry of “Cách tính các số này”: its ASCII id, the figure, what it is, and how it was derived.

    label: says where the figure comes from, unless it is derived or was simply published.
    """

    anchor: str
    number: FigureMention
    label: str
    how: Prose


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """What a correction changed: what it is, what was published, and what stands there now.

    was: "" where nothing stood there; now: () where nothing stands there any more.
    """

    what: str
    was: str
    now: Prose

    @property
    def words(self) -> tuple[str, str, str]:
        """The change as it is read: a value is the same in its own row and as the earlier one of another."""
        return self.what, self.was, plain(self.now)


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """A correction as a page tells it that shows what was wrong.

    address: of its entry in the log; changes: what the page shows of what was corrected; derived: what it
    shows of figures that were computed from it; earlier: the copy that was replaced, if there is one.
    """

    address: str
    day: date
    changes: tuple[ChangedValue, ...]
    derived: tuple[ChangedValue, ...]
    reason: str
    earlier: Link | None = None


@dataclass(frozen=True, slots=True)
class Outdated:
    """Since when a text is kept for reference only, and why."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """Of a superseded copy: since when it is replaced, and the present page."""

    day: date
    present: Link


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of an article after its first day.

    published_on: its first day on this site; changed_on: the day of its latest change that readers must
    know of, if any; change: that change in words ("Đính chính 05/12/2026"), or "".
    """

    published_on: date | None = None
    changed_on: date | None = None
    change: str = ""
    corrections: tuple[CorrectionNotice, ...] = ()
    outdated: Outdated | None = None
    replaced: Replaced | None = None

    @property
    def in_feeds(self) -> bool:
        """Whether the article belongs to lists of news: not when it is outdated or replaced."""
        return self.outdated is None and self.replaced is None


@dataclass(frozen=True, slots=True)
class Article:
    """A bulletin: news of a meeting or of a year's results, ready to be drawn.

    day: what the archive is ordered by (the meeting's day, the period's last day);
    date_line: as printed ("Thứ sáu, 29/11/2024", or "Năm 2019" where no day is known);
    archive_month: 1–12, or None for what belongs to a year as a whole;
    notes: what the reader must know of wording and gaps of the source; sources: where its figures come
    from, each once; draft: preview only; attachments: files of documents, their addresses being ``/``
    and their paths below ``content/``.
    """

    address: str
    kicker: Words
    headline: Words
    date_line: str
    day: date
    archive_month: int | None
    source_code: str
    lead: Prose
    description: Words
    key_figures: tuple[KeyFigure, ...]
    body: tuple[Block, ...]
    byline: tuple[str, ...]
    notes: tuple[Prose, ...]
    statistics: tuple[Link, ...]
    attachments: tuple[Link, ...] = ()
    draft: bool = False
    sources: tuple[SourceEntry, ...] = ()
    standing: Standing = Standing()


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
    reason: what the page says of how it was found or why it is missing, or ""; figure: the figure it shows.
    """

    text: str
    value: str
    status: Status
    status_text: str
    reason: Words
    figure: FigureMention | None = None


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


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one subject. caption: a sentence; unit: the unit of all rows, or "" when mixed; kinds: its
    columns, of "current", "earlier", "change" and "percent"."""

    anchor: str
    caption: str
    unit: str
    current_label: str
    earlier_label: str
    rows: tuple[Row, ...]
    kinds: tuple[str, ...] = ("current", "earlier", "change", "percent")

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
    """A table of two ways: level × object, award × recipient, or the stages of a funnel and their shares."""

    anchor: str
    caption: str
    corner: str
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """The tables of one subject of one body on a statistics page."""

    heading: str
    anchor: str
    tables: tuple[Table, ...]
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyStatistics:
    """What one body published for the period, subject by subject."""

    name: str
    anchor: str
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class StatisticsPage:
    """The figures of a period ("Năm 2019"), with the key to their status.

    outdated: the bodies whose figures are kept for reference only.
    """

    address: str
    title: str
    period_label: str
    intro: tuple[Prose, ...]
    description: Words
    key_figures: tuple[KeyFigure, ...]
    bodies: tuple[BodyStatistics, ...]
    status_key: tuple[tuple[str, str], ...]
    notes: tuple[Prose, ...]
    articles: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    corrections: tuple[CorrectionNotice, ...] = ()
    outdated: tuple[tuple[str, Outdated], ...] = ()


@dataclass(frozen=True, slots=True)
class Teaser:
    """A bulletin as it stands in a list; mark: what became of it since ("Đính chính 05/12/2026"), or ""."""

    address: str
    kicker: Words
    headline: Words
    date_line: str
    lead: Prose
    photo: Photo | None
    draft: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class YearFigures:
    """A year in the row of years: its label as a large numeral, and what its page holds."""

    address: str
    label: str
    summary: str


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The first page: one lead bulletin, key figures of the latest year, the rest, the years."""

    description: str
    lead: Teaser | None
    rest: tuple[Teaser, ...]
    key_figures_label: str
    key_figures_address: str
    key_figures: tuple[KeyFigure, ...]
    years: tuple[YearFigures, ...]
    corrections: tuple[CorrectionNotice, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveGroup:
    """The bulletins of one month, or of a year as a whole ("Cả năm")."""

    label: str
    anchor: str
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class ArchiveYear:
    """One year of the archive; it has a page of its own."""

    address: str
    label: str
    count: int
    groups: tuple[ArchiveGroup, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """All bulletins, the latest year first."""

    address: str
    years: tuple[ArchiveYear, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A coming release of figures: what, by whom ("" where all are of one body), and when or why not.

    off: it will not come.
    """

    title: str
    body: str
    when: Prose
    off: bool


@dataclass(frozen=True, slots=True)
class StatisticsIndex:
    """The list of all periods with figures, the latest first, and the calendar of coming releases."""

    address: str
    years: tuple[YearFigures, ...]
    releases: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page written by hand in ``content/``: its address and its Markdown as it stands."""

    address: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes: what masthead, footer and every page's title say."""

    name: str
    parent: str
    title: str
    description: str
    licence_text: str
    licence_address: str
    contact: tuple[str, ...]
    site_address: str
    header_links: tuple[Link, ...]
    footer_links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LogEntry:
    """A correction or withdrawal in the log.

    kind: in words ("Đính chính", "Sửa nhỏ", "Rút bài", "Gỡ bài"); pages: where it is shown, or what was
    withdrawn; facts: when it occurred and was noticed, who decided.
    """

    anchor: str
    day: date
    kind: str
    pages: tuple[Link, ...]
    changes: tuple[ChangedValue, ...]
    reason: str
    facts: str
    copies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class CorrectionLog:
    """All corrections and withdrawals, the latest first."""

    address: str
    entries: tuple[LogEntry, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands where an article was removed: since when and why, and nothing of the article."""

    address: str
    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """A former address, and the one to go to."""

    address: str
    target: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """News for subscribers: a bulletin, or a correction that readers must know of.

    day: when it appeared; id: what stays the same when texts and addresses change.
    """

    id: str
    address: str
    title: Words
    summary: Prose
    day: date
    correction: bool


@dataclass(frozen=True, slots=True)
class Bulletins:
    """Everything the site says, in one piece.

    superseded: earlier copies of corrected articles, in no list; feed: what feeds are made of, the latest
    first, without what is outdated or removed.
    """

    publisher: Publisher
    front: FrontPage
    articles: tuple[Article, ...]
    statistics: tuple[StatisticsPage, ...]
    statistics_index: StatisticsIndex
    archive: Archive
    hand_written: tuple[HandWritten, ...]
    superseded: tuple[Article, ...] = ()
    tombstones: tuple[Tombstone, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    log: CorrectionLog = CorrectionLog("/dinh-chinh/", ())
    feed: tuple[FeedEntry, ...] = ()
