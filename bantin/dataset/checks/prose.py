"""Rules about text: figures are referred to and not typed, and abbreviations are known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial

from bantin.dataset.aspects import available_aspects
from bantin.dataset.checks.table import Found, Surroundings, nearest, rule, unknown
from bantin.dataset.comparability import crossed, recorded_earlier
from bantin.dataset.dataset import Dataset
from bantin.dataset.expressions import declared
from bantin.dataset.observed import Observed
from bantin.dataset.records.editorial import PublicationStatus, Publishable, Reporting
from bantin.dataset.records.text import Reference
from bantin.language import format_date, format_instant
from bantin.problems import Location, Message, say

_ABBREVIATION = re.compile(r"(?<![\w-])[A-ZĐ][A-ZĐ0-9]*[A-ZĐ](?![\w-])")
_CAPITALS = re.compile(r"[A-ZĐ][A-ZĐ0-9]")
"""Finds what an abbreviation has at least: asked first, for most texts hold none."""
_COMPARING = ("change", "percent_change", "previous")
_ROMAN = re.compile(r"[IVXLC]+")

Where = Callable[[], Location]
"""Finding a place costs more than knowing that nothing is wrong there."""


def _references(dataset: Dataset) -> Iterator[tuple[Publishable, Reference, dict[str, Observed], Where]]:
    """Each reference with its record, what its text tells of, and a way to ask where it stands."""
    for record, texts in dataset.prose:
        known: dict[str, Observed] | None = None
        for owner, path, text in texts if dataset.is_told_whole(record) else ():
            for reference in text.references():
                known = dataset.observations_for(record) if known is None else known
                where = partial(owner.where_in, path, reference.start, reference.length)
                yield record, reference, known, where


@rule
def unknown_figure(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each reference in a text names a figure: ``$(name)`` one of the records that the text tells of,
    ``$(record/name)`` one of any record."""
    for _record, reference, known, where in _references(dataset):
        if dataset.referred(reference.name, known) or reference.record in dataset.unreadable:
            continue
        if reference.record and reference.record not in dataset.reporting:
            yield unknown(say("record"), reference.record, list(dataset.reporting), where())
        else:
            named = dataset.observed_of.get(reference.record, {})
            names = [f"{reference.record}/{name}" for name in named] if reference.record else list(known)
            yield unknown(say("figure"), reference.name, names, where())


@rule
def unknown_aspect(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What a reference asks of a figure, ``$(name.change)``, can be said of it."""
    for _record, reference, known, where in _references(dataset):
        found = dataset.referred(reference.name, known)
        available = list(available_aspects(dataset, found)) if found else []
        if found and not _fits(reference, available):
            wanted = ".".join(reference.path[1:]) or "value"
            message = say("the figure “{name}” has no “{aspect}”", name=reference.name, aspect=wanted)
            broken = crossed(dataset, found) if wanted.split(".")[0] in _COMPARING else None
            if broken and (found.observation.change or found.observation.previous):
                continue  # change-across-break says what to do first
            if broken:
                reason = say("from {day}: {reason}", day=format_date(broken.day), reason=broken.reason)
                remedy = say("leave the comparison out, or correct the break")
                yield Found(where(), message, (reason,), remedy)
            else:
                yield Found(where(), message, (), nearest(wanted, available))


@rule
def aspect_not_public(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What a text says of a figure follows from records that are public no later than the text."""
    public: dict[datetime, Dataset] = {}
    for record, reference, known, where in _references(dataset):
        found = dataset.referred(reference.name, known)
        earlier = recorded_earlier(dataset, found) if found else None
        if found is None or earlier is None or record.ends is not None:
            continue
        moment = dataset.first_public(record)
        if dataset.is_public(earlier.record, moment):
            continue  # as nearly all are, and what is public at a moment takes a while to find
        if moment not in public:
            public[moment] = dataset.public(moment)
        sayable = _fits(reference, list(available_aspects(dataset, found)))
        if sayable and not _fits(reference, list(available_aspects(public[moment], found))):
            yield Found(
                where(),
                say("this follows from “{name}”, which is not public by then", name=earlier.record.id),
                (_publication(earlier.record),),
                say("publish that record first, or leave this out here"),
            )


@rule
def figure_not_public(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A figure of a record that a text does not tell of, ``$(record/name)``, is public no later than the
    text; one of a withdrawn record is never said."""
    for record, reference, known, where in _references(dataset):
        found = dataset.referred(reference.name, known) if reference.record else None
        if found and not _is_sayable(dataset, found.record, record):
            yield Found(
                where(),
                say("“{name}”, to which this figure belongs, is not public by then", name=found.record.id),
                (_publication(found.record),),
                say("publish that record first, or leave this out here"),
            )


def _is_sayable(dataset: Dataset, told: Reporting, record: Publishable) -> bool:
    """Whether the text of a record may name what another one tells; drafts may name drafts."""
    draft = record.status is PublicationStatus.DRAFT
    if told.ends is not None:
        both_drafts = draft and told.status is PublicationStatus.DRAFT
        return both_drafts or (not draft and record.ends is not None and record.ends <= told.ends)
    return draft or record.ends is not None or dataset.is_public(told, dataset.first_public(record))


def _publication(record: Publishable) -> Message:
    """When a record is published, as its file says."""
    file, due = record.where().file, record.publish_at
    if due is not None and record.status is PublicationStatus.READY:
        return say("{file}: publish_at {instant}", file=file, instant=format_instant(due))
    return say("{file}: status {status}", file=file, status=record.status.value)


def _fits(reference: Reference, available: list[str]) -> bool:
    aspects = reference.path[1:]
    if not aspects:
        return "value" in available
    told = aspects[:-1] if len(aspects) > 1 and aspects[-1] == "value" else aspects
    return ".".join(told) in available


@rule
def undefined_abbreviation(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Each abbreviation in a text is explained in ``data/site.yml``, so that it can be defined at its
    first use on a page."""
    names = _names(dataset)
    for record, texts in dataset.prose if "data/site.yml" not in dataset.unread else ():
        known = names | {literal.text for literal in getattr(record, "literals", ())}
        for owner, path, text in texts:
            for start, stretch in text.stretches():
                for match in _ABBREVIATION.finditer(stretch) if _CAPITALS.search(stretch) else ():
                    word = match[0]
                    if (
                        word in known
                        or _ROMAN.fullmatch(word)
                        or _is_declared(dataset, record, stretch, match)
                    ):
                        continue
                    yield _unexplained(word, owner.where_in(path, start + match.start(), len(word)))


def _is_declared(dataset: Dataset, record: Publishable, text: str, found: re.Match[str]) -> bool:
    """Whether the letters belong to something with digits that is declared, as to a document's number."""
    folded = re.sub(r"\s", " ", text)
    return any(
        start <= found.start() and found.end() <= end
        for start, end, _ in declared(dataset, record).find(folded)
    )


def _unexplained(word: str, place: Location) -> Found:
    return Found(
        place,
        say("readers are never told what “{word}” stands for", word=word),
        (),
        say("write it out, or add “{word}: …” to abbreviations in data/site.yml", word=word),
    )


def _names(dataset: Dataset) -> set[str]:
    return set(dataset.site.abbreviations) | {person.name for person in dataset.people}
