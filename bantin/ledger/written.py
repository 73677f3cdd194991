"""The ledger as a file: JSON Lines, one figure a line, sorted; the same ledger gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import fields

from bantin.ledger.entries import Entry, Ledger, Place

LEDGER = "figures.jsonl"
"""The name of the file, in the ledger's folder of a release."""

_ENTRY = tuple(field.name for field in fields(Entry))
_PLACE = tuple(field.name for field in fields(Place))


def ledger_text(ledger: Ledger) -> str:
    """One figure a line; what is empty is left out."""
    lines = (
        json.dumps(as_plain(entry), ensure_ascii=False, separators=(",", ":")) for entry in ledger.entries
    )
    return "".join(f"{line}\n" for line in lines)


def as_plain(entry: Entry) -> dict[str, object]:
    """An entry as plain values for JSON, without what is empty."""
    filled = _filled(entry, _ENTRY)
    return filled | {"places": [_filled(place, _PLACE) for place in entry.places]}


def _filled(of: Entry | Place, names: tuple[str, ...]) -> dict[str, object]:
    return {name: value for name in names if (value := getattr(of, name))}
