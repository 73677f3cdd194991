"""A file beside the pages, and the figures that it shows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bantin.compose.said import FigureMention
from bantin.ledger import Place
from bantin.outputs.cards.card import Card

Shown = tuple[FigureMention, Place]
"""A figure, and where in a file it stands."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Figures with their places, looked for whenever somebody wants them: a build whose files are as they
    were composed asks for none of a hundred thousand."""

    find: Callable[[], Iterable[Shown]]

    def __iter__(self) -> Iterator[Shown]:
        return iter(self.find())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Found) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]  # what is compared by what it finds is no key


MEDIA = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "html": "text/html",
    "zip": "application/zip",
    "jsonld": "application/ld+json",
    "ics": "text/calendar",
}
"""The media types of files that readers take home, by their endings."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file that is published beside the pages, made of what was composed.

    path: below the site, "so-lieu/2019/so-lieu-2019.csv"; shown: the figures in it, in order, whose places
    are named by ``line`` in a text file, or what finds them; page, anchor: the rooted address of the page
    that offers it, and the id of what it belongs to there, "" for the whole page or for a file that no page
    offers; label: what the reader is offered, "CSV"; kept: the file that holds its content, where it is dear
    to make and lies among what is kept.
    """

    path: str
    content: bytes
    shown: Iterable[Shown] = ()
    page: str = ""
    anchor: str = ""
    label: str = ""
    kept: Path | None = None

    @property
    def address(self) -> str:
        """Its rooted address."""
        return f"/{self.path}"

    @property
    def media(self) -> str:
        """Its media type, for a reader who takes it home."""
        return MEDIA[self.path.rpartition(".")[2]]

    @property
    def digest(self) -> str:
        """What tells its content from any other, SHA-256."""
        return hashlib.sha256(self.read()).hexdigest()

    def read(self) -> bytes:
        """What it holds, wherever that lies."""
        return self.kept.read_bytes() if self.kept else self.content

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.kept.stat().st_size if self.kept else len(self.content)


@dataclass(frozen=True, slots=True)
class Structured:
    """What a page tells programs: a line of JSON-LD for each thing, no two of one type, and the figures in
    them; the days it says it was published and changed on, in ISO 8601, "" for none."""

    lines: tuple[str, ...]
    shown: tuple[Shown, ...]
    published: str = ""
    changed: str = ""


@dataclass(frozen=True)
class Outputs:
    """All files of a site that are no pages, photos or attachments; what its pages tell programs, and the
    cards that stand for them, by the addresses of pages."""

    files: tuple[Output, ...] = field(default=())
    structured: Mapping[str, Structured] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)

    def of(self, page: str, anchor: str = "") -> tuple[Output, ...]:
        """What a page offers: for all of it, or for what bears an id there; in the order of making."""
        return self._offered.get((page, anchor), ())

    @property
    def contents(self) -> dict[str, bytes]:
        """What the files hold, by their path below the site."""
        return {output.path: output.read() for output in self.files}

    @property
    def sources(self) -> dict[str, bytes | Path]:
        """What the files hold, or the file that is to be copied, by their path below the site."""
        return {output.path: output.kept or output.content for output in self.files}

    @property
    def shown_with_pages(self) -> Iterator[Shown]:
        """Every figure of what pages tell programs and of cards, with its place."""
        yield from (one for told in self.structured.values() for one in told.shown)
        yield from (one for card in self.cards.values() for one in card.shown)

    @property
    def shown_in_files(self) -> Found:
        """Every figure of every file, with its place."""
        return Found(lambda: (one for output in self.files for one in output.shown))

    @cached_property
    def _offered(self) -> dict[tuple[str, str], tuple[Output, ...]]:
        found: dict[tuple[str, str], list[Output]] = {}
        for output in self.files:
            if output.label:
                found.setdefault((output.page, output.anchor), []).append(output)
        return {key: tuple(outputs) for key, outputs in found.items()}


def line(number: int) -> str:
    """How a place in a text file is named: by its line, from 1, as an editor counts."""
    return f"dòng {number}"
