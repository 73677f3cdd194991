"""JSON Schema for editors, generated from the record models: one file for each kind of record."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from bantin.dataset.loading import FOLDERS, SINGLE
from bantin.dataset.records.base import Record

FOLDER = "data/schema"


def schema_files() -> dict[str, str]:
    """The schema files of a project: path from its folder → JSON text."""
    models = {**SINGLE, **FOLDERS}
    return {f"{FOLDER}/{model.kind}.json": schema_text(model) for model in models.values()}


def schema_text(model: type[Record]) -> str:
    """The schema of one kind of record, as a JSON file with its keys in the order of the fields."""
    schema = {"$schema": GenerateJsonSchema.schema_dialect, **model.model_json_schema()}
    return json.dumps(_tidy(schema), ensure_ascii=False, indent=2) + "\n"


def _tidy(value: Any) -> Any:
    """Without the titles that pydantic makes of field names, and without doubled white space."""
    if isinstance(value, list):
        return [_tidy(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: " ".join(item.split()) if name == "description" and isinstance(item, str) else _tidy(item)
        for name, item in value.items()
        if not (name == "title" and isinstance(item, str))
    }
