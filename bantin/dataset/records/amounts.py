"""Numbers of a record: mostly written alone, as a group where there is more to say of them."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from bantin.dataset.records.base import Located, Part
from bantin.dataset.records.reading import PrintedField, WithDecimals
from bantin.dataset.records.values import Day
from bantin.language import Quantity


class Finality(StrEnum):
    """Whether a value can still change."""

    FINAL = "final"
    PROVISIONAL = "provisional"
    REVISED = "revised"


class Amount(Part):
    """Một con số. Thường chỉ ghi số; khi cần nói thêm thì viết thành nhóm các trường dưới đây."""

    value: PrintedField
    """Con số, như đã công bố."""
    finality: Finality = Finality.FINAL
    """final: số chính thức; provisional: số sơ bộ, còn có thể thay đổi; revised: số đã điều chỉnh."""
    since: Day | None = None
    """Ngày công bố số sơ bộ, hoặc ngày điều chỉnh."""
    was: PrintedField | None = None
    """Con số trước khi điều chỉnh."""
    rounded_to: PrintedField | None = None
    """Nguồn đã làm tròn đến hàng nào: 100 là đến hàng trăm."""
    decimals: PrintedField | None = None
    """Số chữ số sau dấu phẩy, khi số viết ra có thể đọc hai cách: 12,345 với decimals: 3."""

    @model_validator(mode="before")
    @classmethod
    def _grouped(cls, value: object) -> object:
        """A number alone is a group with nothing but its value."""
        if not isinstance(value, dict):
            return {"value": value}
        if "decimals" in value and isinstance(value.get("value"), str):
            group = Located({**value, "value": WithDecimals(value["value"])})
            if isinstance(value, Located):
                group.node = value.node
            return group
        return value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A number alone, or the group."""
        schema = handler(core)
        group = handler.resolve_ref_schema(schema)
        alone = {"type": ["string", "number"], "description": "Số đã công bố: 22, 4.300, 100%, trên 4.300"}
        choices = [alone, {name: value for name, value in group.items() if name != "description"}]
        described = {"description": group.get("description", "")}
        group.clear()
        group |= {**described, "anyOf": choices}
        return schema

    @property
    def quantity(self) -> Quantity:
        """The number with its qualifier and what it was rounded to."""
        quantity = self.value.quantity
        return replace(quantity, rounded_to=self.rounded_to.quantity.amount) if self.rounded_to else quantity

    @property
    def percent(self) -> bool:
        """Whether it is a percentage."""
        return self.value.percent

    @property
    def text(self) -> str:
        """The number as written."""
        return self.value.text


AmountField = Amount
"""A number of a record, alone or as a group."""
