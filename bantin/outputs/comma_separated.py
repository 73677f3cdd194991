"""Plain columns as comma-separated values, RFC 4180: UTF-8 with a byte order mark, so that Excel reads the
marks of Vietnamese letters, and no text that a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache, partial

from bantin.compose.said import Cell, Words, plain
from bantin.compose.walking import figures_of
from bantin.ledger import Place
from bantin.outputs.flat import Flat, Held, number_of
from bantin.outputs.output import Found, Shown, line

KIND = "csv"
GUARD = "'"
"""What stands before a text that would be taken for a formula; spreadsheets show it, programs take it off."""

_FORMULA = re.compile(r"[\s\u200b-\u200f\u2060\ufeff']*[=+\-@＝＋－＠﹢﹣﹫]|'*[\t\r\n]")
"""How a formula may begin for one spreadsheet or another: also full-width, after blanks or after guards."""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: "'" before one that it would."""
    return text if text[:1].isalnum() or not _FORMULA.match(text) else GUARD + text


def unguarded(text: str) -> str:
    """The text as it was before it was guarded."""
    rest = text.removeprefix(GUARD)
    return rest if rest != text and _FORMULA.match(rest) else text


def comma_separated(flat: Flat, file: str) -> tuple[bytes, Found]:
    """The file, and the figures in it; ``file`` is its rooted address."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([_written(field.heading) for field in flat.fields])
    writer.writerows([_written(held) if held else "" for held in entries] for entries in flat.lines)
    return b"\xef\xbb\xbf" + target.getvalue().encode(), Found(partial(_shown, flat, file))


def _written(held: Held) -> str:
    if isinstance(held, Cell):
        return number_of(held)
    return safe(held if isinstance(held, str) else plain(held))


@lru_cache(20_000)
def safe(text: str) -> str:
    """A text as a field holds it: in one line, and no formula."""
    return guarded(in_one_line(text))


_BREAKS = re.compile(r"[\t\r\n\v\f\x85\u2028\u2029]+")


def in_one_line(text: str) -> str:
    """A text without breaks, so that each row of a file is one line of it."""
    return text if text.isprintable() else _BREAKS.sub(" ", text)


def _shown(flat: Flat, file: str) -> Iterator[Shown]:
    for number, entries in enumerate(flat.lines, 2):
        at = line(number)
        for held in entries:
            if not isinstance(held, str):
                yield from shown_in(held, file, at, KIND)


def shown_in(held: Held, file: str, at: str, kind: str) -> Iterator[Shown]:
    """The figures of one entry at a place of a file, each with its text there."""
    if isinstance(held, Cell):
        if held.figure is not None:
            yield held.figure, Place(file, at, kind, number_of(held))
    else:
        yield from shown_in_text(held, file, at, kind)


def shown_in_text(text: Words, file: str, at: str, kind: str) -> Iterator[Shown]:
    """The figures of a text at a place of a file."""
    if not isinstance(text, str):
        for figure in figures_of(text):
            yield figure, Place(file, at, kind, figure.text)
