"""The pictures that stand for pages where links are shared."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from bantin.compose.said import FigureMention, KeyFigure
from bantin.kept_cards import ready_cards
from bantin.outputs.cards import drawing
from bantin.outputs.cards.card import Card, Masthead
from bantin.outputs.cards.choosing import cards_of
from bantin.outputs.cards.drawing import HEIGHT, MARGIN, WIDTH, draw_card
from bantin.outputs.cards.setting import LEADING, fitted
from bantin.outputs.fonts import SANS_BOLD, font
from bantin.problems import Location, Severity
from tests.pages.sample import BULLETINS, PUBLISHER
from tests.pages.sample_articles import ARTICLE_2019, ARTICLE_2024

MASTHEAD = Masthead("Ủy ban Kiểm tra Tỉnh ủy Trường Sơn", "Đảng bộ tỉnh Trường Sơn", "ubkt.example")
LONG = (
    "Ban Thường vụ Tỉnh ủy Trường Sơn họp phiên thứ 62 cho ý kiến về kết quả thực hiện nhiệm vụ phát triển "
    "kinh tế – xã hội, quốc phòng, an ninh, xây dựng Đảng và hệ thống chính trị chín tháng đầu năm 2025, "
    "nhiệm vụ trọng tâm ba tháng cuối năm và công tác chuẩn bị Đại hội"
)
STACKED = "ẪỮỠ ẴỖỄ ỆỘỴ gjpqyỵ"
PAPER = (251, 250, 247)


def mention(text: str) -> FigureMention:
    return FigureMention(text, text, f"x/{text}", None, "x")


FIGURE = KeyFigure(
    mention("trên 1.234.300"),
    "Đảng viên được kiểm tra, giám sát chuyên đề theo chương trình, kế hoạch của ủy ban kiểm tra cấp ủy cấp "
    "huyện và tương đương trong toàn tỉnh",
    ("giảm ", mention("12,5"), " điểm % so với cùng kỳ năm 2024"),
)


def card(headline: str = "Bế mạc kỳ họp thứ 12", **more: object) -> Card:
    whole = Card(
        "x.png", "https://ubkt.example/x.png", "/x/", MASTHEAD, headline, "Tỉnh ủy", "Thứ sáu, 29/11/2024"
    )
    return replace(whole, **more)  # type: ignore[arg-type]  # fields by name


CARDS = {
    "short": card(),
    "long": card(LONG),
    "stacked": card(STACKED, kicker=STACKED, foot=STACKED),
    "one word": card("Ẫ" * 80),
    "very long": card(" ".join([LONG] * 3)),
    "figure": card("Số liệu 9 tháng đầu năm 2025 (từ 15/12/2024 đến 14/9/2025)", kicker="", figure=FIGURE),
    "site": card("Bản tin mẫu", kicker="", foot="", summary=LONG),
    "long names": card(masthead=Masthead(LONG, LONG, "so-lieu.ban-tin.uy-ban-kiem-tra.tinh-uy.example.vn")),
}


def opened(drawn: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(drawn))
    picture.load()
    return picture


def inked(picture: Image.Image) -> Image.Image:
    """Where it is not paper."""
    return (
        picture.convert("RGB")
        .point([level != 251 and 255 for level in range(256)] + [0] * 512)
        .getchannel("R")
    )


@pytest.mark.parametrize("name", CARDS)
def test_a_card_is_a_small_picture_with_its_text_inside_the_margins(name: str) -> None:
    assert len(LONG) >= 266
    drawn = draw_card(CARDS[name])
    picture = opened(drawn)
    assert (
        (picture.format, picture.size, picture.mode)
        == ("PNG", (WIDTH, HEIGHT), "P")
        == ("PNG", (1200, 630), "P")
    )
    assert len(drawn) < 60_000
    assert picture.convert("RGB").getpixel((0, 0)) == PAPER
    box = inked(picture).getbbox()
    assert box is not None
    left, top, right, bottom = box
    assert left >= 60 and right <= 1140 and top >= 48 and bottom <= 580
    assert (155, 28, 28) in {color for _, color in picture.convert("RGB").getcolors() or []}


def test_marks_above_and_below_letters_are_whole() -> None:
    """The ink of the line is as high as the typeface draws it on its own."""
    picture = opened(draw_card(card(STACKED, kicker="", foot="")))
    line = inked(picture).crop((0, 160, WIDTH, 500)).getbbox()
    alone = ImageFont.truetype(io.BytesIO(font(SANS_BOLD)), 84, layout_engine=ImageFont.Layout.BASIC)
    mask = Image.new("L", (WIDTH, 400))
    ImageDraw.Draw(mask).text((MARGIN, 200), STACKED, 255, alone, anchor="ls")
    box = mask.point([level > 16 and 255 for level in range(256)]).getbbox()
    assert line is not None and box is not None
    assert (line[2] - line[0], line[3] - line[1]) == (box[2] - box[0], box[3] - box[1])


def measured(text: str, size: int) -> float:
    return len(text) * size * 0.5


def test_a_headline_is_never_shortened_and_its_lines_are_balanced() -> None:
    for text in (LONG, "Bế mạc kỳ họp", "a", "một " * 300):
        found = fitted(text.strip(), measured, 1072, 330, 72)
        assert " ".join(found.lines) == text.strip()
        assert found.size <= 72 and all(measured(line, found.size) <= 1072 for line in found.lines)
        assert found.height <= 330 and found.step >= found.size * LEADING - 1
    lines = fitted(LONG, measured, 1072, 330, 72).lines
    assert max(map(len, lines)) - min(map(len, lines)) < max(map(len, lines)) / 3


def test_the_same_card_has_the_same_bytes_and_another_has_others() -> None:
    first = draw_card(CARDS["long"])
    for made_once in (drawing._background, drawing._emblem, drawing._typeface):
        made_once.cache_clear()
    assert draw_card(CARDS["long"]) == first != draw_card(card(LONG.replace("62", "63")))


def test_cards_are_drawn_once_and_kept_by_what_they_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Card] = []

    def noting(one: Card) -> bytes:
        drawn.append(one)
        return draw_card(one)

    monkeypatch.setattr("bantin.kept_cards.draw_card", noting)
    told: list[tuple[int, int]] = []
    cards = {"/a/": card(), "/b/": replace(card(), path="y.png", page="/y/"), "/c/": card(LONG)}
    for _ in range(2):
        made, problems = ready_cards(cards, tmp_path / "photos", {}, lambda *done: told.append(done))
        assert problems == [] and [output.path for output in made] == ["x.png", "y.png", "x.png"]
    assert len(drawn) == 2 and told == [(1, 3), (2, 3), (3, 3)] * 2
    changed = {"/a/": card(masthead=replace(MASTHEAD, name="Khác"))}
    ready_cards(changed, tmp_path / "photos", {}, lambda *_: None)
    assert len(drawn) == 3
    ready_cards({}, tmp_path / "photos", {}, lambda *_: None)
    assert len(list((tmp_path / "cards").iterdir())) == 3
    ready_cards({}, tmp_path / "photos", {}, lambda *_: None, gone=True)
    assert list((tmp_path / "cards").iterdir()) == []


def test_what_is_in_force_has_a_card_and_nothing_else() -> None:
    cards = cards_of(BULLETINS)
    assert cards.keys() == {
        "/",
        *(article.address for article in BULLETINS.articles if article.standing.in_feeds),
        *(page.address for page in BULLETINS.statistics),
    }
    assert not cards.keys() & {copy.address for copy in BULLETINS.superseded}
    assert not cards.keys() & {stone.address for stone in BULLETINS.tombstones}
    draft = replace(BULLETINS, articles=(replace(ARTICLE_2024, draft=True), ARTICLE_2019))
    assert ARTICLE_2024.address not in cards_of(draft)
    assert cards_of(replace(BULLETINS, publisher=replace(PUBLISHER, site_address=""))) == {}
    folder = replace(BULLETINS, publisher=replace(PUBLISHER, site_address="https://tin.example.vn/ban-tin/"))
    assert {card.masthead.address for card in cards_of(folder).values()} == {"tin.example.vn/ban-tin"}
    assert cards["/"].address == f"{PUBLISHER.site_address}anh-chia-se.png"


def test_every_figure_on_a_card_has_its_place_and_is_told_to_those_who_cannot_see_it() -> None:
    shown = [(place.file, place.at, place.kind, place.text) for _, place in CARDS["figure"].shown]
    assert shown[:2] == [
        ("/x.png", "số lớn", "card", "trên 1.234.300"),
        ("/x.png", "mức thay đổi", "card", "12,5"),
    ]
    assert [one[:3] for one in shown[2:]] == [("/x/", "og:image:alt", "alt")] * 2


def test_letters_that_no_typeface_has_are_named_and_told(tmp_path: Path) -> None:
    strange = card("Kiểm tra 北京")
    places = {strange.page: Location("data/articles/a.yml")}
    [output], [problem] = ready_cards({strange.page: strange}, tmp_path / "photos", places, lambda *_: None)
    assert (problem.rule, problem.severity) == ("letter-not-drawn", Severity.WARNING)
    assert output.read() == draw_card(card("Kiểm tra [U+5317 U+4EAC]"))
    assert ready_cards({strange.page: card()}, tmp_path / "photos", places, lambda *_: None)[1] == []
