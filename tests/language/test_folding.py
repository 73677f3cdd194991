"""Words as readers look for them: any marks or none, wherever the tone mark stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language.folding import folded, toned, toned_words
from bantin.language.tone_placement import with_new_tones, with_old_tones

WORDS = {
    "kỷ": ("ky3", "ky"),
    "luật": ("luât5", "luat"),
    "ủy": ("uy3", "uy"),
    "uỷ": ("uy3", "uy"),
    "ĐẢNG": ("đang3", "dang"),
    "ðảng": ("ðang3", "dang"),
    "Nguyễn": ("nguyên4", "nguyen"),
    "khuỷu": ("khuyu3", "khuyu"),
    "quý": ("quy2", "quy"),
    "4.300": ("4300", "4300"),
    "1.234.567,8": ("1234567,8", "1234567,8"),
    "98,4": ("98,4", "98,4"),
    "11.2024": ("11.2024", "11.2024"),
    "3": ("3", "3"),
}
"""A word as printed, toned and folded."""


@pytest.mark.parametrize(("word", "forms"), WORDS.items())
def test_a_word_has_a_toned_and_a_folded_form(word: str, forms: tuple[str, str]) -> None:
    assert (toned(word), folded(toned(word))) == forms


def test_words_of_a_text_are_read_in_order() -> None:
    assert toned_words("Số 62/NQ-HĐND, ngày 29/11/2024: trên 4.300 đảng viên (98,4%).") == [
        *("sô2", "62", "nq", "hđnd", "ngay1", "29", "11", "2024"),
        *("trên", "4300", "đang3", "viên", "98,4"),
    ]


@given(st.text())
def test_composed_and_decomposed_text_have_the_same_words(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert toned_words(unicodedata.normalize("NFD", text)) == toned_words(composed)


@pytest.mark.parametrize("word", ["hoà", "khoẻ", "uỷ", "thuỷ", "hoá", "loã", "xoè"])
def test_both_ways_of_placing_a_tone_are_one_word(word: str) -> None:
    assert toned(with_old_tones(word)) == toned(with_new_tones(word))


@given(st.text())
def test_a_folded_word_has_no_marks_and_is_its_own_folded_word(text: str) -> None:
    for word in toned_words(text):
        plain = folded(word)
        assert not any(map(unicodedata.combining, unicodedata.normalize("NFD", plain)))
        assert folded(plain) == plain
