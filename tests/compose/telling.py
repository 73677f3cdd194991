"""What composed bulletins show at each place, and what of it is another thing than before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from bantin.compose.said import Bulletins, Cell, FigureMention, SourceEntry, Status
from bantin.figures import Figure
from bantin.language import round_half_up
from tests.compose.walking import places

Pieces = tuple[object, ...]
"""A stretch of text: strings and abbreviations, and figures between them."""

_WHOLE = Decimal(100)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


_HISTORY = re.compile(r"^(superseded|log|tombstones)\b|\.?corrections\[")
"""What tells of earlier publication: notices and copies of what was replaced."""


def shown_at(bulletins: Bulletins) -> dict[str, object]:
    """What stands at each place but those of the history: pieces, or what is no text at all."""
    return {way: _pieces(value) for way, value in places(bulletins) if not _HISTORY.search(way)}


def _pieces(value: object) -> object:
    if isinstance(value, Cell):
        reason = value.reason if isinstance(value.reason, tuple) else (value.reason,)
        if value.figure is not None:
            assert (value.text, value.value) == (value.figure.text, value.figure.value), value
        return (value.figure or f"{value.text}{value.value}", value.status, f" {value.status_text} ", *reason)
    if isinstance(value, SourceEntry):
        return (value.number, f" {value.label} ", *value.how)
    if isinstance(value, FigureMention | str):
        return (value,)
    return value


def figures_of(pieces: object) -> list[FigureMention]:
    """The figures of a place, in reading order."""
    return [piece for piece in _all(pieces) if isinstance(piece, FigureMention)]


def _all(pieces: object) -> Pieces:
    return pieces if isinstance(pieces, tuple) else ()


def masked(pieces: object, identities: frozenset[str] = frozenset()) -> str:
    """The text with "#" for each figure; for those of ``identities`` only, where any are given."""
    told = []
    for piece in _all(pieces):
        hidden = isinstance(piece, FigureMention) and (not identities or piece.identity in identities)
        told.append("#" if hidden else str(getattr(piece, "text", piece)))
    return "".join(told) if isinstance(pieces, tuple) else repr(pieces)


def says(mention: FigureMention, figure: Figure) -> bool:
    """Whether a mention shows a figure: itself, its value for machines, and its number as printed.

    A number is printed without its sign, with as many decimals as there is room for.
    """
    ends = [end.amount for end in (figure.quantity, figure.high) if end is not None]
    printed = [Decimal(text.replace(".", "").replace(",", ".")) for text in _NUMBER.findall(mention.text)]
    if mention.text == "không":
        printed = [Decimal(0)]
    if mention.text.startswith("“vượt") and ends[0] > _WHOLE and figure.aspect == "attainment":
        printed = [number if mention.value == "" else number + _WHOLE for number in printed]
    right = [
        round_half_up(abs(end), max(0, -int(number.as_tuple().exponent)))
        for end, number in zip(ends, printed, strict=False)
    ]
    own = mention.figure
    machine = [Decimal(value) for value in mention.value.split("/")] if mention.value else ends
    return (
        own is not None
        and (own.identity, own.quantity, own.high) == (figure.identity, figure.quantity, figure.high)
        and machine == ends
        and printed == right
        and len(printed) == len(ends)
    )


@dataclass(frozen=True)
class Shown:
    """A figure that changed at a place, with the words around it before and after."""

    way: str
    identity: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{short(self.way)}: {self.old} → {self.new}" if self.old != self.new else ""


@dataclass(frozen=True)
class Reworded:
    """A place whose words between the figures are others now, figures as "#"."""

    way: str
    old: str
    new: str

    def __str__(self) -> str:
        old, new = differing(self.old, self.new)
        return f"{short(self.way)}: other words: {old} → {new}"


def differing(old: str, new: str) -> tuple[str, str]:
    """The two texts without the words that they begin and end with in common."""
    before, after = old.split(" "), new.split(" ")
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    return f"“{' '.join(before)}”", f"“{' '.join(after)}”"


@dataclass(frozen=True)
class Difference:
    """All that is different now, and what is wrong with it."""

    shown: tuple[Shown, ...]
    reworded: tuple[Reworded, ...]
    wrong: tuple[str, ...]


def difference(
    old: Mapping[str, object], new: Mapping[str, object], figures: Mapping[str, Figure], moved: frozenset[str]
) -> Difference:
    """What changed in composed bulletins, where the figures ``moved`` must have and nothing else may.

    figures: all figures as they are now.
    """
    shown: list[Shown] = []
    reworded: list[Reworded] = []
    wrong = [f"came or went: {way}" for way in old.keys() ^ new.keys() if _source_of(way) not in moved]
    for way, pieces in new.items():
        wrong += _not_new(way, pieces, figures, moved)
        if way not in old or old[way] == pieces:
            continue
        before, after = figures_of(old[way]), figures_of(pieces)
        if _unmoved(before, moved) != _unmoved(after, moved):
            wrong.append(f"{way}: figures that did not move changed")
        same_order = [one.identity for one in before] == [one.identity for one in after]
        shown += _pairs(way, old[way], pieces, moved, same_order)
        words = Reworded(way, masked(old[way]), masked(pieces))
        if words.old != words.new:
            reworded.append(words)
            if not legitimate(words) or not {one.identity for one in (*before, *after)} & moved:
                wrong.append(f"{words}")
    return Difference(tuple(shown), tuple(reworded), tuple(wrong))


def _not_new(way: str, pieces: object, figures: Mapping[str, Figure], moved: frozenset[str]) -> Iterator[str]:
    for mention in figures_of(pieces):
        if mention.identity in moved and not says(mention, figures[mention.identity]):
            yield f"{way}: {mention.identity} is shown as {mention.text} ({mention.value})"


def _unmoved(mentions: list[FigureMention], moved: frozenset[str]) -> list[tuple[object, ...]]:
    """What readers and programs see of the figures that stay as they are."""
    return [
        (one.identity, one.text, one.value, one.source, one.address)
        for one in mentions
        if one.identity not in moved
    ]


_DIRECTION = re.compile(r"\b(?:tăng|giảm)\b(?: #)?(?: (?!so )[^ ,.;]+)?|không thay đổi")
_STANDING_OUT = re.compile(r"; (?:cao|thấp) nhất từ [^.#]*")
_NO_VOTES = re.compile(r", # không (?:tán thành|biểu quyết)")


def legitimate(words: Reworded) -> bool:
    """Whether only words are others that a number decides: "tăng", "giảm" or "không thay đổi"; votes that
    nobody cast, which are not told; that a value is the highest or the lowest since when."""
    kinds = (_DIRECTION, "~"), (_NO_VOTES, ""), (_STANDING_OUT, "")
    return any(kind.sub(sign, words.old) == kind.sub(sign, words.new) for kind, sign in kinds)


def _pairs(way: str, old: object, new: object, moved: frozenset[str], same_order: bool) -> Iterator[Shown]:
    if not same_order:
        for mention in figures_of(new):
            if mention.identity in moved:
                yield Shown(way, mention.identity, "?", mention.text)
        return
    for at, after in enumerate(figures_of(new)):
        if after.identity in moved:
            yield Shown(way, after.identity, in_context(old, at), after.text)


def in_context(pieces: object, at: int) -> str:
    """A figure with the two words before and after it, in brackets: "kỷ luật [22] đảng viên,"."""
    found = -1
    before, after, number = "", "", ""
    for piece in _all(pieces):
        is_figure = isinstance(piece, FigureMention)
        found += is_figure
        text = str(getattr(piece, "text", piece))
        if is_figure and found == at:
            number = text
        elif isinstance(piece, Status):
            continue
        elif number:
            after += text
        else:
            before += text
    told = (*before.split()[-2:], f"[{number}]", *after.split()[:2])
    return " ".join(told)


def _source_of(way: str) -> str:
    """The figure of an entry in an article's list of sources, which comes and goes with what is said."""
    return way.partition(".sources[")[2].removesuffix("]")


def short(way: str) -> str:
    """A place in few words: its page and what stands there."""
    way = re.sub(r"^(articles|statistics|indicators|organisations)\[/([^\]]*)/\]\.", r"\2: ", way)
    way = re.sub(r"bodies\[\d+\]\.subjects\[\d+\]\.(tables|grids)\[\d+\]\.rows", "rows", way)
    way = re.sub(r"bodies\[\d+\]\.tables\[\d+\]\.rows", "rows", way)
    return re.sub(r"tin/(\d{4})/(\d\d)/[^:\]]*", r"tin/\1/\2", way)
