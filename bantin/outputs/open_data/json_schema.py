"""The published shape as JSON Schema, draft 2020-12: one schema for the files of each table."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from bantin.compose.said import Publisher
from bantin.outputs.open_data.addresses import how
from bantin.outputs.open_data.fields import Field, is_choice, is_record, published_fields
from bantin.outputs.open_data.shape import VERSION, Number
from bantin.outputs.open_data.tables import Table, schema_path
from bantin.outputs.table_json import address_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_HEAD = {
    "publisher": "Nơi công bố",
    "site": "Địa chỉ của trang",
    "licence": "Giấy phép",
    "licence_address": "Địa chỉ của giấy phép",
    "year": "Năm của các dòng trong tệp",
}


def schema_text(table: Table, publisher: Publisher) -> str:
    """The schema of a table's files; its id is its address, where that of the site is known."""
    address = address_of(publisher, f"/{schema_path(table)}")
    about = f"Trường trống thì bỏ; phiên bản {VERSION} có thể thêm trường."
    schema = {
        "$schema": _DIALECT,
        **({"$id": address} if publisher.site_address else {}),
        "title": table.title,
        "description": f"{table.kind.__doc__} {about} {how(publisher)}",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "version": {"const": VERSION, "description": "Phiên bản của hình dạng này"},
            **{name: {"type": "string", "description": told} for name, told in _HEAD.items()},
            table.name: {"type": "array", "items": _record(table.kind)},
        },
        "required": ["$schema", "version", "publisher", table.name],
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _record(kind: Any) -> dict[str, object]:
    told = published_fields(kind)
    return {
        "type": "object",
        "description": kind.__doc__,
        "properties": {field.name: _value(field) for field in told},
        "required": [field.name for field in told if field.required or field.default],
    }


def _value(field: Field) -> dict[str, object]:
    own = {"title": field.title, **({"description": field.meaning} if field.meaning else {})}
    one = _one(field.kind)
    return {**own, "type": "array", "items": one} if field.many else {**own, **one}


def _one(kind: Any) -> dict[str, object]:
    if is_record(kind):
        return _record(kind)
    if is_choice(kind):
        return {"type": "string", "enum": [one.value for one in kind]}
    if kind is date:
        return {"type": "string", "format": "date"}
    if kind is int:
        return {"type": "integer"}
    return {"type": "number"} if kind is Number else {"type": "string"}
