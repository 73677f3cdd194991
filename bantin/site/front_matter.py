"""The front matter of a page, as MkDocs would read it, or nothing.

MkDocs has a YAML parser read it. What our templates write is a key and a quoted text to a line, the text as
JSON has it: on one line and without rare characters both parsers take it for the same (YAML 1.2.2, section
1.3). The few words without quotes are given to MkDocs, once each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from json import JSONDecoder

Meta = Mapping[str, str | list[str]]
"""The values of a page's front matter, in their order."""

_JSON = JSONDecoder()
_READ_OTHERWISE = re.compile(r"(?<!\\)(?:\\\\)*\\[u/]")
"""What JSON and YAML may take for different characters."""

_BEGIN, _END = "---\n", "\n---\n"
_ITEM = "  - "


def read_front_matter(source: str) -> tuple[Meta, str] | None:
    """The values at the head of a page, and its text; None where they are not written as we write them."""
    if not source.startswith(_BEGIN):
        return None
    head, end, text = source[len(_BEGIN) :].partition(_END)
    values = _values(head) if end else None
    return (values, text.lstrip("\n")) if values else None


def _values(head: str) -> dict[str, str | list[str]] | None:
    values: dict[str, str | list[str]] = {}
    items: list[str] | None = None
    for line in head.split("\n"):
        if items is not None and line.startswith(_ITEM):
            text = _quoted(line[len(_ITEM) :])
            if text is None:
                return None
            items.append(text)
            continue
        key, colon, value = line.partition(":")
        if not colon or key in values or items == [] or not _is_plain(key):
            return None
        items = None if value else []
        found = _value(value) if value else items
        if found is None:
            return None
        values[key] = found
    return None if items == [] else values


def _value(written: str) -> str | None:
    """What follows the colon of a key."""
    return _quoted(written[1:]) if written.startswith(' "') else _unquoted(written)


def _quoted(written: str) -> str | None:
    """A text in quotes, in which JSON and YAML mean the same."""
    if not (written.startswith('"') and written.isprintable()):
        return None
    if ("\\u" in written or "\\/" in written) and _READ_OTHERWISE.search(written):
        return None
    try:
        value, end = _JSON.raw_decode(written)
    except ValueError:
        return None
    return value if end == len(written) else None


@lru_cache(maxsize=1000)
def _unquoted(written: str) -> str | None:
    """A word as MkDocs reads it on a line of its own: a text, and no number, date or truth."""
    if not written.startswith(" ") or not written.isprintable():
        return None
    value = _by_mkdocs(f"key:{written}").get("key")
    return value if isinstance(value, str) else None


@lru_cache(maxsize=1000)
def _is_plain(key: str) -> bool:
    """Whether MkDocs takes a key for the text that it is: ``no`` is none."""
    return key.isidentifier() and key.isascii() and _by_mkdocs(f'{key}: ""') == {key: ""}


def _by_mkdocs(line: str) -> Mapping[str, object]:
    """Imported here: most commands do without the engine."""
    from mkdocs.utils.meta import get_data

    return get_data(f"{_BEGIN}{line}{_END}")[1]
