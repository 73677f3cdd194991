"""What a finished site must show: handed to the audit by whoever knows the records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bantin.ledger import Ledger


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
    literal: what looks like an unfilled gap and yet is text of a record (see ``literal_texts``);
    identifiers: names of records and figures that no reader may see: those with a dash, a dot or a low
    line are looked for; policy: what the pages must keep to ("" for anything), and carried: whether each
    must carry it as well; files: what must stand beside the pages, path to SHA-256; composed: the folder that
    holds these files as they were composed.
    """

    pages: tuple[ExpectedPage, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
    address: str = ""
    literal: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    policy: str = ""
    carried: bool = True
    files: Mapping[str, str] = field(default_factory=dict)
    composed: Path | None = None

    @property
    def base(self) -> str | None:
        """The path at which the site will lie, with a slash at both ends; None when it is unknown."""
        return urlsplit(self.address).path.rstrip("/") + "/" if self.address else None

    @property
    def origin(self) -> str:
        """Scheme and host of the site, in small letters; "" when unknown."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}".lower() if parts.netloc else ""


GAPS = re.compile(
    r"\$\(|\{\{|\}\}|\{%|%\}|\{:|\{[.#][A-Za-z]|\[object Object\]|Undefined"
    r"|&(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-fA-F]+);|\b(?:None|NaN|undefined)\b"
)
"""What stays behind when something was not filled in, not drawn, or escaped twice."""


def literal_texts(texts: Iterable[str]) -> frozenset[str]:
    """The words of these texts that look like an unfilled gap: to be allowed as ``Expectations.literal``.

    To be called with texts that are shown as they stand, not with those in which figures are referred to.
    """
    return frozenset(
        word for text in texts if GAPS.search(text) for word in text.split() if GAPS.search(word)
    )
