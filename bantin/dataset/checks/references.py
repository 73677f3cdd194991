"""Rules about names: every reference leads somewhere, and every name is given once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.dataset.checks.mentions import (
    Mention,
    documents_named,
    given,
    organisations_named,
    people_in,
)
from bantin.dataset.checks.table import Found, Surroundings, rule, unknown
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.article import ArticleRecord, BodyPart, ChartRecord, Composed
from bantin.dataset.records.base import Part
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.problems import Message, say

_INDICATORS = "data/indicators.yml"


def _dangling(
    dataset: Dataset, what: Message, mentions: Iterable[Mention], known: Iterable[str], register: str = ""
) -> Iterator[Found]:
    """The mentions that lead nowhere; none where the register could not be read."""
    names = set(known)
    for part, path, name in mentions if register not in dataset.unread else ():
        if name not in names and name not in dataset.unreadable:
            yield unknown(what, name, sorted(names), part.where(*path))


@rule
def unknown_organisation(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each organisation that a record names is in ``data/organisations.yml``."""
    named = organisations_named(dataset)
    yield from _dangling(dataset, say("organisation"), named, dataset.organisation, "data/organisations.yml")


@rule
def unknown_person(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each person that a record names is in ``data/people.yml``."""
    named: list[Mention] = []
    for record in dataset.reporting.values():
        for statement in record.statements:
            named.extend(given(statement, "speaker"))
        if isinstance(record, Meeting):
            for part in people_in(record):
                named.extend(given(part, "person"))
    for article in dataset.articles:
        for byline in article.byline:
            named.extend(given(byline, "person"))
    yield from _dangling(dataset, say("person"), named, dataset.person, "data/people.yml")


@rule
def unknown_indicator(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each indicator that an observation names is in ``data/indicators.yml``."""
    named = [
        mention
        for record in dataset.reporting.values()
        for observation in record.observations
        for mention in given(observation, "indicator")
    ]
    yield from _dangling(dataset, say("indicator"), named, dataset.indicator, _INDICATORS)


@rule
def unknown_subject(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each subject that an indicator names is listed among the subjects."""
    named = [mention for indicator in dataset.indicators for mention in given(indicator, "subject")]
    yield from _dangling(dataset, say("subject"), named, [subject.id for subject in dataset.subjects])


@rule
def unknown_classification(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each classification that an indicator allows or a breakdown uses is listed."""
    named: list[Mention] = [
        (indicator, ("breakdowns", position), name)
        for indicator in dataset.indicators
        for position, name in enumerate(indicator.breakdowns)
    ]
    for found in dataset.observed:
        for breakdown in found.observation.breakdowns:
            named.extend(given(breakdown, "by", "across"))
    yield from _dangling(dataset, say("classification"), named, dataset.classification, _INDICATORS)


@rule
def unknown_record(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each meeting or result that an article covers or a meeting presents, follows, prepares or executes
    exists."""
    covered: list[Mention] = [
        (article, ("covers", position), name)
        for article in dataset.articles
        for position, name in enumerate(article.covers)
    ]
    yield from _dangling(dataset, say("meeting or result"), covered, dataset.reporting)
    presented: list[Mention] = [
        (meeting, ("presents", position), name)
        for meeting in dataset.meetings
        for position, name in enumerate(meeting.presents)
    ]
    yield from _dangling(dataset, say("result"), presented, [result.id for result in dataset.results])
    linked: list[Mention] = []
    for meeting in dataset.meetings:
        linked += [mention for link in meeting.links for mention in given(link, "meeting")]
        linked += given(meeting.next_meeting, "meeting") if meeting.next_meeting else ()
        for act in meeting.all_acts():
            linked += given(act.executes, "meeting") if act.executes else ()
    yield from _dangling(dataset, say("meeting"), linked, [meeting.id for meeting in dataset.meetings])


@rule
def unknown_part(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Photos, charts, statements, documents, key figures and observations named in a record are part of it;
    an act that is executed is part of its meeting."""
    for article in dataset.articles:
        yield from _body_parts(dataset, article)
    for record in dataset.reporting.values():
        if isinstance(record, Result):
            keys: list[Mention] = [
                (record, ("key_figures", at), name) for at, name in enumerate(record.key_figures)
            ]
            yield from _dangling(dataset, say("figure"), keys, dataset.observed_of[record.id])
        if isinstance(record, Meeting):
            known = [document.id for document in record.documents]
            yield from _dangling(dataset, say("document"), documents_named(record), known)
            yield from _executed(dataset, record)


def _executed(dataset: Dataset, meeting: Meeting) -> Iterator[Found]:
    for act in meeting.all_acts():
        earlier = dataset.reporting.get(act.executes.meeting or "") if act.executes else None
        if act.executes and isinstance(earlier, Meeting):
            known = [done.id for done in earlier.all_acts() if done.id]
            yield from _dangling(dataset, say("act"), given(act.executes, "act"), known)


def _body_parts(dataset: Dataset, article: ArticleRecord) -> Iterator[Found]:
    photos = [mention for part in article.body for mention in given(part, "photo")]
    yield from _dangling(dataset, say("photo"), photos, [photo.id for photo in article.photos])
    charts = [mention for part in article.body for mention in given(part, "chart")]
    yield from _dangling(dataset, say("chart"), charts, [chart.id for chart in article.charts])
    if not dataset.is_told_whole(article):
        return
    tables: tuple[BodyPart | ChartRecord, ...] = (*article.body, *article.charts)
    named: list[Mention] = [
        (part, ("observations", at), name) for part in tables for at, name in enumerate(part.observations)
    ]
    yield from _dangling(dataset, say("figure"), named, dataset.visible_observations(article))
    said: list[Mention] = [
        (part, ("statements", at), name) for part in article.body for at, name in enumerate(part.statements)
    ]
    known = [statement.id for record in dataset.told_by(article) for statement in record.statements]
    yield from _dangling(dataset, say("statement"), said, known)


@rule
def doubled_id(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An id is given once among the records of its kind."""
    for group in (
        dataset.organisations,
        dataset.people,
        dataset.subjects,
        dataset.classifications,
        dataset.indicators,
        (*dataset.meetings, *dataset.results),
        dataset.articles,
        dataset.releases,
    ):
        yield from _doubled(group, "id")


@rule
def doubled_name(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A figure, statement, document, act, question, photo or chart has a name of its own in its record."""
    for record in dataset.reporting.values():
        yield from _doubled(record.observations, "name")
        yield from _doubled(record.statements, "id")
        yield from _doubled(record.documents, "id")
        if isinstance(record, Meeting):
            for parts in (record.all_acts(), record.questions):
                yield from _doubled([part for part in parts if part.id], "id")
    for article in dataset.articles:
        yield from _doubled(article.photos, "id")
        yield from _doubled(article.charts, "id")


@rule
def figure_name_in_two_records(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The records that one article tells of share no name of a figure, or ``$(name)`` would be either."""
    for article in dataset.articles:
        first: dict[str, Observed] = {}
        for record in dataset.told_by(article):
            for name, found in dataset.observed_of[record.id].items():
                other = first.setdefault(name, found)
                if other is not found:
                    place = other.observation.where("name")
                    yield Found(
                        found.observation.where("name"),
                        say("“{name}” is also the name of another figure in the same article", name=name),
                        (say("first in {file}, line {line}", file=place.file, line=place.line),),
                        say("give one of them another name"),
                    )


@rule
def doubled_address(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Two articles never have the same address."""
    yield from _doubled(dataset.articles, "address")


def _doubled(parts: Iterable[Part], field: str) -> Iterator[Found]:
    first: dict[str, Part] = {}
    for part in parts:
        name = getattr(part, field)
        if name in first:
            place = first[name].where(field)
            yield Found(
                part.where(field),
                say("“{name}” is given twice", name=name),
                (say("first in {file}, line {line}", file=place.file, line=place.line),),
                say("give one of them another name"),
            )
        first.setdefault(name, part)


@rule
def body_part_of_one_kind(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A part of the body is exactly one of text, compose, photo, chart and heading."""
    for article in dataset.articles:
        for part in article.body:
            kinds = [name for name in ("text", "compose", "photo", "chart", "heading") if getattr(part, name)]
            if len(kinds) != 1:
                yield Found(
                    part.where(),
                    say("a part of the body says one thing: text, compose, photo, chart or heading"),
                    (say("here: {names}", names=", ".join(kinds) or "–"),),
                    say("put each on a dash of its own"),
                )
            elif part.compose is Composed.FACTS and not part.observations:
                yield Found(
                    part.where("compose"),
                    say("it is not said which figures to tell of"),
                    (),
                    say("add a line “{name}: …”", name="observations"),
                )
