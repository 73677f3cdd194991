"""Prose read into a document: the text as it will be printed, and the figures in it with their places."""

from __future__ import annotations

import re
from typing import Any

from bantin.compose.said import Words, plain
from bantin.compose.walking import figures_of
from bantin.ledger import Place
from bantin.outputs.fonts import named
from bantin.outputs.output import Shown

KIND = "pdf"
"""How the places of a document are called in the ledger."""

_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]{2,}|[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
"""What becomes one space."""


class Reading:
    """What was read for one document. path: where it lies below the site."""

    def __init__(self, path: str) -> None:
        self.shown: list[Shown] = []
        self._file = f"/{path}"

    def read(self, words: Words, at: str) -> str:
        """The text of a stretch of prose; ``at``: the part of the document that it stands in."""
        if not isinstance(words, str):
            for figure in figures_of(words):
                self.shown.append((figure, Place(self._file, at, KIND, figure.text)))
        return plain(words)


def printable(data: Any, lost: set[str]) -> Any:
    """The data with every text in one line, and with letters that no typeface has named by their numbers.

    lost: gets these letters.
    """
    if isinstance(data, str):
        return named(_SPACES.sub(" ", data).strip(), lost)
    if isinstance(data, dict):
        return {name: printable(value, lost) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return [printable(value, lost) for value in data]
    return data
