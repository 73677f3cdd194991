"""The parts of pages that speak of the site, as templates see them; see ``views`` for what all obey."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.escape import Drawn
from bantin.pages.file_views import DownloadView


@dataclass(frozen=True, slots=True)
class StatementItemView:
    """An entry of a list: words, perhaps a link, a language of their own ("" for none), and a note."""

    href: Drawn
    text: str
    note: str
    language: str


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column of a published table: its name for programs, its title, and what it means."""

    name: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class StatementSectionView:
    """A part of a statement: heading, paragraphs, then a list; what it offers, and the columns of that."""

    heading: str
    anchor: str
    paragraphs: tuple[str, ...]
    entries: tuple[StatementItemView, ...]
    downloads: tuple[DownloadView, ...] = ()
    columns: tuple[ColumnView, ...] = ()
