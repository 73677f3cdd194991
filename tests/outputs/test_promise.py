"""What was promised of version 1 of the published shape: no field goes, or becomes another, or optional."""

from __future__ import annotations

from pathlib import Path

from bantin.outputs.open_data.fields import published_fields, published_types
from bantin.outputs.open_data.shape import VERSION
from bantin.outputs.open_data.tables import FILES, TABLES

PROMISED = Path(__file__).parent / "promised_1.txt"
"""Only ever added to: others read these fields."""


def told() -> list[str]:
    """Every field of every table: its place, its type, whether it is always there."""
    return [
        f"{table.name}: {kind.__name__}.{field.name} {'many ' if field.many else ''}{field.kind.__name__}"
        f"{' always' if field.required or field.default else ''}"
        for table in (*TABLES, FILES)
        for kind in published_types(table.kind)
        for field in published_fields(kind)
    ]


def test_all_that_was_promised_is_there() -> None:
    promised = PROMISED.read_text("utf-8").splitlines()
    assert VERSION == 1 and len(promised) > 90
    assert [line for line in promised if line not in told()] == []


def test_what_is_there_is_promised_from_its_first_day() -> None:
    assert [line for line in told() if line not in PROMISED.read_text("utf-8").splitlines()] == []
