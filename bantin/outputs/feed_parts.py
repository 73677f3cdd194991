"""What all kinds of feeds share: whole addresses, names that last, entries with all that is told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from bantin.compose.said import (
    FOLLOWING,
    Article,
    Bulletins,
    Feed,
    FeedEntry,
    LogEntry,
    News,
    Prose,
    StatisticsPage,
    plain,
)
from bantin.outputs.lines import Line, Passage, one_line, passage
from bantin.outputs.pieces import in_html, of_article, of_correction, of_figures

PLACE = "feed"
"""The kind of the places in feeds."""


@dataclass(frozen=True)
class Source:
    """What feeds are written from, looked up by what entries name.

    made: entries that are written already, for they stand in several feeds.
    """

    bulletins: Bulletins
    made: dict[tuple[str, str, bool], Passage] = field(default_factory=dict)

    @cached_property
    def news(self) -> dict[str, FeedEntry]:
        """All entries by their ids."""
        return {entry.id: entry for entry in self.bulletins.news}

    def passages(self, feed: Feed, form: str, write: Callable[[FeedEntry], Iterable[Line]]) -> list[Passage]:
        """The entries of a feed in a form, each written once however many feeds it stands in."""
        found = []
        for name in feed.ids:
            known = (form, name, feed.whole)
            if known not in self.made:
                self.made[known] = passage(write(self.news[name]))
            found.append(self.made[known])
        return found

    def whole(self, address: str) -> str:
        """A rooted address with the site's own before it."""
        return self.bulletins.publisher.site_address.rstrip("/") + address

    def name(self, entry: FeedEntry) -> str:
        """What an entry is called for ever: its address for a page of figures, else a tag (RFC 4151) of
        where and when it appeared, which holds when its address changes."""
        if entry.kind is News.FIGURES:
            return self.whole(entry.address)
        site = urlsplit(self.bulletins.publisher.site_address)
        return f"tag:{site.hostname},{entry.published:%Y-%m-%d}:{site.path.rstrip('/')}/{entry.id}"

    def author(self, entry: FeedEntry) -> str:
        """Whose news it is."""
        return entry.author or self.bulletins.publisher.name

    def summary(self, entry: FeedEntry) -> tuple[str, Prose]:
        """The first words of an entry, after what became of it."""
        before = f"{entry.mark}. " if entry.mark else ""
        return before + one_line(plain(entry.summary)), entry.summary

    def title(self, feed: Feed) -> str:
        """What a reader's list of feeds calls it."""
        title = self.bulletins.publisher.title
        return title if feed is self.bulletins.feeds[0] else f"{title} – {feed.label}"

    def content(self, entry: FeedEntry) -> Iterator[Line]:
        """All that an entry tells, as lines of HTML."""
        match entry.kind:
            case News.BULLETIN:
                pieces = of_article(self._articles[entry.address])
            case News.FIGURES:
                pieces = of_figures(self._figures[entry.address])
            case News.CORRECTION:
                pieces = of_correction(self._log[entry.address.partition("#")[2]])
        return in_html(pieces, self.whole)

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.address: article for article in self.bulletins.articles}

    @cached_property
    def _figures(self) -> dict[str, StatisticsPage]:
        return {page.address: page for page in self.bulletins.statistics}

    @cached_property
    def _log(self) -> dict[str, LogEntry]:
        return {entry.anchor: entry for entry in self.bulletins.log.entries}


def path_of(feed: Feed, ending: str) -> str:
    """The path of a feed below the site."""
    return f"{FOLLOWING.lstrip('/')}{feed.name}{ending}"
