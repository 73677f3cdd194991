"""The Markdown that our templates draw, as HTML: what Python-Markdown would make of it, or nothing.

A drawn page consists of whole blocks of HTML (``blocks.py``) and of the simplest forms of Markdown: a
paragraph with tags inside its lines, a list of one level, a heading that has its anchor. These say by
themselves what they become. A page with anything else is not for us: the engine converts it, as it would all.
"""

from __future__ import annotations

import re

from bantin.site.blocks import is_whole

EXTENSIONS = frozenset({"toc", "tables", "fenced_code", "attr_list", "bantin.site.blocks"})
"""The extensions, as they come, with which this is what Python-Markdown makes; and no others."""

_ELSEWHERE = ("\t", "\r", "\x02", "\x03", "`", "~", "\n ")
"""What may be changed, or found, before a page is cut into blocks, even in HTML."""

_TAG = (
    r"<(?:(?:a|abbr|b|bdi|cite|data|em|i|small|span|strong|sub|sup|time)"
    r"""(?: (?!id=|name=)[a-z-]+(?:="[^"<>\n\[\]\\`|{}]*")?)*"""
    r"|/(?:a|abbr|b|bdi|cite|data|em|i|small|span|strong|sub|sup|time)|br)>"
)
"""A tag inside a line. The names are those of ``blocks.py``: others would be searched for blocks."""

_WORDS = rf"(?:[^\x00-\x1f\ue000&<>\\`*_{{}}\[\]|~#]|&(?:amp|lt|gt|quot|#[0-9]+);|{_TAG})+"
"""Text in which nothing has a meaning for Markdown but tags and references, which stay as they are.

U+E000 is a sign of ``blocks.py``.
"""

_LINE = rf"(?![-+=:!\s]|[0-9]+[.)]){_WORDS}(?<!\s)"
"""A line that begins nothing: no list, no rule, no underline of a heading, no code; nor ends in a break."""

_PARAGRAPH = re.compile(rf"({_LINE}(?:\n{_LINE})*)(?:\n{{ \.([a-z-]+) }})?")
_LIST = re.compile(rf"- {_LINE}(?:\n- {_LINE})*")
_HEADING = re.compile(rf"(##+) ({_LINE}) {{ #([A-Za-z0-9][A-Za-z0-9._-]*) }}")


def html_of(text: str) -> str | None:
    """The HTML of a page's Markdown; None where it holds more than what says by itself what it becomes."""
    if any(sign in text for sign in _ELSEWHERE):
        return None
    done: list[str] = []
    for block in text.split("\n\n"):
        if block := block.strip("\n"):
            html = _html_of_block(block)
            if html is None or (html.startswith("<ul>") and done and done[-1].startswith("<ul>")):
                return None  # two lists after one another are one
            done.append(html)
    return "\n".join(done).strip()


def _html_of_block(block: str) -> str | None:
    if is_whole(block):
        return f"{block}\n"
    if found := _PARAGRAPH.fullmatch(block):
        return f'<p class="{found[2]}">{found[1]}</p>' if found[2] else f"<p>{found[1]}</p>"
    if _LIST.fullmatch(block):
        items = "".join(f"<li>{item[2:]}</li>\n" for item in block.split("\n"))
        return f"<ul>\n{items}</ul>"
    if found := _HEADING.fullmatch(block):
        level = len(found[1])
        return f'<h{level} id="{found[3]}">{found[2]}</h{level}>' if level <= 6 else None
    return None
