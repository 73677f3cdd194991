"""Rules about articles: what they cover, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.article import ArticleRecord, NotStated
from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import ALWAYS, PublicationStatus, Publishable
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.language import format_instant
from bantin.problems import say


@rule
def covers_unfinished(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What is ready tells only of what is ready too and due no later: an article of the records that it
    covers, a meeting of the results that it presents."""
    for article in dataset.articles:
        yield from _unfinished(dataset, article, "covers", article.covers)
    for meeting in dataset.meetings:
        yield from _unfinished(dataset, meeting, "presents", meeting.presents)


def _unfinished(dataset: Dataset, record: Publishable, field: str, names: tuple[str, ...]) -> Iterator[Found]:
    if record.status is PublicationStatus.DRAFT or record.ends == ALWAYS:
        return
    for position, name in enumerate(names):
        told = dataset.reporting.get(name)
        if told is None:
            continue
        file, due = told.where().file, told.publish_at
        if told.ends is not None and (record.ends is None or told.ends < record.ends):
            yield Found(
                record.where(field, position),
                say("this record is ready, but “{name}”, which it tells of, is not", name=name),
                (say("{file}: status {status}", file=file, status=told.status.value),),
                say("write status: ready there, or status: draft here")
                if told.status is PublicationStatus.DRAFT
                else say("withdraw this record as well, no later than that one"),
            )
        elif due and due > record.due:
            yield Found(
                record.where(field, position),
                say("this record is published before “{name}”, which it tells of", name=name),
                (say("{file}: publish_at {instant}", file=file, instant=format_instant(due)),),
                say("write a publish_at here that is no earlier"),
            )


@rule
def address_in_place(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The address of an article is tin/YYYY/MM/name, so that it never meets another page."""
    for article in dataset.articles:
        parts = article.address.split("/")
        year_and_month = len(parts) == 4 and len(parts[1]) == 4 and len(parts[2]) == 2
        fits = year_and_month and parts[0] == "tin" and parts[1].isdigit() and parts[2].isdigit()
        if not fits or not 1 <= int(parts[2]) <= 12 or len(parts[3]) > 80:
            yield Found(
                article.where("address"),
                say("the address is not of the form tin/YYYY/MM/name"),
                (say("YYYY is the year, MM the month (01 to 12), the name has at most 80 characters"),),
                say("write for example {address}", address=_proposed(dataset, article)),
            )


def _proposed(dataset: Dataset, article: ArticleRecord) -> str:
    """An address with the month of what the article tells of."""
    day = article.published_on
    for record in dataset.told_by(article)[:1]:
        day = (record.day or day) if isinstance(record, Meeting) else day
        day = record.period.last_day if isinstance(record, Result) else day
    name = article.address.rsplit("/", 1)[-1][:80].strip("-")
    return f"tin/{day.year}/{day.month:02}/{name}"


@rule
def not_stated_but_given(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What a record says its source leaves out is not given in the record."""
    for article in dataset.articles:
        for position, left_out in enumerate(article.source.not_stated):
            if _is_given(dataset, article, left_out):
                yield Found(
                    article.source.where("not_stated", position),
                    say("the source is said not to state “{name}”, but it is given", name=left_out.value),
                    (),
                    say("strike it from not_stated, or from the record"),
                )


def _is_given(dataset: Dataset, article: ArticleRecord, left_out: NotStated) -> bool:
    told = dataset.told_by(article)
    meetings = [record for record in told if isinstance(record, Meeting)]
    match left_out:
        case NotStated.HEADLINE:
            return article.headline is not None
        case NotStated.LEAD:
            return article.lead is not None
        case NotStated.PUBLISHED_ON:
            return article.source.published_on is not None
        case NotStated.PLACE:
            return any(meeting.place or meeting.venue for meeting in meetings)
        case NotStated.ATTENDEE_COUNT:
            return any(guest.count for meeting in meetings for guest in meeting.attendees)
        case NotStated.AS_OF:
            return any(isinstance(record, Result) and record.as_of for record in told)
        case NotStated.DAY:
            return any(meeting.when.first for meeting in meetings)
        case NotStated.BYLINE:
            return bool(article.byline)
        case NotStated.PROVINCE:
            return False


@rule
def byline_names_somebody(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Who signs an article is told once: by a name, a person of the register, or an organisation."""
    for article in dataset.articles:
        for position, byline in enumerate(article.byline):
            given = [field for field in ("name", "person") if getattr(byline, field)]
            if len(given) > 1 or not (given or byline.organisation):
                yield Found(
                    article.where("byline", position),
                    say("who signs is told by a name or by a person, one of them"),
                    (say("here: {names}", names=", ".join(given) or "–"),),
                    say("write the name alone, or person with an id from data/people.yml"),
                )


@rule
def year_inferred_of_a_day(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A year that is said to be inferred belongs to a day that is given."""
    for article in dataset.articles:
        source = article.source
        if source.published_year_inferred_from and source.published_on is None:
            yield _no_day(source, "published_year_inferred_from", "published_on")
    for meeting in dataset.meetings:
        if meeting.when.year_inferred_from and meeting.when.first is None:
            yield _no_day(meeting.when, "year_inferred_from", "first_day")


def _no_day(part: Part, field: str, missing: str) -> Found:
    return Found(
        part.where(field),
        say("a year is inferred, but the day it belongs to is not given"),
        (),
        say("add a line “{name}: …”", name=missing),
    )
