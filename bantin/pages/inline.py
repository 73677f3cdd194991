"""Running text drawn: plain strings, figures with their source, abbreviations."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bantin.compose.said import Abbreviation, FigureMention, Prose, Words
from bantin.pages.addresses import link
from bantin.pages.escape import Drawn, escaped, named, opening

Anchors = Mapping[str, str]
"""For each figure whose source is told on the page, by its identity, the id of the entry that tells it."""


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
    """A figure: its value for machines, a link to its source, the source's line on hover and focus."""
    anchor = anchors.get(figure.identity, "")
    href = link(here, figure.address or "") or (f"#{anchor}" if anchor else "")
    if not href:
        return _number(figure)
    described = f' aria-describedby="{anchor}"' if anchor else ""
    shown = f' data-source="{escaped(figure.source)}"' if figure.source else ""
    return Drawn(f'<a class="figure" href="{href}"{described}{shown}>{_number(figure)}</a>')


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


def _short(piece: Abbreviation, attribute: str = "") -> Drawn:
    return Drawn(f'<abbr title="{escaped(piece.meaning)}"{attribute}>{escaped(piece.text)}</abbr>')


def _reached(piece: Abbreviation) -> Drawn:
    """An abbreviation that a touch can open; where it leads to the glossary, the keyboard as well."""
    if piece.anchor:
        return Drawn(f'<a class="short" href="#{named(piece.anchor)}">{_short(piece)}</a>')
    return _short(piece, ' tabindex="-1"')
