"""What a card says, and which figures stand on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.compose.said import KeyFigure, Prose, Words, plain
from bantin.compose.walking import figures_of
from bantin.ledger import Place
from bantin.ledger.places import Shown

KIND = "card"
"""The kind of the places on cards."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What all cards of a site bear: who publishes, and the address that links lead to."""

    name: str
    parent: str
    address: str


@dataclass(frozen=True, slots=True)
class Card:
    """The card of a page, or of the site as a whole.

    path: below the site; address: whole, as networks ask for it; page: the rooted address of the page;
    kicker, headline, foot: above the headline, the headline itself, the line at the bottom; summary: below
    the headline; figure: instead of a summary.
    """

    path: str
    address: str
    page: str
    masthead: Masthead
    headline: Words
    kicker: Words = ""
    foot: str = ""
    summary: str = ""
    figure: KeyFigure | None = None

    @property
    def alternative(self) -> Prose:
        """What it says, for those who cannot see it."""
        headline = (self.headline,) if isinstance(self.headline, str) else self.headline
        if self.figure is None:
            return headline
        change = (", ", *self.figure.change) if self.figure.change else ()
        return (*headline, f". {self.figure.label}: ", self.figure.number, *change)

    @property
    def shown(self) -> Iterator[Shown]:
        """Its figures by what they stand in, and those that its page says of it."""
        for at, prose in self._texts():
            for mention in figures_of(prose):
                yield mention, Place(f"/{self.path}", at, KIND, mention.text)
        alternative = self.alternative
        for mention in figures_of(alternative):
            yield mention, Place(self.page, "og:image:alt", "alt", mention.text, plain(alternative))

    def _texts(self) -> Iterator[tuple[str, Prose]]:
        for at, words in (("dòng trên tiêu đề", self.kicker), ("tiêu đề", self.headline)):
            yield at, () if isinstance(words, str) else words
        if self.figure:
            yield "số lớn", (self.figure.number,)
            yield "mức thay đổi", self.figure.change
