from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import name_key, person_key

NAMES = [
    "Ấp 2",
    "Ban Tổ chức",
    "Bản tin",
    "Chi bộ 2",
    "Chi bộ 10",
    "Chi cục Thuế",
    "Dân quân",
    "Đảng ủy Khối",
    "Đảng ủy Khối các cơ quan tỉnh",
    "Hội đồng nhân dân",
    "Tỉnh ủy",
    "Uỷ ban kiểm tra",
    "Ủy ban nhân dân",
    "Ưu đãi",
]
PEOPLE = ["Trần Văn An", "Lê Thị Ân", "Hoàng Chính", "Vũ Dung", "Đỗ Đạt", "Bùi Văn Tân", "Thịnh Đức Tiền"]


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    assert sorted(reversed(NAMES), key=name_key) == NAMES


def test_tones_come_after_letters() -> None:
    assert sorted(["mạ", "mã", "má", "mả", "mà", "ma", "man"], key=name_key) == [
        *["ma", "mà", "mả", "mã", "má", "mạ"],
        "man",
    ]


def test_people_stand_by_their_given_name() -> None:
    assert sorted(reversed(PEOPLE), key=person_key) == PEOPLE
    assert sorted(["Nguyễn Văn An", "Lê Văn An", "An"], key=person_key) == [
        "An",
        "Lê Văn An",
        "Nguyễn Văn An",
    ]


@given(st.text())
def test_every_text_has_its_place_whatever_its_encoding(text: str) -> None:
    assert name_key(text) == name_key(unicodedata.normalize("NFD", text))
    assert len(person_key(text)) == max(1, len(name_key(text)))


@pytest.mark.parametrize("text", ["", "…", "Công ty “Ánh Dương”", "K'Brơi", "2024"])
def test_odd_names_can_be_sorted(text: str) -> None:
    assert sorted([text, "Ánh"], key=person_key)
