"""Ordinals of sessions, terms and congresses, however they are written."""

from __future__ import annotations

import pytest

from bantin.language.ordinals import Numbered, ordinals


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("kỳ họp thứ 12", 12, Numbered.SESSION),
        ("Kỳ họp thường kỳ thứ mười hai", 12, Numbered.SESSION),
        ("kỳ họp thứ nhất", 1, Numbered.SESSION),
        ("phiên họp thứ hai mươi mốt", 21, Numbered.SESSION),
        ("hội nghị lần thứ mười lăm", 15, Numbered.SESSION),
        ("phiên họp thứ bốn mươi", 40, Numbered.SESSION),
        ("khóa XVII", 17, Numbered.TERM),
        ("khoá mười bảy", 17, Numbered.TERM),
        ("Đại hội XIV", 14, Numbered.CONGRESS),
        ("Đại hội Đảng IX", 9, Numbered.CONGRESS),
        ("Đại hội đại biểu toàn quốc lần thứ mười ba", 13, Numbered.CONGRESS),
        ("Đại hội lần thứ XL", 40, Numbered.CONGRESS),
        ("lần thứ hai", 2, Numbered.PLAIN),
        ("thứ tư", 4, Numbered.PLAIN),
    ],
)
def test_an_ordinal_is_read(text: str, number: int, of: Numbered) -> None:
    sentence = f"Tại {text}, các đại biểu"
    [found] = ordinals(sentence)
    assert (found.number, found.of) == (number, of)
    assert sentence[found.start : found.end] == found.written


@pytest.mark.parametrize(
    "text",
    ["khóa năm 2024", "khóa mới", "kỳ họp thứ nhấtx", "đại hội các cấp", "vitamin C, mục IV", "thứ trưởng"],
)
def test_what_is_no_ordinal(text: str) -> None:
    assert list(ordinals(text)) == []
