"""What became of the sample's bulletins: one corrected, one outdated, one removed, one moved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bantin.compose.said import (
    Article,
    ChangedValue,
    CorrectionLog,
    CorrectionNotice,
    DatedStep,
    Link,
    LogEntry,
    Outdated,
    Redirect,
    Replaced,
    Standing,
    Tombstone,
    plain,
)
from tests.pages.sample_articles import ARTICLE_2019, ARTICLE_2024, DISCIPLINED, FIVE_MORE

LOG_ADDRESS = "/dinh-chinh/"
DAY = date(2026, 12, 5)
COPY = f"{ARTICLE_2019.address}ban-1/"
CHANGE = ChangedValue("Đảng viên bị thi hành kỷ luật, năm 2019", ("21",), (DISCIPLINED,))
FOLLOWS = ChangedValue("Mức tăng so với năm 2018", ("4",), (FIVE_MORE,))
GONE = ChangedValue("Sapô", ("“Lời cũ”",), ())
NOTICE = CorrectionNotice(
    f"{LOG_ADDRESS}#ky-luat-2019", DAY, (CHANGE, GONE), (FOLLOWS,), "Ghi nhầm.", Link(COPY, "Xem bản cũ")
)
STEPS = (DatedStep("Đăng ngày", date(2026, 11, 22), is_change=False), DatedStep("Đính chính", DAY))
CORRECTED = Standing(date(2026, 11, 22), DAY, "Đính chính 05/12/2026", (NOTICE,), steps=STEPS)
OUTDATED = Standing(date(2026, 11, 22), outdated=Outdated(DAY, "cách thống kê đã thay đổi"))


def with_standing(article: Article) -> Article:
    return replace(article, standing=CORRECTED if article is ARTICLE_2019 else OUTDATED)


SUPERSEDED = replace(
    ARTICLE_2019,
    address=COPY,
    headline=f"{plain(ARTICLE_2019.headline)} (trước khi đính chính)",
    sources=(),
    related=(),
    later=None,
    standing=Standing(replaced=Replaced(DAY, Link(ARTICLE_2019.address, "Đọc bản hiện hành"))),
)
TOMBSTONE = Tombstone("/tin/2025/01/da-go/", DAY, "chưa được phép công bố")
REDIRECT = Redirect("/tin/2024/11/dia-chi-cu/", ARTICLE_2024.address)
LOG = CorrectionLog(
    LOG_ADDRESS,
    (
        LogEntry(
            "ky-luat-2019",
            DAY,
            "Đính chính",
            (Link(ARTICLE_2019.address, ARTICLE_2019.headline),),
            (CHANGE, GONE),
            "Ghi nhầm.",
            "Phát hiện ngày 04/12/2026. Người quyết định: Ban biên tập.",
            (Link(COPY, "Bản cũ"),),
        ),
        LogEntry("go-da-go", DAY, "Gỡ bài", (Link(TOMBSTONE.address, "Bài đã gỡ"),), (), "Vì …", "", ()),
    ),
)
