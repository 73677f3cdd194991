"""Notices and entries of the log as templates see them; what is said of ``views`` holds here too."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.escape import Drawn
from bantin.pages.views import LinkView


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What a correction changed: what it is, what was published and what stands there now ("" for none)."""

    what: str
    was: Drawn
    now: Drawn


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A notice at the head of a page.

    title: the plain word and the day ("Đính chính 05/12/2026"); changes, derived: what was corrected, and
    what followed from it; reason: a sentence; links: where more is told.
    """

    title: str
    changes: tuple[ChangeView, ...]
    derived: tuple[ChangeView, ...]
    reason: str
    links: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class LogEntryView:
    """An entry of the log of corrections and withdrawals."""

    anchor: str
    title: str
    changes: tuple[ChangeView, ...]
    reason: str
    facts: str
    pages: tuple[LinkView, ...]
    copies: tuple[LinkView, ...]
    series: tuple[LinkView, ...]
