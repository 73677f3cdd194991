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
    return compared_with(period, earlier)


def not_compared(earlier: Period, reason: str) -> str:
    """Why no change is told: "không so với năm 2024 vì đã đổi cách tính"."""
    name = label(earlier)
    name = f"thời gian {name}" if name.startswith("từ ") else name
    return f"không so với {name} vì {reason}" if reason else f"không so với {name}"
