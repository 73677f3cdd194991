"""The statistics page of a period: one table per body and subject, every value with its status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bantin.compose.caveats import break_notes
from bantin.compose.facts import Facts
from bantin.compose.grids import grids
from bantin.compose.key_figures import chosen_figures, key_figures
from bantin.compose.marks import WITHOUT_A_WORD, status_key
from bantin.compose.methods import method_notes, unpublished_notes
from bantin.compose.naming import Naming
from bantin.compose.notes import unresolved_note
from bantin.compose.over_time import OverTime
from bantin.compose.phrases import sentences, upper_first
from bantin.compose.prose import Definitions, Teller
from bantin.compose.releases import Releases
from bantin.compose.rows import rows
from bantin.compose.said import (
    BodyStatistics,
    Link,
    Prose,
    Row,
    StatisticsPage,
    Subject,
    Table,
    words,
)
from bantin.compose.series import series_tables
from bantin.compose.wording import Wording
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Reading
from bantin.dataset.records.registers import NumberKind, SubjectOfIndicators
from bantin.dataset.records.result import Result
from bantin.figures import Figures
from bantin.language import Calendar, Period, PeriodKind, compared_with, full_label, key, label, slug
from bantin.language.sentences import lower_first

LATEST = "/so-lieu/moi-nhat/"
"""The address that always leads to the latest year."""


@dataclass(frozen=True)
class StatisticsSources:
    """What statistics pages are composed from."""

    figures: Mapping[str, Mapping[str, Figures]]
    subjects: tuple[SubjectOfIndicators, ...]
    articles: Mapping[str, tuple[Link, ...]]
    records: Mapping[str, Reporting]
    naming: Naming
    wording: Wording
    abbreviations: Mapping[str, str]
    releases: Releases
    over_time: OverTime

    @cached_property
    def by_identity(self) -> dict[str, Figures]:
        """All figures by the identity of their observation."""
        found = (figures for of_record in self.figures.values() for figures in of_record.values())
        return {figures.observed.identity: figures for figures in found}

    def by_period(self) -> dict[Period, list[Figures]]:
        """All figures, period by period, the earliest first."""
        periods: dict[Period, list[Figures]] = {}
        for of_record in self.figures.values():
            for figures in of_record.values():
                periods.setdefault(figures.observed.period, []).append(figures)
        return {period: periods[period] for period in sorted(periods, key=_period_order)}


def _period_order(period: Period) -> tuple[object, ...]:
    """By the day a period ends; nine months after their third quarter, for they are known later."""
    return (period.last_day, -period.first_day.toordinal(), period.kind)


def compose_statistics(sources: StatisticsSources) -> tuple[StatisticsPage, ...]:
    """One page a period, the earliest first, each knowing its neighbours."""
    by_period = sources.by_period()
    pages = [_page(period, figures, sources) for period, figures in by_period.items()]
    years = [page for page, period in zip(pages, by_period, strict=True) if period.kind is PeriodKind.YEAR]
    linked = []
    for position, page in enumerate(pages):
        before = pages[position - 1] if position else None
        after = pages[position + 1] if position + 1 < len(pages) else None
        latest = _latest(page, years)
        linked.append(replace(page, previous=_link(before), next=_link(after), latest=latest))
    return tuple(linked)


def _latest(page: StatisticsPage, years: list[StatisticsPage]) -> Link | None:
    """Where the latest year is told; from its own page the address that leads to whichever is the latest."""
    if not years or page not in years:
        return None
    newest = years[-1]
    return Link(LATEST, newest.period_label) if page is newest else _link(newest)


def _link(page: StatisticsPage | None) -> Link | None:
    return Link(page.address, page.period_label) if page else None


def _page(period: Period, figures: list[Figures], sources: StatisticsSources) -> StatisticsPage:
    name = full_label(period)
    definitions = Definitions(sources.abbreviations)
    records = _records(figures, sources)
    told = _of_period(records, sources, period)
    points = _main_points(chosen_figures(records, told), sources)
    said = tuple(map(definitions.apply, points))
    bodies = tuple(_bodies(period, figures, sources))
    return StatisticsPage(
        address=f"/so-lieu/{key(period)}/",
        title=f"Số liệu {name}",
        period_label=upper_first(name),
        days=name.removeprefix(label(period)).strip(" ()"),
        first_day=period.first_day,
        last_day=period.last_day,
        intro=(sentences(*said),) if said else (),
        description=words(sentences((f"Số liệu {name}.",), *said[:1])),
        key_figures=key_figures(records, told, sources.wording),
        bodies=bodies,
        status_key=_status_key(bodies),
        notes=tuple(
            definitions.apply(note)
            for note in (*_own_days(period, sources), *_remarks(records, figures, sources))
        ),
        articles=_articles(figures, sources),
        previous=None,
        next=None,
        method=tuple(map(definitions.apply, method_notes(figures))),
        unpublished=tuple(
            map(definitions.apply, unpublished_notes(figures, sources.over_time, sources.wording))
        ),
    )


def _status_key(bodies: Iterable[BodyStatistics]) -> tuple[tuple[str, str], ...]:
    """What a number without a word beside it is, and the words that the page uses."""
    subjects = [subject for body in bodies for subject in body.subjects]
    tables = [table for subject in subjects for table in subject.tables]
    return (WITHOUT_A_WORD, *status_key(tables, [grid for subject in subjects for grid in subject.grids]))


def _of_period(
    records: list[Reporting], sources: StatisticsSources, period: Period
) -> dict[str, dict[str, Figures]]:
    return {
        record.id: {
            name: found
            for name, found in sources.figures[record.id].items()
            if found.observed.period == period
        }
        for record in records
    }


def _records(figures: Iterable[Figures], sources: StatisticsSources) -> list[Reporting]:
    names = dict.fromkeys(found.observed.record.id for found in figures)
    return [sources.records[name] for name in names]


def _main_points(figures: list[Figures], sources: StatisticsSources) -> tuple[Prose, ...]:
    """The key figures in sentences: the first with the period, then all others."""
    known = {found.observed.identity: found for found in figures}
    return Facts(Teller(known, sources.wording, sources.figures), sources.naming).main_points(figures)


def _own_days(period: Period, sources: StatisticsSources) -> Iterator[Prose]:
    """Which days a period of a calendar of its own stands for."""
    if period.calendar is not Calendar.CIVIL:
        first, last = sources.naming.day(period.first_day), sources.naming.day(period.last_day)
        yield (f"{upper_first(label(period))} ở đây tính từ {first} đến hết {last}.",)


def _remarks(records: list[Reporting], figures: list[Figures], sources: StatisticsSources) -> Iterator[Prose]:
    yield from _days(records, sources)
    yield from sources.releases.standing([record for record in records if isinstance(record, Result)])
    yield from _notes(figures, sources.wording)


def _days(records: list[Reporting], sources: StatisticsSources) -> Iterator[Prose]:
    """Until which day the figures of a record were counted."""
    for record in records:
        if isinstance(record, Result) and record.as_of is not None:
            name = sources.naming.full(record.organisation)
            yield (f"Số liệu của {name} tính đến {sources.naming.day(record.as_of)}.",)


def _notes(figures: list[Figures], wording: Wording) -> Iterator[Prose]:
    unresolved = [
        found for found in figures if found.attainment and found.attainment.reading is Reading.UNRESOLVED
    ]
    if unresolved:
        yield unresolved_note(unresolved, wording)
    yield from break_notes(figures)


def _articles(figures: Iterable[Figures], sources: StatisticsSources) -> tuple[Link, ...]:
    links: dict[Link, None] = {}
    for found in figures:
        links.update(dict.fromkeys(sources.articles.get(found.observed.record.id, ())))
    return tuple(links)


def _bodies(period: Period, figures: list[Figures], sources: StatisticsSources) -> Iterator[BodyStatistics]:
    bodies: dict[str, list[Figures]] = {}
    for found in figures:
        bodies.setdefault(found.observed.body, []).append(found)
    for body, of_body in bodies.items():
        name = sources.naming.full(body)
        subjects = tuple(_subjects(period, body, of_body, sources))
        yield BodyStatistics(name, slug(name), subjects, sources.over_time.body_page(body, name))


def _subjects(
    period: Period, body: str, figures: list[Figures], sources: StatisticsSources
) -> Iterator[Subject]:
    for subject in sources.subjects:
        chosen = [found for found in figures if found.indicator.subject == subject.id]
        if chosen:
            anchor = f"{body}-{subject.id}"
            tables = _tables(period, subject, anchor, chosen, sources)
            series = series_tables(chosen, sources.by_identity, sources.wording)
            told = tuple(grids(chosen, figures, sources.wording))
            yield Subject(subject.label, anchor, (*tables, *series), told)


def _tables(
    period: Period,
    subject: SubjectOfIndicators,
    anchor: str,
    figures: list[Figures],
    sources: StatisticsSources,
) -> Iterator[Table]:
    """One table for each period that figures are compared with, since that heads a column."""
    compared: dict[Period | None, list[Figures]] = {}
    for found in figures:
        compared.setdefault(found.earlier_period, []).append(found)
    for position, (earlier, chosen) in enumerate(compared.items(), 1):
        own = f"{anchor}-{position}" if position > 1 else anchor
        table = _table(f"Số liệu về {lower_first(subject.label)}", own, period, earlier, chosen, sources)
        against = compared_with(period, earlier) if earlier else "không so với kỳ nào"
        said = position > 1 or any(row.earlier.value or row.change.value for row in table.rows)
        yield replace(table, caption=f"{table.caption} {label(period)}{f', {against}' if said else ''}")


def _table(
    caption: str,
    anchor: str,
    period: Period,
    earlier: Period | None,
    figures: list[Figures],
    sources: StatisticsSources,
) -> Table:
    told = [(found, sources.articles.get(found.observed.record.id, ())) for found in figures]
    listed = [row for found, articles in told for row in _rows(found, articles, sources)]
    return Table(
        anchor=f"bang-{anchor}",
        caption=caption,
        unit=_unit(figures),
        current_label=upper_first(label(period)),
        earlier_label=upper_first(label(earlier)) if earlier else "Kỳ trước",
        rows=tuple(listed),
    )


def _rows(found: Figures, articles: tuple[Link, ...], sources: StatisticsSources) -> Iterator[Row]:
    return rows(found, _teller_of(found, sources), articles, sources.over_time.address(found))


def _unit(figures: list[Figures]) -> str:
    """The unit of all rows, or "" where they have several."""
    percent = {found.indicator.number is NumberKind.PERCENT for found in figures}
    units = {found.indicator.unit for found in figures}
    return "%" if percent == {True} else units.pop() if len(units) == len(percent) == 1 else ""


def _teller_of(figures: Figures, sources: StatisticsSources) -> Teller:
    """Tells the texts of the figures' record, which may name its figures and those that it presents."""
    record = figures.observed.record
    known: dict[str, Figures] = {}
    for name in (*(record.presents if isinstance(record, Meeting) else ()), record.id):
        known.update(sources.figures[name])
    return Teller(known, sources.wording, sources.figures)
