"""Prose of records as house style looks at it: each text with its record, what is not judged blanked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bantin.dataset.records.base import Part, Path
from bantin.dataset.records.editorial import Publishable, Statement
from bantin.dataset.records.text import Text
from bantin.problems import Location

BLANK = "\ue000"
"""Stands for each character that house style leaves alone; no text of a record can hold it."""

_REFERENCE = re.compile(r"\$\([^()\n]*\)")
_QUOTATION = re.compile(r"(?<=“)[^“”]+(?=”)")
_STRAIGHT_QUOTATION = re.compile(r'"([^"]+)"')
_WEB = re.compile(r"\S*(?:://|@|www\.)\S*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a record: the part that holds it, its path there, and what of it is free to be judged.

    plain: the source text, as long as it is, with references, quotations (their marks apart) and web
    addresses blanked.
    """

    record: Publishable
    owner: Part
    path: Path
    text: Text
    plain: str

    @property
    def is_spoken(self) -> bool:
        """Whether it is what a person said, which is reported and not improved."""
        return isinstance(self.owner, Statement)

    def where(self, start: int, length: int) -> Location:
        """Where a stretch of the text stands in its file."""
        return self.owner.where_in(self.path, start, length)


def passages_of(records: Iterable[Publishable]) -> Iterator[Passage]:
    """All prose of the records, in their order."""
    for record in records:
        for owner, path, text in record.texts():
            yield Passage(record, owner, path, text, plain(text.source))


def plain(source: str) -> str:
    """The text with all that is not to be judged blanked, each character in its place."""
    if "$(" in source:
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
