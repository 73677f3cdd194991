"""Text into the lines of a box: the largest type that holds all of it, lines of nearly one length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEADING = 1.3
"""From line to line, in heights of type: the letters of Vietnamese bear two marks, one above the other."""

_STEP = 2
_SMALLEST = 12

_USUAL, _SURELY = 48, 0.95
"""A size at which a text is measured once, and how much narrower it may be for its size at others."""

Measure = Callable[[str, int], float]
"""How wide a text is in type of a size, in pixels."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of text in type of one size; height: of all, in pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def step(self) -> int:
        """From line to line, in pixels."""
        return round(self.size * LEADING)

    @property
    def height(self) -> int:
        """Of all lines, in pixels."""
        return self.step * len(self.lines)


def fitted(text: str, measure: Measure, width: int, height: int, largest: int) -> Setting:
    """The text in the largest type of which a box holds all; in the smallest one where none does."""
    words = text.split(" ")
    whole = _SURELY * measure(text, _USUAL) / _USUAL
    for size in range(largest, _SMALLEST - 1, -_STEP):
        if whole * size > height // round(size * LEADING) * width:
            continue
        found = Setting(_balanced(words, measure, size, width), size)
        if found.height <= height and all(measure(line, size) <= width for line in found.lines):
            return found
    return Setting(_balanced(words, measure, _SMALLEST, width), _SMALLEST)


def _balanced(words: Sequence[str], measure: Measure, size: int, width: int) -> tuple[str, ...]:
    """As few lines as need be, the longest as short as may be."""
    widths = [measure(word, size) for word in words]
    space = measure(" ", size)
    count = len(_filled(widths, space, width))
    least, most = 0, width
    while most - least > _STEP:
        middle = (least + most) // 2
        if len(_filled(widths, space, middle)) <= count and max(widths) <= middle:
            most = middle
        else:
            least = middle
    ends = _filled(widths, space, most)
    starts = [0, *ends[:-1]]
    return tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


def _filled(widths: Sequence[float], space: float, width: float) -> list[int]:
    """Behind which words lines end that take as many words as they hold."""
    ends, used = [], 0.0
    for position, own in enumerate(widths):
        if position and used + space + own > width:
            ends.append(position)
            used = own
        else:
            used += (space if position else 0) + own
    return [*ends, len(widths)]
