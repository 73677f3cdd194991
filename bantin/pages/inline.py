"""Running text drawn: plain strings, figures with their source, abbreviations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bantin.compose.said import Abbreviation, FigureMention, Prose, Words
from bantin.pages.addresses import link
from bantin.pages.escape import Drawn, escaped, named, opening

Anchors = Mapping[str, str]
"""For each figure whose source is told on the page, by its identity, the id of the entry that tells it;
before it, the id of what stands above the entries of one row, where there is that."""


def draw_prose(prose: Prose, here: str, anchors: Anchors) -> Drawn:
    """A stretch of text as one line, each figure linked from the page ``here`` to where it comes from."""
    return _line(prose, lambda figure: draw_figure(figure, here, anchors), _reached)


def draw_quiet(prose: Prose) -> Drawn:
    """A stretch of text as one line without links, for places that are a link or stand beside one."""
    return _line(prose, _number, _short)


def draw_words(words: Words) -> str:
    """A text that may hold figures, for places without links: drawn, or plain to be escaped at its place."""
    return words if isinstance(words, str) else draw_quiet(words)


def draw_figure(figure: FigureMention, here: str, anchors: Anchors) -> Drawn:
    """A figure: its value for machines, a link to its source, and where the page tells that source.

    The script of the pages shows it beside the figure; a page without a list of sources has it in place.
    """
    told = anchors.get(figure.identity, "")
    href = link(here, figure.address or "") or (f"#{told.rpartition(' ')[2]}" if told else "")
    if not href:
        return _number(figure)
    shown = f' data-source="{escaped(figure.source)}"' if figure.source else ""
    source = f' aria-describedby="{told}"' if told else shown
    return Drawn(f'<a class="figure" href="{href}"{source}>{_number(figure)}</a>')


def _number(figure: FigureMention) -> Drawn:
    value, identity, text = escaped(figure.value), escaped(figure.identity), escaped(figure.text)
    return Drawn(f'<data value="{value}" data-figure="{identity}">{text}</data>')


def _line(
    prose: Prose, draw: Callable[[FigureMention], Drawn], shorten: Callable[[Abbreviation], Drawn]
) -> Drawn:
    pieces = (
        draw(piece)
        if isinstance(piece, FigureMention)
        else shorten(piece)
        if isinstance(piece, Abbreviation)
        else escaped(piece)
        for piece in prose
    )
    return opening(Drawn("".join(pieces).strip()))


def _short(piece: Abbreviation) -> Drawn:
    return Drawn(f'<abbr title="{escaped(piece.meaning)}">{escaped(piece.text)}</abbr>')


def _reached(piece: Abbreviation) -> Drawn:
    """An abbreviation; where it leads to the glossary, the keyboard reaches it."""
    if piece.anchor:
        return Drawn(f'<a class="short" href="#{named(piece.anchor)}">{_short(piece)}</a>')
    return _short(piece)
