"""What a drawn page says by itself is what Python-Markdown makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from bantin.site.simple_pages import EXTENSIONS, html_of
from tests.golden.cases import FOLDER
from tests.site.test_blocks import BETWEEN, PIECES

PAGES = sorted(FOLDER.glob("*/expected/**/*.md"))

WORDS = [
    "Sáng ngày 25/3/2024,", "<abbr title=\"Ủy ban kiểm tra\">UBKT</abbr>", "&amp;", "&#39;", "&#x27;",
    "&nbsp", "& ", "<", ">", "*", "_", "[x]", "[x](y)", "`", "\\", "|", "#", "~~~", "```", "<b>", "</b>",
    "<br>", "<br/>", "<p>", "<i a=b>", '<a class="figure" href="../x/?a=1&b=2#c">', "</a>", "<a id=x>",
    '<b title="a id=3">', '<b title="*a*">', "<b a>", "<https://x.vn>", "<a@b.vn>", "{ .lead }", "{ #a }",
    "{", "}", "!", ":", "-", "- ", "+ ", "1.", "1. ", "1) ", "2024.", "=", "---", "  ", "\n", "\n- ",
    "\n    ", "\n{ .lead }", "\n{ .a .b }", "\n===", "\xa0", "\u2028", "\x1c", "😀", "e\u0302\u0301",
    "\x02wzxhzdk:0\x03", "\x02", "\t", "\ue000", "[^1]", "[TOC]", '"', "'", "“a”", "http://x.vn",
    "<data value=\"4.300\">", '<b title="[x](y)">', '<b title="`a`">', '<b title="a\nb">', "<!-- x -->",
    "<?x?>", "<b \n>", "&", "&x", "\n|---|", "\n>",
]  # fmt: skip
"""What a line may hold, simple and not."""

STARTS = ["", "- ", "## ", "### ", "####### ", "# ", "  ", "> ", "    ", "<p>", "* "]
ENDS = ["", " { #a }", " { #a .b }", "\n{ .lead }", "</p>", " {#a}", "\n- x", "\n  - x", " ##"]


def by_markdown(text: str) -> str:
    return Markdown(extensions=sorted(EXTENSIONS)).convert(text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(FOLDER).as_posix())
def test_a_composed_page_says_what_it_becomes(page: Path) -> None:
    text = page.read_text("utf-8").split("\n---\n", 1)[-1]
    found = html_of(text)
    hand_written = page.parent.name == "expected"
    assert found == by_markdown(text) or (found is None and hand_written)


line = st.tuples(
    st.sampled_from(STARTS), st.lists(st.sampled_from(WORDS), max_size=5).map("".join), st.sampled_from(ENDS)
).map("".join)


@given(st.lists(st.tuples(st.one_of(line, st.sampled_from(PIECES)), st.sampled_from(BETWEEN)), max_size=5))
@example([("- a", "\n\n"), ("- b", "\n\n")])
@example([("<p>\x02a\x03</p>", "\n\n")])
@example([("<p>a</p>\n<p>b</p>", "\n\n"), ("- b", "")])
def test_whatever_the_lines_are_they_become_what_markdown_makes_of_them(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(piece + between for piece, between in pieces)
    found = html_of(text)
    assert found is None or found == by_markdown(text)


@given(st.text(max_size=60), st.sampled_from(STARTS), st.sampled_from(ENDS))
def test_whatever_the_text_is_it_becomes_what_markdown_makes_of_it(text: str, start: str, end: str) -> None:
    found = html_of(start + text + end)
    assert found is None or found == by_markdown(start + text + end)
