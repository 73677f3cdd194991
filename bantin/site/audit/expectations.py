"""What a finished site must show: handed to the audit by whoever knows the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bantin.ledger import Ledger
from bantin.site.audit.words import GAPS


@dataclass(frozen=True, slots=True)
class ExpectedPage:
    """A page that must exist: its rooted address, the language it is written in, the lines of its JSON-LD,
    and what its head tells those who share links, by property."""

    address: str
    language: str = "vi"
    structured: tuple[str, ...] = ()
    shared: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Expectations:
    """Everything the audit compares the finished site with.

    pages: what must be there, other pages may be; ledger: every figure and where it is shown;
    address: where the site will be published, "" when unknown: rooted links must lie below it;
    literal: tells what looks like an unfilled gap and yet is text of a record (see ``literal_texts``), asked
    only where a page has such a thing;
    identifiers: names of records and figures that no reader may see: those with a dash, a dot or a low
    line are looked for; policy: what the pages must keep to ("" for anything), and carried: whether each
    must carry it as well; files: what must stand beside the pages, its content or the file that holds it.
    """

    pages: tuple[ExpectedPage, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    address: str = ""
    literal: Callable[[], frozenset[str]] = frozenset
    identifiers: frozenset[str] = frozenset()
    policy: str = ""
    carried: bool = True
    files: Mapping[str, bytes | Path] = field(default_factory=dict)


def literal_texts(texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts that look like an unfilled gap: to be allowed as ``Expectations.literal``.

    To be called with texts that are shown as they stand, not with those in which figures are referred to.
    """
    return frozenset(
        word for text in texts if GAPS.search(text) for word in text.split() if GAPS.search(word)
    )
