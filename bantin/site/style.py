"""The style sheet as readers load it: what is said in it to developers stays at home."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")


def lean(style: str) -> str:
    """A style sheet of the theme without its comments and indents; no string in it may hold ``/*``."""
    return _INDENT.sub("\n", _COMMENT.sub("", style)).lstrip()
