"""Rules about days, periods and who held which office on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.observed import UNKNOWN
from bantin.dataset.records.acts import ActStage
from bantin.dataset.records.base import Part
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import LinkRelation, MeetingState, When
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
        for when in _whens(meeting):
            if when.weekday and when.first and when.weekday.lower() != weekday_name(when.first).lower():
                yield _wrong_weekday(when, "weekday", when.first)


def _whens(meeting: Meeting) -> tuple[When, ...]:
    """When the meeting is, and when the next one is planned."""
    return (meeting.when, meeting.next_meeting.when) if meeting.next_meeting else (meeting.when,)


@warning
def weekday_of_one_day(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A weekday is given for a meeting of one day that is known: beside several days it is not printed."""
    for meeting in dataset.meetings:
        when = meeting.when
        if when.weekday and (when.first is None or when.first != when.last):
            yield Found(
                when.where("weekday"),
                say("a weekday can be printed beside one known day only, and this meeting has none"),
                (),
                say("strike the line weekday"),
            )


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
    """A last day comes after its first day, of meetings, names and positions; days that are listed come one
    after the other."""
    ranges: list[tuple[Part, date | None, str, date | None]] = []
    for meeting in dataset.meetings:
        for when in _whens(meeting):
            ranges.append((when, when.first_day, "last_day", when.last_day))
            ranges += [(when, first, "days", last) for first, last in pairwise(when.days)]
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
        if when.part_of_day and when.first and when.last and when.last != when.first:
            yield Found(
                when.where("part_of_day"),
                say("“{part}” goes with one day, but the meeting takes several", part=when.part_of_day.value),
                (
                    say(
                        "{first} to {last}",
                        first=format_date(when.first),
                        last=format_date(when.last),
                    ),
                ),
                say("leave out part_of_day, or last_day"),
            )


@rule
def session_before_period(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A session for a month or another period is not held before that period begins."""
    for meeting in dataset.meetings:
        period = meeting.session.for_period
        if period and meeting.when.first and meeting.when.first < period.first_day:
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
        if period and meeting.when.first and meeting.when.first > period.last_day + _LATE:
            yield Found(
                meeting.session.where("for_period"),
                say("the session is held long after the period it is for"),
                (_held(meeting),),
                say("correct the day or the period, or acknowledge it with a reason"),
            )


def _held(meeting: Meeting) -> Message:
    period, day = meeting.session.for_period, meeting.when.first
    assert period is not None and day is not None
    return say("held on {day}, for {period}", day=format_date(day), period=periods.label(period))


@rule
def published_before_event(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An article about a meeting that was held is not published before the meeting."""
    for article in dataset.articles:
        for name in article.covers:
            record = dataset.reporting.get(name)
            if not isinstance(record, Meeting) or record.state is not MeetingState.HELD:
                continue
            if record.when.first and article.published_on < record.when.first:
                yield Found(
                    article.where("published_on"),
                    say("the article is published before the meeting it tells of"),
                    (say("the meeting: {day}", day=format_date(record.when.first)),),
                    say("correct the day, or write state: planned in the meeting's record"),
                )


@rule
def held_in_future(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """A meeting that is said to have been held does not lie ahead."""
    for meeting in dataset.meetings:
        day = meeting.when.first
        if around.today and day and day > around.today and meeting.state is MeetingState.HELD:
            yield Found(
                meeting.where("state"),
                say("the meeting is said to have been held, but its day lies ahead"),
                (say("the meeting: {day}", day=format_date(day)),),
                say("write state: planned, or correct the day"),
            )


@rule
def days_said_once(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The days of a meeting are listed one by one, or bounded by a first and a last one, not both."""
    for meeting in dataset.meetings:
        for when in _whens(meeting):
            if when.days and (when.first_day or when.last_day):
                yield Found(
                    when.where("days"),
                    say("the days of the meeting are given in two ways"),
                    (),
                    say("leave out first_day and last_day, or days"),
                )


@rule
def doubtful_day_has_reason(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A day that is kept as its source prints it says why it is doubted, and the other way round."""
    for meeting in dataset.meetings:
        when = meeting.when
        if (when.as_printed is None) != (when.doubt is None):
            given, other = ("as_printed", "doubt") if when.as_printed else ("doubt", "as_printed")
            yield Found(
                when.where(given),
                say("what the source prints and why it is doubted belong together"),
                (),
                say("add a line “{name}: …”", name=other),
            )


@rule
def figure_without_period(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A figure told at a meeting of which neither day nor period is known says its own period."""
    for found in dataset.observed:
        if found.period == UNKNOWN and found.observation.period is None:
            yield Found(
                found.observation.where("name"),
                say("it is not known for which period this figure is"),
                (),
                say("add a line “{name}: …”", name="period"),
            )


@rule
def link_in_time(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A meeting prepares a later one, reviews or follows an earlier one, and plans the next one ahead."""
    meetings = {meeting.id: meeting for meeting in dataset.meetings}
    for meeting in dataset.meetings:
        links = [(link, link.meeting, link.relation is LinkRelation.PREPARES) for link in meeting.links]
        later: list[tuple[Part, str | None, bool]] = [*links]
        if meeting.next_meeting:
            later.append((meeting.next_meeting, meeting.next_meeting.meeting, True))
        for part, name, ahead in later:
            other = meetings.get(name or "")
            here, there = meeting.when.first, other.when.first if other else None
            if here and there and (there < here if ahead else there > here):
                yield Found(
                    part.where("meeting"),
                    say("the other meeting is not on the side of time that this says"),
                    (
                        say(
                            "this one: {here}, the other: {there}",
                            here=format_date(here),
                            there=format_date(there),
                        ),
                    ),
                    say("correct the relation, or the days"),
                )
        planned = meeting.next_meeting.when.first if meeting.next_meeting else None
        if meeting.next_meeting and planned and meeting.when.last and planned <= meeting.when.last:
            yield Found(
                meeting.next_meeting.when.where(),
                say("the next meeting is planned for a day that is past already"),
                (say("{first} to {last}", first=format_date(meeting.when.last), last=format_date(planned)),),
                say("correct the day"),
            )


@rule
def vote_before_meeting(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Only a meeting that was held has votes, and only an act that is no longer planned."""
    for meeting in dataset.meetings:
        held = meeting.state is MeetingState.HELD
        voted: list[tuple[Part, str]] = []
        for act in meeting.all_acts():
            if not held or act.stage is ActStage.PLANNED:
                voted += [(act, field) for field in ("vote", "election") if getattr(act, field)]
        if not held and meeting.confidence_votes:
            voted.append((meeting, "confidence_votes"))
        for part, field in voted:
            yield Found(
                part.key(field),
                say("the meeting was not held, so there is no vote yet")
                if not held
                else say("the act is only planned, so there is no vote yet"),
                (say("state: {state}", state=meeting.state.value),),
                say("write state: held, or leave the vote out")
                if not held
                else say("leave the vote out, or the stage"),
            )
