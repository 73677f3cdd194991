"""What readers can follow: feeds of all news, by section and by body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bantin.compose.changing import Life, of_article, of_figures, with_lists
from bantin.compose.effects import Effect
from bantin.compose.lists import ARCHIVE
from bantin.compose.phrases import merged
from bantin.compose.said import (
    ALL_NEWS,
    Article,
    Bulletins,
    Changed,
    Feed,
    FeedEntry,
    IndicatorPage,
    LogEntry,
    News,
    OrganisationPage,
    Prose,
    StatisticsPage,
    Words,
    words,
)
from bantin.compose.standing import LOG, Notices, log_address, mark_of
from bantin.dataset import Dataset
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.language import format_date

MOST = 50
"""How many entries a feed has: more than a reader who looks in once a month will have missed."""

BODIES = f"{ARCHIVE}co-quan/"
SUBJECTS = f"{ARCHIVE}chu-de/"

_SECTIONS = (
    (ALL_NEWS, "Tất cả", "Tin, số liệu mới và đính chính.", "/", tuple(News)),
    ("tin", "Tin", "Tin hội nghị và tin về kết quả từng kỳ.", "/", (News.BULLETIN,)),
    ("so-lieu", "Số liệu", "Số liệu của từng kỳ, khi mới công bố.", "/so-lieu/", (News.FIGURES,)),
    ("dinh-chinh", "Đính chính", "Những chỗ sai đã sửa.", LOG, (News.CORRECTION,)),
)
"""Name, label, what is in it, the page that shows the same, the kinds of its entries."""


@dataclass(frozen=True)
class Following:
    """Tells what can be followed of what a public dataset says by ``now``.

    records: of bulletins by their addresses; owner: the body whose bulletin it is; effects_on: the
    corrections that a bulletin shows.
    """

    dataset: Dataset
    records: Mapping[str, ArticleRecord]
    owner: Callable[[ArticleRecord], str]
    effects_on: Callable[[Article], tuple[Effect, ...]]
    notices: Notices
    now: datetime

    def told(self, bulletins: Bulletins) -> Bulletins:
        """The bulletins with their feeds and the moments of their latest changes.

        Addresses in feeds must be whole: without the address of the site there are none.
        """
        lives = self._lives(bulletins)
        changed = {address: life.last for address, life in lives.items()} | self._of_log()
        news = tuple(self._news(bulletins, lives))
        told = tuple(Changed(address, at) for address, at in sorted(with_lists(changed, bulletins).items()))
        feeds = tuple(_feeds(bulletins, news)) if bulletins.publisher.site_address else ()
        return replace(bulletins, news=news, feeds=feeds, changed=told, as_of=self.now)

    def _lives(self, bulletins: Bulletins) -> dict[str, Life]:
        """The life of each bulletin and of each page of figures, by their addresses."""
        lives = of_figures(self.dataset, self.now)
        for article in bulletins.articles:
            life = of_article(self.records[article.address], self.now)
            lives[article.address] = life.with_corrections(_made(self.effects_on(article)))
        if self.notices.effects:
            series: tuple[IndicatorPage | OrganisationPage, ...] = (
                *bulletins.indicators,
                *bulletins.organisations,
            )
            touching = [(page.address, self.notices.of_statistics(page)) for page in bulletins.statistics]
            touching += [(page.address, self.notices.of_series(page)) for page in series]
            for address, effects in touching:
                if address in lives:
                    lives[address] = lives[address].with_corrections(_made(effects))
        return lives

    def _of_log(self) -> dict[str, datetime]:
        moments = [
            *(one.on for one in _made(self.notices.effects)),
            *(removed.on for removed in self.dataset.removed),
            *(on for record in self.dataset.articles if (on := record.outdated_on) and on <= self.now),
        ]
        return {LOG: max(moments)} if moments else {}

    def _news(self, bulletins: Bulletins, lives: Mapping[str, Life]) -> list[FeedEntry]:
        subjects: dict[str, list[str]] = {}
        for name, _, addresses in shelved(bulletins, SUBJECTS):
            for address in addresses:
                subjects.setdefault(address, []).append(name)
        entries = [
            self._of_article(article, lives[article.address], tuple(subjects.get(article.address, ())))
            for article in bulletins.articles
            if article.standing.in_feeds
        ]
        entries += [
            _of_figures(page, lives[page.address])
            for page in bulletins.statistics
            if page.address in lives and not page.outdated
        ]
        log = {entry.anchor: entry for entry in bulletins.log.entries}
        entries += [
            _of_correction(effect, log[effect.correction.id])
            for effect in self.notices.effects
            if effect.correction.major
        ]
        return sorted(entries, key=_latest_first)

    def _of_article(self, article: Article, life: Life, subjects: tuple[str, ...]) -> FeedEntry:
        record = self.records[article.address]
        return FeedEntry(
            kind=News.BULLETIN,
            id=f"{News.BULLETIN}/{record.id}",
            address=article.address,
            title=article.headline,
            summary=article.lead or _prose(article.description),
            published=life.first,
            updated=life.told,
            author=self.owner(record),
            subjects=subjects,
            mark=mark_of(article),
        )


def _of_figures(page: StatisticsPage, life: Life) -> FeedEntry:
    """The figures of a period as news; its page is called by its address for ever."""
    return FeedEntry(
        kind=News.FIGURES,
        id=page.address.strip("/"),
        address=page.address,
        title=page.title,
        summary=page.intro[0] if page.intro else _prose(page.description),
        published=life.first,
        updated=life.told,
        author=page.bodies[0].name if len(page.bodies) == 1 else "",
        subjects=tuple(dict.fromkeys(subject.heading for body in page.bodies for subject in body.subjects)),
        mark=f"Đính chính {format_date(page.corrections[0].day)}" if page.corrections else "",
    )


def _of_correction(effect: Effect, entry: LogEntry) -> FeedEntry:
    correction = effect.correction
    what: tuple[object, ...] = (": ", *_prose(entry.pages[0].text)) if entry.pages else ()
    return FeedEntry(
        kind=News.CORRECTION,
        id=f"{News.CORRECTION}/{correction.id}",
        address=log_address(correction.id),
        title=words(merged([f"{entry.kind} {format_date(entry.day)}", *what])),
        summary=(entry.reason,),
        published=correction.on,
        updated=correction.on,
        author="",
        subjects=(),
        mark="",
    )


def _feeds(bulletins: Bulletins, news: Sequence[FeedEntry]) -> Iterator[Feed]:
    """The feed of everything, those of sections, and those of bodies; nothing where there is no news."""
    latest = max((entry.updated for entry in news), default=None)
    if latest is None:
        return
    for name, label, about, page, kinds in _SECTIONS:
        entries = [entry for entry in news if entry.kind in kinds]
        if entries or News.CORRECTION in kinds:
            yield filled(Feed(name, label, about, page, latest, ()), entries)
    places = {entry.address: place for place, entry in enumerate(news)}
    for name, page, addresses in shelved(bulletins, BODIES):
        filed = sorted(places[address] for address in addresses if address in places)
        if filed:
            path = page.removeprefix(ARCHIVE).strip("/")
            empty = Feed(path, name, f"Tin của {name}.", page, latest, (), whole=False)
            yield filled(empty, [news[place] for place in filed])


def filled(empty: Feed, entries: Sequence[FeedEntry]) -> Feed:
    """The feed with the newest of these; one that waits for its first is as old as the latest news of all."""
    kept = entries[:MOST]
    updated = max((entry.updated for entry in kept), default=empty.updated)
    return replace(empty, ids=tuple(entry.id for entry in kept), updated=updated)


def shelved(bulletins: Bulletins, folder: str) -> Iterator[tuple[str, str, list[str]]]:
    """The shelves of a kind: name, address, and the addresses of their bulletins, of all years."""
    years = {shelf.address: shelf for shelf in bulletins.shelves if shelf.label}
    for shelf in bulletins.shelves:
        if shelf.above.address == folder:
            pages = [shelf, *(years[year.address] for year in shelf.years)]
            groups = [group for page in pages for group in page.groups]
            yield shelf.name, shelf.address, [one.address for group in groups for one in group.teasers]


def _latest_first(entry: FeedEntry) -> tuple[float, int, str]:
    """Of what came out at one moment, the bulletin before its figures."""
    return -entry.published.timestamp(), list(News).index(entry.kind), entry.id


def _made(effects: Iterable[Effect]) -> Iterator[Correction]:
    return (effect.correction for effect in effects)


def _prose(told: Words) -> Prose:
    return (told,) if isinstance(told, str) else told
