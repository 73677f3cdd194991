"""When each page was last changed, as far as records tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from bantin.compose.over_time import INDICATORS, ORGANISATIONS
from bantin.compose.said import ArchiveGroup, Bulletins, FrontPage
from bantin.dataset import Dataset
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import ALWAYS, Publishable
from bantin.language import HO_CHI_MINH, key

Moments = Mapping[str, datetime]
"""For addresses of pages, when they were last changed; those of which it is not known are not there."""


@dataclass(frozen=True, slots=True)
class Life:
    """When something came out, and when it was last changed; told: as far as readers are told of it."""

    first: datetime
    last: datetime
    told: datetime

    def with_changes(self, moments: Iterable[datetime]) -> Life:
        """The same with more changes, of which readers are told."""
        found = tuple(moments)
        return Life(self.first, max((self.last, *found)), max((self.told, *found)))

    def with_corrections(self, corrections: Iterable[Correction]) -> Life:
        """The same with corrections; readers are told of those that are more than a slip of the pen."""
        made = tuple(corrections)
        last = max((self.last, *(one.on for one in made)))
        return Life(self.first, last, max((self.told, *(one.on for one in made if one.major))))


def at_midnight(day: date) -> datetime:
    """The moment at which a day begins in Việt Nam."""
    return datetime.combine(day, time(), HO_CHI_MINH)


def of_article(record: ArticleRecord, now: datetime) -> Life:
    """The life of a bulletin, its corrections apart."""
    updated = (at_midnight(record.updated_on),) if record.updated_on else ()
    return Life(record.due, record.due, record.due).with_changes((*updated, *_withdrawn(record, now)))


def of_figures(dataset: Dataset, now: datetime) -> dict[str, Life]:
    """The life of each page of figures by its address, corrections apart, where records tell it."""
    known: dict[str, Life | None] = {}
    found: dict[str, Life] = {}
    for observed in dataset.observed:
        record = observed.record
        if record.id not in known:
            first = dataset.first_public(record)
            lived = Life(first, first, first).with_changes(_withdrawn(record, now))
            known[record.id] = lived if first != ALWAYS else None
        life, indicator = known[record.id], f"{INDICATORS}{observed.observation.indicator}/"
        for page in (
            f"/so-lieu/{key(observed.period)}/",
            indicator,
            f"{indicator}{observed.body}/",
            f"{ORGANISATIONS}{observed.body}/",
        ):
            if life is not None:
                before = found.get(page, life)
                found[page] = Life(
                    min(before.first, life.first), max(before.last, life.last), max(before.told, life.told)
                )
    return found


def _withdrawn(record: Publishable, now: datetime) -> Iterator[datetime]:
    if record.outdated_on is not None and record.outdated_on <= now:
        yield record.outdated_on


def with_lists(pages: Moments, bulletins: Bulletins) -> dict[str, datetime]:
    """The pages with those that lead to them: a list is as new as the newest that it lists.

    pages: bulletins, pages of figures, and the log of corrections.
    """
    found = dict(pages)

    def enter(address: str, listed: Iterable[str]) -> None:
        newest = max((found[one] for one in listed if one in found), default=None)
        if newest is not None:
            found[address] = newest

    for year in bulletins.archive.years:
        enter(year.address, _in_groups(year.groups))
    for shelf in reversed(bulletins.shelves):  # pages of years follow the one that leads to them
        enter(shelf.address, (*_in_groups(shelf.groups), *(year.address for year in shelf.years)))
    for shelves in bulletins.shelf_lists:
        enter(shelves.address, (link.address for link in shelves.links))
    enter(bulletins.archive.address, (year.address for year in bulletins.archive.years))
    enter(bulletins.statistics_index.address, (page.address for page in bulletins.statistics))
    enter(bulletins.indicator_index.address, (page.address for page in bulletins.indicators))
    enter(ORGANISATIONS, (page.address for page in bulletins.organisations))
    enter("/", _on_front(bulletins.front))
    return found


def _on_front(front: FrontPage) -> Iterator[str]:
    yield from (teaser.address for teaser in (front.lead, *front.rest) if teaser)
    yield from (year.address for year in front.years)


def _in_groups(groups: Iterable[ArchiveGroup]) -> Iterator[str]:
    return (teaser.address for group in groups for teaser in group.teasers)
