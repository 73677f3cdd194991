"""Where each bulletin is filed: under whose body, on which subjects, with which people in their office.

A person is filed only for what they did in an office: chairing, speaking, signing. Whoever is named in an
act, in a vote or in a list is not, and a bulletin that tells of discipline against a person is never
filed under that person, whatever else they did there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bantin.compose.phrases import upper_first
from bantin.dataset import Dataset
from bantin.dataset.observed import body_of
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.bylines import BylineRole
from bantin.dataset.records.editorial import Reporting, StatementKind
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import Someone

_SPOKE = "phát biểu"
_DEEDS = ("chủ trì", _SPOKE, "báo cáo", "nêu câu hỏi", "trả lời", "ký bài")
"""What people do in an office, in the order it is told."""

_SPEECHES = {StatementKind.REPORT: "báo cáo", StatementKind.ANSWER: "trả lời"}


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person did in an office: ``did`` is one of a few verbs; office: "" where it is not known."""

    person: str
    did: str
    office: str


@dataclass(frozen=True, slots=True)
class Filing:
    """Where a bulletin is filed: ids of bodies and subjects in reading order, and people with their part."""

    bodies: tuple[str, ...]
    subjects: tuple[str, ...]
    people: dict[str, tuple[str, str]]
    """Person → what they did and the office they did it in, both for the eye: "Chủ trì", "Bí thư Tỉnh ủy"."""


def filing_of(record: ArticleRecord, day: date, dataset: Dataset) -> Filing:
    """Where the bulletin of a record of ``dataset`` is filed; day: of the bulletin, for offices."""
    told = dataset.told_by(record)
    bodies = dict.fromkeys(body_of(one) for one in told)
    observed = [found for one in told for found in dataset.observed_of[one.id].values()]
    subjects = dict.fromkeys(dataset.indicator[one.observation.indicator].subject for one in observed)
    return Filing(tuple(bodies), tuple(subjects), _people(record, told, day, dataset))


def _people(
    record: ArticleRecord, told: Iterable[Reporting], day: date, dataset: Dataset
) -> dict[str, tuple[str, str]]:
    acted_on = {name for one in told for name in _acted_on(one)}
    deeds: dict[str, list[Deed]] = {}
    for deed in (*(deed for one in told for deed in _in_office(one)), *_signed(record)):
        if deed.person not in acted_on:
            deeds.setdefault(deed.person, []).append(deed)
    return {name: _part(done, day, dataset) for name, done in deeds.items()}


def _acted_on(record: Reporting) -> Iterator[str]:
    """Whom an act of discipline names."""
    for act in record.all_acts() if isinstance(record, Meeting) else ():
        if act.is_discipline:
            yield from (named.person for named in act.objects if named.person)


def _in_office(record: Reporting) -> Iterator[Deed]:
    if isinstance(record, Meeting):
        for chair in record.chairs:
            yield from _did(chair, "chủ trì")
    for statement in record.statements:
        yield from _did(statement.said_by, _SPEECHES.get(statement.kind, _SPOKE))
    for question in record.questions if isinstance(record, Meeting) else ():
        for asker in question.asked_by:
            yield from _did(asker, "nêu câu hỏi")
        if question.answered_by:
            yield from _did(question.answered_by, "trả lời")


def _did(who: Someone, what: str) -> Iterator[Deed]:
    if who.person:
        yield Deed(who.person, what, who.title or "")


def _signed(record: ArticleRecord) -> Iterator[Deed]:
    for byline in record.byline:
        if byline.person and byline.role is BylineRole.TEXT:
            yield Deed(byline.person, "ký bài", "")


def _part(deeds: list[Deed], day: date, dataset: Dataset) -> tuple[str, str]:
    """What somebody did at one occasion, and the office: as printed, else the only one held on that day."""
    done = {deed.did for deed in deeds}
    did = ", ".join(what for what in _DEEDS if what in done)
    printed = dict.fromkeys(deed.office for deed in deeds if deed.office)
    positions = dataset.person[deeds[0].person].positions
    held = [position.title for position in positions if position.holds_on(day)]
    known = held if len(held) == 1 else []
    return upper_first(did), ", ".join(printed or known)
