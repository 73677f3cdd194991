"""What the head of a page tells programs, added to the front matter that its template writes."""

from __future__ import annotations

from collections.abc import Mapping

from bantin.compose.said import plain
from bantin.outputs import Outputs
from bantin.pages.escape import quoted

_END = "\n---\n"


def for_programs(address: str, outputs: Outputs) -> dict[str, str | tuple[str, ...]]:
    """What a page tells programs: its JSON-LD, the days that it was published and changed on, its card."""
    values: dict[str, str | tuple[str, ...]] = {}
    if told := outputs.structured.get(address):
        values |= {"structured": told.lines, "published": told.published, "changed": told.changed}
    if card := outputs.cards.get(address):
        values |= {"card": card.address, "card_alt": plain(card.alternative)}
    return values


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
