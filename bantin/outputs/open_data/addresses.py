"""Addresses as programs need them: whole ones where that of the site is known, else rooted ones."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from bantin.compose.said import Publisher
from bantin.outputs.open_data.fields import Field, is_record, published_fields
from bantin.outputs.open_data.tables import Filled
from bantin.outputs.table_json import address_of

HOW = "Địa chỉ viết đầy đủ; nơi công bố chưa khai địa chỉ của trang thì địa chỉ viết từ gốc của trang."
"""What is told of addresses wherever no publisher is known."""

_Row = TypeVar("_Row")


def how(publisher: Publisher) -> str:
    """What readers are told of the addresses in the files."""
    return "Địa chỉ viết đầy đủ." if publisher.site_address else "Địa chỉ viết từ gốc của trang."


def located(filled: Filled, publisher: Publisher) -> Filled:
    """A table whose rows have their addresses as programs need them."""
    return Filled(filled.table, tuple((whole(row, publisher), said) for row, said in filled.rows))


def whole(row: _Row, publisher: Publisher) -> _Row:
    """A row, or a record in it, with its addresses as programs need them; ids stay as they are."""
    if not publisher.site_address:
        return row
    told: Any = row
    kind: Any = type(row)
    changed = {
        field.name: _whole(field, value, publisher)
        for field in _with_addresses(kind)
        if (value := getattr(row, field.name))
    }
    return replace(told, **changed) if changed else row


@cache
def _with_addresses(kind: Any) -> tuple[Field, ...]:
    """The fields that are addresses, or records, which may hold some."""
    return tuple(field for field in published_fields(kind) if field.is_address or is_record(field.kind))


def _whole(field: Field, value: Any, publisher: Publisher) -> Any:
    if field.many:
        return tuple(_one(field, each, publisher) for each in value)
    return _one(field, value, publisher)


def _one(field: Field, value: Any, publisher: Publisher) -> Any:
    return address_of(publisher, value) if field.is_address else whole(value, publisher)
