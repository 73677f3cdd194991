"""Notices at the head of pages, and the pages of what became of bulletins: log, tombstones, redirects."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.compose.said import (
    Bulletins,
    ChangedValue,
    LogEntry,
    Notice,
    Tombstone,
)
from bantin.language import format_date
from bantin.pages.addresses import link
from bantin.pages.contexts import Context, CorrectionsContext, RedirectContext, TombstoneContext
from bantin.pages.inline import draw_prose
from bantin.pages.notice_views import ChangeView, LogEntryView, NoticeView
from bantin.pages.parts import view_links


def view_notices(here: str, notices: Iterable[Notice]) -> tuple[NoticeView, ...]:
    """Notices at the head of the page ``here``, in their order."""
    return tuple(
        NoticeView(
            title=notice.title,
            changes=_changes(here, notice.changes),
            derived=_changes(here, notice.derived),
            reason=notice.reason,
            links=view_links(here, notice.links),
        )
        for notice in notices
    )


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
