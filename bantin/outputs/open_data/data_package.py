"""The package described for programs that read tables: Data Package, version 2 (https://datapackage.org)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from bantin.outputs.open_data.csv_files import BETWEEN, columns
from bantin.outputs.open_data.fields import Field, is_choice
from bantin.outputs.open_data.references import Described, references
from bantin.outputs.open_data.shape import Number
from bantin.outputs.open_data.tables import KEYS, Table

FILE = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"


def data_package(described: Described, files: Mapping[str, bytes]) -> str:
    """``datapackage.json``. files: the tables of the package, by their names in it."""
    publisher = described.publisher
    site = {"path": publisher.site_address} if publisher.site_address else {}
    told: dict[str, object] = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": described.name,
        "title": described.title,
        "description": described.about,
        "homepage": publisher.site_address,
        "version": described.version,
        "licenses": [{"path": publisher.licence_address, "title": publisher.licence_text}],
        "contributors": [{"title": publisher.name, "roles": ["publisher"], **site}],
        "sources": [{"title": publisher.name, **site}],
        "resources": [_resource(one.table, files[f"{one.table.file}.csv"]) for one in described.tables],
    }
    return (
        json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _resource(table: Table, content: bytes) -> dict[str, object]:
    return {
        "name": table.file,
        "path": f"{table.file}.csv",
        "type": "table",
        "title": table.title,
        "description": table.each,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, object]:
    refer = [
        {"fields": [one.column], "reference": {"resource": one.table.file, "fields": [one.key]}}
        for one in references(table)
    ]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(field) for field in columns(table.kind)],
        "missingValues": [""],
        "primaryKey": [KEYS[table.name]],
        **({"foreignKeys": refer} if refer else {}),
    }


def _field(field: Field) -> dict[str, object]:
    constraints: dict[str, object] = {"required": True} if field.required else {}
    if is_choice(field.kind):
        constraints["enum"] = [one.value for one in field.kind]
    return {
        "name": field.name,
        "title": field.title,
        **({"description": field.meaning} if field.meaning else {}),
        **_type(field),
        **({"constraints": constraints} if constraints else {}),
    }


def _type(field: Field) -> dict[str, object]:
    if field.many:
        return {"type": "list", "delimiter": BETWEEN, "itemType": "string"}
    if field.kind is Number:
        return {"type": "number", "decimalChar": ".", "bareNumber": True}
    if field.kind is date:
        return {"type": "date", "format": "default"}
    return {"type": "integer"} if field.kind is int else {"type": "string"}
