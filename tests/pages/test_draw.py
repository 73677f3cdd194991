from __future__ import annotations

import posixpath
import re
from dataclasses import replace

import pytest

from bantin.compose.said import (
    ActItem,
    Acts,
    Article,
    Bulletins,
    FigureMention,
    FrontPage,
    KeyFigure,
    Listing,
    Paragraph,
    Remarks,
    Teaser,
    plain,
)
from bantin.outputs import Outputs
from bantin.outputs.sitemap import sitemaps
from bantin.pages import draw
from bantin.pages.articles import article_context, view_block
from bantin.pages.escape import Drawn
from bantin.pages.lists import REST_SHOWN
from bantin.pages.views import ListView
from tests.pages.reading import Seen, read_markdown
from tests.pages.sample import BULLETINS
from tests.pages.sample_articles import ARTICLE_2019, ARTICLE_2024, DISCIPLINED, NEWS_2019, NEWS_2024, listed
from tests.pages.sample_statistics import STATISTICS_2019

FILES = draw(BULLETINS)
FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)
PAGES = {path: text for path, text in FILES.items() if path.endswith(".md")}
DRAWN = {path: text for path, text in PAGES.items() if path not in ("gioi-thieu.md", "lien-he.md")}


def seen(path: str, files: dict[str, str] = FILES) -> Seen:
    return read_markdown(FRONT_MATTER.sub("", files[path], count=1))


def news(address: str) -> Seen:
    return seen(address.strip("/") + "/index.md")


def body(path: str) -> str:
    return FRONT_MATTER.sub("", FILES[path], count=1)


def test_the_files_lie_at_their_addresses() -> None:
    assert sorted(FILES) == [
        "dinh-chinh/index.md",
        "du-lieu/index.md",
        "english/index.md",
        "gioi-thieu.md",
        "index.md",
        "lich/2019/index.md",
        "lich/index.md",
        "lien-he.md",
        "luu-tru/2019/index.md",
        "luu-tru/2024/index.md",
        "luu-tru/co-quan/dang-uy-khoi/2024/index.md",
        "luu-tru/co-quan/dang-uy-khoi/index.md",
        "luu-tru/co-quan/index.md",
        "luu-tru/index.md",
        "luu-tru/nguoi/hoang-chinh/index.md",
        "luu-tru/nguoi/index.md",
        "robots.txt",
        "so-lieu/2019/index.md",
        "so-lieu/2024/index.md",
        "so-lieu/chi-tieu/index.md",
        "so-lieu/chi-tieu/ky-luat/index.md",
        "so-lieu/co-quan/index.md",
        "so-lieu/co-quan/khoi/index.md",
        "so-lieu/index.md",
        "tim-kiem/index.md",
        "tin/2019/12/ket-qua-kiem-tra-giam-sat-nam-2019/ban-1/index.md",
        "tin/2019/12/ket-qua-kiem-tra-giam-sat-nam-2019/index.md",
        "tin/2024/11/dia-chi-cu/index.md",
        "tin/2024/11/ubkt-hop-phien-thuong-ky-thang-11/index.md",
        "tin/2025/01/da-go/index.md",
    ]


def test_drawing_twice_gives_the_same() -> None:
    assert draw(BULLETINS) == FILES


@pytest.mark.parametrize("path", DRAWN)
def test_every_page_has_front_matter_and_one_headline(path: str) -> None:
    found = FRONT_MATTER.match(FILES[path])
    assert found
    names = [line.split(":")[0] for line in found[1].splitlines()]
    assert names[:4] == ["title", "description", "kind", "section"]
    assert set(names[4:]) <= {
        "robots",
        "redirect",
        "structured",
        "published",
        "changed",
        "day",
        "bodies",
        "mark",
        "language",
    }
    assert [e.name for e in seen(path).elements].count("h1") == 1


@pytest.mark.parametrize("path", DRAWN)
def test_ids_are_unique_and_nothing_is_styled_in_place(path: str) -> None:
    ids = seen(path).values("id")
    assert len(ids) == len(set(ids))
    assert seen(path).values("style") == []


@pytest.mark.parametrize("path", DRAWN)
def test_every_link_leads_to_a_page_and_a_place_on_it(path: str) -> None:
    hrefs = seen(path).values("href")
    for href in hrefs:
        if href.startswith("https://"):
            continue
        target, _, anchor = href.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        file = posixpath.normpath(posixpath.join(there, "index.md")) if target else path
        assert file in PAGES, href
        assert not anchor or anchor in seen(file).values("id"), href
    assert hrefs


@pytest.mark.parametrize("article", [ARTICLE_2019, ARTICLE_2024], ids=["annual", "meeting"])
def test_an_article_says_what_was_composed_in_that_order(article: Article) -> None:
    paragraphs = [plain(block.prose) for block in article.body if isinstance(block, Paragraph)]
    said = [
        plain(article.kicker),
        plain(article.headline),
        article.date_line,
        plain(article.lead),
        *paragraphs,
        *article.byline,
    ]
    words = news(article.address).words()
    places = [words.index(text) for text in said]
    assert places == sorted(places)


def test_the_source_code_stands_before_the_lead() -> None:
    assert "(LSO) – Công tác kiểm tra, giám sát" in news(NEWS_2019).words()
    assert "(" not in news(NEWS_2024).words().split("Sáng")[0]


def test_the_force_of_an_act_stands_first() -> None:
    words = news(NEWS_2024).words()
    assert "Thống nhất đánh giá, xếp loại thi đua đối với 47 UBKT đảng ủy cơ sở;" in words
    assert "Đề nghị Ban Thường vụ Đảng ủy Khối khen thưởng 10 UBKT đảng ủy cơ sở." in words


def test_remarks_begin_with_name_and_office() -> None:
    assert "Thịnh Đức Tiền, Phó Bí thư Đảng ủy Khối, Năm 2025, đồng chí đề nghị" in news(NEWS_2024).words()


def test_an_open_list_ends_in_an_ellipsis() -> None:
    words = news(NEWS_2019).words()
    assert "chưa dành đủ thời gian cho công tác đảng… " in words
    assert "của một số cán bộ còn chậm… " in words


@pytest.mark.parametrize(
    ("item", "drawn"), [(("một;",), "một…"), (("một…",), "một…"), ((), "…"), (("một. ",), "một…")]
)
def test_the_end_of_an_open_list(item: tuple[str, ...], drawn: str) -> None:
    view = view_block(Listing((), (item,), open=True), "/", {})
    assert isinstance(view, ListView)
    assert view.items == (drawn,)


def test_a_figure_is_a_value_with_a_link_and_a_source() -> None:
    assert (
        '<a class="figure" href="../../../../so-lieu/2019/#f-khai-tru" aria-describedby="nguon-14">'
        '<data value="1" data-figure="f-khai-tru/1">1</data></a>'
    ) in body("tin/2019/12/ket-qua-kiem-tra-giam-sat-nam-2019/index.md")


def test_every_figure_of_an_article_is_in_its_list_of_sources() -> None:
    page = news(NEWS_2019)
    described = page.values("aria-describedby")
    assert len(described) == 16
    assert set(described) == {place for place in page.values("id") if place.startswith("nguon-")}
    assert "22 Đảng viên bị thi hành kỷ luật, cấp ủy các cấp, năm 2019: đã công bố." in page.words()


def test_figures_everywhere_in_an_article_have_a_source() -> None:
    only = FigureMention("7", "7", "i", "/so-lieu/2019/", "Chỉ ở đây.")
    blocks = (
        Paragraph((only,)),
        Listing((only,), ((only,),)),
        Remarks("A", "B", (only,), ((only,),)),
        Acts((only,), (ActItem("Đề nghị", (only,)),)),
    )
    band = KeyFigure(DISCIPLINED, "", (only,))
    for article in (
        *(replace(ARTICLE_2019, body=(block,)) for block in blocks),
        replace(ARTICLE_2019, lead=(only,)),
        replace(ARTICLE_2019, notes=((only,),)),
        replace(ARTICLE_2019, key_figures=(band,)),
    ):
        assert "Chỉ ở đây." in [
            entry.source for group in article_context(listed(article)).published for entry in group.entries
        ]


def test_figures_of_one_row_stand_together_under_what_they_share() -> None:
    row = "Kỷ luật (huyện ủy, các cấp), {}năm 2019: số đã công bố"
    nine, seven = (
        FigureMention(
            number, number, number, "/so-lieu/2019/#k", row.format(f"{own}, " if own else ""), own=own
        )
        for number, own in (("9", "khai trừ, nữ"), ("7", ""))
    )
    other = FigureMention("5", "5", "5", None, "Đơn, năm 2019: số đã công bố, số sơ bộ")
    context = article_context(
        listed(replace(ARTICLE_2019, lead=(nine, other, seven), body=(), key_figures=()))
    )
    told = {group.heading: [(one.number, one.source) for one in group.entries] for group in context.published}
    numbers = {text: Drawn(f'<data value="{text}" data-figure="{text}">{text}</data>') for text in "975"}
    assert told == {
        "Kỷ luật (huyện ủy, các cấp), năm 2019": [(numbers["7"], "tổng số"), (numbers["9"], "khai trừ, nữ")],
        "": [(numbers["5"], "Đơn, năm 2019: số đã công bố, số sơ bộ")],
    }
    assert 'href="../../../../so-lieu/2019/#k" aria-describedby="nhom-1 nguon-1"' in context.lead
    assert 'href="#nguon-2" aria-describedby="nguon-2"' in context.lead


def test_a_figure_without_an_address_leads_to_its_source_on_the_page() -> None:
    nowhere = tuple(
        replace(p, address=None) if isinstance(p, FigureMention) else p for p in ARTICLE_2024.lead
    )
    article = listed(replace(ARTICLE_2024, lead=nowhere))
    files = draw(replace(BULLETINS, articles=(article,)))
    assert 'href="#nguon-1"' in files[NEWS_2024.strip("/") + "/index.md"]


def test_a_photo_has_its_size_words_and_caption() -> None:
    page = news(NEWS_2024)
    picture = next(e for e in page.elements if e.name == "img")
    assert picture.attributes["src"] == "../../../../anh/phien-hop-png-1200.jpg"
    assert (picture.attributes["width"], picture.attributes["height"]) == ("1200", "675")
    source = next(e for e in page.elements if e.name == "source")
    for element, kind in ((source, "webp"), (picture, "jpg")):
        files = (f"../../../../anh/phien-hop-png-{width}.{kind} {width}w" for width in (360, 720, 1200))
        assert element.attributes["srcset"] == ", ".join(files)
    assert picture.attributes["alt"].startswith("Các ủy viên ngồi quanh bàn họp")
    assert "Quang cảnh phiên họp (Ảnh: Ban biên tập)" in page.words()


def test_tables_have_a_caption_and_heads_of_rows_and_columns() -> None:
    page = seen("so-lieu/2019/index.md")
    names = [element.name for element in page.elements]
    assert names.count("caption") == names.count("table") == 5
    heads = [element.attributes.get("scope") for element in page.elements if element.name == "th"]
    assert set(heads) == {"row", "col"}
    assert heads.count("row") == sum(
        len(table.rows) for b in STATISTICS_2019.bodies for s in b.subjects for table in s.tables
    )


def test_an_implied_zero_and_a_missing_value_are_told_apart() -> None:
    words = seen("so-lieu/2019/index.md").words()
    assert "Cách chức 0 suy ra 2 không công bố không tính" in words
    assert "Khai trừ 1 không công bố không tính" in words


def test_statistics_lead_to_articles_and_back() -> None:
    assert f"../..{NEWS_2019}" in seen("so-lieu/2019/index.md").values("href")
    assert "../../../../so-lieu/2019/" in news(NEWS_2019).values("href")


def test_drafts_are_marked() -> None:
    draft = replace(ARTICLE_2024, draft=True)
    assert "Bản nháp" not in news(NEWS_2024).words()
    assert (
        "Bản nháp"
        in seen(NEWS_2024.strip("/") + "/index.md", draw(replace(BULLETINS, articles=(draft,)))).words()
    )


def with_front(front: FrontPage) -> Bulletins:
    return replace(BULLETINS, front=front)


def test_the_front_page_of_an_empty_project_says_so() -> None:
    empty = replace(BULLETINS.front, lead=None, rest=(), key_figures=(), years=())
    words = seen("index.md", draw(with_front(empty))).words()
    assert "Chưa có tin nào." in words
    assert "Tin khác" not in words


def test_the_front_page_does_not_grow() -> None:
    teasers: tuple[Teaser, ...] = tuple(
        replace(BULLETINS.front.rest[0], headline=f"Tin thứ {number}") for number in range(2000)
    )
    words = seen("index.md", draw(with_front(replace(BULLETINS.front, rest=teasers)))).words()
    assert words.count("Tin thứ") == REST_SHOWN
    assert f"Tin thứ {REST_SHOWN - 1} " in words


def test_a_lead_with_a_photo_shows_it() -> None:
    photo = next(block for block in ARTICLE_2024.body if not isinstance(block, Paragraph))
    lead = replace(BULLETINS.front.lead, photo=photo)  # type: ignore[type-var]  # the sample has a lead
    page = seen("index.md", draw(with_front(replace(BULLETINS.front, lead=lead))))
    assert "img" in page.names()
    assert "Tin khác" in page.words()


def test_years_of_the_archive_lead_to_each_other() -> None:
    assert "../2019/" in seen("luu-tru/2024/index.md").values("href")
    assert "../2024/" in seen("luu-tru/2019/index.md").values("href")
    assert "2024/#thang-11" in seen("luu-tru/index.md").values("href")


def test_pages_written_by_hand_stay_as_they_are() -> None:
    assert {FILES["gioi-thieu.md"], FILES["lien-he.md"]} == {page.markdown for page in BULLETINS.hand_written}


def test_robots() -> None:
    known = "User-agent: *\nAllow: /\nSitemap: https://ban-tin.example/mau/sitemap.xml\n"
    assert draw(BULLETINS, Outputs(tuple(sitemaps(BULLETINS))))["robots.txt"] == known
    unknown = replace(BULLETINS, publisher=replace(BULLETINS.publisher, site_address=""))
    assert draw(unknown, Outputs(tuple(sitemaps(unknown))))["robots.txt"] == "User-agent: *\nAllow: /\n"
