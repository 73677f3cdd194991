"""The calendar of coming releases: ``data/calendar/*.yml``."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from bantin.dataset.records.base import Part, Record
from bantin.dataset.records.values import Day, Identifier, Line, PeriodField, Prose
from bantin.language import Period


class ReleaseState(StrEnum):
    """How sure a coming release is."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"


class PlannedRelease(Part):
    """Một lần công bố kết quả sắp tới."""

    id: Identifier
    """Mã của lần công bố."""
    organisation: Identifier
    """Mã của tổ chức công bố."""
    period: PeriodField
    """Kỳ của kết quả sẽ công bố."""
    title: Line | None = None
    """Tên như cần in; bỏ trống là “kết quả” kèm tên kỳ."""
    state: ReleaseState = ReleaseState.PROVISIONAL
    """provisional: dự kiến; confirmed: đã chốt ngày; moved: đã lùi hoặc sớm lại; cancelled: hủy."""
    day: Day | None = None
    """Ngày công bố."""
    in_period: PeriodField | None = None
    """Khoảng thời gian dự kiến, khi chưa có ngày: tháng 10/2025."""
    moved_from: Day | None = None
    """Ngày đã báo trước đây, khi state là moved."""
    reason: Prose | None = None
    """Vì sao lùi hoặc bỏ, viết thường, nối tiếp sau chữ “vì”."""

    def follows(self, period: Period) -> bool:
        """Whether it tells of another period than this one, and one that does not end before it: nine months
        follow their third quarter."""
        return self.period != period and self.period.last_day >= period.last_day


class ReleaseCalendar(Record):
    """Lịch công bố."""

    kind: ClassVar[str] = "calendar"

    releases: tuple[PlannedRelease, ...]
    """Các lần công bố theo thứ tự thời gian."""
