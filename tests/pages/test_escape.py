from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bantin.compose.said import Abbreviation, FigureMention
from bantin.pages.escape import Drawn, escaped, in_link, is_safe_address, named, opening, quoted
from bantin.pages.inline import draw_prose
from tests.pages.hostile_text import PAYLOADS
from tests.pages.reading import read, read_markdown

SIGNS = "\\`*_{}[]()<>#+-.!|~&:;\"'=^$@%/0123456789 \t\nạĐuỷ\u00a0…"
texts = st.text(
    st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=("Cs", "Cc"))), max_size=40
)


LINE_BREAKS_AND_BLANKS = re.compile("[ \t\n\x85\u2028\u2029]+")
STARTS = (
    "1. mục",
    "- mục",
    "+ mục",
    "* * *",
    "---",
    "===",
    "> trích",
    "    thụt",
    "[TOC]",
    "# đầu đề",
    "~~~",
    "```",
)

Test = Callable[[str], None]


def examples(test: Test) -> Test:
    """Runs a test with each payload and each sign that begins a block, and with texts made up on the way."""
    for text in (*PAYLOADS, *STARTS):
        test = example(text)(test)
    made_up: Test = given(texts)(test)
    return settings(max_examples=60)(made_up)


def words(text: str) -> str:
    return " ".join(text.split())


@examples
def test_a_paragraph_is_read_as_typed(text: str) -> None:
    seen = read_markdown(f"trước\n\n{opening(escaped(text))}\n\nsau")
    assert seen.words() == words(f"trước {text} sau")
    assert seen.names() == {"p"}


@examples
def test_a_list_item_is_read_as_typed(text: str) -> None:
    seen = read_markdown(f"- {opening(escaped(text))}\n- mục sau")
    assert seen.words() == words(f"{text} mục sau")
    assert seen.names() == {"ul", "li"}


@examples
def test_a_heading_is_read_as_typed(text: str) -> None:
    assume(text.strip())
    seen = read_markdown(f"## {opening(escaped(text))} {{ #neo }}\n\nsau")
    assert seen.words() == words(f"{text} sau")
    assert [(e.name, e.attributes) for e in seen.elements] == [("h2", {"id": "neo"}), ("p", {})]


@examples
def test_raw_html_and_its_attributes_are_read_as_typed(text: str) -> None:
    drawn = opening(escaped(text))
    seen = read_markdown(f'<div title="{drawn}">\n<p>{drawn}</p>\n</div>\n\n<abbr title="{drawn}">x</abbr>')
    assert seen.words() == words(f"{text} x")
    assert [words(value) for value in seen.values("title")] == [words(text)] * 2
    assert seen.names() == {"div", "p", "abbr"}


@examples
def test_prose_with_figures_is_read_as_typed(text: str) -> None:
    figure = FigureMention(text, text, "i", "/so-lieu/2019/#f", text)
    seen = read_markdown(draw_prose((text, figure, text, Abbreviation(text, text)), "/tin/", {}))
    once = escaped(text)
    assert seen.words() == read(f"<p>{once}{once}{once}{once}</p>").words()
    assert seen.names() <= {"p", "a", "data", "abbr"}
    assert [words(value) for value in seen.values("value")] == [words(text)]


@examples
def test_front_matter_is_read_as_typed(text: str) -> None:
    line = quoted(text)
    assert "\n" not in line
    assert yaml.safe_load(f"title: {line}\n") == {"title": LINE_BREAKS_AND_BLANKS.sub(" ", text).strip()}


@pytest.mark.parametrize("sign", "\\`*_{}[]|~#<>&\"'")
def test_every_sign_with_a_meaning_is_a_reference(sign: str) -> None:
    assert re.fullmatch("&#?[a-z0-9]+;", escaped(sign))
    assert read(escaped(sign)).text == sign


def test_front_matter_holds_what_yaml_refuses_or_folds() -> None:
    odd = "a\x7f\x9f\u200b\ufeff\u00a0b\U0001f600"
    assert quoted(odd).isprintable()
    assert yaml.safe_load(quoted(odd)) == odd


def test_what_is_drawn_stays_as_it_is() -> None:
    assert Drawn("<b>đậm</b>").__html__() == "<b>đậm</b>"


def test_plain_vietnamese_stays_readable() -> None:
    assert escaped("Đảng ủy Khối họp, 29/11/2024: tăng 12,5% (so với 2018).") == (
        "Đảng ủy Khối họp, 29/11/2024: tăng 12,5% (so với 2018)."
    )


@pytest.mark.parametrize("address", ["/", "/so-lieu/2019/#f", "https://a.vn/", "mailto:a@b.vn", "tel:0251"])
def test_addresses_for_readers(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:x",
        "data:text/html,x",
        "//a.vn/",
        "/\\a.vn",
        "so-lieu/",
        "",
        "http://[",
        " x",
    ],
)
def test_addresses_where_nobody_is_sent(address: str) -> None:
    assert not is_safe_address(address)


def test_a_link_cannot_leave_its_attribute() -> None:
    assert in_link('/a"><svg>?b&c=[d](e)*f*') == "/a%22%3E%3Csvg%3E?b&amp;c=%5Bd%5D%28e%29%2Af%2A"


@pytest.mark.parametrize("anchor", ["f-ky-luat", "nguon-1", "b.2_c"])
def test_anchors(anchor: str) -> None:
    assert named(anchor) == anchor


@pytest.mark.parametrize("anchor", ["", "-a", "a b", 'a"', "kỷ-luật", "a}"])
def test_what_is_no_anchor(anchor: str) -> None:
    with pytest.raises(ValueError, match="not an anchor"):
        named(anchor)
