"""Pages that lead to others: front page, archive, list of statistics years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from bantin.compose.phrases import upper_first
from bantin.compose.releases import Releases
from bantin.compose.said import (
    CALENDAR,
    Archive,
    ArchiveGroup,
    ArchiveYear,
    Article,
    FrontPage,
    Photo,
    StatisticsIndex,
    StatisticsPage,
    Teaser,
    YearFigures,
)
from bantin.compose.standing import mark_of

ARCHIVE = "/luu-tru/"
"""The address of the archive."""

MOST_NAMES = 2
"""More bodies than these are counted in the list of periods, and not named."""

REST = 10
"""How many bulletins stand on the front page below the first one."""


def teaser(article: Article, with_lead: bool = True, with_photo: bool = False) -> Teaser:
    """An article as it stands in a list, with what that list shows of it and no more."""
    photos = (block for block in article.body if isinstance(block, Photo) and with_photo)
    return Teaser(
        address=article.address,
        kicker=article.kicker,
        headline=article.headline,
        date_line=article.date_line,
        lead=article.lead if with_lead else (),
        photo=next(photos, None),
        draft=article.draft,
        mark=mark_of(article),
    )


def latest_first(articles: Iterable[Article]) -> list[Article]:
    """The articles by day, the latest first; on one day by address."""
    return sorted(articles, key=lambda article: (-article.day.toordinal(), article.address))


def front_page(
    articles: Sequence[Article], statistics: Sequence[StatisticsPage], description: str
) -> FrontPage:
    """The latest bulletins in force, the key figures of the latest year that has any, all years."""
    news = [article for article in articles if article.standing.in_feeds]
    shown = [teaser(article, with_photo=not above) for above, article in enumerate(news[: REST + 1])]
    latest = next((page for page in reversed(statistics) if page.key_figures), None)
    return FrontPage(
        description=description,
        lead=shown[0] if shown else None,
        rest=tuple(shown[1:]),
        key_figures_label=latest.period_label if latest else "",
        key_figures_address=latest.address if latest else "",
        key_figures=latest.key_figures if latest else (),
        years=_years(statistics),
    )


def _years(statistics: Sequence[StatisticsPage]) -> tuple[YearFigures, ...]:
    return tuple(YearFigures(page.address, _numeral(page), _summary(page)) for page in reversed(statistics))


def _numeral(page: StatisticsPage) -> str:
    """What the list of periods shows large: "2019"; the days of a year of its own stand beside it."""
    return page.period_label.removeprefix("Năm ").removesuffix(f" ({page.days})")


def _summary(page: StatisticsPage) -> str:
    rows = sum(
        1
        for body in page.bodies
        for subject in body.subjects
        for table in subject.tables
        if not table.is_series
        for row in table.rows
        if row.level == 0
    )
    names = [body.name for body in page.bodies]
    whose = " và ".join(names) if len(names) <= MOST_NAMES else f"{len(names)} cơ quan"
    days = f"{upper_first(page.days)}: " if page.days else ""
    return f"{days}{rows} số liệu của {whose}"


def statistics_index(statistics: Sequence[StatisticsPage], releases: Releases) -> StatisticsIndex:
    """All periods with figures, the latest first, and the releases that come next."""
    calendar = CALENDAR if releases.planned else ""
    return StatisticsIndex("/so-lieu/", _years(statistics), releases.next_ones(), calendar)


def archive(articles: Sequence[Article]) -> Archive:
    """All bulletins by year and month; results of a whole year stand before the months."""
    years = []
    for year, of_year in groupby(articles, key=lambda article: article.day.year):
        listed = [(article.archive_month, teaser(article, with_lead=False)) for article in of_year]
        years.append(ArchiveYear(f"/luu-tru/{year}/", f"Năm {year}", len(listed), by_month(listed)))
    return Archive(ARCHIVE, tuple(years))


def by_month(listed: Sequence[tuple[int | None, Teaser]]) -> tuple[ArchiveGroup, ...]:
    """The bulletins of a year by month, the latest first, after those of the year as a whole."""
    groups: dict[int | None, list[Teaser]] = {}
    for month, item in listed:
        groups.setdefault(month, []).append(item)
    return tuple(
        ArchiveGroup(
            label=f"Tháng {month}" if month else "Cả năm",
            anchor=f"thang-{month}" if month else "ca-nam",
            teasers=tuple(groups[month]),
        )
        for month in sorted(groups, key=lambda month: -(month or 13))
    )
