"""What the head of a page tells programs, added to the front matter that its template writes."""

from __future__ import annotations

from collections.abc import Mapping

from bantin.outputs import Outputs
from bantin.pages.escape import quoted

_END = "\n---\n"


def for_programs(address: str, outputs: Outputs) -> dict[str, str | tuple[str, ...]]:
    """What a page tells programs: its JSON-LD, the days that it was published and changed on."""
    told = outputs.structured.get(address)
    if told is None:
        return {}
    return {"structured": told.lines, "published": told.published, "changed": told.changed}


def with_more(page: str, values: Mapping[str, str | tuple[str, ...]]) -> str:
    """The Markdown file of a page with more values in its front matter; without those that are empty."""
    lines = []
    for name, value in values.items():
        if isinstance(value, tuple) and value:
            lines += [f"{name}:", *(f"  - {quoted(line)}" for line in value)]
        elif value:
            lines.append(f"{name}: {quoted(str(value))}")
    before, end, after = page.partition(_END)
    return "\n".join([before, *lines]) + end + after
