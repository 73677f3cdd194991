"""The quick reading of front matter gives what MkDocs's own gives, or nothing."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from bantin.pages.escape import quoted
from bantin.site.front_matter import read_front_matter

DRAWN = """\
---
title: "Phiên \\"tháng 11\\" \\\\ 2024"
kind: article
section: /luu-tru/
structured:
  - "{\\"@type\\":\\"Event\\"}"
  - ""
day: "2024-11-26"
---

<p>Lời</p>
"""

LINES = [
    'title: "Một"', 'title: "Hai', "title: 'Ba'", "title: Bốn # lời", "title: no", "title: 4.300", "title:",
    "title: ", 'title:"x"', "no: yes", "on: x", "kind: article", "section: /", "day: 2024-11-26", "a: *b",
    "a: &b c", "a: |", "a: >-", "a: [1, 2]", "a: {b: c}", "a: !!str 4", "structured:", '  - "x"', '- "x"',
    "  - x", '    - "x"', "  thêm", "...", "---", "<<: x", "? a", "a b: c", "a.b: c", "é: f", '"a": "b"',
    'a: "x" # y',
    'a: "x" y', 'a: "x\\u00e9"', 'a: "\\ud83d\\ude00"', 'a: "\\/"', 'a: "\\x41"', 'a: "\\n\\t"', "", "#",
    "a: 😀", 'a: "\xa0"', 'a: "\u2028"', 'a: "\ufeff"', "a: \x85", 'a: "\t"', 'a:\t"b"', "b: \uffff",
    "12: x", "%YAML",
]  # fmt: skip
"""Lines that a page may have at its head, as we write them and as others do."""


def agrees(text: str) -> bool:
    """Whether there is a quick reading; where there is, it is that of MkDocs, in its order."""
    found = read_front_matter(text)
    if found is None:
        return False
    read, values = get_data(text)
    assert found[1] == read
    assert list(found[0].items()) == list(values.items())
    return True


def test_what_templates_write_is_read() -> None:
    assert agrees(DRAWN)


@given(st.text(max_size=80))
@example("😀 “a” \\ \" ' : # {x} --- \x85\u2028\ufeff\xa0")
@example("---\n...\n")
@example("a" * 100_000)
def test_whatever_a_value_is_it_is_read_as_mkdocs_reads_it(text: str) -> None:
    agrees(f"---\ntitle: {quoted(text)}\nlist:\n  - {quoted(text)}\n---\nx")
    agrees(f"---\ntitle: {json.dumps(text)}\n---\n\nx")
    agrees(f"---\ntitle: {json.dumps(text, ensure_ascii=False)}\n---\n\nx")
    agrees(f"---\ntitle: {text}\n---\nx")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_what_templates_quote_is_read_unless_it_holds_rare_characters(text: str) -> None:
    line = quoted(text)
    assert agrees(f"---\ntitle: {line}\n---\nx") == ("\\U" not in line and "\\u" not in line)


@given(
    st.lists(st.sampled_from(LINES), max_size=5), st.sampled_from(["---\n", "...\n", "--- \n", "----\n", ""])
)
def test_whatever_stands_at_the_head_is_read_as_mkdocs_reads_it(lines: list[str], end: str) -> None:
    agrees("---\n" + "".join(f"{line}\n" for line in lines) + end + "\n\n<p>Lời</p>\n")


@pytest.mark.parametrize("line", LINES)
def test_each_line_is_read_as_mkdocs_reads_it(line: str) -> None:
    agrees(f"---\nx: y\n{line}\nz: z\n---\nx")
