"""Expressions with digits that a record declares: its dates, periods, documents and literals.

A digit in a text is allowed when it belongs to one of them; what they leave is a typed number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bantin.dataset.dataset import Dataset
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.editorial import Publishable, Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.dataset.records.sessions import Session, When
from bantin.language import Period, PeriodKind, format_date, format_long_date, periods


def declared(dataset: Dataset, record: Publishable) -> re.Pattern[str]:
    """A pattern of everything with digits that the texts of ``record`` may say as it stands."""
    expressions = set(dataset.names_with_digits)
    if isinstance(record, ArticleRecord):
        expressions.update(_of_article(record))
        for told in dataset.told_by(record):
            expressions.update(_of_reporting(told))
    elif isinstance(record, Reporting):
        expressions.update(_of_reporting(record))
        for name in record.presents if isinstance(record, Meeting) else ():
            if name in dataset.reporting:
                expressions.update(_of_reporting(dataset.reporting[name]))
    return _pattern(frozenset(expressions))


def number_free(text: str, allowed: re.Pattern[str]) -> str:
    """The text with all that is allowed blanked out, each character in its place."""
    folded = re.sub(r"\s", " ", text)
    return allowed.sub(lambda match: " " * len(match[0]), folded)


def _pattern(expressions: frozenset[str]) -> re.Pattern[str]:
    with_digits = sorted(
        {text for text in expressions if re.search(r"\d", text)}, key=lambda text: (-len(text), text)
    )
    if not with_digits:
        return re.compile(r"(?!)")
    words = (re.escape(text).replace("–", " ?[-–] ?").replace(r"\ ", " +") for text in with_digits)
    return re.compile(rf"(?<![\w.,/])(?<!\d[–-])(?:{'|'.join(words)})(?!\d|[.,/–-]\d|\s?%)", re.IGNORECASE)


def _of_article(article: ArticleRecord) -> Iterator[str]:
    for period in article.terms:
        yield from _of_period(period)
    yield from (literal.text for literal in article.literals)
    yield from _of_day(article.published_on)


def _of_reporting(record: Reporting) -> Iterator[str]:
    for period in _periods_of(record):
        yield from _of_period(period)
    for document in record.documents:
        yield from (document.number or "", document.article or "", document.title)
        yield from (number.number for number in document.numbers)
        if document.day:
            yield from _of_day(document.day)
    yield from (literal.text for literal in record.literals)
    if isinstance(record, Meeting):
        yield from _of_meeting(record)
    elif isinstance(record, Result):
        for day in (record.as_of, record.next_release):
            yield from _of_day(day) if day else ()


def _of_meeting(meeting: Meeting) -> Iterator[str]:
    yield from (meeting.place or "", meeting.venue or "")
    yield from _of_session(meeting.session)
    yield from _of_when(meeting.when)
    if meeting.next_meeting:
        yield from _of_when(meeting.next_meeting.when)
        yield from _of_session(meeting.next_meeting.session) if meeting.next_meeting.session else ()
    yield from (link.name or "" for link in meeting.links)
    bases = [meeting.publication_basis, *(act.publication_basis for act in meeting.all_acts())]
    for basis in bases:
        if basis:
            yield basis.document
            yield from _of_day(basis.day)
    for act in meeting.all_acts():
        yield from (act.executes.name or "" if act.executes else "", act.reading or "")
    for question in meeting.questions:
        yield from _of_day(question.promised_by) if question.promised_by else ()


def _of_when(when: When) -> Iterator[str]:
    yield when.hour or ""
    for day in when.all_days:
        yield from _of_day(day)


def _of_session(session: Session) -> Iterator[str]:
    yield from (session.ordinal or "", session.purpose or "", session.theme or "")
    yield from (kind.ordinal or "" for kind in session.kinds)
    yield from (session.term or "").split(", ")


def _periods_of(record: Reporting) -> Iterator[Period]:
    yield from record.terms
    if isinstance(record, Result):
        yield record.period
    if isinstance(record, Meeting) and record.session.for_period:
        yield record.session.for_period
    for observation in record.observations:
        yield from (period for period in (observation.period, observation.compared_with) if period)
    yield from (statement.about for statement in record.statements if statement.about)
    for act in record.all_acts() if isinstance(record, Meeting) else ():
        for named in act.objects:
            yield from named.terms


def _of_period(period: Period) -> Iterator[str]:
    label = periods.label(period)
    yield from (label, *label.split(", "))
    if period.kind in (PeriodKind.HALF, PeriodKind.NINE_MONTHS):
        yield label.rsplit(" năm ", 1)[0]
    if period.kind is PeriodKind.MONTH:
        yield f"tháng {period.first_day.month}"
    if period.first_day.year == period.last_day.year:
        yield str(period.first_day.year)
    else:
        yield f"{period.first_day.year}–{period.last_day.year}"


def _of_day(day: date) -> Iterator[str]:
    yield from (format_date(day), f"{day.day}/{day.month}/{day.year}", format_long_date(day))
    yield from (f"{day.day}/{day.month}", str(day.year))
