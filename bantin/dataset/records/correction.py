"""Corrections of what has been published: ``data/corrections/YYYY/*.yml``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field, PlainValidator, StringConstraints, WithJsonSchema

from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.refused import not_one_value
from bantin.dataset.records.roles import Unpublished
from bantin.dataset.records.values import Day, Identifier, Line, Moment, Prose
from bantin.language import HO_CHI_MINH


def _as_written(value: object) -> str:
    if not isinstance(value, str):
        raise not_one_value()
    return value


AsWritten = Annotated[
    str,
    PlainValidator(_as_written),
    WithJsonSchema({"type": ["string", "number"], "description": "Viết đúng như trường ấy đã viết"}),
    Unpublished("giá trị cũ, chỉ in cạnh giá trị mới"),
]
"""A value in the form of the field that held it, which decides what it means."""

PlaceName = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*(\.[a-z0-9]+([-_][a-z0-9]+)*)*$", max_length=200),
    Unpublished("tên chỗ được đính chính"),
]
"""A figure or field of a record: names joined by dots."""


class CorrectionSeverity(StrEnum):
    """Whether a mistake could mislead a reader."""

    MAJOR = "major"
    MINOR = "minor"


class CorrectedPlace(Part):
    """Một chỗ được đính chính; bản ghi đã mang giá trị mới, ở đây ghi giá trị cũ."""

    figure: PlaceName | None = None
    """Tên số liệu: ky-luat, ky-luat.khien-trach, ky-luat.change; một trong hai: figure hoặc field."""
    field: PlaceName | None = None
    """Tên trường: headline, lead, body.2.text; mục của danh sách gọi bằng mã hoặc thứ tự, từ 1."""
    was: AsWritten | None = None
    """Giá trị đã công bố, viết như trong bản ghi; bỏ trống nếu trước đó không có."""


class Correction(Record):
    """Một lần đính chính một bản ghi."""

    kind: ClassVar[str] = "correction"

    id: Identifier
    """Mã của lần đính chính, không đổi về sau."""
    record: Identifier
    """Mã của bản ghi được đính chính."""
    places: tuple[CorrectedPlace, ...] = Field(min_length=1)
    """Những chỗ được đính chính."""
    on: Moment
    """Ngày đính chính, hoặc cả giờ; ngày còn ở phía trước thì đến ngày ấy trang mới đổi."""
    occurred: Day | None = None
    """Ngày xảy ra sai sót, nếu biết."""
    noticed: Day | None = None
    """Ngày phát hiện sai sót."""
    reason: Prose
    """Vì sao sai, một câu trọn vẹn, được in ra."""
    severity: CorrectionSeverity
    """major: có thể làm người đọc hiểu sai; minor: sửa nhỏ, không đổi ngày của bài."""
    decided_by: Line
    """Người quyết định đính chính."""

    @property
    def day(self) -> date:
        """Its day in Việt Nam."""
        return self.on.astimezone(HO_CHI_MINH).date()

    @property
    def major(self) -> bool:
        """Whether the mistake could mislead a reader."""
        return self.severity is CorrectionSeverity.MAJOR
