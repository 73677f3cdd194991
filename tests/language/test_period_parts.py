from __future__ import annotations

import pytest

from bantin.language import label, parse_period, shorter_periods


@pytest.mark.parametrize(
    ("period", "made_of"),
    [
        (
            "năm 2025",
            [
                "6 tháng đầu năm 2025, 6 tháng cuối năm 2025",
                "quý I/2025, quý II/2025, quý III/2025, quý IV/2025",
                ", ".join(f"tháng {month}/2025" for month in range(1, 13)),
            ],
        ),
        (
            "9 tháng đầu năm 2025",
            [
                "quý I/2025, quý II/2025, quý III/2025",
                ", ".join(f"tháng {month}/2025" for month in range(1, 10)),
            ],
        ),
        ("quý III/2025", ["tháng 7/2025, tháng 8/2025, tháng 9/2025"]),
        ("giai đoạn 2023–2025", ["năm 2023, năm 2024, năm 2025"]),
        ("nhiệm kỳ 2020–2022", ["năm 2020, năm 2021, năm 2022"]),
        ("tháng 8/2025", []),
        ("từ 15/12/2023 đến 14/12/2024", []),
        ("năm 2024 (từ 15/12/2023 đến 14/12/2024)", []),
        ("từ 01/01/2023 đến 30/06/2024", []),
    ],
)
def test_a_period_is_filled_by_shorter_ones_without_gap_or_overlap(period: str, made_of: list[str]) -> None:
    ways = [", ".join(map(label, way)) for way in shorter_periods(parse_period(period))]
    assert ways == made_of
