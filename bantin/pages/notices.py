"""Notices at the head of pages, and the pages of what became of bulletins: log, tombstones, redirects."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.compose.said import (
    Article,
    Bulletins,
    ChangedValue,
    CorrectionNotice,
    Link,
    LogEntry,
    Outdated,
    StatisticsPage,
    Tombstone,
)
from bantin.language import format_date
from bantin.pages.addresses import link
from bantin.pages.contexts import Context, CorrectionsContext, RedirectContext, TombstoneContext
from bantin.pages.inline import draw_prose
from bantin.pages.notice_views import ChangeView, LogEntryView, NoticeView
from bantin.pages.parts import view_link, view_links

_WHOLE_LOG = "Chi tiết trong trang Đính chính"


def article_notices(article: Article) -> tuple[NoticeView, ...]:
    """What the head of an article says: that it is replaced or outdated, and its corrections."""
    here, standing = article.address, article.standing
    notices: list[NoticeView] = []
    if standing.replaced is not None:
        title = f"Bản cũ, đã được thay thế ngày {format_date(standing.replaced.day)}"
        notices.append(NoticeView(title, (), (), "", (view_link(here, standing.replaced.present),)))
    if standing.outdated is not None:
        notices.append(_outdated("Bài", standing.outdated))
    return (*notices, *correction_notices(here, standing.corrections))


def statistics_notices(page: StatisticsPage) -> tuple[NoticeView, ...]:
    """What the head of a statistics page says."""
    outdated = [_outdated(f"Số liệu của {name}", notice) for name, notice in page.outdated]
    return (*outdated, *correction_notices(page.address, page.corrections))


def _outdated(what: str, notice: Outdated) -> NoticeView:
    reason = notice.reason.rstrip(".")
    said = f"{what} đã được rút vì {reason}. Nội dung dưới đây chỉ để tra cứu."
    return NoticeView(f"Đã rút {format_date(notice.day)}", (), (), said, ())


def correction_notices(here: str, corrections: Iterable[CorrectionNotice]) -> tuple[NoticeView, ...]:
    """Corrections on the page ``here``, in their order."""
    return tuple(
        NoticeView(
            title=f"Đính chính {format_date(notice.day)}",
            changes=_changes(here, notice.changes),
            derived=_changes(here, notice.derived),
            reason=notice.reason,
            links=view_links(here, _links(notice)),
        )
        for notice in corrections
    )


def _links(notice: CorrectionNotice) -> tuple[Link, ...]:
    earlier = (notice.earlier,) if notice.earlier else ()
    return (*earlier, Link(notice.address, _WHOLE_LOG))


def _changes(here: str, changes: Iterable[ChangedValue]) -> tuple[ChangeView, ...]:
    return tuple(
        ChangeView(change.what, draw_prose(change.was, here, {}), draw_prose(change.now, here, {}))
        for change in changes
    )


def later_contexts(bulletins: Bulletins) -> dict[str, Context]:
    """The log of corrections, what stands where articles were removed, and former addresses."""
    log = bulletins.log
    entries = tuple(_entry(log.address, entry) for entry in log.entries)
    contexts: dict[str, Context] = {log.address: CorrectionsContext(bulletins.publisher.name, entries)}
    for stone in bulletins.tombstones:
        contexts[stone.address] = _tombstone(stone, log.address, bulletins.archive.address)
    for redirect in bulletins.redirects:
        href = link(redirect.address, redirect.target)
        contexts[redirect.address] = RedirectContext(
            redirect.title, redirect.told, href, redirect.target.strip("/") + "/"
        )
    return contexts


def _entry(here: str, entry: LogEntry) -> LogEntryView:
    return LogEntryView(
        anchor=entry.anchor,
        title=f"{entry.kind} {format_date(entry.day)}",
        changes=_changes(here, entry.changes),
        reason=entry.reason,
        facts=entry.facts,
        pages=view_links(here, entry.pages),
        copies=view_links(here, entry.copies),
        series=view_links(here, entry.series),
    )


def _tombstone(stone: Tombstone, log: str, archive: str) -> TombstoneContext:
    return TombstoneContext(
        day=format_date(stone.day),
        reason=stone.reason.rstrip("."),
        log_href=link(stone.address, log),
        archive_href=link(stone.address, archive),
    )
