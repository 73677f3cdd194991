"""Annual results: ``data/results/YYYY/*.yml``; also results of a half-year, a quarter, a term."""

from __future__ import annotations

from typing import ClassVar

from bantin.dataset.records.editorial import Points, Reporting
from bantin.dataset.records.values import Day, Identifier, Line, PeriodField


class Result(Reporting):
    """Kết quả của một tổ chức trong một kỳ."""

    kind: ClassVar[str] = "result"

    organisation: Identifier
    """Mã của tổ chức có kết quả."""
    period: PeriodField
    """Kỳ của kết quả."""
    as_of: Day | None = None
    """Ngày tính đến."""
    key_figures: tuple[Identifier, ...] = ()
    """Tên các số liệu nổi bật, nhiều nhất bốn số."""
    strengths: Points | None = None
    """Kết quả, ưu điểm được nêu."""
    limitations: Points | None = None
    """Hạn chế, khuyết điểm được nêu."""
    findings: Points | None = None
    """Các điểm phát hiện qua kiểm tra, giám sát."""
    tasks: Points | None = None
    """Nhiệm vụ kỳ tới."""
    frequency: Line | None = None
    """Định kỳ công bố."""
    next_release: Day | None = None
    """Ngày dự kiến công bố kỳ sau; ghi rõ hơn trong data/calendar/."""
    contact: tuple[Line, ...] = ()
    """Các dòng liên hệ về số liệu này."""
    standing: Line | None = None
    """Tính chất của kết quả: số chính thức, số sơ bộ, đã được kiểm toán …"""
