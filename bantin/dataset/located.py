"""YAML as located text: scalars, items and mappings that know where they stand in their file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bantin.dataset.characters import LOST, REFUSED
from bantin.problems import Location

_PIECES = {'"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.|$)|."), "'": re.compile("''|.")}
_PIECE = re.compile(".")
_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r"} | {
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """One character of a value and where it is written; an escape is several columns wide."""

    character: str
    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Written:
    """How the text of a scalar is written in its file, without quotation marks or block header.

    style: "" (plain), "'", '"', "|" or ">"; lines and columns from 1, end_column not included.
    """

    lines: tuple[str, ...]
    style: str
    line: int
    column: int
    last_line: int
    end_column: int

    def pieces(self, line: int) -> Iterator[Piece]:
        """The characters written in one of the lines, in reading order."""
        start, end = self._span(line)
        for found in _PIECES.get(self.style, _PIECE).finditer(self.lines[line - 1], start, end):
            yield Piece(_meant(found[0], self.style), line, found.start() + 1, len(found[0]))

    def find(self, before: str, wanted: str) -> list[Piece]:
        """The pieces of ``wanted`` in the line where it begins, after all of ``before``.

        Both without white space, which is all that folding changes. Empty where the file does not
        spell the text.
        """
        passed = 0
        for line in range(self.line, self.last_line + 1):
            here = self._dense(line)
            if passed + len(here) > len(before):
                rest = before[passed:]
                pieces = [piece for piece in self.pieces(line) if _spelled(piece.character)]
                spelled = here[len(rest) : len(rest) + len(wanted)]
                if here.startswith(rest) and wanted.startswith(spelled):
                    return pieces[len(rest) : len(rest) + len(wanted)]
                return []
            if not before.startswith(here, passed):
                return []
            passed += len(here)
        return []

    def _dense(self, line: int) -> str:
        start, end = self._span(line)
        text = self.lines[line - 1][start:end]
        if self.style in _PIECES and ("\\" in text or "''" in text):
            text = "".join(piece.character for piece in self.pieces(line))
        return _spelled(text)

    def _span(self, line: int) -> tuple[int, int]:
        start = self.column - 1 if line == self.line else 0
        return start, self.end_column - 1 if line == self.last_line else len(self.lines[line - 1])


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value as the text that a person wrote; what it means is decided by the field it belongs to.

    location: where it stands, of a text of several lines its first; quoted: whether it stands in
    quotation marks; written: how, for finding parts of it (no part of its equality), or None where
    the file has the text in one line just as it is.
    """

    text: str
    location: Location
    quoted: bool = False
    written: Written | None = field(default=None, compare=False, repr=False)

    @property
    def plain(self) -> bool:
        """Whether it is written without quotation marks and not as a block of text."""
        return not (self.quoted or (self.written and self.written.style))

    @property
    def absent(self) -> bool:
        """Whether nothing was written, as in ``key:``; two quotation marks are something."""
        return not self.text and self.plain

    def span(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where it begins and ends in its file: line and column, the end not included."""
        line, column = self.location.line, self.location.column
        if self.written is None:
            return (line, column), (line, column + len(self.text))
        return (line, column), (self.written.last_line, self.written.end_column)

    def place_of(self, start: int, length: int) -> Location:
        """Where the characters ``[start, start + length)`` of the text stand in the file.

        A stretch over several lines is shown in its first one; a stretch of white space right after
        what stands before it. Where the file spells the text in another way than it reads (letters
        composed from escapes), the place of the whole value.
        """
        if self.written is None:
            return replace(self.location, column=self.location.column + start, length=max(1, length))
        before, wanted = dense(self.text[:start]), dense(self.text[start : start + length])
        if not wanted:
            return self._gap(self.written, start, before)
        if found := self.written.find(before, wanted):
            first, last = found[0], found[-1]
            width = last.column + last.width - first.column
            return Location(self.location.file, first.line, first.column, width)
        return self.location

    def _gap(self, written: Written, start: int, before: str) -> Location:
        found = written.find(before[:-1], before[-1:]) if before else []
        if not found:
            return self.location
        blanks = len(self.text[len(self.text[:start].rstrip()) : start].partition("\n")[0])
        return Location(self.location.file, found[0].line, found[0].column + found[0].width + blanks)


@dataclass(frozen=True, slots=True)
class Items:
    """A list: its items in order, and where it begins."""

    items: tuple[Node, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values in the order of the file, where each name stands, and where the whole begins."""

    entries: dict[str, Node]
    keys: dict[str, Location]
    location: Location


Node = Scalar | Items | Mapping
"""Anything that YAML can say here."""


def scalars(node: Node) -> Iterator[Scalar]:
    """All values in a node, in the order of the file."""
    if isinstance(node, Scalar):
        yield node
        return
    for inner in node.items if isinstance(node, Items) else node.entries.values():
        yield from scalars(inner)


def located(
    file: str, lines: tuple[str, ...], text: str, style: str, start: tuple[int, int], end: tuple[int, int]
) -> Scalar:
    """The scalar that a parser found from ``start`` to ``end``, both (line, column)."""
    if style in ("|", ">"):
        return _block(file, lines, text, style, start, end)
    (line, column), (last_line, end_column) = start, end
    length = (end_column if line == last_line else len(lines[line - 1].rstrip()) + 1) - column
    if not style and length == len(text) and LOST not in text:
        return Scalar(text, Location(file, line, column, length or 1))
    quoted = 1 if style else 0
    written = Written(lines, style, line, column + quoted, last_line, end_column - quoted)
    return Scalar(text, Location(file, line, column, max(1, length)), bool(style), written)


def _block(
    file: str, lines: tuple[str, ...], text: str, style: str, start: tuple[int, int], end: tuple[int, int]
) -> Scalar:
    """A block of text stands where its first line of text does, not where its sign does."""
    header, column = start
    last_line = end[0] if end[1] > 1 else end[0] - 1
    for line in range(header + 1, last_line + 1):
        if content := lines[line - 1].strip():
            column = lines[line - 1].index(content) + 1
            written = Written(lines, style, line, column, last_line, len(lines[last_line - 1]) + 1)
            return Scalar(text, Location(file, line, column, len(content)), False, written)
    return Scalar(text, Location(file, header, column), False, Written(lines, style, header, column, 0, 0))


def dense(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def _spelled(text: str) -> str:
    return dense(REFUSED.sub("", text))


def _meant(piece: str, style: str) -> str:
    if style == '"' and piece[0] == "\\":
        code = piece[1:2]
        return chr(int(piece[2:], 16)) if code in ("x", "u", "U") else _ESCAPES.get(code, code)
    return piece[0]
