"""Where a YAML parser gave up: its own words, and the lines around the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bantin.problems import Location, Message, say

NAME = r"[a-z][a-z0-9_-]*"
"""What a field's name looks like in a record."""

MOST_LINES_BACK = 10_000
"""How far above a place its cause is looked for."""

_KEYED = re.compile(r"""\s*(?:- +)*(?:"[^"]*"|'[^']*'|[^\s"'#&*!|>%@`\[{][^:]*)\s*:(?:\s|$)""")
_FIELD = re.compile(rf"""["']?{NAME}["']?\s*:\s+""")
_BLOCK_HEADER = re.compile(r"(?:^|[\s:-])([|>])[+-]?\d?[+-]?\s*(?:#.*)?$")
_CUT = re.compile(r"[ \t]+(#)\w")


@dataclass(frozen=True, slots=True)
class Stop:
    """Why and where the parser gave up, in its words; (line, column) from 1.

    context: what it was doing, begun at ``began`` (the same as ``at`` where it does not tell).
    """

    context: str
    problem: str
    began: tuple[int, int]
    at: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A stop in its file. Lines are told by their number, from 1; those outside the file are empty."""

    file: str
    lines: tuple[str, ...]
    stop: Stop = Stop("", "", (1, 1), (1, 1))

    def line(self, number: int) -> str:
        """The line as it stands."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def indent(self, number: int) -> int:
        """How many spaces the line begins with."""
        return len(self.line(number)) - len(self.line(number).lstrip(" "))

    def item_column(self, number: int) -> int:
        """The column of the first sign in the line that is not an entry's dash."""
        found = re.match(r" *(?:- +)*", self.line(number))
        return found.end() + 1 if found else 1

    def above(self, number: int) -> int:
        """The nearest line above that says something (no comment, not empty), or 0."""
        return next(self._upwards(number), 0)

    def keyed(self, number: int) -> bool:
        """Whether the line has the shape ``field: …``."""
        return bool(_KEYED.match(self.line(number)))

    def keyed_before(self, number: int, column: int) -> bool:
        """Whether a ``field:`` stands in the line before the column."""
        return bool(_KEYED.match(self.line(number)[: column - 1]))

    def value_column(self, number: int) -> int:
        """The column in which the value of the line's field, or else its entry, begins."""
        column = self.item_column(number)
        found = _FIELD.match(self.line(number), column - 1)
        return found.end() + 1 if found else column

    def block_header(self, number: int) -> int:
        """The line with the ``|`` or ``>`` of the block of text that this line falls out of, or 0."""
        for line in self._upwards(number):
            if _BLOCK_HEADER.search(self.line(line)):
                return line
            if self.indent(line) == 0:
                break
        return 0

    def cut_lines(self) -> frozenset[int]:
        """The lines in which a ``#`` may cut off a value (“Quyết định #12”)."""
        lines = enumerate(self.lines, 1)
        return frozenset(number for number, line in lines if "#" in line and _CUT.search(line))

    def cut_column(self, number: int, column: int = 0) -> int:
        """The column of a ``#`` that cuts off the value that ends before the column, or any value; or 0."""
        line = self.line(number)
        found = _CUT.match(line, column - 1) if column else _CUT.search(line)
        return found.start(1) + 1 if found else 0

    def levels(self, number: int) -> list[int]:
        """The columns in which a line may begin here, by what is open above, ascending."""
        levels: list[int] = []
        for line in self._upwards(number):
            for column in (self.item_column(line), self.indent(line) + 1):
                if not levels or column < levels[0]:
                    levels.insert(0, column)
            if levels[0] == 1:
                break
        return levels

    def place(self, number: int, column: int, length: int = 1) -> Location:
        """A place in the file; what lies behind its end is moved to its last line."""
        last = max(1, len(self.lines))
        if number > last:
            return Location(self.file, last, len(self.line(last)) + 1)
        return Location(self.file, number, column, max(1, length))

    def rest(self, number: int, column: int = 0) -> Location:
        """What the line says from the column on, or the whole line without its indentation."""
        column = column or self.indent(number) + 1
        return self.place(number, column, len(self.line(number).rstrip()) - column + 1)

    def in_quotes(self, number: int, column: int = 0) -> Message:
        """The remedy of putting a value into quotation marks: shown from the column on, if one is given."""
        value = self.line(number)[column - 1 : column + 99].strip() if column else ""
        if 0 < len(value) <= 60 and value[0] not in "'\"":
            quoted = "'" + value.replace("'", "''") + "'"
            return say("put the value into quotation marks: {value}; or write it below “>-”", value=quoted)
        return say("put the whole value into quotation marks, or write it below “>-”")

    def _upwards(self, number: int) -> Iterator[int]:
        for line in range(min(number - 1, len(self.lines)), max(0, number - MOST_LINES_BACK), -1):
            text = self.line(line).lstrip()
            if text and not text.startswith("#"):
                yield line
