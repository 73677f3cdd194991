"""Rules about whoever is named: by name, office or body, and in an office of that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import Reporting, Statement
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.registers import Person
from bantin.dataset.records.result import Result
from bantin.dataset.records.sessions import Attendee, Someone
from bantin.language import format_date
from bantin.problems import say


@warning
def honorific_of_each(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Where the house says “ông/bà”, each person says which of the two."""
    general = dataset.site.house_style.honorific
    if "/" not in general:
        return
    for person in dataset.people:
        if person.honorific is None:
            yield Found(
                person.where("name"),
                say("{person} is called “{honorific}” on the page", person=person.name, honorific=general),
                (say("house_style.honorific in data/site.yml: {honorific}", honorific=general),),
                say("write honorific: {first}, or honorific: {second}", **_both(general)),
            )


def _both(general: str) -> dict[str, str]:
    first, _, second = general.partition("/")
    return {"first": first.strip(), "second": second.strip()}


@rule
def title_on_that_day(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Whoever chairs, attends, speaks, asks, answers or is voted on held the title printed beside the name
    on that day; whoever an act is about, on some day."""
    people: dict[str, list[Person]] = {}
    for person in dataset.people:
        people.setdefault(person.id, []).append(person)
    for record in dataset.reporting.values():
        for part, name, title in _in_office(record):
            day = _day_of(record)
            positions = [position for person in people.get(name, ()) for position in person.positions]
            held = any(
                position.title == title and (day is None or position.holds_on(day)) for position in positions
            )
            if title and name in people and not held:
                yield _title_not_held(part, people[name][0], title, day)
        for part, name, title in _acted_on(record):
            titles = [position.title for person in people.get(name, ()) for position in person.positions]
            if title and name in people and title.removeprefix("nguyên ") not in titles:
                yield _title_not_held(part, people[name][0], title, None)


def _in_office(record: Reporting) -> Iterator[tuple[Part, str, str | None]]:
    """Who is named in an office of the record's day."""
    if isinstance(record, Meeting):
        yield from record.people()
    else:
        for statement in record.statements:
            yield from statement.people()


def _acted_on(record: Reporting) -> Iterator[tuple[Part, str, str | None]]:
    for act in record.all_acts() if isinstance(record, Meeting) else ():
        for named in act.objects:
            yield from named.people()


def _day_of(record: Reporting) -> date | None:
    if isinstance(record, Meeting):
        return record.day
    assert isinstance(record, Result)
    return record.as_of or record.period.last_day


def _title_not_held(part: Part, person: Person, title: str, day: date | None) -> Found:
    held = [position.title for position in person.positions if day is None or position.holds_on(day)]
    if day is None:
        message = say("{person} is not known as “{title}”", person=person.name, title=title)
    else:
        message = say(
            "{person} is not known to be “{title}” on {day}",
            person=person.name,
            title=title,
            day=format_date(day),
        )
    return Found(
        part.where("title"),
        message,
        (say("known for that day: {titles}", titles="; ".join(held) or "–"),),
        say("correct the title here, or the positions in data/people.yml"),
    )


@rule
def somebody_is_named(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Who chairs, attends, speaks, asks or answers is told by name, office or body, or as a group."""
    for record in dataset.reporting.values():
        for part in _somebody(record):
            fields = ("person", "speaker", "title", "represents", "group")
            if not any(getattr(part, field, None) for field in fields):
                yield Found(
                    part.where(),
                    say("it is not said who this is"),
                    (),
                    say("add a line “{name}: …”", name="title"),
                )


def _somebody(record: Reporting) -> Iterator[Someone | Attendee | Statement]:
    yield from record.statements
    if not isinstance(record, Meeting):
        return
    yield from (*record.chairs, *record.attendees)
    for question in record.questions:
        yield from question.asked_by
        if question.answered_by:
            yield question.answered_by
    for act in record.all_acts():
        yield from act.election.candidates if act.election else ()
        for named in act.vote.names if act.vote else ():
            yield from named.people
    for vote in record.confidence_votes:
        yield from vote.people
