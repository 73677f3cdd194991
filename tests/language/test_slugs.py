from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language import slug

SLUGS = {
    "Đảng ủy": "dang-uy",
    "Đảng uỷ Khối các cơ quan tỉnh": "dang-uy-khoi-cac-co-quan-tinh",
    "Ðại hội": "dai-hoi",
    "Phiên thường kỳ tháng 11/2024": "phien-thuong-ky-thang-11-2024",
    "  100% — “Khiển trách”, cảnh cáo…": "100-khien-trach-canh-cao",
    "Ơ ơ Ư ư Ă â Ê ô": "o-o-u-u-a-a-e-o",
    "İstanbul Straße ﬁn ２": "istanbul-strasse-fin-2",
    "a_b/c.d\\e": "a-b-c-d-e",
    "": "bai",
    "…": "bai",
    "Москва": "bai",
}

texts = st.text() | st.text(alphabet="aăâđĐeêoôơuưyỵệ 0123-–/̣́", max_size=120)


@pytest.mark.parametrize(("text", "expected"), SLUGS.items())
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("limit", "expected"),
    [(80, "kiem-tra-giam-sat"), (16, "kiem-tra-giam"), (13, "kiem-tra-giam"), (12, "kiem-tra"), (3, "kie")],
)
def test_slug_is_cut_between_words(limit: int, expected: str) -> None:
    assert slug("Kiểm tra, giám sát", limit) == expected


def test_slug_needs_room() -> None:
    with pytest.raises(ValueError, match="room"):
        slug("Kiểm tra", 0)


@given(texts, st.integers(1, 100))
def test_slug_is_ascii_short_and_never_empty(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", made)
    assert len(made) <= limit


@given(texts, st.integers(1, 100))
def test_a_slug_is_its_own_slug(text: str, limit: int) -> None:
    made = slug(text, limit)
    assert slug(made, limit) == made


@given(texts)
def test_composed_and_decomposed_letters_give_one_slug(text: str) -> None:
    assert slug(unicodedata.normalize("NFC", text)) == slug(unicodedata.normalize("NFD", text)) == slug(text)
