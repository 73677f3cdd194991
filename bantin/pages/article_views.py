"""What stands around the text of an article, as its template sees it: days, glossary, citation."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.escape import Drawn
from bantin.pages.views import LinkView


@dataclass(frozen=True, slots=True)
class StepView:
    """A day in the life of an article: what was done, the day (and time) as printed and as in ISO 8601, and
    whether that changed what readers had read."""

    what: str
    day: str
    iso: str
    is_change: bool


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """An abbreviation and what it stands for."""

    anchor: str
    short: str
    meaning: str


@dataclass(frozen=True, slots=True)
class CitationView:
    """How a page is cited: the words, its address as printed, the link to it, the licence."""

    words: Drawn
    address: str
    href: Drawn
    licence: LinkView
