"""Blocks of HTML are handed on unread, and nothing that comes out differs for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown, markdown

from bantin.site.blocks import WholeBlocks
from tests.golden.cases import FOLDER

ENGINE = ["toc", "tables", "fenced_code", "attr_list"]
"""What MkDocs and our own configuration switch on."""

PAGES = sorted((FOLDER / "example" / "expected").rglob("*.md"))

PIECES = [
    "<p>Một <b>dòng</b></p>",
    "<p>Một *dòng* &amp; <data value='1'>1</data></p>",
    '<dl class="band">\n<div>\n<dt>Số</dt>\n<dd>5 < 6 & 7</dd>\n</div>\n</dl>',
    "<ul><li>a</li></ul>",
    "<ul>\n<li>a\n<ul><li>b</li></ul></li>\n</ul>",
    "<ul>\n<li>a\n<ul><li>b</li></ul>",
    "</ul>",
    "<div>",
    "</div>",
    "<div></div></div>",
    '<div title="</div>">a</div>',
    "<p>một</p><p>hai</p>",
    "<p>một</p>\n<p>hai</p>",
    "<p>một</p> đuôi",
    "<p>một</p>\nđuôi *ấy*",
    "<details id=x>\n<summary>Tóm tắt</summary>\n<p>Lời</p>\n</details>",
    "<!-- ghi chú",
    "-->",
    "<!-- <p>a</p> -->",
    "<pre>\n<p>a</p>\n</pre>",
    "<pre>",
    "</pre>",
    "<h2 id='a'>Tiêu đề</h2>",
    "<a href='x'>liên kết</a>",
    "<data value='4'>4</data> người",
    "<script>let a = '<p>'</script>",
    "<script>",
    "</script>",
    "<p\nclass='a'>b</p>",
    "<P>chữ to</P>",
    "<p>a",
    "<p>a<br>b</p>",
    "<hr>",
    "<hr />",
    "    <p>mã</p>",
    "  <p>thụt vào</p>",
    "- mục\n- mục",
    "> <p>trích</p>",
    "```\n<p>mã</p>\n```",
    "```",
    "# Đầu đề { #a }",
    "Lời có `<p>` và <data value='1'>1</data>\n{ .lead }",
    "<p>cuối</p>\n{ .lead }",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[a]: https://example.org",
    'Cả <a class="figure" href="../x/?a=1&b=2#c"><data value="4">4</data></a> &amp; AT&T *người*',
    '<abbr title="Ủy ban kiểm tra" tabindex="-1">UBKT</abbr> xét, <span id="a">ghi</span>',
    "Bấm <a name=x>đây</a> hay <https://example.org>, 5 < 6",
    "\ue000script>alert(1)\ue000/script>",
    "<b>đậm</b> \ue000b>",
    "\x02wzxhzdk:0\x03",
    "wzxhzdk:0",
]
"""Blocks a page may hold, whole and broken, as a template draws them or a hand writes them."""


BETWEEN = ["\n\n", "\n\n\n", "\n", "\n \n"]


def with_and_without(text: str) -> tuple[str, str]:
    return markdown(text, extensions=[*ENGINE, "bantin.site.blocks"]), markdown(text, extensions=ENGINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.relative_to(FOLDER).as_posix())
def test_a_composed_page_comes_out_the_same(page: Path) -> None:
    ours, plain = with_and_without(page.read_text(encoding="utf-8"))
    assert ours == plain


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BETWEEN)), max_size=6))
def test_whatever_the_blocks_are_no_more_than_an_empty_line_differs(pieces: list[tuple[str, str]]) -> None:
    """An empty line can be lost where a hand-written script, comment or `pre` is never closed."""
    ours, plain = with_and_without("".join(piece + between for piece, between in pieces))
    assert re.sub(r"\n+", "\n", ours) == re.sub(r"\n+", "\n", plain)


def test_the_blocks_of_a_composed_article_are_put_away_unread() -> None:
    markdown = Markdown(extensions=ENGINE)
    article = next(page for page in PAGES if "tin/2019" in page.as_posix()).read_text(encoding="utf-8")
    left = "\n".join(WholeBlocks(markdown).run(article.split("---\n", 2)[2].split("\n")))
    assert left.count("<") < article.count("<") / 4


def test_the_tags_inside_the_lines_of_a_composed_article_are_not_searched_for_blocks() -> None:
    markdown = Markdown(extensions=[*ENGINE, "bantin.site.blocks"])
    article = next(page for page in PAGES if "tin/2019" in page.as_posix()).read_text(encoding="utf-8")
    text = article.split("---\n", 2)[2]
    assert "<data" in markdown.convert(text)
    assert "<" not in "\n".join(WholeBlocks(markdown).run(text.split("\n")))


def test_a_block_that_asks_to_be_read_is_read() -> None:
    text = '<div markdown="1">\n*nghiêng*\n</div>'
    assert "<em>" in markdown(text, extensions=["md_in_html", "bantin.site.blocks"])
