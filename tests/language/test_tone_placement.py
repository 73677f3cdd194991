"""Where tone marks stand: every syllable that Vietnamese can form, and texts around them."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.language.syllables import ONSETS, TONED
from bantin.language.tone_placement import (
    PlacedTone,
    TonePlacement,
    placed_tones,
    with_new_tones,
    with_old_tones,
    with_tones,
)

OPEN = {"oa": ("o", "a"), "oe": ("o", "e"), "uy": ("u", "y")}

# All rhymes of the language, with the letter that bears the mark in capitals where there is no choice.
RHYMES = """
A Ac Ach Ai Am An Ang Anh Ao Ap At Au Ay Ăc Ăm Ăn Ăng Ăp Ăt Âc Âm Ân Âng Âp Ât Âu Ây
E Ec Em En Eng Eo Ep Et Ê Êch Êm Ên Ênh Êp Êt Êu I Ia Ich iÊc iÊm iÊn iÊng iÊp iÊt iÊu Im In Inh Ip It Iu
O oAc oAch oAi oAm oAn oAng oAnh oAo oAp oAt oAy oĂc oĂm oĂn oĂng oĂt Oc oEn oEo oEt Oi Om On Ong oOc oOng
Op Ot Ô Ôc Ôi Ôm Ôn Ông Ôp Ôt Ơ Ơi Ơm Ơn Ơp Ơt U Ua uÂn uÂng uÂt uÂy Uc uÊ uÊch uÊnh Ui Um Un Ung uÔc uÔi
uÔm uÔn uÔng uÔt uƠ Up Ut uYa uYch uyÊn uyÊt uYnh uYt uYu Ư Ưa Ưc Ưi Ưm Ưn Ưng ưƠc ưƠi ưƠm ưƠn ưƠng ưƠp ưƠt
ưƠu Ưt Ưu Y yÊm yÊn yÊng yÊt yÊu
"""


def toned(rhyme: str, tone: int) -> str:
    """A rhyme with its mark on the letter in capitals."""
    return "".join(TONED[letter.lower()][tone] if letter.isupper() else letter for letter in rhyme)


def onsets() -> list[str]:
    return ["", *(onset for onset in ONSETS if onset not in ("qu", "gi"))]


@pytest.mark.parametrize("onset", onsets())
@pytest.mark.parametrize("rhyme", OPEN)
def test_an_open_syllable_is_written_both_ways(onset: str, rhyme: str) -> None:
    first, second = OPEN[rhyme]
    for tone in range(1, 6):
        old, new = onset + TONED[first][tone] + second, onset + first + TONED[second][tone]
        for cased in (str, str.upper, str.capitalize):
            assert with_new_tones(cased(old)) == with_new_tones(cased(new)) == cased(new)
            assert with_old_tones(cased(new)) == with_old_tones(cased(old)) == cased(old)
            assert list(placed_tones(cased(old))) == [PlacedTone(0, cased(old), TonePlacement.OLD)]
            assert list(placed_tones(cased(new))) == [PlacedTone(0, cased(new), TonePlacement.NEW)]
    assert with_new_tones(onset + rhyme) == onset + rhyme and not list(placed_tones(onset + rhyme))


def test_every_other_syllable_is_left_alone() -> None:
    seen = 0
    for onset, rhyme, tone in product(("", *ONSETS), RHYMES.split(), range(6)):
        syllable = onset + toned(rhyme, tone)
        for written in (syllable, syllable.upper(), syllable.capitalize()):
            assert with_new_tones(written) == with_old_tones(written) == written
            assert not list(placed_tones(written))
        seen += 1
    assert seen > 20_000


@pytest.mark.parametrize("word", ["quý", "quỳ", "quỹ", "quả", "quẻ", "QUÝ", "Quỵ", "qúy", "già", "giá"])
def test_qu_and_gi_leave_no_choice(word: str) -> None:
    assert with_new_tones(word) == with_old_tones(word) == word
    assert not list(placed_tones(word))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ủy ban nhân dân tỉnh Thanh Hóa", "Uỷ ban nhân dân tỉnh Thanh Hoá"),
        ("Hòa Bình, Khánh Hòa; “thủy lợi”", "Hoà Bình, Khánh Hoà; “thuỷ lợi”"),
        ("ĐẢNG ỦY KHỐI", "ĐẢNG UỶ KHỐI"),
        ("sức khỏe, tòa án, hủy bỏ", "sức khoẻ, toà án, huỷ bỏ"),
        ("ngoài hoàn toàn quý khuỷu Huế thuở quà", "ngoài hoàn toàn quý khuỷu Huế thuở quà"),
        ("hòa-giải/thủy-sản", "hoà-giải/thuỷ-sản"),
    ],
)
def test_texts(old: str, new: str) -> None:
    assert with_new_tones(old) == new == with_tones(old, TonePlacement.NEW)
    assert with_old_tones(new) == old == with_tones(new, TonePlacement.OLD)


def test_syllables_are_told_with_their_places() -> None:
    text = "Đảng ủy quý trọng hoà giải"
    assert [(text[t.start :][: len(t.syllable)], t.placement) for t in placed_tones(text)] == [
        ("ủy", TonePlacement.OLD),
        ("hoà", TonePlacement.NEW),
    ]


@given(st.text(alphabet=st.sampled_from("hkqutgi oaeyóòỏõọáàảãạúùủũụýỳỷỹỵéèẻẽẹnHOÀỦY-1_")))
def test_conversion_ends_in_one_style_and_comes_back(text: str) -> None:
    new, old = with_new_tones(text), with_old_tones(text)
    assert with_new_tones(new) == new and with_old_tones(old) == old
    assert with_old_tones(new) == old and with_new_tones(old) == new
    assert {tone.placement for tone in placed_tones(new)} <= {TonePlacement.NEW}
    assert {tone.placement for tone in placed_tones(old)} <= {TonePlacement.OLD}
    assert len(new) == len(old) == len(text)
    assert unicodedata.is_normalized("NFC", new) or not unicodedata.is_normalized("NFC", text)
