"""What a figure is compared with, and why it is not."""

from __future__ import annotations

from bantin.language.periods import Period, PeriodKind, compared_with, label, year_earlier


def comparison(period: Period, earlier: Period, again: bool = False) -> str:
    """What a change is measured against: "so với năm 2018", "so với cùng kỳ năm 2024".

    again: said a second time in a row, in short where that is clear: "so với năm trước", "so với cùng kỳ".
    Across a gap of years the period is always named.
    """
    if again and earlier == year_earlier(period):
        return "so với năm trước" if period.kind is PeriodKind.YEAR else "so với cùng kỳ"
    if again and _follows(period, earlier):
        return "so với nhiệm kỳ trước" if period.kind is PeriodKind.TERM else "so với giai đoạn trước"
    return compared_with(period, earlier)


def _follows(period: Period, earlier: Period) -> bool:
    """Whether a term or a range of years begins where the earlier one ended, or in the year after."""
    alike = period.kind is earlier.kind and period.kind in (PeriodKind.TERM, PeriodKind.RANGE)
    return alike and 0 <= period.first_day.year - earlier.last_day.year <= 1 and not earlier.name


def not_compared(earlier: Period, reason: str) -> str:
    """Why no change is told: "không so với năm 2024 vì đã đổi cách tính"."""
    name = label(earlier)
    name = f"thời gian {name}" if name.startswith("từ ") else name
    return f"không so với {name} vì {reason}" if reason else f"không so với {name}"
