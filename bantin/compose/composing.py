"""Dataset → everything the site says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from bantin.compose.afterwards import Afterwards
from bantin.compose.appointments import Appointments
from bantin.compose.articles import Sources, compose_article
from bantin.compose.indicators import IndicatorTeller
from bantin.compose.latest import LatestTeller
from bantin.compose.lists import archive, front_page, latest_first, statistics_index
from bantin.compose.naming import Naming
from bantin.compose.neighbours import with_neighbours
from bantin.compose.organisations import organisation_pages
from bantin.compose.over_time import OverTime
from bantin.compose.prose import Teller
from bantin.compose.publishing import publisher_of, with_following
from bantin.compose.releases import Releases, what_came
from bantin.compose.said import Article, Bulletins, HandWritten, Link, StatisticsPage
from bantin.compose.shelves import shelves
from bantin.compose.sources import with_sources
from bantin.compose.standing import outdated_notice
from bantin.compose.statements import statements
from bantin.compose.statistics import StatisticsSources, compose_statistics
from bantin.compose.wording import Wording
from bantin.dataset import Dataset
from bantin.dataset.attachments import AttachedFile
from bantin.dataset.pictures import Picture
from bantin.dataset.publication import is_due
from bantin.figures import Figures, FiguresIndex, compute
from bantin.language import HO_CHI_MINH, key


def compose(
    dataset: Dataset,
    now: datetime,
    pictures: Mapping[str, Picture],
    hand_written: Mapping[str, str],
    attachments: Mapping[str, AttachedFile] = MappingProxyType({}),
) -> Bulletins:
    """Everything the site says of a public dataset that has passed its checks.

    now: articles not due by then are marked as drafts (only a preview holds any); pictures, attachments:
    by their path below ``content/``; hand_written: address → Markdown.
    """
    index = FiguresIndex(figures := compute(dataset))
    naming, wording = Naming(dataset), wording_of(dataset, index)
    sources = Sources(dataset, figures, pictures, attachments, wording, naming)
    composed = (compose_article(record, sources, not is_due(record, now)) for record in dataset.articles)
    afterwards = Afterwards(dataset, sources, now)
    standing = (afterwards.article(with_sources(article, index, wording)) for article in composed)
    articles = with_neighbours(latest_first(standing), dataset)
    releases = _releases(dataset, now, wording)
    over_time, links = OverTime(dataset, figures), _links(dataset, articles)
    statistics = _statistics(dataset, figures, links, releases, over_time)
    latest = LatestTeller(over_time, wording, _withdrawn(dataset, now))
    told = IndicatorTeller(over_time, figures, wording, dataset.site.abbreviations, latest)
    bulletins = Bulletins(
        publisher=publisher_of(dataset.site, hand_written, bool(releases.planned)),
        front=front_page(articles, statistics, dataset.site.description),
        articles=tuple(articles),
        statistics=statistics,
        statistics_index=statistics_index(statistics, releases),
        archive=archive(articles),
        calendars=releases.calendars(),
        hand_written=tuple(HandWritten(address, hand_written[address]) for address in sorted(hand_written)),
        indicators=tuple(told.pages()),
        indicator_index=told.index(),
        organisations=tuple(organisation_pages(over_time, latest, links)),
        index=index,
    )
    followed = afterwards.told(_on_shelves(bulletins, dataset, naming))
    return _of_itself(followed, Appointments(dataset, releases, followed.changed, now))


def _on_shelves(bulletins: Bulletins, dataset: Dataset, naming: Naming) -> Bulletins:
    """The bulletins with the archive by body, subject and person."""
    lists, pages, articles = shelves(dataset, bulletins.articles, naming)
    return replace(bulletins, articles=articles, shelf_lists=lists, shelves=pages)


def _of_itself(bulletins: Bulletins, dated: Appointments) -> Bulletins:
    """The bulletins with the days of a calendar, the link to what readers can follow, and what the site says
    of itself."""
    publisher, appointments = bulletins.publisher, dated.all()
    if bulletins.feeds or appointments:
        publisher = with_following(publisher, next(iter(bulletins.feeds), None))
    by_hand = frozenset(page.address for page in bulletins.hand_written)
    english = dated.dataset.site.publisher.english_name or ""
    told = statements(publisher, english, by_hand, dated=bool(appointments))
    return replace(bulletins, publisher=publisher, appointments=appointments, statements=told)


def wording_of(dataset: Dataset, index: FiguresIndex) -> Wording:
    """How the figures of a dataset are said on its site."""
    shown = frozenset(key(found.observed.period) for found in index.all())
    style = dataset.site.house_style
    return Wording(style.zero_padding, shown, Naming(dataset), style.movement_sizes)


def _statistics(
    dataset: Dataset,
    figures: Mapping[str, Mapping[str, Figures]],
    articles: Mapping[str, tuple[Link, ...]],
    releases: Releases,
    over_time: OverTime,
) -> tuple[StatisticsPage, ...]:
    return compose_statistics(
        StatisticsSources(
            figures=figures,
            subjects=dataset.subjects,
            articles=articles,
            records=dataset.reporting,
            naming=releases.naming,
            wording=releases.teller.wording,
            abbreviations=dataset.site.abbreviations,
            releases=releases,
            over_time=over_time,
        )
    )


def _withdrawn(dataset: Dataset, now: datetime) -> dict[str, date]:
    """Since when meetings and results are for reference only, by their ids."""
    notices = {name: outdated_notice(record, now) for name, record in dataset.reporting.items()}
    return {name: notice.day for name, notice in notices.items() if notice is not None}


def _releases(dataset: Dataset, now: datetime, wording: Wording) -> Releases:
    """The calendar as of the day it is in Việt Nam; its texts name no figures."""
    today = now.astimezone(HO_CHI_MINH).date()
    return Releases(dataset.releases, today, wording.naming, Teller({}, wording, {}), what_came(dataset))


def _links(dataset: Dataset, articles: list[Article]) -> dict[str, tuple[Link, ...]]:
    """For each meeting or result, the articles that tell of it."""
    headlines = {article.address: article.headline for article in articles}
    return {
        name: tuple(Link(f"/{record.address}/", headlines[f"/{record.address}/"]) for record in records)
        for name, records in dataset.coverage.items()
    }
