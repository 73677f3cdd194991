"""Text files made of lines, each with the prose in it, so that every figure is known by its line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.compose.said import FigureMention, Prose
from bantin.compose.walking import figures_of
from bantin.ledger import Place
from bantin.outputs.output import Output, Shown, line

Line = tuple[str, Prose]
"""A line as it is written, and the prose in it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines that can stand in several files. shown: the figures in them, each with its line from 0."""

    text: str
    count: int
    shown: tuple[tuple[int, FigureMention], ...]


def passage(lines: Iterable[Line]) -> Passage:
    """The lines as one passage."""
    written: list[str] = []
    shown: list[tuple[int, FigureMention]] = []
    for number, (text, prose) in enumerate(lines):
        written.append(text)
        shown += [(number, figure) for figure in figures_of(prose)]
    return Passage("\n".join(written) + "\n", len(written), tuple(shown))


def assembled(
    path: str,
    kind: str,
    passages: Iterable[Passage],
    *,
    page: str = "",
    anchor: str = "",
    label: str = "",
    mark: str = "",
) -> Output:
    """A text file. kind: of its places in the ledger; mark: what stands before its first line."""
    written: list[str] = [mark]
    shown: list[Shown] = []
    before = 1
    for part in passages:
        written.append(part.text)
        for number, figure in part.shown:
            shown.append((figure, Place(f"/{path}", line(before + number), kind, figure.text)))
        before += part.count
    return Output(path, "".join(written).encode(), tuple(shown), page, anchor, label)


def one_line(text: str) -> str:
    """Without the breaks at which a file would be cut into other lines; hard spaces stay."""
    return " ".join(text.splitlines()).strip()
