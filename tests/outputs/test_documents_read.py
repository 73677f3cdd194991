"""Documents read back by programs that are not ours: what they say, how they are tagged, how they look."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unicodedata import is_normalized

import pytest

from bantin.compose.said import Heading, Listing, Paragraph, Photo, plain
from bantin.outputs.documents import Proof, documented, typesetter
from tests.documents import Printed, case_named, composed, info_of, pages_of, printed, read, text_of
from tests.golden.cases import cases
from tests.outputs.test_documents import HOSTILE

pytestmark = pytest.mark.slow

PROOF = Proof("BẢN THẢO – CHƯA CÔNG BỐ", "Dựng lúc 09:15 ngày 22/11/2026")
LOOKED_AT = ("phien-btv/", "ky-hop-ubkt/", "dinh-chinh/")
"""Photos, remarks and acts; headings; corrections. Reading tags takes poppler long."""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Printed]:
    made = [one for case in cases() for one in printed(case, tmp_path_factory.mktemp(case.name) / "project")]
    assert len(made) > 15
    return made


@pytest.fixture(scope="module")
def proofs(tmp_path_factory: pytest.TempPathFactory) -> list[Printed]:
    names = ("phien-btv",)
    folders = {name: tmp_path_factory.mktemp(name) / "project" for name in names}
    return [one for name in names for one in printed(case_named(name), folders[name], PROOF)]


def joined(text: str) -> str:
    """The text of a document without the ends of its lines."""
    return " ".join(text.split())


def test_every_figure_stands_in_the_text_as_often_as_it_is_shown(documents: list[Printed]) -> None:
    for one in documents:
        text = joined(text_of(one.data)).replace("\u00a0", " ")
        for figure, place in one.document.shown:
            assert " ".join(figure.text.split()) in text, (one.name, figure.text, place)
        numbers = re.findall(r"\d[\d.,]*\d|\d", text)
        for shown in {figure.text for figure, _ in one.document.shown if figure.text.isdecimal()}:
            wanted = sum(figure.text == shown for figure, _ in one.document.shown)
            assert numbers.count(shown) >= wanted, (one.name, shown)


def test_everything_that_a_reader_of_the_page_gets_stands_there_in_its_order(
    documents: list[Printed],
) -> None:
    for one in documents:
        text, article = flowing(one), one.article
        at = 0
        for piece in in_order(one):
            found = text.find(joined(piece), at)
            assert found >= 0, (one.name, piece, text[at : at + 200])
            at = found
        assert article.citation and article.citation.licence.address in text.replace(" ", "")
        assert all(joined(plain(note)) in text for note in article.notes)


def test_an_address_that_is_copied_is_the_address(documents: list[Printed]) -> None:
    for one in documents:
        text = text_of(one.data)
        assert "\u200b" not in text, one.name
        given = json.loads(one.document.data)
        close = "".join(text.split())
        assert close.count(given["address"]) > pages_of(one.data) - 1, one.name
        for place in (given["citation"], given["citation"]["licence"], *given["places"]):
            assert place["address"] in close, (one.name, place)


def test_what_a_line_cannot_hold_of_an_address_goes_on_where_a_reader_of_it_keeps_the_stroke(
    tmp_path: Path,
) -> None:
    _, bulletins = composed(case_named("dinh-chinh"), tmp_path / "project")
    there = f"https://tin.example.vn/{'/'.join(['mot-dia-chi-dai'] * 20)}/"
    citation = bulletins.articles[0].citation
    assert citation
    article = replace(bulletins.articles[0], citation=replace(citation, address=there))
    data = typesetter(tmp_path / "none").set(documented(article, bulletins.publisher, {}).data)
    assert there in "".join(text_of(data).split())
    assert all(map(is_inside, grey_pages(data)))
    lines = [line for line in text_of(data).splitlines() if "-dia-chi-" in line]
    assert len(lines) > 2 and all(
        line.endswith("/") or after.startswith("-") for line, after in pairwise(lines)
    )


def lines_of_headline(words: str, folder: Path) -> list[str]:
    _, bulletins = composed(case_named("dinh-chinh"), folder / "project")
    article = replace(bulletins.articles[0], headline=words, kicker="Chuyên mục")
    data = typesetter(folder / "none").set(documented(article, bulletins.publisher, {}).data)
    return text_of(data).split("Chuyên mục")[1].split("Thứ năm")[0].strip().split("\n")


@pytest.mark.parametrize(
    "words",
    [
        "Số đảng viên bị kỷ luật ở Sông Lam giảm 3 đảng viên so với cùng kỳ",
        "Ủy ban kiểm tra Đảng ủy Khối họp phiên thường kỳ tháng 11/2024",
        "Ban Thường vụ Tỉnh ủy Sông Lam họp phiên thứ 62",
    ],
)
def test_a_headline_has_even_lines_and_keeps_a_number_with_its_noun(words: str, tmp_path: Path) -> None:
    lines = lines_of_headline(words, tmp_path)
    assert " ".join(" ".join(lines).split()) == words
    assert len(lines) == 1 or len(lines[-1]) > len(max(lines, key=len)) / 2
    assert not re.search(r"\b(giảm 3|tháng|thứ)$", lines[0])


def flowing(one: Printed) -> str:
    """The text of a document without what stands at the head and the foot of each sheet."""
    given, sheets = json.loads(one.document.data), text_of(one.data).split("\f")[:-1]
    head = f"{given['title']} {given['publisher']}"
    feet = (f"{given['address']} Trang {number}/{len(sheets)}" for number in range(1, len(sheets) + 1))
    told = [joined(sheet).removesuffix(foot) for sheet, foot in zip(sheets, feet, strict=True)]
    return joined(" ".join([told[0], *(sheet.removeprefix(head) for sheet in told[1:])]))


def in_order(one: Printed) -> Iterator[str]:
    article = one.article
    yield plain(article.kicker)
    yield plain(article.headline)
    yield article.date_line
    yield plain(article.lead)
    for block in article.body:
        if isinstance(block, Paragraph):
            yield plain(block.prose)
        elif isinstance(block, Photo):
            yield plain(block.caption)
            yield block.credit
        elif isinstance(block, Heading):
            yield plain(block.text)
        else:
            yield plain(block.lead)
    yield from article.byline
    yield from (entry.meaning for entry in article.glossary)
    yield plain(article.citation.text) if article.citation else ""


def test_vietnamese_comes_back_as_it_was_written(documents: list[Printed]) -> None:
    for one in documents:
        text = text_of(one.data)
        assert is_normalized("NFC", text), one.name
        assert "\ufffd" not in text and not re.search("[\ue000-\uf8ff]", text), one.name


def test_documents_say_what_they_are(documents: list[Printed], tmp_path: Path) -> None:
    for one in documents:
        told = dict(re.findall(r"^([\w ]+): +(.*)$", info_of(one.data, tmp_path), re.MULTILINE))
        assert told["Title"] == " ".join(plain(one.article.headline).split())
        assert (told["Tagged"], told["Page size"], told["JavaScript"]) == (
            "yes",
            "595.276 x 841.89 pts (A4)",
            "no",
        )
        meta = info_of(one.data, tmp_path, "-meta")
        assert "<pdfuaid:part>1</pdfuaid:part>" in meta and "<rdf:li>vi-VN</rdf:li>" in meta


def test_parts_are_tagged_as_what_they_are(documents: list[Printed], tmp_path: Path) -> None:
    looked_at = [one for one in documents if one.name.startswith(LOOKED_AT)]
    assert len(looked_at) >= len(LOOKED_AT)
    for one in looked_at:
        tags = info_of(one.data, tmp_path, "-struct-text")
        assert len(re.findall(r"^ +H1\b", tags, re.MULTILINE)) == 1, one.name
        assert "H3" not in tags
        lists = len(re.findall(r"^ +L\b", tags, re.MULTILINE))
        assert lists >= sum(isinstance(block, Listing) for block in one.article.body), one.name
        photos = [block for block in one.article.body if isinstance(block, Photo)]
        assert len(re.findall(r"^ +Figure\b", tags, re.MULTILINE)) == len(photos), one.name
        heading = re.search(r'^ +H1\b.*\n((?:^ +"[^\n]*"\n| +/.*\n)+)', tags, re.MULTILINE)
        assert heading and joined(plain(one.article.headline)) in joined(
            " ".join(re.findall(r'"(.*)"', heading[1]))
        )


def test_what_a_photo_shows_is_told_to_those_who_do_not_see_it(documents: list[Printed]) -> None:
    shown = [one for one in documents if any(isinstance(block, Photo) for block in one.article.body)]
    assert shown
    for one in shown:
        told = [bytes.fromhex(found.decode()) for found in re.findall(rb"/Alt<([0-9A-F]+)>", one.data)]
        alts = [plain(block.alt) for block in one.article.body if isinstance(block, Photo)]
        assert [text.decode("utf-16") for text in told] == alts


def grey_pages(data: bytes) -> Iterator[list[bytes]]:
    """The pages as pictures, 20 points to the inch: their rows, a byte a point, 255 for white."""
    pictures = read("pdftoppm", "-r", "20", "-gray", data=data)
    while pictures:
        _, size, _, pictures = pictures.split(b"\n", 3)
        width, height = map(int, size.split())
        yield [pictures[at : at + width] for at in range(0, width * height, width)]
        pictures = pictures[width * height :]


def is_inside(rows: list[bytes]) -> bool:
    """Whether nothing stands in the margins of a page."""
    return all(ink == 255 for row in rows for ink in (*row[:10], *row[-10:]))


def test_no_sheet_is_blank_and_nothing_stands_on_its_edge(documents: list[Printed]) -> None:
    for one in documents:
        for number, rows in enumerate(grey_pages(one.data), 1):
            assert sum(any(ink < 160 for ink in row) for row in rows) > 5, (one.name, number)
            assert is_inside(rows), (one.name, number)
        assert number == pages_of(one.data)
        assert f"Trang 1/{number}" in text_of(one.data)


def test_only_the_typefaces_of_the_package_are_used(documents: list[Printed], tmp_path: Path) -> None:
    for one in documents:
        used = set(re.findall(rb"/BaseFont/\w{6}\+([\w-]+)", one.data))
        assert used <= {b"BeVietnamPro-Regular", b"BeVietnamPro-SemiBold", b"SourceSerif4-Regular"}, one.name


def test_a_proof_is_marked_on_every_sheet_and_has_a_place_to_sign(
    proofs: list[Printed], tmp_path: Path
) -> None:
    for one in proofs:
        sheets = text_of(one.data).split("\f")[:-1]
        assert len(sheets) == pages_of(one.data) > 1
        for sheet in sheets:
            assert PROOF.mark in joined(sheet) and PROOF.made in joined(sheet)
        assert "Người duyệt" in sheets[-1] and "Ngày" in sheets[-1]
        assert "Trích dẫn bài này" in sheets[-1], "no sheet for the signature alone"
        tags = info_of(one.data, tmp_path, "-struct-text")
        assert joined(tags).count("BẢN THẢO") == 1, "heard once"


def test_a_document_that_is_public_has_no_mark_of_a_draft(documents: list[Printed]) -> None:
    for one in documents:
        assert "BẢN THẢO" not in text_of(one.data) and "Người duyệt" not in text_of(one.data)


LONG = "đ" * 300


def test_hostile_text_stays_text_and_on_the_sheet(tmp_path: Path) -> None:
    _, bulletins = composed(case_named("dinh-chinh"), tmp_path / "project")
    items = ((HOSTILE,), (LONG,), ("مرحبا 北京",))
    body = (Heading(HOSTILE, "a"), Paragraph((HOSTILE,)), Paragraph((LONG,)), Listing((HOSTILE,), items))
    article = replace(bulletins.articles[0], headline=HOSTILE, lead=(LONG,), body=body, byline=(LONG,))
    document = documented(article, bulletins.publisher, {})
    data = typesetter(tmp_path / "none").set(document.data)
    text = joined(text_of(data))
    assert text.replace(" ", "").count(HOSTILE.replace(" ", "")) >= 4
    assert text.replace(" ", "").count(LONG) == 4
    assert "[U+0645 U+0631 U+062D U+0628 U+0627] [U+5317 U+4EAC]" in text
    assert all(map(is_inside, grey_pages(data)))
