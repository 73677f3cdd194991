"""Composed bulletins to draw: the facts of the two example records in wording of their own."""

from __future__ import annotations

from dataclasses import replace

from bantin.compose.said import (
    Archive,
    ArchiveGroup,
    ArchiveYear,
    Article,
    Bulletins,
    FrontPage,
    HandWritten,
    Link,
    Photo,
    Publisher,
    Release,
    ReleaseCalendar,
    Shelf,
    ShelfLink,
    ShelfList,
    Statement,
    StatementItem,
    StatementSection,
    StatisticsIndex,
    Teaser,
    YearFigures,
)
from tests.pages.sample_articles import ARTICLE_2019, ARTICLE_2024, RESULTS_2019, RESULTS_2024
from tests.pages.sample_series import INDICATOR_INDEX, INDICATOR_PAGE, ORGANISATION_PAGE
from tests.pages.sample_standing import LOG, NOTICE, REDIRECT, SUPERSEDED, TOMBSTONE, with_standing
from tests.pages.sample_statistics import STATISTICS_2019, STATISTICS_2024

PUBLISHER = Publisher(
    name="Bản tin",
    parent="Trang mẫu",
    title="Bản tin mẫu",
    description="Tin hội nghị và kết quả hằng năm, mỗi con số dẫn về nơi công bố.",
    licence_text="Nội dung dùng lại theo giấy phép CC BY 4.0",
    licence_address="https://creativecommons.org/licenses/by/4.0/deed.vi",
    contact=("Trang mẫu, không phải trang của cơ quan nào",),
    site_address="https://ban-tin.example/mau/",
    header_links=(
        Link("/", "Tin"),
        Link("/so-lieu/", "Số liệu"),
        Link("/luu-tru/", "Lưu trữ"),
        Link("/lich/", "Lịch"),
    ),
    footer_links=(
        Link("/gioi-thieu/", "Giới thiệu"),
        Link("/lien-he/", "Liên hệ"),
        Link("/english/", "English"),
    ),
    editor="Lê Văn A, Chánh Văn phòng",
)


def teaser(article: Article, photo: Photo | None = None) -> Teaser:
    return Teaser(
        article.address,
        article.kicker,
        article.headline,
        article.date_line,
        article.lead,
        photo,
        article.draft,
        "Đính chính 05/12/2026" if article is ARTICLE_2019 else "",
    )


YEARS = (
    YearFigures(RESULTS_2024, "2024", "100% cấp ủy, UBKT cơ sở hoàn thành chương trình"),
    YearFigures(RESULTS_2019, "2019", "22 đảng viên bị thi hành kỷ luật, tăng 5 so với năm 2018"),
)

ARCHIVE = Archive(
    "/luu-tru/",
    (
        ArchiveYear(
            "/luu-tru/2024/", "2024", 1, (ArchiveGroup("Tháng 11", "thang-11", (teaser(ARTICLE_2024),)),)
        ),
        ArchiveYear(
            "/luu-tru/2019/", "2019", 1, (ArchiveGroup("Cả năm", "ca-nam", (teaser(ARTICLE_2019),)),)
        ),
    ),
)

BODY = "/luu-tru/co-quan/dang-uy-khoi/"
PERSON = "/luu-tru/nguoi/hoang-chinh/"
BODIES = (ShelfLink(BODY, "Đảng ủy Khối", 1),)
PEOPLE = (ShelfLink(PERSON, "Hoàng Chính", 1, "Chủ nhiệm UBKT Đảng ủy Khối"),)
SHELF_LISTS = (
    ShelfList("/luu-tru/co-quan/", "cơ quan", BODIES, BODIES),
    ShelfList("/luu-tru/nguoi/", "người", (*PEOPLE, *PEOPLE), PEOPLE),
)
SHELVES = (
    Shelf(
        address=BODY,
        above=Link("/luu-tru/co-quan/", "Lưu trữ theo cơ quan"),
        name="Đảng ủy Khối",
        label="",
        about="Tin của Đảng ủy Khối",
        span="năm 2024",
        count=1,
        years=(ShelfLink(f"{BODY}2024/", "Năm 2024", 1),),
        groups=(),
    ),
    Shelf(
        address=f"{BODY}2024/",
        above=Link(BODY, "Đảng ủy Khối"),
        name="Đảng ủy Khối",
        label="Năm 2024",
        about="Tin của Đảng ủy Khối",
        span="năm 2024",
        count=1,
        years=(),
        groups=ARCHIVE.years[0].groups,
    ),
    Shelf(
        address=PERSON,
        above=Link("/luu-tru/nguoi/", "Lưu trữ theo người"),
        name="Hoàng Chính",
        label="",
        about="Tin có Hoàng Chính chủ trì, phát biểu hoặc ký bài",
        span="năm 2019",
        count=1,
        years=(),
        groups=(
            ArchiveGroup(
                "Năm 2019",
                "nam-2019",
                (replace(teaser(ARTICLE_2019), part="Phát biểu – Chủ nhiệm UBKT Đảng ủy Khối"),),
            ),
        ),
    ),
)

CALENDARS = (
    ReleaseCalendar(
        address="/lich/",
        label="",
        coming=(
            Release("Kết quả năm 2026", "Đảng ủy Khối", "Thứ sáu, 15/01/2027", ("Dự kiến",), False),
            Release("Kết quả quý IV/2026", "", "Đã hủy", ("Không công bố vì chưa đủ số liệu",), True),
        ),
        past=(Release("Kết quả năm 2019", "", "Thứ sáu, 20/12/2019", ("Đã công bố",), False, RESULTS_2019),),
        years=(Link("/lich/2019/", "Năm 2019"),),
    ),
    ReleaseCalendar(
        address="/lich/2019/",
        label="Năm 2019",
        coming=(),
        past=(Release("Kết quả năm 2019", "", "Thứ sáu, 20/12/2019", ("Đã công bố",), False, RESULTS_2019),),
        years=(),
    ),
)
STATEMENTS = (
    Statement(
        address="/du-lieu/",
        title="Dữ liệu mở",
        summary="Mọi số liệu ở dạng máy đọc được.",
        sections=(StatementSection("Cả bộ", "ca-bo", ("Các bảng CSV.",), (StatementItem("Tin", "/"),)),),
    ),
    Statement(
        address="/english/",
        title="About Bản tin",
        summary="This is the website of Bản tin.",
        sections=(
            StatementSection(
                "What is where",
                "what-is-where",
                ("Bulletins are published in Vietnamese only.",),
                (
                    StatementItem("Tin", "/", "news", "vi"),
                    StatementItem("suy ra", note="derived", language="vi"),
                    StatementItem("Plain words"),
                ),
            ),
        ),
        language="en",
    ),
)

ABOUT = """---
title: Giới thiệu
description: Trang này là gì.
---

# Giới thiệu

Trang mẫu. [Liên hệ](lien-he.md), [số liệu](so-lieu/index.md).
"""
CONTACT = ABOUT.replace("Giới thiệu", "Liên hệ").replace("lien-he.md", "gioi-thieu.md")

BULLETINS = Bulletins(
    publisher=PUBLISHER,
    front=FrontPage(
        description=PUBLISHER.description,
        lead=teaser(ARTICLE_2024),
        rest=(teaser(ARTICLE_2019),),
        key_figures_label="Năm 2019 qua các số",
        key_figures_address=RESULTS_2019,
        key_figures=STATISTICS_2019.key_figures,
        years=YEARS,
        corrections=(NOTICE,),
    ),
    articles=(with_standing(ARTICLE_2024), with_standing(ARTICLE_2019)),
    statistics=(STATISTICS_2024, STATISTICS_2019),
    statistics_index=StatisticsIndex("/so-lieu/", YEARS, CALENDARS[0].coming, "/lich/"),
    archive=ARCHIVE,
    shelf_lists=SHELF_LISTS,
    shelves=SHELVES,
    calendars=CALENDARS,
    statements=STATEMENTS,
    superseded=(SUPERSEDED,),
    tombstones=(TOMBSTONE,),
    redirects=(REDIRECT,),
    log=LOG,
    indicators=(INDICATOR_PAGE,),
    indicator_index=INDICATOR_INDEX,
    organisations=(ORGANISATION_PAGE,),
    hand_written=(HandWritten("/gioi-thieu/", ABOUT), HandWritten("/lien-he/", CONTACT)),
)
