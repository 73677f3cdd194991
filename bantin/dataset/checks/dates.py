"""Rules about days, periods and who held which office on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.records.base import Part
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.meeting import Meeting, MeetingState
from bantin.dataset.records.registers import Person
from bantin.dataset.records.result import Result
from bantin.language import format_date, periods, weekday_name
from bantin.problems import Message, say

_LATE = timedelta(days=60)
"""A session for a month is at times held in the next one; two months later is worth a look."""


@rule
def weekday_as_displayed(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A weekday that a source names is the weekday of the date beside it."""
    for article in dataset.articles:
        shown = article.source.displayed_date
        if shown and shown.weekday != shown.day.weekday():
            yield _wrong_weekday(article.source, "displayed_date", shown.day)
    for meeting in dataset.meetings:
        when = meeting.when
        if when.weekday and when.weekday.lower() != weekday_name(when.first_day).lower():
            yield _wrong_weekday(when, "weekday", when.first_day)


def _wrong_weekday(part: Part, field: str, day: date) -> Found:
    right = weekday_name(day)
    return Found(
        part.where(field),
        say("the date and the day of the week do not agree"),
        (say("{day} is a {weekday}", day=format_date(day), weekday=right.lower()),),
        say("write {weekday}, or correct the date", weekday=right),
    )


@rule
def days_in_order(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A last day comes after its first day: of meetings, names and positions."""
    ranges: list[tuple[Part, date | None, str, date | None]] = []
    for meeting in dataset.meetings:
        ranges.append((meeting.when, meeting.when.first_day, "last_day", meeting.when.last_day))
    for organisation in dataset.organisations:
        ranges.append((organisation, organisation.valid_from, "valid_to", organisation.valid_to))
    for person in dataset.people:
        for position in person.positions:
            ranges.append((position, position.from_day, "to_day", position.to_day))
    for part, first, field, last in ranges:
        if first and last and last < first:
            yield Found(
                part.where(field),
                say("the last day comes before the first"),
                (
                    say(
                        "first day: {first}, last day: {last}",
                        first=format_date(first),
                        last=format_date(last),
                    ),
                ),
                say("exchange or correct them"),
            )


@rule
def part_of_one_day(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A part of day (morning, afternoon) belongs to a single day, not to a range of days."""
    for meeting in dataset.meetings:
        when = meeting.when
        if when.part_of_day and when.last_day and when.last_day != when.first_day:
            yield Found(
                when.where("part_of_day"),
                say("“{part}” goes with one day, but the meeting takes several", part=when.part_of_day.value),
                (
                    say(
                        "{first} to {last}",
                        first=format_date(when.first_day),
                        last=format_date(when.last_day),
                    ),
                ),
                say("leave out part_of_day, or last_day"),
            )


@rule
def session_before_period(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A session for a month or another period is not held before that period begins."""
    for meeting in dataset.meetings:
        period = meeting.session.for_period
        if period and meeting.when.first_day < period.first_day:
            yield Found(
                meeting.session.where("for_period"),
                say("the session is held before the period it is for"),
                (_held(meeting),),
                say("correct the day or the period"),
            )


@warning
def session_long_after_period(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A session is rarely held more than two months after the period it is for."""
    for meeting in dataset.meetings:
        period = meeting.session.for_period
        if period and meeting.when.first_day > period.last_day + _LATE:
            yield Found(
                meeting.session.where("for_period"),
                say("the session is held long after the period it is for"),
                (_held(meeting),),
                say("correct the day or the period, or acknowledge it with a reason"),
            )


def _held(meeting: Meeting) -> Message:
    period = meeting.session.for_period
    assert period is not None
    return say(
        "held on {day}, for {period}", day=format_date(meeting.when.first_day), period=periods.label(period)
    )


@rule
def published_before_event(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An article about a meeting that was held is not published before the meeting."""
    for article in dataset.articles:
        for name in article.covers:
            record = dataset.reporting.get(name)
            if not isinstance(record, Meeting) or record.state is not MeetingState.HELD:
                continue
            if article.published_on < record.when.first_day:
                yield Found(
                    article.where("published_on"),
                    say("the article is published before the meeting it tells of"),
                    (say("the meeting: {day}", day=format_date(record.when.first_day)),),
                    say("correct the day, or write state: planned in the meeting's record"),
                )


@rule
def title_on_that_day(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Whoever chairs, attends or speaks held the title printed beside the name on that day."""
    people: dict[str, list[Person]] = {}
    for person in dataset.people:
        people.setdefault(person.id, []).append(person)
    for record in dataset.reporting.values():
        day = _day_of(record)
        mentions: list[tuple[Part, str, str]] = [
            (statement, statement.speaker, statement.title) for statement in record.statements
        ]
        if isinstance(record, Meeting):
            mentions += [(chair, chair.person, chair.title) for chair in record.chairs]
            mentions += [
                (guest, guest.person, guest.title)
                for guest in record.attendees
                if guest.person and guest.title
            ]
        for part, name, title in mentions:
            positions = [position for person in people.get(name, ()) for position in person.positions]
            held = any(position.title == title and position.holds_on(day) for position in positions)
            if name in people and not held:
                yield _title_not_held(part, people[name][0], title, day)


def _day_of(record: Reporting) -> date:
    if isinstance(record, Meeting):
        return record.when.first_day
    assert isinstance(record, Result)
    return record.as_of or record.period.last_day


def _title_not_held(part: Part, person: Person, title: str, day: date) -> Found:
    held = [position.title for position in person.positions if position.holds_on(day)]
    return Found(
        part.where("title"),
        say(
            "{person} is not known to be “{title}” on {day}",
            person=person.name,
            title=title,
            day=format_date(day),
        ),
        (say("known for that day: {titles}", titles="; ".join(held) or "–"),),
        say("correct the title here, or the positions in data/people.yml"),
    )


@rule
def held_in_future(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """A meeting that is said to have been held does not lie ahead."""
    for meeting in dataset.meetings:
        ahead = around.today is not None and meeting.when.first_day > around.today
        if around.today and ahead and meeting.state is MeetingState.HELD:
            yield Found(
                meeting.where("state"),
                say("the meeting is said to have been held, but its day lies ahead"),
                (say("the meeting: {day}", day=format_date(meeting.when.first_day)),),
                say("write state: planned, or correct the day"),
            )


@rule
def vote_before_meeting(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Only a meeting that was held has votes."""
    for meeting in dataset.meetings:
        for act in meeting.acts if meeting.state is not MeetingState.HELD else ():
            if act.vote is not None:
                yield Found(
                    act.key("vote"),
                    say("the meeting was not held, so there is no vote yet"),
                    (say("state: {state}", state=meeting.state.value),),
                    say("write state: held, or leave the vote out"),
                )
