"""A YAML file as located text: every value keeps the words, the line and the column it was written in.

No value is guessed to be a number, a date or a truth: what a text means is decided by its field. The
parser's events are read one by one and limits are checked as they come, so that no file, however
hostile, takes more than its share of time and memory.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import yaml

from bantin.dataset import notation
from bantin.dataset.characters import LOST, MOST_OF_A_KIND, REFUSED, cleaned, in_pieces, read_text, refusal
from bantin.dataset.located import Items, Mapping, Node, Scalar, located, scalars
from bantin.dataset.scene import Scene, Stop
from bantin.dataset.syntax import explain
from bantin.dataset.syntax_colons import line_without_colon, misread
from bantin.dataset.syntax_levels import cut_off
from bantin.dataset.tree import Enough, Tree
from bantin.problems import Location, Problem, Severity, in_order, say

__all__ = ["Items", "Mapping", "Node", "Scalar", "Source", "read_source"]

MOST_BYTES = 2 * 1024 * 1024
MOST_BYTES_WITHOUT_C = 128 * 1024
"""The parser written in Python, a fallback where the one in C is missing, is ten times slower."""

_INDEPENDENT = ("doubled-key", "comment-in-value")
"""What does not keep the parser from reading the line; anything else may be why it cannot."""

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read.

    lines: its text, for showing places to people; root: its content, or None where it cannot be
    told; problems: all that is wrong with it, in order; in_pieces: where values have letters that are not
    saved as one character each, the first place of each value (no part of what the file says).
    """

    file: str
    lines: tuple[str, ...]
    root: Mapping | None
    problems: tuple[Problem, ...]
    in_pieces: tuple[Location, ...] = field(default=(), compare=False)


def read_source(file: str, data: bytes) -> Source:
    """Read a YAML file; ``file`` is its path as shown to people. Never raises: all is in the problems.

    Where only characters or doubled names are wrong there still is a root, so that the rest of the
    record can be checked in the same run.
    """
    most = MOST_BYTES_WITHOUT_C if _LOADER is yaml.BaseLoader else MOST_BYTES
    if len(data) > most:
        return Source(file, (), None, (notation.too_big(file, len(data), most),))
    text, problems = read_text(file, data)
    lines = tuple(text.removesuffix("\n").split("\n"))
    if any(problem.rule == "not-utf-8" for problem in problems):
        return Source(file, lines, None, tuple(problems))
    reading = _Reading(Scene(file, lines), problems)
    reading.read(text)
    root = reading.root()
    return Source(file, lines, root, tuple(_told(problems)), _values_in_pieces(root, in_pieces(data)))


def _values_in_pieces(root: Mapping | None, words: tuple[tuple[int, int, int], ...]) -> tuple[Location, ...]:
    """The first of the words in each value of the file, in the order of the file."""
    if root is None or not words:
        return ()
    found = (words[at] for value in scalars(root) if (at := _first_in(value, words)) is not None)
    return tuple(Location(root.location.file, *word) for word in islice(found, MOST_OF_A_KIND))


def _first_in(value: Scalar, words: tuple[tuple[int, int, int], ...]) -> int | None:
    begin, end = value.span()
    at = bisect_left(words, begin, key=lambda word: word[:2])
    return at if at < len(words) and words[at][:2] < end else None


def _told(problems: list[Problem]) -> list[Problem]:
    """The problems in order, at most ``MOST_OF_A_KIND`` of each rule."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(problem.rule, []).append(problem)
    for kind in kinds.values():
        if len(kind) > MOST_OF_A_KIND:
            del kind[MOST_OF_A_KIND:]
            more = say("there are more of this kind; the first {most} are told", most=MOST_OF_A_KIND)
            kind[-1] = replace(kind[-1], evidence=(*kind[-1].evidence, more))
    return in_order([problem for kind in kinds.values() for problem in kind])


class _Reading:
    """Reads the parser's events of one file into a tree; what is wrong is added to ``problems``."""

    def __init__(self, scene: Scene, problems: list[Problem]) -> None:
        self._scene = scene
        self._problems = problems
        self._tree = Tree(scene, problems)
        self._cut = scene.cut_lines()
        self._documents = 0
        self._before = len(problems)
        self._take: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._begin,
            yaml.SequenceStartEvent: self._begin,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def read(self, text: str) -> None:
        """Take the events of the text until its end, a limit, or what the parser cannot read."""
        try:
            next_event = _LOADER(text).get_event
            while (event := next_event()) is not None:
                if take := self._take.get(type(event)):
                    take(event)
        except Enough:
            return
        except yaml.MarkedYAMLError as error:
            self._stopped(error)
        else:
            self._finished()

    def root(self) -> Mapping | None:
        """The content of the file, where all of it could be told."""
        root = self._tree.root
        return root if self._tree.whole and isinstance(root, Mapping) else None

    def _begin(self, event: Any) -> None:
        self._refuse_properties(event)
        line, column = _at(event.start_mark)
        if type(event) is yaml.MappingStartEvent:
            self._tree.begin_mapping(line, column)
        else:
            self._tree.begin_items(line, column)

    def _end(self, event: Any) -> None:
        self._tree.end()

    def _scalar(self, event: Any) -> None:
        # PyYAML's types allow events without marks, which only its emitter makes: hence Any.
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        text, style = event.value, event.style or ""
        start, end = _at(event.start_mark), _at(event.end_mark)
        is_name = self._tree.expects_name()
        if not style and LOST not in text:
            width = end[1] - start[1]
            place = Location(self._scene.file, start[0], start[1], width or 1)
            if is_name:
                self._tree.name(text, place, False)
                return
            if self._is_usual(text, start[0], end[0], width):
                self._tree.scalar(Scalar(text, place))
                return
        node = located(self._scene.file, self._scene.lines, text, style, start, end)
        if style == '"' or LOST in text:
            node = self._cleaned(node)
        if is_name:
            self._tree.name(node.text, node.location, node.quoted)
            return
        if not style:
            self._check_plain(text, start, end)
        self._tree.scalar(node)

    def _is_usual(self, text: str, line: int, last_line: int, width: int) -> bool:
        """Whether a plain value stands in its one line just as it is, and nothing in it is suspicious."""
        alone = line == last_line and width == len(text) and line not in self._cut
        return alone and ":" not in text and not text.startswith("-")

    def _check_plain(self, text: str, start: tuple[int, int], end: tuple[int, int]) -> None:
        suspicious = start[0] != end[0] or ":" in text or text.startswith("-")
        if suspicious:
            for problem in misread(self._scene, *start, end[0]):
                self._tree.spoiled(problem)
        if end[0] in self._cut and (column := self._scene.cut_column(*end)):
            warning = replace(cut_off(self._scene, end[0], column), severity=Severity.WARNING)
            self._tree.tell(warning)

    def _cleaned(self, node: Scalar) -> Scalar:
        """Without refused characters, which escapes can bring in as well."""
        written = node.written
        if written and written.style == '"' and REFUSED.search(node.text):
            for line in range(written.line, written.last_line + 1):
                for piece in written.pieces(line):
                    if piece.width > 1 and REFUSED.match(piece.character):
                        place = Location(node.location.file, line, piece.column, piece.width)
                        self._tree.tell(refusal(place, piece.character))
        return replace(node, text=cleaned(node.text))

    def _alias(self, event: Any) -> None:
        place = self._scene.rest(*_at(event.start_mark))
        self._tree.spoiled(notation.no_anchors(self._scene, place, place.column))
        self._tree.scalar(Scalar(f"*{event.anchor}", place))

    def _refuse_properties(self, event: Any) -> None:
        if event.tag is not None:
            self._tree.tell(notation.no_tags(self._scene, *_at(event.start_mark)))
        elif event.anchor is not None:
            place = self._scene.rest(*_at(event.start_mark))
            self._tree.tell(notation.no_anchors(self._scene, place, place.column))

    def _document(self, event: Any) -> None:
        line, _ = _at(event.start_mark)
        self._documents += 1
        if self._documents > 1:
            self._tree.spoiled(notation.several_documents(self._scene, line))
            raise Enough
        if event.version or event.tags or self._scene.line(line).startswith("%"):
            self._tree.tell(notation.no_directives(self._scene, line))

    def _stopped(self, error: yaml.MarkedYAMLError) -> None:
        at = _at(error.problem_mark)
        began = _at(error.context_mark) if error.context_mark else at
        stop = Stop(error.context or "", error.problem or "", began, at)
        problem = explain(replace(self._scene, stop=stop))
        self._tree.whole = False
        # What was found behind the place was read in a wrong light.
        found = self._problems[self._before :]
        self._problems[self._before :] = [other for other in found if other.location < problem.location]
        if not self._explained({at[0], problem.location.line}, self._scene.above(at[0])):
            self._problems.append(problem)

    def _explained(self, lines: set[int], above: int) -> bool:
        """Whether something already told in the lines, or in the one above, is why the parser stopped."""
        characters, found = self._problems[: self._before], self._problems[self._before :]
        return any(other.location.line in lines for other in characters) or any(
            other.location.line in lines | {above} for other in found if other.rule not in _INDEPENDENT
        )

    def _finished(self) -> None:
        root = self._tree.root
        if not self._tree.whole or isinstance(root, Mapping):
            return
        if root is None or (isinstance(root, Scalar) and root.absent):
            self._tree.spoiled(notation.empty_file(self._scene))
        elif isinstance(root, Scalar) and root.plain:
            self._tree.spoiled(line_without_colon(self._scene, root.location.line))
        else:
            self._tree.spoiled(notation.not_a_mapping(self._scene, root.location))


def _at(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1
