"""The pieces that every page is said with: stretches of text, figures in them, places to go to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.figures import Figure
from bantin.problems import Location


@dataclass(frozen=True, slots=True)
class OldValue:
    """What became of a value that a correction replaced.

    correction: the id of the first one that did; until: its day; place: where it keeps the value, or that
    of a value which this one follows from; formula, terms: how a derived one was found, and the identities
    it was found from.
    """

    correction: str
    until: date
    place: Location
    formula: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureMention:
    """A figure put into words inside a sentence.

    text: as the reader sees it ("22", "trên 4.300"); value: for machines ("22", "12.5");
    identity: the key of the figure it shows; address: where its source is told, if anywhere;
    source: one line, ``label: origin``, saying what it is and where it comes from; figure: the figure
    itself, which knows how it was found; old: of a value that stands no more, whose identity names the
    correction that replaced it ("…/2024/actual@khien-trach-2024"); own: the part of its label that sets it
    apart from other figures of its row or its vote ("cấp xã, khai trừ"), "" for a whole.
    """

    text: str
    value: str
    identity: str
    address: str | None
    source: str
    figure: Figure | None = None
    old: OldValue | None = None
    own: str = ""

    @property
    def label(self) -> str:
        """What it is, without the words for its origin."""
        return self.source.rpartition(": ")[0] or self.source

    @property
    def among(self) -> str:
        """What it is one figure of: its label without its own part."""
        before, _, after = self.label.rpartition(f", {self.own}, ") if self.own else ("", "", self.label)
        return f"{before}, {after}" if before else after.removeprefix(f"{self.own}, ")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form at the place where it is used, with what it stands for.

    anchor: the id of its entry in the glossary of the page, where this place leads there.
    """

    text: str
    meaning: str
    anchor: str = ""


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
