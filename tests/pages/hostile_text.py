"""Texts that would run, format or fill something if any field let them through."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from bantin.compose.said import Table

PAYLOADS = (
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "[bấm](javascript:alert(1))",
    "{{ config }} {% raw %} {# x #}",
    "`mã` ``hai``",
    "**đậm** __gạch__ ~~x~~ | a | b |",
    "&lt;b&gt; &amp;amp; &#60;",
    "{: onclick=alert(1) } { .lop #neo }",
    "<!-- chú thích --> ]]> -->",
    "![ảnh](x.png) <https://a.vn> \\*",
    "--- title: khác",
)

IDENTIFIERS = {
    "address",
    "anchor",
    "anchors",
    "kinds",
    "slug",
    "file",
    "identity",
    "site_address",
    "markdown",
    "key_figures_address",
}
"""Fields that are names for machines: checked elsewhere, and refused where they are not ASCII names."""

EVERYTHING = " ".join(PAYLOADS)


def poisoned(value: Any) -> Any:
    """The same composed value with every text that people write replaced by all payloads."""

    def change(part: Any, name: str = "") -> Any:
        if name in IDENTIFIERS:
            return part
        if isinstance(part, str) and not isinstance(part, Enum):
            return EVERYTHING
        if isinstance(part, tuple):
            return tuple(change(item) for item in part)
        if is_dataclass(part) and not isinstance(part, type):
            new: Any = replace(part, **{f.name: change(getattr(part, f.name), f.name) for f in fields(part)})
            return _with_numbers(new, part) if isinstance(part, Table) and part.line else new
        return part

    return change(value)


def _with_numbers(poisoned_table: Table, table: Table) -> Table:
    """The table with the numbers it had for machines: its line is drawn by them, and no text gets there."""
    rows = tuple(
        replace(new, current=replace(new.current, value=old.current.value))
        for new, old in zip(poisoned_table.rows, table.rows, strict=True)
    )
    return replace(poisoned_table, rows=rows)
