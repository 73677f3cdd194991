"""A page per organisation with figures: its periods, its latest bulletins, its indicators."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bantin.compose.latest import LatestTeller
from bantin.compose.over_time import ORGANISATIONS, OverTime, Series
from bantin.compose.phrases import upper_first
from bantin.compose.said import Link, OrganisationPage
from bantin.language import Period, full_label, key, slug

BULLETINS = 5
"""How many of its bulletins a page names, the latest first; the archive has them all."""


def organisation_pages(
    over_time: OverTime, latest: LatestTeller, articles: Mapping[str, tuple[Link, ...]]
) -> Iterator[OrganisationPage]:
    """The page of each body with figures. articles: those that tell of a record, by its id."""
    for body, series in over_time.by_body.items():
        name = latest.wording.naming.full(body)
        periods = _periods(series)
        yield OrganisationPage(
            address=f"{ORGANISATIONS}{body}/",
            name=name,
            description=f"Số liệu {name} đã công bố: các kỳ, các chỉ tiêu và số mới nhất.",
            last_day=max(period.last_day for period in periods),
            periods=tuple(
                Link(f"/so-lieu/{key(period)}/#{slug(name)}", upper_first(full_label(period)))
                for period in periods
            ),
            articles=_bulletins(series, articles),
            groups=latest.by_subject(series),
        )


def _periods(series: list[Series]) -> list[Period]:
    """All periods of which a body published, the latest first."""
    found = dict.fromkeys(one.observed.period for each in series for one in each.figures)
    return sorted(found, key=lambda one: (-one.last_day.toordinal(), one.first_day, one.kind))


def _bulletins(series: list[Series], articles: Mapping[str, tuple[Link, ...]]) -> tuple[Link, ...]:
    records = {
        one.observed.record.id: one.observed.period.last_day for each in series for one in each.figures
    }
    ordered = sorted(records, key=lambda name: (-records[name].toordinal(), name))
    links = dict.fromkeys(link for name in ordered for link in articles.get(name, ()))
    return tuple(links)[:BULLETINS]
