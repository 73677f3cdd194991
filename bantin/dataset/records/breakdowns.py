"""How a number is broken down: parts, parts of parts, and tables of two classifications."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from bantin.dataset.records.amounts import Amount, AmountField
from bantin.dataset.records.base import Part, Path
from bantin.dataset.records.reading import PrintedField
from bantin.dataset.records.values import Flag, Identifier, Line

Row = dict[Identifier, Amount]
"""A row of a table: the class of each column and its number."""


class BreakdownKind(StrEnum):
    """How the parts relate to the whole."""

    PARTITION = "partition"
    SUBSET = "subset"
    OVERLAPPING = "overlapping"


class Base(Part):
    """Cơ sở riêng của một cách phân tổ: 30 vi phạm của 22 đảng viên."""

    unit: Line
    """Đơn vị được đếm trong các phần."""
    actual: AmountField | None = None
    """Tổng theo đơn vị ấy; bỏ trống nếu nguồn không nêu (phân tổ đủ các phần thì cộng lại mà ra)."""
    partial: Line | None = None
    """Vì sao chỉ tính trên một phần của tổng: “số đảng viên có khai tuổi”."""


class PartAmount(Amount):
    """Con số của một phần; thường chỉ ghi số, hoặc chỉ ghi tỷ lệ (72,7%) nếu nguồn không nêu số."""

    share: PrintedField | None = None
    """Tỷ lệ của phần ấy trong tổng, khi nguồn nêu cả số và tỷ lệ."""
    members: tuple[Identifier, ...] = ()
    """Mã của các tổ chức thuộc nhóm này, theo thứ tự in, khi nguồn nêu tên."""
    breakdowns: tuple[Breakdown, ...] = ()
    """Các cách chia tiếp phần này."""


class Breakdown(Part):
    """Một cách chia con số thành các phần."""

    by: Identifier
    """Mã của cách phân tổ."""
    across: Identifier | None = None
    """Mã của cách phân tổ thứ hai, khi nguồn có bảng hai chiều (cấp × đối tượng); số ghi trong table."""
    kind: BreakdownKind
    """partition: các phần cộng lại bằng tổng; subset: trong đó; overlapping: các phần có thể trùng nhau."""
    complete: Flag = False
    """yes nếu nguồn nêu đủ các phần; khi đó phần không nhắc đến là 0 (suy ra)."""
    base: Base | None = None
    """Cơ sở riêng, nếu các phần đếm theo đơn vị khác với tổng, hoặc chỉ tính trên một phần của tổng."""
    parts: dict[Identifier, PartAmount] = Field(default_factory=dict)
    """Mã của nhóm và con số."""
    table: dict[Identifier, Row] = Field(default_factory=dict)
    """Bảng hai chiều: mỗi nhóm của by một dòng, trong dòng là các nhóm của across."""

    def amounts(self) -> Iterator[tuple[Path, Amount]]:
        """The numbers of its parts or of its table, each with its path from here."""
        yield from ((("parts", name), part) for name, part in self.parts.items())
        for row, cells in self.table.items():
            yield from ((("table", row, column), cell) for column, cell in cells.items())


PartAmount.model_rebuild()
