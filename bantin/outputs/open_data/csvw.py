"""The package described as CSV on the Web, https://www.w3.org/TR/tabular-metadata/."""

from __future__ import annotations

import json
from datetime import date

from bantin.outputs.open_data.csv_files import BETWEEN, columns
from bantin.outputs.open_data.fields import Field, is_choice
from bantin.outputs.open_data.references import Described, references
from bantin.outputs.open_data.shape import Number
from bantin.outputs.open_data.tables import KEYS, Table

FILE = "csv-metadata.json"


def csvw_metadata(described: Described) -> str:
    """``csv-metadata.json``: a group of tables, each with its columns and what they refer to."""
    publisher = described.publisher
    told = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "dc:title": described.title,
        "dc:description": described.about,
        "dc:publisher": publisher.name,
        "dc:license": {"@id": publisher.licence_address},
        "dc:modified": described.version,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tables": [_table(one.table) for one in described.tables],
    }
    return (
        json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _table(table: Table) -> dict[str, object]:
    """A table. Foreign keys are those of columns that every row fills: CSVW refuses an empty one."""
    filled = {field.name for field in columns(table.kind) if field.required}
    refer = [
        {
            "columnReference": one.column,
            "reference": {"resource": f"{one.table.file}.csv", "columnReference": one.key},
        }
        for one in references(table)
        if one.column in filled
    ]
    schema = {
        "columns": [_column(field) for field in columns(table.kind)],
        "primaryKey": KEYS[table.name],
        **({"foreignKeys": refer} if refer else {}),
    }
    return {
        "url": f"{table.file}.csv",
        "dc:title": table.title,
        "dc:description": table.each,
        "tableSchema": schema,
    }


def _column(field: Field) -> dict[str, object]:
    return {
        "name": field.name,
        "titles": [field.name, field.title],
        **({"dc:description": field.meaning} if field.meaning else {}),
        "datatype": _datatype(field),
        **({"separator": BETWEEN} if field.many else {}),
        **({"required": True} if field.required else {}),
    }


def _datatype(field: Field) -> object:
    if is_choice(field.kind):
        return {"base": "string", "format": "|".join(one.value for one in field.kind)}
    if field.kind is Number:
        return "decimal"
    if field.kind is date:
        return "date"
    return "integer" if field.kind is int else "string"
