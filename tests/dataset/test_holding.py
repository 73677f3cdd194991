"""Which fields can hold what: also through types that hold each other, for what is left out is never seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.dataset.records.amounts import Amount
from bantin.dataset.records.holding import fields_holding
from bantin.dataset.records.reading import Printed


@dataclass(frozen=True)
class Cell:
    text: str
    day: date | None = None
    below: tuple[Below, ...] = ()


@dataclass(frozen=True)
class Below:
    label: str
    cell: Cell | None = None
    named: dict[str, Cell] | None = None


def test_a_field_is_left_out_only_where_nothing_of_it_can_hold_what_is_wanted() -> None:
    assert fields_holding(Cell, date) == ("day", "below")
    assert fields_holding(Below, date) == ("cell", "named")
    assert fields_holding(Cell, int) == ()
    assert fields_holding(str, date) == ()


def test_parts_of_records_are_looked_into_as_well() -> None:
    assert fields_holding(Amount, Printed) == ("value", "was", "rounded_to", "decimals")
