"""What became of articles and figures after they were published, told on every page that shows them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeVar

from bantin.compose.effects import Effect
from bantin.compose.phrases import merged
from bantin.compose.said import (
    Article,
    ChangedValue,
    CorrectionNotice,
    DatedStep,
    FrontPage,
    IndicatorPage,
    Link,
    OrganisationPage,
    Outdated,
    Prose,
    Standing,
    StatisticsPage,
)
from bantin.compose.walking import mentions
from bantin.dataset import Dataset
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.text import Text
from bantin.language import HO_CHI_MINH, format_date

LOG = "/dinh-chinh/"
"""The address of the log of corrections."""


SeriesPage = TypeVar("SeriesPage", IndicatorPage, OrganisationPage)

ByName = Mapping[str, Sequence[int]]
"""Which corrections have to do with a name, by their positions."""


def log_address(name: str) -> str:
    """Where the log tells of a correction."""
    return f"{LOG}#{name}"


def day_of(moment: datetime) -> date:
    """The day of a moment in Việt Nam."""
    return moment.astimezone(HO_CHI_MINH).date()


def exact(moment: datetime) -> datetime | None:
    """The moment as a clock in Việt Nam shows it; None for one that is a day and no more."""
    local = moment.astimezone(HO_CHI_MINH)
    return local if local.time() != time() else None


def reason_text(reason: Text) -> str:
    """A reason as printed; it refers to no figure."""
    return "".join(piece for piece in reason.pieces if isinstance(piece, str))


def outdated_notice(record: Publishable, now: datetime) -> Outdated | None:
    """The notice that a record is outdated, once it is."""
    moment, withdrawal = record.outdated_on, record.withdrawal
    if moment is None or withdrawal is None or moment > now:
        return None
    return Outdated(day_of(moment), reason_text(withdrawal.reason))


class Notices:
    """Tells which corrections each page has to tell of."""

    def __init__(self, dataset: Dataset, effects: tuple[Effect, ...]) -> None:
        self.dataset = dataset
        self.effects = effects
        self._of_figure = _by_name(effects, lambda effect: effect.changed)
        self._of_row = _by_name(effects, lambda effect: effect.touched)
        self._of_record = _by_name(effects, _told_by_record)

    def of_article(self, record: ArticleRecord, article: Article) -> tuple[Effect, ...]:
        """The corrections that an article shows something of, in the order in which they were made."""
        if not self.effects:
            return ()
        shown = {mention.identity for mention in mentions(article)}
        told = {record.id, *(one.id for one in self.dataset.told_by(record))}
        return self._found((self._of_figure, shown), (self._of_record, told))

    def of_statistics(self, page: StatisticsPage) -> tuple[Effect, ...]:
        """The corrections that change a row of a statistics page."""
        return self._found((self._of_row, anchors_of(page))) if self.effects else ()

    def of_series(self, page: IndicatorPage | OrganisationPage) -> tuple[Effect, ...]:
        """The corrections that change a figure of a page of figures over time."""
        if not self.effects:
            return ()
        return self._found((self._of_figure, {mention.identity for mention in mentions(page)}))

    def _found(self, *asked: tuple[ByName, Collection[str]]) -> tuple[Effect, ...]:
        """The corrections that have to do with any of these names, in the order in which they were made."""
        found = {at for known, names in asked for name in names for at in known.get(name, ())}
        return tuple(self.effects[at] for at in sorted(found))


def _by_name(effects: Iterable[Effect], names: Callable[[Effect], Iterable[str]]) -> ByName:
    found: dict[str, list[int]] = {}
    for at, effect in enumerate(effects):
        for name in names(effect):
            found.setdefault(name, []).append(at)
    return found


def _told_by_record(effect: Effect) -> tuple[str, ...]:
    """The record that was corrected, where whoever tells of it tells of the correction as well: texts and
    figures that are gone stand nowhere else."""
    gone = any(not change.now for change in effect.changed.values())
    return (effect.correction.record,) if effect.texts or gone else ()


def anchors_of(page: StatisticsPage) -> frozenset[str]:
    """The anchors of all rows of a statistics page."""
    tables = [table for body in page.bodies for subject in body.subjects for table in subject.tables]
    return frozenset(row.anchor for table in tables for row in table.rows)


def moments(effects: Iterable[Effect]) -> list[datetime]:
    """The different moments of the corrections that readers must know of."""
    return sorted({effect.correction.on for effect in effects if effect.correction.major})


def copy_address(article: str, number: int) -> str:
    """The permanent address of a superseded copy, counted from 1."""
    return f"{article}ban-{number}/"


def article_notices(article: Article, effects: tuple[Effect, ...]) -> tuple[CorrectionNotice, ...]:
    """What an article says of its corrections, the latest first."""
    if not effects:
        return ()
    shown = {mention.identity for mention in mentions(article)}
    numbers = {moment: number for number, moment in enumerate(moments(effects), 1)}
    return tuple(
        replace(
            _notice(effect, shown),
            earlier=Link(copy_address(article.address, numbers[effect.correction.on]), "Xem bản cũ"),
        )
        for effect in reversed(effects)
        if effect.correction.major
    )


def page_notices(shown: Collection[str], effects: Iterable[Effect]) -> tuple[CorrectionNotice, ...]:
    """What another page says of corrections, the latest first; shown: the identities of its figures."""
    return tuple(_notice(effect, shown) for effect in reversed(tuple(effects)) if effect.correction.major)


def in_words(notice: CorrectionNotice) -> Prose:
    """A correction as one paragraph, for places without lists."""
    pieces: list[object] = [f"Đính chính {format_date(notice.day)}. "]
    for number, change in enumerate((*notice.changes, *notice.derived)):
        was, now = change.was or ("không có",), change.now or ("không có",)
        pieces += ["; " * bool(number), f"{change.what}: trước là ", *was, ", nay là ", *now]
    return merged([*pieces, f". {notice.reason}"])


def _notice(effect: Effect, shown: Collection[str]) -> CorrectionNotice:
    correction = effect.correction
    changes = (*_seen(effect.figures, shown), *effect.texts)
    derived = _seen(effect.derived, shown)
    return CorrectionNotice(
        address=log_address(correction.id),
        day=correction.day,
        changes=changes or derived,
        derived=derived if changes else (),
        reason=reason_text(correction.reason),
        at=exact(correction.on),
    )


def _seen(changes: Mapping[str, ChangedValue], shown: Collection[str]) -> tuple[ChangedValue, ...]:
    """The changes of the figures that are shown, and of those that are gone."""
    return distinct({name: change for name, change in changes.items() if name in shown or not change.now})


def distinct(changes: Mapping[str, ChangedValue]) -> tuple[ChangedValue, ...]:
    """The changes by identity, what reads the same once."""
    found: dict[tuple[str, str, str], ChangedValue] = {}
    for change in changes.values():
        found.setdefault(change.words, change)
    return tuple(found.values())


def with_standing(
    record: ArticleRecord, article: Article, effects: tuple[Effect, ...], now: datetime
) -> Article:
    """The article with what became of it."""
    notices = article_notices(article, effects)
    updated = record.updated_on
    changed = max((day for day in (updated, *(notice.day for notice in notices)) if day), default=None)
    words = ""
    if changed is not None:
        corrected = any(notice.day == changed for notice in notices)
        words = f"{'Đính chính' if corrected else 'Cập nhật'} {format_date(changed)}"
    standing = Standing(
        published_on=record.published_on,
        changed_on=changed,
        change=words,
        corrections=notices,
        outdated=outdated_notice(record, now),
        steps=tuple(_steps(record, article, notices)),
    )
    return replace(article, standing=standing)


def first_day(record: ArticleRecord, article: Article) -> Iterator[DatedStep]:
    """The first day on this site, where the date line names another or the time of day is known."""
    due = record.publish_at
    at = exact(due) if due and day_of(due) == record.published_on else None
    if at or format_date(record.published_on) not in article.date_line:
        yield DatedStep("Đăng" if at else "Đăng ngày", record.published_on, is_change=False, at=at)


def _steps(
    record: ArticleRecord, article: Article, notices: tuple[CorrectionNotice, ...]
) -> Iterator[DatedStep]:
    corrected, at = (notices[0].day, notices[0].at) if notices else (None, None)
    yield from first_day(record, article)
    later = [DatedStep("Đính chính", corrected, at=at)] if corrected else []
    if record.updated_on and record.updated_on != corrected:
        later.append(DatedStep("Cập nhật", record.updated_on))
    yield from sorted(later, key=lambda step: step.day)


def statistics_with_standing(
    page: StatisticsPage, notices: Notices, outdated: Mapping[str, tuple[tuple[str, Outdated], ...]]
) -> StatisticsPage:
    """The statistics page with its corrections, and whose figures are outdated."""
    effects, anchors = notices.of_statistics(page), anchors_of(page)
    shown = {name for effect in effects for name, row in effect.rows.items() if row in anchors}
    told = page_notices(shown, effects)
    return replace(page, corrections=told, outdated=outdated.get(page.address, ()))


def front_with_standing(front: FrontPage, effects: tuple[Effect, ...]) -> FrontPage:
    """The front page with the corrections of its key figures; bulletins carry a mark of their own."""
    shown = {mention.identity for figure in front.key_figures for mention in mentions(figure)}
    touching = [effect for effect in effects if not shown.isdisjoint(effect.changed)]
    return replace(front, corrections=page_notices(shown, touching))


def series_with_standing(page: SeriesPage, notices: Notices) -> SeriesPage:
    """A page of figures over time with the corrections of the figures that it shows."""
    touching = notices.of_series(page)
    if not touching:
        return page
    shown = {mention.identity for mention in mentions(page)}
    return replace(page, corrections=page_notices(shown, touching))


def printed_day(step: DatedStep) -> str:
    """The day of a step as printed, with the time of day where it is known: "07:30 ngày 29/11/2024"."""
    day = format_date(step.day)
    return f"{step.at:%H:%M} ngày {day}" if step.at else day


def mark_of(article: Article) -> str:
    """What a list says beside a bulletin of what became of it."""
    if article.standing.outdated is not None:
        return f"Đã rút {format_date(article.standing.outdated.day)}"
    return article.standing.change if article.standing.corrections else ""
