"""Prose in records: text with references to figures, ``$(name.aspect)`` or ``$(record/name.aspect)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

_REFERENCE = re.compile(r"\$\(([^()\n]*)\)")
_BEGUN = re.compile(r"\$\(\S*")
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME = re.compile(rf"(?:{_ID}/)?{_ID}(?:\.[a-z0-9]+(?:[-_][a-z0-9]+)*)*")


class Malformed(ValueError):
    """Something in a text that begins like a reference and is none: its characters, start and length."""

    def __init__(self, found: re.Match[str]) -> None:
        super().__init__(found[0])
        self.text = found[0]
        self.stretch = (found.start(), len(found[0]))


@dataclass(frozen=True, slots=True)
class Reference:
    """A figure referred to: its name and the aspects after it; start and length as in the source text."""

    path: tuple[str, ...]
    start: int
    length: int

    @property
    def name(self) -> str:
        """The observation's name, with its record where that is named: "ky-luat", "ket-qua-2019/ky-luat"."""
        return self.path[0]

    @property
    def record(self) -> str:
        """The id of the record that the reference names, "" where it names none."""
        return self.name.rpartition("/")[0]


@dataclass(frozen=True, slots=True)
class Text:
    """Prose as the record has it (``source``), and cut into plain pieces and references."""

    source: str
    pieces: tuple[str | Reference, ...]

    def references(self) -> tuple[Reference, ...]:
        """The references in reading order."""
        if "$" not in self.source:
            return ()
        return tuple(piece for piece in self.pieces if isinstance(piece, Reference))

    def stretches(self) -> tuple[tuple[int, str], ...]:
        """The stretches between references, each with its start in the source text."""
        if "$" not in self.source:
            return ((0, self.source),)
        stretches, start = [], 0
        for match in _REFERENCE.finditer(self.source):
            stretches.append((start, self.source[start : match.start()]))
            start = match.end()
        return (*stretches, (start, self.source[start:]))


def parse_text(source: str) -> Text:
    """Cut prose into plain pieces and references; white space is folded to single spaces.

    Raises Malformed where a reference is malformed or not closed.
    """
    if "$" not in source:
        text = " ".join(source.split())
        return Text(source, (text,) if text else ())
    pieces: list[str | Reference] = []
    start = 0
    for match in _REFERENCE.finditer(source):
        pieces.append(source[start : match.start()])
        inner = match.group(1).strip()
        if not _NAME.fullmatch(inner):
            raise Malformed(match)
        pieces.append(Reference(tuple(inner.split(".")), match.start(), match.end() - match.start()))
        start = match.end()
    pieces.append(source[start:])
    for begun in _BEGUN.finditer(source):
        if not _REFERENCE.match(source, begun.start()):
            raise Malformed(begun)
    return Text(source, tuple(_folded(pieces)))


def _folded(pieces: list[str | Reference]) -> list[str | Reference]:
    folded = [re.sub(r"\s+", " ", piece) if isinstance(piece, str) else piece for piece in pieces]
    if isinstance(folded[0], str):
        folded[0] = folded[0].lstrip()
    if isinstance(folded[-1], str):
        folded[-1] = folded[-1].rstrip()
    return [piece for piece in folded if piece != ""]
