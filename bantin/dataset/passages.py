"""Prose of records as house style looks at it: each text with its record, what is not judged blanked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bantin.dataset.records.base import Part, Path, Record, Told
from bantin.dataset.records.editorial import Statement
from bantin.dataset.records.roles import Published
from bantin.dataset.records.text import Reference, Text

BLANK = "\ue000"
"""Stands for each character that house style leaves alone; no text of a record can hold it."""

_REFERENCE = re.compile(r"\$\([^()\n]*\)")
_QUOTATION = re.compile(r"(?<=“)[^“”]+(?=”)")
_STRAIGHT_QUOTATION = re.compile(r'"([^"]+)"')
_WEB = re.compile(r"\S*(?:://|@|www\.)\S*")


_AS_RECORDED = frozenset(
    {"name", "title", "credit", "honorific", "code", "contact", "option", "abbreviations"}
)
"""Fields with names and titles: they stand as they were given."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a record and what of it is free to be judged.

    source: the text as its field has it; plain: the same, as long as it is, with references, quotations
    (their marks apart) and web addresses blanked.
    """

    record: Record
    told: Told
    source: str
    plain: str

    @property
    def owner(self) -> Part:
        """The part of the record that holds the text."""
        return self.told.owner

    @property
    def path(self) -> Path:
        """The way from that part to the text."""
        return self.told.path

    @property
    def is_prose(self) -> bool:
        """Whether it is made of sentences, and no label or unit."""
        return isinstance(self.told.text, Text)

    @property
    def is_spoken(self) -> bool:
        """Whether it is what a person said, which is reported and not improved."""
        return isinstance(self.owner, Statement)

    def references(self) -> tuple[Reference, ...]:
        """The references to figures in the text."""
        return self.told.text.references() if isinstance(self.told.text, Text) else ()


def passages_of(records: Iterable[tuple[Record, Iterable[Told]]]) -> Iterator[Passage]:
    """Those texts of the records that readers see, but names and titles, in their order."""
    for record, texts in records:
        for told in texts:
            if isinstance(told.text, Text):
                yield Passage(record, told, told.text.source, plain(told.text.source))
            elif _is_written_here(told):
                yield Passage(record, told, told.text, plain(told.text))


def _is_written_here(told: Told) -> bool:
    """Whether a line of text is the writer's own, and not a name, a title or a declaration."""
    return isinstance(told.role, Published) and not told.is_key and told.path[0] not in _AS_RECORDED


def plain(source: str) -> str:
    """The text with all that is not to be judged blanked, each character in its place."""
    if "$" in source:
        source = _REFERENCE.sub(_blanks, source)
    if "“" in source:
        source = _QUOTATION.sub(_blanks, source)
    elif '"' in source and source.count('"') % 2 == 0:
        source = _STRAIGHT_QUOTATION.sub(lambda found: f'"{BLANK * len(found[1])}"', source)
    if "@" in source or "://" in source or "www." in source:
        source = _WEB.sub(_blanks, source)
    return source


def _blanks(found: re.Match[str]) -> str:
    return BLANK * len(found[0])
