"""Who signs an article: a name alone, or who did what."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from bantin.dataset.records.base import Part
from bantin.dataset.records.values import Identifier, Line


class BylineRole(StrEnum):
    """What somebody did for an article."""

    TEXT = "text"
    PHOTO = "photo"


class Byline(Part):
    """Tên ký dưới bài. Chỉ có tên thì ghi thẳng tên thay cho các trường này."""

    name: Line | None = None
    """Họ tên, bút danh hoặc chữ viết tắt tên như in dưới bài."""
    person: Identifier | None = None
    """Mã của người trong data/people.yml, thay cho name."""
    organisation: Identifier | None = None
    """Mã của tổ chức ký bài, hoặc nơi người ấy làm việc."""
    role: BylineRole = BylineRole.TEXT
    """text: viết bài; photo: ảnh."""

    @model_validator(mode="before")
    @classmethod
    def _name_alone(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A name alone, or the fields."""
        fields = handler(core_schema)
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(fields)]}
