"""A bulletin, from its kicker to the list of its sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.compose.said.events import Event
from bantin.compose.said.prose import FigureMention, KeyFigure, Link, Prose, Words
from bantin.compose.said.standing import UNCHANGED, Standing


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
    """What a named speaker said: who (name and office as of that day), a verb, and the points.

    identity: of the speaker in the register, or ""; address: of the archive's list of that person, or "".
    """

    speaker: str
    office: str
    lead: Prose
    items: tuple[Prose, ...]
    open: bool = False
    identity: str = ""
    address: str = ""


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
class Attachment:
    """The file of a document; file is its path below ``content/`` and its address below ``/``.

    kind_and_size: what a reader is in for, "PDF, 1,2 MB".
    """

    file: str
    text: Words
    kind_and_size: str


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
class GlossaryEntry:
    """An abbreviation of an article and what it stands for; anchor: the ASCII id of the entry."""

    anchor: str
    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Citation:
    """How an article is cited: the words, its permanent address, and what its licence allows.

    address: whole where the address of the site is known, else rooted.
    """

    text: Prose
    address: str
    licence: Link


@dataclass(frozen=True, slots=True)
class Related:
    """Another bulletin that a reader may want next, and why; mark: what became of it since, or ""."""

    reason: str
    address: str
    headline: Words
    date_line: str
    draft: bool
    mark: str


@dataclass(frozen=True, slots=True)
class Article:
    """A bulletin: news of a meeting or of a year's results, ready to be drawn.

    day: what the archive is ordered by (the meeting's day, the period's last day);
    date_line: as printed ("Thứ sáu, 29/11/2024", or "Năm 2019" where no day is known);
    archive_month: 1–12, or None for what belongs to a year as a whole;
    notes: what the reader must know of wording and gaps of the source; sources: where its figures come
    from, each once; draft: preview only; evidence: pages elsewhere that it was taken from; earlier, later:
    its neighbours among the bulletins of the same body; kicker_address: of the archive's list of the body or
    the subject that the kicker names, or ""; events: the meetings it tells of.
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
    attachments: tuple[Attachment, ...] = ()
    draft: bool = False
    sources: tuple[SourceEntry, ...] = ()
    standing: Standing = UNCHANGED
    evidence: tuple[Link, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    citation: Citation | None = None
    related: tuple[Related, ...] = ()
    earlier: Related | None = None
    later: Related | None = None
    kicker_address: str = ""
    events: tuple[Event, ...] = ()
