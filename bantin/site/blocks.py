"""Whole blocks of HTML in a page, handed on as they are: an extension of Python-Markdown.

Python-Markdown reads a page tag by tag to learn where its HTML begins and ends, and MkDocs does so once
more to learn its anchors. The blocks that we draw begin after a blank line and end before the next
(CommonMark 0.31.2, section 4.6, kind 6), so that a look at both ends is enough; and tags inside a line
begin and end no block. What comes out is the same to the byte.
"""

from __future__ import annotations

import re
from functools import cache

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.util import BLOCK_LEVEL_ELEMENTS

_BEFORE_TAGS = 22
"""After even lines (30) and fenced code (25), before the first search for tags (MkDocs, 21)."""

_AFTER_TAGS = 19
"""After the last search for tags (Python-Markdown, 20)."""

_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|br|cite|data|em|i|small|span|strong|sub|sup|time)(?:\s(?!id=|name=)[^\s<>]*)*/?>"
)
"""A tag inside a line that has no anchor."""

_ASIDE = "\ue000"
"""Stands for the "<" of a tag inside a line while blocks are searched for; it is no sign of any text."""

_OPENING = re.compile(r"\n*<(?!script|style|pre|textarea)([a-z][a-z0-9]*)[ >]")
"""Of a block; not of one in which text is no HTML until its closing."""

_ODD_VALUE = re.compile(r"""=(?:'|\s+["']|[^"\s>]*<)""")
"""The value of an attribute not written as we write it: in double quotes, right behind its sign."""

_BLOCK_LEVEL = frozenset(BLOCK_LEVEL_ELEMENTS)


class WholeBlocks(Preprocessor):
    """Puts each whole block of HTML away before anyone searches it for tags.

    aside: whether the tags inside lines are put aside as well, until InlineTags brings them back.
    """

    aside = False

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a place holder for each block that is whole; all others are as they were."""
        text = "\n\n".join(map(self._put_away, "\n".join(lines).split("\n\n")))
        self.aside = _ASIDE not in text and "<" not in _INLINE.sub("", text)
        return (text.replace("<", _ASIDE) if self.aside else text).split("\n")

    def _put_away(self, block: str) -> str:
        return self.md.htmlStash.store(block.strip("\n") + "\n") if is_whole(block) else block


class InlineTags(Preprocessor):
    """Brings back the tags inside lines that WholeBlocks has put aside."""

    def __init__(self, whole: WholeBlocks) -> None:
        super().__init__(whole.md)
        self.whole = whole

    def run(self, lines: list[str]) -> list[str]:
        """The lines with their tags; as they are where none were put aside."""
        return [line.replace(_ASIDE, "<") for line in lines] if self.whole.aside else lines


def is_whole(block: str) -> bool:
    """Whether a text from one blank line to the next is nothing but elements, each from the start of a line
    to the end of one.

    A block with an attribute ``markdown`` asks to be read (md_in_html), and is not meant.
    """
    end = 0
    while opening := _OPENING.match(block, end):
        if not end and (" markdown" in block or _ODD_VALUE.search(block)):
            return False
        end = _closed(block, opening) if opening[1] in _BLOCK_LEVEL else 0
        if not end or block[end : end + 1] != "\n":
            return end == len(block)
    return bool(end) and not block[end:].strip("\n")


def _closed(block: str, opening: re.Match[str]) -> int:
    """Where the closing ends that belongs to an opening; 0 where there is none, or a tag in an attribute."""
    depth = 0
    for found in _tags(opening[1]).finditer(block, opening.start()):
        quote = block.rfind('"', 0, found.start())
        if quote > 0 and block[quote - 1] == "=":
            return 0
        depth += -1 if found[0].startswith("</") else 1
        if not depth:
            return found.end()
    return 0


@cache
def _tags(tag: str) -> re.Pattern[str]:
    return re.compile(rf"</?{tag}[\s/>]", re.IGNORECASE)


class Blocks(Extension):
    """Registers WholeBlocks and InlineTags."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Adds both steps to those of ``md``."""
        whole = WholeBlocks(md)
        md.preprocessors.register(whole, "whole_blocks", _BEFORE_TAGS)
        md.preprocessors.register(InlineTags(whole), "inline_tags", _AFTER_TAGS)


def makeExtension(**settings: object) -> Blocks:
    """The extension as ``markdown_extensions`` of ``mkdocs.yml`` names it."""
    return Blocks(**settings)
