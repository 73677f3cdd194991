"""The end of an article: its abbreviations, its citation; and at its head the days of its life."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bantin.compose import compose
from bantin.compose.closing import glossary
from bantin.compose.said import Abbreviation, Article, DatedStep, Heading, Paragraph, Prose, plain
from bantin.dataset import load
from bantin.language import HO_CHI_MINH
from tests.compose import test_neighbours as neighbours
from tests.compose.test_every_digit import bulletins_of
from tests.dataset.projects import EXAMPLE, changed, files_of
from tests.figures.small import NOW, composed
from tests.golden.cases import Case, cases

ARTICLE = "data/articles/2019/ket-qua-2019.yml"


def article_2019(**changes: str) -> Article:
    files = files_of(EXAMPLE)
    for old, new in changes.items():
        files = changed(files, ARTICLE, f"{old}: {new.split('|')[0]}", f"{old}: {new.split('|')[1]}")
    bulletins = compose(load(files).dataset.public(NOW), NOW, {}, {})
    return next(one for one in bulletins.articles if "/2019/" in one.address)


def test_the_glossary_holds_each_abbreviation_of_the_texts_once_by_the_alphabet() -> None:
    meanings = {
        "UBND": "Ủy ban nhân dân",
        "đ/c": "đồng chí",
        "UB": "ủy ban",
        "Đ/C": "Đội chính",
        "HĐ": "hội đồng",
    }
    entries = glossary(meanings, ("UBND và đ/c", "HĐND; UBND", "Đ/C"))
    assert [(one.anchor, one.text) for one in entries] == [
        ("viet-tat-d-c", "Đ/C"),
        ("viet-tat-d-c-2", "đ/c"),
        ("viet-tat-ubnd", "UBND"),
    ]
    assert glossary({}, ("UBND",)) == ()


def stretches(article: Article) -> list[Prose]:
    return [article.lead, *(block.prose for block in article.body if isinstance(block, Paragraph))]


def test_one_use_of_an_abbreviation_leads_to_the_glossary_and_it_is_not_its_definition() -> None:
    article = article_2019()
    used = [piece for prose in stretches(article) for piece in prose if isinstance(piece, Abbreviation)]
    assert [piece.anchor for piece in used if piece.text == "UBKT"][:2] == ["", "viet-tat-ubkt"]
    assert [piece.anchor for piece in used].count("viet-tat-ubkt") == 1
    assert {piece.anchor for piece in used if piece.anchor} <= {entry.anchor for entry in article.glossary}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_article_is_cited_by_what_it_is(case: Case) -> None:
    dataset, bulletins = bulletins_of(case)
    site = (dataset.site.address or "").rstrip("/")
    for article in (*bulletins.articles, *bulletins.superseded):
        assert article.citation
        words = plain(article.citation.text)
        assert f"“{plain(article.headline)}”, {dataset.site.title}, đăng ngày " in words
        assert article.citation.address == f"{site}{article.address}"
        assert ("bản cũ đã thay thế ngày" in words) == (article.standing.replaced is not None)
        corrected = bool(article.standing.corrections)
        assert (", đính chính ngày " in words) == corrected


def test_the_days_of_an_article_are_told_once_each_in_their_order() -> None:
    published = DatedStep("Đăng ngày", date(2026, 11, 22), is_change=False)
    assert article_2019().standing.steps == (published,)
    later = article_2019(published_on="22/11/2026|22/11/2026\nupdated_on: 25/11/2026")
    assert later.standing.steps == (published, DatedStep("Cập nhật", date(2026, 11, 25)))


def test_the_time_of_day_is_told_where_the_record_says_it() -> None:
    at = article_2019(published_on="22/11/2026|22/11/2026\npublish_at: 22/11/2026 07:30")
    assert at.standing.steps == (
        DatedStep(
            "Đăng", date(2026, 11, 22), is_change=False, at=datetime(2026, 11, 22, 7, 30, tzinfo=HO_CHI_MINH)
        ),
    )
    case = next(case for case in cases() if case.name == "dinh-chinh")
    file = "data/corrections/2026/khien-trach-2024.yml"
    files = changed(files_of(case.name), file, "on: 05/03/2026 08:00", "on: 05/03/2026 14:05")
    bulletins = compose(load(files).dataset.public(NOW), NOW, {}, {})
    assert {step for one in bulletins.articles for step in one.standing.steps} == {
        DatedStep("Đính chính", date(2026, 3, 5), at=datetime(2026, 3, 5, 14, 5, tzinfo=HO_CHI_MINH))
    }


@pytest.mark.parametrize(("lead", "said"), [("", 0), ("lead: Nhìn lại.\n", 1)])
def test_a_heading_below_which_nothing_is_left_to_say_is_left_out(lead: str, said: int) -> None:
    """The only figure is told by the lead where the program composes that."""
    body = f"{lead}body:\n  - heading: Kết quả\n  - compose: facts\n    observations: [so-2016]"
    files = changed(neighbours.archive(), "data/articles/huyen-uy-2016.yml", "lead: Nhìn lại kết quả.", body)
    blocks = neighbours.article(composed(files), "huyen-uy-2016").body
    assert [isinstance(block, Heading) for block in blocks] == [True, False][: 2 * said]


def test_a_day_that_the_date_line_names_is_not_told_again() -> None:
    _, bulletins = bulletins_of(next(case for case in cases() if case.name == "rut-bai"))
    for article in bulletins.articles:
        assert article.standing.published_on == article.day
        assert article.standing.steps == ()


def test_a_corrected_article_tells_when_and_its_copy_does_not() -> None:
    _, bulletins = bulletins_of(next(case for case in cases() if case.name == "dinh-chinh"))
    assert [step.what for article in bulletins.articles for step in article.standing.steps] == [
        "Đính chính",
        "Đính chính",
    ]
    assert {article.standing.steps for article in bulletins.superseded} == {()}
    assert all(not article.related and article.later is None for article in bulletins.superseded)
