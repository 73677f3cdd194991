"""Pages that speak of the site itself: accessibility, the pledge, the page in English."""

from __future__ import annotations

from dataclasses import dataclass

ENGLISH = "/english/"
"""The page in English."""


@dataclass(frozen=True, slots=True)
class StatementItem:
    """An entry of a list: a link with its address or plain words, and what is said of it.

    language: of the words, "" where it is that of the page.
    """

    text: str
    address: str = ""
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class StatementSection:
    """A part of a statement under a heading: paragraphs, then a list."""

    heading: str
    anchor: str
    paragraphs: tuple[str, ...]
    items: tuple[StatementItem, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A page that speaks of the site. language: in which it is written."""

    address: str
    title: str
    summary: str
    sections: tuple[StatementSection, ...]
    language: str = "vi"
