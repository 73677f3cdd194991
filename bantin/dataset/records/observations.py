"""Observations: what was counted, by whom, for which period, and how it is broken down."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from pydantic import Field, model_validator

from bantin.dataset.records.amounts import AmountField
from bantin.dataset.records.base import Part
from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.declarations import LegalBasis
from bantin.dataset.records.values import (
    AttainedField,
    ChangeField,
    Day,
    Flag,
    Identifier,
    Line,
    PeriodField,
    Prose,
)


class Force(StrEnum):
    """The legal force of an act: a proposal is not a decision.

    The order of the members is the order in which acts are printed.
    """

    DECIDED = "decided"
    ADOPTED = "adopted"
    APPROVED = "approved"
    ELECTED = "elected"
    CONCLUDED = "concluded"
    AGREED = "agreed"
    CONFERRED = "conferred"
    REVOKED = "revoked"
    CONSIDERED = "considered"
    NOTED = "noted"
    DEMANDED = "demanded"
    PROPOSED = "proposed"


class Reading(StrEnum):
    """What published words about a plan mean: "vượt 121%" can be read in two ways."""

    ATTAINED = "attained"
    EXCEEDED_BY = "exceeded_by"
    UNRESOLVED = "unresolved"


class Attainment(Part):
    """Mức đạt kế hoạch như nguồn đã viết."""

    as_published: AttainedField
    """Chữ của nguồn: đạt 95%, vượt 21%."""
    reading: Reading | None = None
    """Cách hiểu; phải ghi khi “vượt” từ 100% trở lên. attained: đạt chừng ấy phần trăm kế hoạch;
    exceeded_by: hơn kế hoạch chừng ấy phần trăm; unresolved: không rõ."""

    def attained(self) -> Decimal | None:
        """The percentage of the plan that was reached, or None where the words can mean two things."""
        percent = self.as_published.percent.amount
        if self.reading is Reading.UNRESOLVED:
            return None
        if self.reading is Reading.EXCEEDED_BY or (self.reading is None and self.as_published.exceeds):
            return percent + 100
        return percent


class OpenList(Part):
    """Một danh sách ngắn, mỗi mục một dòng."""

    items: tuple[Prose, ...]
    """Các mục, viết thường, không chấm cuối."""
    open: Flag = False
    """yes nếu danh sách của nguồn còn dấu “…”."""


class Counted(Part):
    """Một danh sách trong cùng bản ghi, được đếm; thường chỉ ghi tên danh sách."""

    list: Identifier
    """Tên trường của danh sách: documents, acts, agenda, statements, tasks …"""
    only: dict[Identifier, Line] = Field(default_factory=dict)
    """Chỉ đếm những mục có giá trị ấy: kind: nghị quyết."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        """The name of a list alone is the list with no condition."""
        return {"list": value} if isinstance(value, str) else value


class Observation(Part):
    """Một số liệu đã công bố."""

    kind: ClassVar[str] = "observation"

    name: Identifier
    """Tên ngắn để nhắc đến trong bài: $(tên)."""
    indicator: Identifier
    """Mã của chỉ tiêu."""
    actor: Identifier | None = None
    """Mã của tổ chức đã làm; bỏ trống nếu nguồn không nêu."""
    jointly_with: tuple[Identifier, ...] = ()
    """Mã của các tổ chức cùng làm với actor; con số là của chung."""
    prepared_by: Identifier | None = None
    """Mã của tổ chức tham mưu, giúp."""
    period: PeriodField | None = None
    """Kỳ của số liệu, nếu khác kỳ của bản ghi."""
    as_of: Day | None = None
    """Ngày tính đến, với số hiện có."""
    scope: Line | None = None
    """Phạm vi, nếu nguồn nêu riêng."""
    legal_basis: LegalBasis | None = None
    """Căn cứ pháp lý của riêng số liệu này."""
    force: Force | None = None
    """Giá trị pháp lý; đề nghị chưa phải là quyết định. decided: quyết định; adopted: thông qua; approved:
    phê chuẩn; elected: bầu; concluded: kết luận; agreed: thống nhất; conferred: trao; revoked: bãi bỏ;
    considered: xem xét; noted: ghi nhận; demanded: yêu cầu; proposed: đề nghị."""
    funnel: Identifier | None = None
    """Mã của chuỗi khâu; các khâu sau không thể nhiều hơn khâu trước."""
    stage: Line | None = None
    """Khâu: mã của khâu trong chuỗi ghi ở funnel; không có funnel thì ghi tên khâu."""
    actual: AmountField | None = None
    """Số thực hiện, như đã công bố."""
    plan: AmountField | None = None
    """Số kế hoạch."""
    plan_name: Line | None = None
    """Tên kế hoạch như cần in, viết thường: dự toán năm, chỉ tiêu Đại hội đề ra; bỏ trống là “kế hoạch”."""
    plan_period: PeriodField | None = None
    """Kỳ của kế hoạch, nếu khác kỳ của số liệu: kế hoạch cả năm bên số chín tháng."""
    attainment: Attainment | None = None
    """Mức đạt kế hoạch, khi nguồn chỉ nêu tỷ lệ."""
    previous: AmountField | None = None
    """Số kỳ trước, nếu chính nguồn này có nêu."""
    change: ChangeField | None = None
    """Tăng giảm so với kỳ trước, có dấu."""
    compared_with: PeriodField | None = None
    """Kỳ được so sánh; bỏ trống là cùng kỳ năm trước."""
    printed: dict[Identifier, AmountField] = Field(default_factory=dict)
    """Cách in khác của con số và tên để nhắc đến: tieu-de: gần 4.300, trong bài viết $(tên.tieu-de)."""
    counts: Counted | None = None
    """Danh sách trong bản ghi này mà con số đếm: documents, tasks, agenda …"""
    breakdowns: tuple[Breakdown, ...] = ()
    """Các cách chia con số."""
    violations: OpenList | None = None
    """Các loại vi phạm, không kèm con số."""
    first_published: Flag = False
    """yes nếu chính nguồn nói đây là lần đầu công bố số liệu này."""
    note: Prose | None = None
    """Ghi chú in dưới bảng số liệu."""
