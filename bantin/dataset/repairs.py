"""Changes to the text of a value, made in its file: nothing but the changed characters differs.

Comments, layout, quotation marks, folding, line ends and a byte order mark stay byte for byte.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.dataset.characters import REFUSED
from bantin.dataset.located import Items, Mapping, Node, Piece, Scalar
from bantin.dataset.source import Source, read_source

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Repair:
    """A stretch of the text of a value and what is to stand there instead."""

    scalar: Scalar
    start: int
    length: int
    text: str

    @property
    def was(self) -> str:
        """What stands there now."""
        return self.scalar.text[self.start : self.start + self.length]

    def changes(self) -> tuple[tuple[int, int, str], ...]:
        """Start, end and new text of what really changes, in order: characters that are the same are kept."""
        was, now = self.was, self.text
        if len(was) == len(now):
            pairs = enumerate(zip(was, now, strict=True), self.start)
            return tuple((place, place + 1, new) for place, (old, new) in pairs if old != new)
        behind = _alike(was[::-1], now[::-1])
        was, now = was[: len(was) - behind], now[: len(now) - behind]
        ahead = _alike(was, now)
        return ((self.start + ahead, self.start + len(was), now[ahead:]),)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((count for count, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """A place between two characters of a file: line, and the column of the character behind it."""

    line: int
    column: int


_Edit = tuple[_Spot, _Spot, str]


def repaired(file: str, data: bytes, repairs: Iterable[Repair]) -> tuple[bytes, tuple[Repair, ...]] | None:
    """The file with the repairs made, and those made; of two that overlap the first is made.

    None where the file does not spell a value as it reads, or where anything but the values meant
    would come out changed; letters must be composed (NFC) already.
    """
    before = read_source(file, data)
    made = tuple(_apart(repairs))
    edits = [edit for repair in made for edit in _edits(repair)]
    if not made or None in edits:
        return None
    after = _edited(data, [edit for edit in edits if edit])
    return (after, made) if _as_meant(before, read_source(file, after), made) else None


def _apart(repairs: Iterable[Repair]) -> Iterator[Repair]:
    last: tuple[int, int, int] = (0, 0, 0)
    for repair in sorted(repairs, key=lambda each: (each.scalar.location, each.start)):
        place = (repair.scalar.location.line, repair.scalar.location.column, repair.start)
        if place >= last:
            yield repair
            last = (*place[:2], repair.start + repair.length)


def _edits(repair: Repair) -> Iterator[_Edit | None]:
    """Where the repair is made in the file; None where the file spells the text in another way."""
    letters = _letters(repair.scalar)
    for start, end, now in repair.changes():
        begin = _spot(repair.scalar, start, letters, forward=True) if letters else None
        finish = _spot(repair.scalar, end, letters, forward=False) if letters and end > start else begin
        yield (begin, finish, now) if begin and finish and begin <= finish else None


def _letters(scalar: Scalar) -> list[Piece] | None:
    """Each character of the text that is no white space, as it is written in the file."""
    written, place = scalar.written, scalar.location
    if written is None:
        signs = enumerate(scalar.text, place.column)
        return [Piece(sign, place.line, column, 1) for column, sign in signs if not sign.isspace()]
    pieces = [
        piece
        for line in range(written.line, written.last_line + 1)
        for piece in written.pieces(line)
        if piece.character.strip() and not REFUSED.match(piece.character)
    ]
    spelled = "".join(piece.character for piece in pieces)
    return pieces if spelled == "".join(scalar.text.split()) else None


def _spot(scalar: Scalar, at: int, letters: Sequence[Piece], *, forward: bool) -> _Spot | None:
    """The place in the file before the character ``at`` of the text.

    forward: whether the place belongs to what follows, where a line ends just there. In the midst of
    blanks at the end of a line, the place is the end of that line.
    """
    text = scalar.text
    passed = len("".join(text[:at].split()))
    left, right = letters[passed - 1 : passed] if passed else [], letters[passed : passed + 1]
    touches_left = at > 0 and not text[at - 1].isspace()
    touches_right = at < len(text) and not text[at].isspace()
    if touches_right and (forward or not touches_left):
        return _Spot(right[0].line, right[0].column)
    if not left:
        return None
    end = left[0].column + left[0].width
    if touches_left:
        return _Spot(left[0].line, end)
    if not right:
        return None
    if left[0].line != right[0].line and scalar.written:
        return _Spot(left[0].line, len(scalar.written.lines[left[0].line - 1]) + 1)
    return _Spot(left[0].line, end + at - len(text[:at].rstrip()))


def _edited(data: bytes, edits: Iterable[_Edit]) -> bytes:
    text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogatepass")
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    for begin, finish, now in sorted(edits, reverse=True):
        start, end = starts[begin.line - 1] + begin.column - 1, starts[finish.line - 1] + finish.column - 1
        text = text[:start] + now + text[end:]
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + text.encode("utf-8", "surrogatepass")


def _as_meant(before: Source, after: Source, repairs: Iterable[Repair]) -> bool:
    """Whether the file now says what it said, but for the repairs."""
    if before.root is None or after.root is None:
        return False
    meant = {name: (value.text, value.quoted, value.location) for name, value in _values(before.root, ())}
    by_place = {place: name for name, (_, _, place) in meant.items()}
    texts = {name: text for name, (text, _, _) in meant.items()}
    for repair in sorted(repairs, key=lambda each: -each.start):
        name, end = by_place[repair.scalar.location], repair.start + repair.length
        texts[name] = texts[name][: repair.start] + repair.text + texts[name][end:]
    came = {name: value.text for name, value in _values(after.root, ())}
    same_problems = [found.rule for found in before.problems] == [found.rule for found in after.problems]
    return same_problems and list(map(_folded, texts.items())) == list(map(_folded, came.items()))


def _folded(entry: tuple[tuple[str | int, ...], str]) -> tuple[tuple[str | int, ...], str]:
    """With all white space alike, as it is in every text that is read."""
    return entry[0], " ".join(entry[1].split())


def _values(node: Node, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Scalar]]:
    """Every value of a file by the way to it, in the order of the file."""
    if isinstance(node, Scalar):
        yield path, node
    elif isinstance(node, Items):
        for position, item in enumerate(node.items):
            yield from _values(item, (*path, position))
    elif isinstance(node, Mapping):
        for name, value in node.entries.items():
            yield from _values(value, (*path, name))
