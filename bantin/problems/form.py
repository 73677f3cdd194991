"""The forms in which problems can be shown, and where the lines that they stand in come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

Lines = Callable[[str], Sequence[str]]
"""Takes a file as it is named in locations, gives its lines; none when they cannot be read."""


class Form(StrEnum):
    """How problems are shown: to people, as JSON, or as annotations on GitHub."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
