"""What a template may use: one documented type for each template."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.pages.archive_contexts import (
    ArchiveContext,
    ArchiveYearContext,
    CalendarContext,
    ShelfContext,
    ShelfListContext,
)
from bantin.pages.article_views import CitationView, GlossaryView, StepView
from bantin.pages.escape import Drawn
from bantin.pages.file_views import AttachmentView, DownloadView
from bantin.pages.following_views import FeedView
from bantin.pages.notice_views import LogEntryView, NoticeView
from bantin.pages.series_views import BodySeriesView, EntryGroupView, EntryView, LatestGroupView
from bantin.pages.statement_views import StatementSectionView
from bantin.pages.views import (
    BlockView,
    BodyView,
    KeyFigureView,
    LinkView,
    ReleaseView,
    SourceGroupView,
    SourceView,
    TeaserView,
    YearView,
)


@dataclass(frozen=True, slots=True)
class FrontContext:
    """``front.md.jinja``: the first page. ``beside``: bulletins that fill the column of the lead."""

    title: str
    description: str
    lead_story: TeaserView | None
    beside: tuple[TeaserView, ...]
    rest: tuple[TeaserView, ...]
    band_label: str
    band_href: Drawn
    band: tuple[KeyFigureView, ...]
    years: tuple[YearView, ...]
    archive_href: Drawn
    notices: tuple[NoticeView, ...]


@dataclass(frozen=True, slots=True)
class ArticleContext:
    """``article.md.jinja``: a bulletin.

    title: the headline without marks; kicker_href: "" for a kicker that leads nowhere; derived, published:
    where its figures come from; change: its latest correction or change in words; notices: what became of
    it; kept_out: whether search engines and lists leave it out; day: ISO date that a search sorts it by;
    owners: whose it is, for a search as well; steps: the days of its publication and changes; downloads:
    what it is offered as; related, earlier, later: other bulletins, their kickers telling why they stand
    there.
    """

    title: str
    headline: str
    description: str
    kicker: str
    kicker_href: Drawn
    date_line: str
    source_code: str
    lead: Drawn
    band: tuple[KeyFigureView, ...]
    body: tuple[BlockView, ...]
    byline: tuple[str, ...]
    notes: tuple[Drawn, ...]
    derived: tuple[SourceView, ...]
    published: tuple[SourceGroupView, ...]
    statistics: tuple[LinkView, ...]
    downloads: tuple[DownloadView, ...]
    attachments: tuple[AttachmentView, ...]
    draft: bool
    change: str
    notices: tuple[NoticeView, ...]
    kept_out: bool
    day: str
    owners: str
    steps: tuple[StepView, ...]
    evidence: tuple[LinkView, ...]
    glossary: tuple[GlossaryView, ...]
    citation: CitationView | None
    related: tuple[TeaserView, ...]
    earlier: TeaserView | None
    later: TeaserView | None


@dataclass(frozen=True, slots=True)
class StatisticsContext:
    """``statistics.md.jinja``: figures of a period. day: its last, as ISO date; owners: whose they are;
    downloads: the page as files."""

    title: str
    day: str
    owners: str
    description: str
    period_label: str
    intro: tuple[Drawn, ...]
    band: tuple[KeyFigureView, ...]
    bodies: tuple[BodyView, ...]
    status_key: tuple[tuple[str, str], ...]
    notes: tuple[Drawn, ...]
    articles: tuple[LinkView, ...]
    previous: LinkView | None
    following: LinkView | None
    notices: tuple[NoticeView, ...]
    method: tuple[Drawn, ...]
    unpublished: tuple[Drawn, ...]
    latest: LinkView | None
    is_latest: bool
    downloads: tuple[DownloadView, ...]


@dataclass(frozen=True, slots=True)
class StatisticsIndexContext:
    """``statistics-index.md.jinja``: all periods with figures, what comes next, and the calendar, if any;
    indicators, organisations: the lists of these; subjects: where the indicators of each subject are listed,
    and the first of these; data: to all of them as files."""

    publisher: str
    years: tuple[YearView, ...]
    releases: tuple[ReleaseView, ...]
    calendar_href: Drawn
    indicators: LinkView | None
    organisations: LinkView | None
    subjects: tuple[EntryView, ...]
    data: LinkView


@dataclass(frozen=True, slots=True)
class IndicatorContext:
    """``indicator.md.jinja``: an indicator over all its periods.

    day: the last of its latest period, as ISO date; owners: whose figures they are; facts: its definition,
    unit and so on; latest: instead of series where each body has a page of its own; downloads: the page as
    files.
    """

    title: str
    day: str
    owners: str
    description: str
    subject: str
    point: Drawn
    facts: tuple[tuple[str, str], ...]
    bodies: tuple[BodySeriesView, ...]
    latest: tuple[LatestGroupView, ...]
    status_key: tuple[tuple[str, str], ...]
    above: LinkView
    notices: tuple[NoticeView, ...]
    downloads: tuple[DownloadView, ...]


@dataclass(frozen=True, slots=True)
class IndicatorIndexContext:
    """``indicator-index.md.jinja``: all indicators by subject; years: the list of periods."""

    publisher: str
    years: LinkView
    groups: tuple[EntryGroupView, ...]


@dataclass(frozen=True, slots=True)
class OrganisationContext:
    """``organisation.md.jinja``: what one organisation published. day: the last of its latest period; above:
    the list of organisations; downloads: the page as files."""

    above: LinkView
    name: str
    day: str
    description: str
    periods: tuple[LinkView, ...]
    articles: tuple[LinkView, ...]
    groups: tuple[LatestGroupView, ...]
    notices: tuple[NoticeView, ...]
    downloads: tuple[DownloadView, ...]


@dataclass(frozen=True, slots=True)
class OrganisationIndexContext:
    """``organisation-index.md.jinja``: all organisations with figures, and how many each has; years: the list
    of periods."""

    publisher: str
    years: LinkView
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class StatementContext:
    """``statement.md.jinja``: a page on the site itself. place: its address; language: "" for Vietnamese."""

    title: str
    summary: str
    place: str
    language: str
    sections: tuple[StatementSectionView, ...]


@dataclass(frozen=True, slots=True)
class FollowingContext:
    """``following.md.jinja``: feeds of all news and of sections, those of bodies, and the calendar file."""

    publisher: str
    sections: tuple[FeedView, ...]
    bodies: tuple[FeedView, ...]
    calendar: tuple[DownloadView, ...]


@dataclass(frozen=True, slots=True)
class SearchContext:
    """``search.md.jinja``: the page of the search."""

    publisher: str
    archive_href: Drawn


@dataclass(frozen=True, slots=True)
class CorrectionsContext:
    """``corrections.md.jinja``: the log of corrections and withdrawals."""

    publisher: str
    entries: tuple[LogEntryView, ...]


@dataclass(frozen=True, slots=True)
class TombstoneContext:
    """``tombstone.md.jinja``: what stands where an article was removed. reason: after "vì"."""

    day: str
    reason: str
    log_href: Drawn
    archive_href: Drawn


@dataclass(frozen=True, slots=True)
class RedirectContext:
    """``redirect.md.jinja``: a former address, or one that leads to the latest year. told: the words of the
    link; path: of the page to go to, from the root of the site."""

    title: str
    told: str
    href: Drawn
    path: str


Context = (
    FrontContext
    | ArticleContext
    | StatisticsContext
    | StatisticsIndexContext
    | IndicatorContext
    | IndicatorIndexContext
    | OrganisationContext
    | OrganisationIndexContext
    | ArchiveContext
    | ArchiveYearContext
    | ShelfContext
    | ShelfListContext
    | CalendarContext
    | StatementContext
    | FollowingContext
    | SearchContext
    | CorrectionsContext
    | TombstoneContext
    | RedirectContext
)
"""Whatever a page is drawn from."""

TEMPLATES: dict[type[Context], str] = {
    FrontContext: "front.md.jinja",
    ArticleContext: "article.md.jinja",
    StatisticsContext: "statistics.md.jinja",
    StatisticsIndexContext: "statistics-index.md.jinja",
    IndicatorContext: "indicator.md.jinja",
    IndicatorIndexContext: "indicator-index.md.jinja",
    OrganisationContext: "organisation.md.jinja",
    OrganisationIndexContext: "organisation-index.md.jinja",
    ArchiveContext: "archive.md.jinja",
    ArchiveYearContext: "archive-year.md.jinja",
    ShelfContext: "shelf.md.jinja",
    ShelfListContext: "shelf-list.md.jinja",
    CalendarContext: "calendar.md.jinja",
    StatementContext: "statement.md.jinja",
    FollowingContext: "following.md.jinja",
    SearchContext: "search.md.jinja",
    CorrectionsContext: "corrections.md.jinja",
    TombstoneContext: "tombstone.md.jinja",
    RedirectContext: "redirect.md.jinja",
}
"""The template of each context."""
