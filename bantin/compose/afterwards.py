"""What happened after publication, for the whole site: corrections, withdrawals, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property

from bantin.compose.articles import Sources
from bantin.compose.closing import with_citation
from bantin.compose.effects import Effect, effects
from bantin.compose.following import Following
from bantin.compose.old_values import OldValues
from bantin.compose.past import Past
from bantin.compose.phrases import upper_first
from bantin.compose.said import (
    Article,
    Bulletins,
    CorrectionLog,
    IndicatorPage,
    Link,
    LogEntry,
    OrganisationPage,
    Outdated,
    Redirect,
    Tombstone,
)
from bantin.compose.standing import (
    LOG,
    Notices,
    copy_address,
    day_of,
    distinct,
    front_with_standing,
    moments,
    outdated_notice,
    reason_text,
    series_with_standing,
    statistics_with_standing,
    with_standing,
)
from bantin.compose.statistics import LATEST
from bantin.compose.superseded import superseded_copies
from bantin.dataset import Dataset
from bantin.dataset.records.correction import Correction
from bantin.language import format_date, key
from bantin.language.sentences import lower_first


class Afterwards:
    """Tells of a public dataset what has become of its records by ``now``."""

    def __init__(self, dataset: Dataset, sources: Sources, now: datetime) -> None:
        self.dataset = dataset
        self.sources = sources
        self.now = now
        self.past = Past(dataset)
        made = effects(self.past, sources.wording)
        changed = (effect.changed for effect in made)
        self.old_values = OldValues(self.past.corrections, changed, sources.wording)
        self.notices = Notices(dataset, made)
        self.records = {f"/{record.address}/": record for record in dataset.articles}
        self._effects: dict[str, tuple[Effect, ...]] = {}

    def effects_on(self, article: Article) -> tuple[Effect, ...]:
        """The corrections that an article has to tell of."""
        if article.address not in self._effects:
            record = self.records[article.address]
            self._effects[article.address] = self.notices.of_article(record, article)
        return self._effects[article.address]

    def article(self, article: Article) -> Article:
        """The article with what became of it, and how it is cited now."""
        record = self.records[article.address]
        told = with_standing(record, article, self.effects_on(article), self.now)
        return with_citation(told, self.sources.owner(record), self.dataset.site)

    def copies(self, article: Article) -> tuple[Article, ...]:
        """The superseded copies of an article."""
        record = self.records[article.address]
        told = self.effects_on(article)
        return superseded_copies(record, article, told, self.past, self.old_values, self.sources)

    def told(self, bulletins: Bulletins) -> Bulletins:
        """All the site says, with what became of it on its other pages, and the pages that tell of it."""
        articles = bulletins.articles
        statistics = tuple(
            statistics_with_standing(page, self.notices, self._outdated) for page in bulletins.statistics
        )
        superseded = tuple(copy for article in articles for copy in self.copies(article))
        told = replace(
            bulletins,
            front=front_with_standing(bulletins.front, self.notices.effects),
            statistics=statistics,
            indicators=tuple(series_with_standing(page, self.notices) for page in bulletins.indicators),
            organisations=tuple(series_with_standing(page, self.notices) for page in bulletins.organisations),
            superseded=superseded,
            tombstones=tuple(tombstones(self.dataset)),
            redirects=(*redirects(self.dataset), *_latest(bulletins)),
            log=self.log(replace(bulletins, superseded=superseded)),
        )
        return self._following.told(told)

    @property
    def _following(self) -> Following:
        owner, effects_on = self.sources.owner, self.effects_on
        return Following(self.dataset, self.records, owner, effects_on, self.notices, self.now)

    @cached_property
    def _outdated(self) -> dict[str, tuple[tuple[str, Outdated], ...]]:
        """For each statistics page, the bodies whose figures are outdated."""
        found: dict[str, dict[tuple[str, Outdated], None]] = {}
        for observed in self.dataset.observed:
            notice = outdated_notice(observed.record, self.now)
            if notice is not None:
                name = self.sources.naming.full(observed.body)
                found.setdefault(f"/so-lieu/{key(observed.period)}/", {})[name, notice] = None
        return {address: tuple(names) for address, names in found.items()}

    def log(self, bulletins: Bulletins) -> CorrectionLog:
        """All corrections and withdrawals, the latest first."""
        entries = [*self._corrections(bulletins), *self._withdrawals(bulletins.articles)]
        entries.sort(key=lambda entry: (-entry.day.toordinal(), entry.anchor))
        return CorrectionLog(LOG, tuple(entries))

    def _corrections(self, bulletins: Bulletins) -> Iterator[LogEntry]:
        pages: dict[str, list[Link]] = {}
        copies: dict[str, list[Link]] = {}
        series = self._series(bulletins)
        headlines = {copy.address: copy.headline for copy in bulletins.superseded}
        for article in bulletins.articles if self.notices.effects else ():
            told = self.effects_on(article)
            numbers = {moment: number for number, moment in enumerate(moments(told), 1)}
            for effect in told:
                name = effect.correction.id
                pages.setdefault(name, []).append(Link(article.address, article.headline))
                if effect.correction.major:
                    address = copy_address(article.address, numbers[effect.correction.on])
                    copies.setdefault(name, []).append(Link(address, headlines[address]))
        for page in bulletins.statistics:
            for effect in self.notices.of_statistics(page):
                pages.setdefault(effect.correction.id, []).append(Link(page.address, page.title))
        for effect in self.notices.effects:
            correction = effect.correction
            yield LogEntry(
                anchor=correction.id,
                day=correction.day,
                kind="Đính chính" if correction.major else "Sửa nhỏ",
                pages=tuple(pages.get(correction.id, ())),
                changes=(*distinct(effect.figures), *effect.texts),
                reason=reason_text(correction.reason),
                facts=" ".join(f"{fact}." for fact in _facts(correction)),
                copies=tuple(copies.get(correction.id, ())),
                series=tuple(series.get(correction.id, ())),
            )

    def _series(self, bulletins: Bulletins) -> dict[str, list[Link]]:
        """For each correction the pages of indicators and organisations that show what it changed."""
        found: dict[str, list[Link]] = {}
        pages: list[IndicatorPage | OrganisationPage] = [*bulletins.indicators, *bulletins.organisations]
        for page in pages:
            name = page.title if isinstance(page, IndicatorPage) else f"Số liệu của {page.name}"
            for effect in self.notices.of_series(page):
                found.setdefault(effect.correction.id, []).append(Link(page.address, name))
        return found

    def _withdrawals(self, articles: Sequence[Article]) -> Iterator[LogEntry]:
        for article in articles:
            notice = article.standing.outdated
            if notice is not None:
                link = Link(article.address, article.headline)
                yield _withdrawal("rut", "Rút bài", article.address, notice.day, link, notice.reason)
        for removed in self.dataset.removed:
            address = f"/{removed.address}/"
            link = Link(address, "địa chỉ cũ của bài đã gỡ")
            reason = reason_text(removed.reason)
            yield _withdrawal("go", "Gỡ bài", address, day_of(removed.on), link, reason)


def _withdrawal(short: str, kind: str, address: str, day: date, link: Link, reason: str) -> LogEntry:
    anchor = f"{short}-{address.strip('/').replace('/', '-')}"
    return LogEntry(anchor, day, kind, (link,), (), f"{upper_first(reason).rstrip('.')}.", "", ())


def _facts(correction: Correction) -> Iterator[str]:
    if correction.occurred is not None:
        yield f"Sai từ ngày {format_date(correction.occurred)}"
    if correction.noticed is not None:
        yield f"Phát hiện ngày {format_date(correction.noticed)}"
    yield f"Người quyết định: {correction.decided_by}"


def tombstones(dataset: Dataset) -> Iterator[Tombstone]:
    """What stands at the addresses of articles that were removed."""
    for removed in dataset.removed:
        yield Tombstone(f"/{removed.address}/", day_of(removed.on), reason_text(removed.reason))


def _latest(bulletins: Bulletins) -> Iterator[Redirect]:
    """The address that always leads to the latest year, which has an address of its own to cite."""
    for page in bulletins.statistics:
        if page.latest is not None and page.latest.address == LATEST:
            told = f"Đến {lower_first(page.title)}"
            yield Redirect(LATEST, page.address, "Số liệu mới nhất", told)


def redirects(dataset: Dataset) -> Iterator[Redirect]:
    """The former addresses of articles, of removed ones as well."""
    moved = [(record.address, record.former_addresses) for record in dataset.articles]
    moved += [(removed.address, removed.former_addresses) for removed in dataset.removed]
    for target, former in moved:
        yield from (Redirect(f"/{address}/", f"/{target}/") for address in former)
