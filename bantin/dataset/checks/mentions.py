"""Names in records: who holds them, and where."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.dataset.dataset import Dataset
from bantin.dataset.records.base import Part, Path
from bantin.dataset.records.breakdowns import Breakdown
from bantin.dataset.records.meeting import Meeting

Mention = tuple[Part, Path, str]
"""A name in a record: who holds it, at which path, and the name."""


def organisations_named(dataset: Dataset) -> Iterator[Mention]:
    """All organisations that registers and records name."""
    for organisation in dataset.organisations:
        yield from given(organisation, "parent", "succeeded_by")
    for person in dataset.people:
        for position in person.positions:
            yield from given(position, "organisation")
    for record in dataset.reporting.values():
        yield from given(record, "organisation", "body")
        for observation in record.observations:
            yield from given(observation, "actor", "prepared_by")
            yield from members_named(observation.breakdowns)
            for at, name in enumerate(observation.jointly_with):
                yield observation, ("jointly_with", at), name
        for document in record.documents:
            yield from given(document, "issuer")
        for name in ("findings", "tasks", "strengths", "limitations"):
            points = getattr(record, name, None)
            if points is not None:
                yield from given(points, "by", "to")
        for statement in record.statements:
            yield from given(statement, "represents")
        yield from _organisations_of_meeting(record) if isinstance(record, Meeting) else ()
    for article in dataset.articles:
        for byline in article.byline:
            yield from given(byline, "organisation")
    for release in dataset.releases:
        yield from given(release, "organisation")


def members_named(breakdowns: tuple[Breakdown, ...]) -> Iterator[Mention]:
    """The organisations named as members of the classes of breakdowns, and of those below."""
    for breakdown in breakdowns:
        for part in breakdown.parts.values():
            yield from ((part, ("members", at), member) for at, member in enumerate(part.members))
            yield from members_named(part.breakdowns)


def _organisations_of_meeting(meeting: Meeting) -> Iterator[Mention]:
    for act in meeting.all_acts():
        yield from given(act, "acting_body", "submitter", "verifier", "addressee")
        for named in act.objects:
            yield from given(named, "organisation")
    for part in people_in(meeting):
        yield from given(part, "represents")


def people_in(meeting: Meeting) -> Iterator[Part]:
    """Whoever is named at a meeting, in a part of their own."""
    yield from (*meeting.chairs, *meeting.attendees)
    for question in meeting.questions:
        yield from question.asked_by
        yield from (question.answered_by,) if question.answered_by else ()
    for act in meeting.all_acts():
        yield from act.objects
        yield from act.election.candidates if act.election else ()
        for named in act.vote.names if act.vote else ():
            yield from named.people
    for vote in meeting.confidence_votes:
        yield from vote.people


def given(part: Part, *fields: str) -> Iterator[Mention]:
    """The names that stand in these fields of a part."""
    for field in fields:
        name = getattr(part, field, None)
        if isinstance(name, str):
            yield part, (field,), name


def documents_named(meeting: Meeting) -> Iterator[Mention]:
    """All documents that the acts, questions and votes of a meeting name."""
    for act in meeting.all_acts():
        yield from given(act, "document")
        yield from ((act, ("documents", at), name) for at, name in enumerate(act.documents))
        for named in act.objects:
            yield from given(named, "document")
    for part in (*meeting.questions, *meeting.confidence_votes):
        yield from given(part, "document")
