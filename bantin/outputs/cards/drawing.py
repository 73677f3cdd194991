"""Cards drawn: PNG of 1200 × 630 pixels in 48 colours, the same bytes for the same card."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont, features
from PIL import __version__ as pillow

from bantin.compose.said import plain
from bantin.outputs.cards.card import Card, Masthead
from bantin.outputs.cards.setting import Measure, Setting, fitted
from bantin.outputs.fonts import SANS, SANS_BOLD, font, named

WIDTH, HEIGHT = 1200, 630
"""Pixels: what those who show cards ask for."""

MARGIN = 64
"""Nothing is drawn nearer to the edges."""

_INNER = WIDTH - 2 * MARGIN
_EMBLEM, _INSET = 64, 9
"""How large it is, and how much of that is empty at its left."""

_LARGEST = 84
"""The type of a short headline; a long one has a smaller."""

_RULE, _RULE_HEIGHT = 146, 6
_BELOW = 160
"""What stands above is the same on all cards of a site, and is drawn once."""

_TOP, _FOOT = 186 - _BELOW, HEIGHT - MARGIN - 34 - _BELOW
"""Where the text of a card begins, and where its last line stands, in the part below."""

_DESCENT = 0.28
"""What a line reaches below its foot, in heights of type."""

_PAPER, _INK, _QUIET, _LACQUER = (251, 250, 247), (27, 31, 36), (90, 95, 102), (155, 28, 28)
_LEVELS = 16
_PALETTE = [
    round(paper + (own - paper) * level / (_LEVELS - 1))
    for colour in (_INK, _QUIET, _LACQUER)
    for level in range(_LEVELS)
    for paper, own in zip(_PAPER, colour, strict=True)
]
"""From paper to each colour in 16 steps."""

SETTINGS = f"2 pillow {pillow}, freetype {features.version('freetype2')}, zlib {features.version('zlib')}"
"""All that the bytes depend on but what the card says and the typefaces."""

Write = Callable[[str, Setting, int, int], int]
"""Writes lines in a typeface from a height down, at a place from the left; gives the height below them."""


def draw_card(card: Card) -> bytes:
    """The card as a PNG."""
    ink, quiet = (Image.new("L", (WIDTH, HEIGHT - _BELOW)) for _ in range(2))
    strong, soft = _writing(ink), _writing(quiet)
    top = _TOP
    if card.kicker:
        top = soft(SANS, _fitted(plain(card.kicker), SANS, 60, 26), top, MARGIN) + 14
    if card.figure:
        _write_figure(card, strong, soft, top)
    else:
        summary = _fitted(card.summary, SANS, 90, 28) if card.summary else None
        space = _FOOT - 24 - top - (summary.height + 20 if summary else 0)
        top = strong(SANS_BOLD, _fitted(plain(card.headline), SANS_BOLD, space, _LARGEST), top, MARGIN)
        if summary:
            soft(SANS, summary, top + 20, MARGIN)
    _write_foot(card, soft)
    whole = _background(card.masthead).copy()
    whole.paste(_coloured((ink, quiet)), (0, _BELOW))
    target = io.BytesIO()
    whole.save(target, "PNG", compress_level=4)
    return target.getvalue()


def _write_figure(card: Card, strong: Write, soft: Write, top: int) -> None:
    """The title, the figure large, what it is, and its change."""
    assert card.figure is not None  # chosen for it
    top = strong(SANS_BOLD, _fitted(plain(card.headline), SANS_BOLD, 64, 44), top, MARGIN)
    top = strong(SANS_BOLD, _fitted(card.figure.number.text, SANS_BOLD, 160, 120), top - 14, MARGIN)
    change = _fitted(plain(card.figure.change), SANS, 40, 28) if card.figure.change else None
    space = _FOOT - 14 - top - (change.height if change else 0)
    top = strong(SANS, _fitted(card.figure.label, SANS, space, 36), top, MARGIN)
    if change:
        soft(SANS, change, top, MARGIN)


def _write_foot(card: Card, soft: Write) -> None:
    """The date or the owners at the left, the address at the right."""
    address = fitted(card.masthead.address, _measure(SANS), _INNER // 2, 34, 24)
    width = round(_measure(SANS)(card.masthead.address, address.size))
    soft(SANS, address, _FOOT, WIDTH - MARGIN - width)
    if card.foot:
        soft(SANS, fitted(card.foot, _measure(SANS), _INNER - width - 40, 34, 24), _FOOT, MARGIN)


def _fitted(text: str, name: str, height: int, largest: int) -> Setting:
    return fitted(named(text, set()), _measure(name), _INNER, height, largest)


def _writing(layer: Image.Image) -> Write:
    draw = ImageDraw.Draw(layer)

    def write(name: str, setting: Setting, top: int, left: int) -> int:
        typeface = _typeface(name, setting.size)
        for line in setting.lines:
            top += setting.step
            draw.text((left, top - round(_DESCENT * setting.size)), line, 255, typeface, anchor="ls")
        return top

    return write


@lru_cache(maxsize=8)
def _background(masthead: Masthead) -> Image.Image:
    """What all cards of a site have in common: paper, emblem, names and the rule of lacquer."""
    ink, quiet, lacquer = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(3))
    sheet, bars = _emblem()
    for layer, part in ((ink, sheet), (lacquer, bars)):
        layer.paste(part, (MARGIN - _INSET, MARGIN))
    left = MARGIN + _EMBLEM + 10
    width = WIDTH - MARGIN - left
    if masthead.parent:
        parent = fitted(masthead.parent, _measure(SANS), width, 28, 20)
        _writing(quiet)(SANS, parent, MARGIN - 8, left)
    top = MARGIN + (20 if masthead.parent else 8)
    name = fitted(masthead.name, _measure(SANS_BOLD), width, 48, 34)
    _writing(ink)(SANS_BOLD, name, top, left)
    ImageDraw.Draw(lacquer).rectangle((MARGIN, _RULE, WIDTH - MARGIN - 1, _RULE + _RULE_HEIGHT - 1), 255)
    whole = _coloured((ink, quiet, lacquer))
    whole.putpalette(_PALETTE)
    return whole


@cache
def _emblem() -> tuple[Image.Image, Image.Image]:
    """The folded sheet and its three bars, as in the masthead of pages; drawn large and made small."""
    times = 8 * _EMBLEM / 48
    sheet, bars = (Image.new("L", (8 * _EMBLEM, 8 * _EMBLEM)) for _ in range(2))
    outline = ((8, 4), (30, 4), (40, 14), (40, 44), (8, 44), (8, 4), (30, 4))
    for line in (outline, ((30, 4), (30, 14), (40, 14))):
        points = [(x * times, y * times) for x, y in line]
        ImageDraw.Draw(sheet).line(points, 255, round(2.5 * times), joint="curve")
    for left, top, right in ((14, 31, 19), (21.5, 26, 26.5), (29, 20, 34)):
        ImageDraw.Draw(bars).rectangle((left * times, top * times, right * times - 1, 38 * times - 1), 255)
    small = (_EMBLEM, _EMBLEM)
    return sheet.resize(small, Image.Resampling.LANCZOS), bars.resize(small, Image.Resampling.LANCZOS)


@cache
def _typeface(name: str, size: int) -> ImageFont.FreeTypeFont:
    """A typeface in a size; laid out letter by letter, which needs no library that may be missing."""
    return ImageFont.truetype(io.BytesIO(font(name)), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _measure(name: str) -> Measure:
    return lambda text, size: _typeface(name, size).getlength(text)


def _coloured(layers: tuple[Image.Image, ...]) -> Image.Image:
    """Layers of ink, quiet ink and lacquer, each of 0 to 255, as places in the palette."""
    whole = layers[0].point(_ramp(0))
    for number, layer in enumerate(layers[1:], 1):
        whole.paste(layer.point(_ramp(number)), mask=layer.point(_THERE))
    return whole


@cache
def _ramp(number: int) -> list[int]:
    return [number * _LEVELS + level * (_LEVELS - 1) // 255 for level in range(256)]


_THERE = [255 if level * (_LEVELS - 1) // 255 else 0 for level in range(256)]
"""Where a layer covers those below it."""
