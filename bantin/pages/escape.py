"""Text from records, made safe for the place where it is put.

One way of writing is safe in all three places a page has: running Markdown, raw HTML inside Markdown,
and the value of an HTML attribute. Every character that means something in one of them is written as a
character reference; Markdown, both engines and every browser turn it back into the character.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from urllib.parse import quote, urlsplit


class Drawn(str):
    """A piece of a page that is markup already; whatever is not ``Drawn`` is escaped when it is put in."""

    __slots__ = ()

    def __html__(self) -> str:
        """The markup itself: the sign by which template engines know that it is escaped."""
        return str(self)


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_MARKED = "'\\`*_{}[]|~#"
_REFERENCES = str.maketrans(_NAMED | {sign: f"&#{ord(sign)};" for sign in _MARKED})
_SPACES = re.compile("[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
_UNUSUAL = re.compile("[" + re.escape("".join(_NAMED) + _MARKED) + "\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]|  ")
"""Finds what is written in another way; most texts have nothing of it, and stay as they are."""
_OPENING = re.compile(r"^( ?)([-+=:])|^( ?\d+)([.)])(?= |$)")
_ANCHOR = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9/#?=%:@+,;._~-]*")
_SAFE_SCHEMES = ("http", "https", "mailto", "tel")


def escaped(text: str) -> Drawn:
    """The text as Markdown and HTML that is read back as exactly this text, inside a line.

    Runs of white space become one space.
    """
    return Drawn(_SPACES.sub(" ", text).translate(_REFERENCES) if _UNUSUAL.search(text) else text)


def opening(line: Drawn) -> Drawn:
    """A line that may open a paragraph: what would begin a list or a rule there is a reference too."""
    return line if line[:1].isalpha() else Drawn(_OPENING.sub(_referred, line))


@lru_cache(maxsize=50_000)
def printed(text: str) -> Drawn:
    """The text escaped, also for the place where it may open a paragraph."""
    return opening(escaped(text))


def _referred(found: re.Match[str]) -> str:
    before, sign = (found[1], found[2]) if found[2] else (found[3], found[4])
    return f"{before}&#{ord(sign)};"


def quoted(text: str) -> Drawn:
    """The text as a value of front matter: a double-quoted YAML scalar on one line.

    Characters that YAML refuses or folds (controls, other line separators) are written as escapes.
    HTML is not escaped here: the theme's templates do that, once.
    """
    line = _SPACES.sub(" ", text).strip()
    written = json.dumps(line, ensure_ascii=False)
    return Drawn(written if written.isprintable() else "".join(map(_yaml_character, written)))


def _yaml_character(sign: str) -> str:
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"


def named(anchor: str) -> Drawn:
    """The id of an element as it stands. Raises ``ValueError`` where it is no plain ASCII name."""
    if not _ANCHOR.fullmatch(anchor):
        raise ValueError(f"not an anchor: {anchor!r}")
    return Drawn(anchor)


def is_safe_address(address: str) -> bool:
    """Whether a reader may be sent there: an address on this site, or one of the web, mail or telephone."""
    if address.startswith("/"):
        return not address.startswith(("//", "/\\"))
    try:
        return urlsplit(address).scheme in _SAFE_SCHEMES
    except ValueError:
        return False


def in_link(address: str) -> Drawn:
    """An address as the value of ``href`` or ``src``: percent-encoded where it has to be, then escaped."""
    if _PLAIN_ADDRESS.fullmatch(address):
        return Drawn(address)
    return Drawn(quote(address, safe="/#?=&%:@+,;._-").replace("&", "&amp;"))
