"""Why a record is or is not public, in one sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from enum import StrEnum
from urllib.parse import urlsplit

from bantin.dataset.dataset import Dataset
from bantin.dataset.publication import is_due
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Record
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import ALWAYS, PublicationStatus, Publishable, Reporting
from bantin.language import format_instant
from bantin.problems import Message, say


class State(StrEnum):
    """What a record is to the public."""

    PUBLIC = "public"
    OUTDATED = "outdated"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"
    DRAFT = "draft"
    EMBARGOED = "embargoed"
    WAITING = "waiting"
    UNFINISHED = "unfinished"


@dataclass(frozen=True, slots=True)
class Answer:
    """Why a record is or is not public.

    since: from when it is or will be public, None where that is not known; address: of an article.
    """

    id: str
    file: str
    state: State
    public: bool
    since: datetime | None
    address: str
    sentence: Message


def why(dataset: Dataset, record: Publishable | Correction, now: datetime) -> Answer:
    """The answer for one record at ``now``."""
    if isinstance(record, Correction):
        return _of_correction(dataset, record, now)
    name, first = record.id, dataset.first_public(record)
    if record.status is PublicationStatus.DRAFT:
        return _answer(record, State.DRAFT, None, say("“{name}” is not public: it is a draft", name=name))
    if record.ends == ALWAYS:
        sentence = say("“{name}” is not public: it was withdrawn", name=name)
        return _answer(record, State.WITHDRAWN, None, sentence)
    if record.ends is not None and record.ends <= now:
        ended = format_instant(record.ends)
        sentence = say("“{name}” is not public: it was removed on {instant}", name=name, instant=ended)
        return _answer(record, State.REMOVED, None, sentence)
    if told := _unfinished(dataset, record, now):
        sentence = say("“{name}” is not public: “{told}”, which it tells of, is not", name=name, told=told)
        return _answer(record, State.UNFINISHED, None, sentence)
    if record.due > now:
        due = format_instant(record.due)
        sentence = say("“{name}” is not public before {instant}", name=name, instant=due)
        return _answer(record, State.EMBARGOED, first, sentence)
    if isinstance(record, Reporting) and not dataset.is_public(record, now):
        return _waiting(dataset, record, now)
    return _public(record, first, now)


def _of_correction(dataset: Dataset, correction: Correction, now: datetime) -> Answer:
    corrected = dataset.named.get(correction.record)
    shown = corrected is not None and why(dataset, corrected, now).public
    gaps = {"name": correction.id, "record": correction.record, "instant": format_instant(correction.on)}
    if correction.on > now:
        sentence, state = say("“{name}” corrects “{record}” from {instant} on", **gaps), State.EMBARGOED
    elif shown:
        sentence, state = say("“{name}” corrects “{record}”, in public since {instant}", **gaps), State.PUBLIC
    else:
        sentence = say("“{name}” is not public: “{record}”, which it corrects, is not", **gaps)
        state = State.WAITING
    public, file = state is State.PUBLIC, correction.where().file
    return Answer(correction.id, file, state, public, correction.on, "", sentence)


def _answer(record: Publishable, state: State, since: datetime | None, sentence: Message) -> Answer:
    address = f"/{record.address}/" if isinstance(record, ArticleRecord) else ""
    public = state in (State.PUBLIC, State.OUTDATED)
    return Answer(record.id, record.where().file, state, public, since, address, sentence)


def _unfinished(dataset: Dataset, record: Publishable, now: datetime) -> str:
    """What an article tells of that keeps it from being public at ``now``, or ""."""
    if not isinstance(record, ArticleRecord) or record.due > now:
        return ""
    told = [
        name for name in record.covers if (found := dataset.reporting.get(name)) and not is_due(found, now)
    ]
    return told[0] if told else ""


def _waiting(dataset: Dataset, record: Reporting, now: datetime) -> Answer:
    """A meeting or result that becomes public with the first article that tells of it."""
    telling = dataset.coverage[record.id]
    coming = [article for article in telling if article.due > now and article.ends is None]
    if not coming:
        sentence = say("“{name}” is not public: no article that tells of it is", name=record.id)
        return _answer(record, State.WAITING, None, sentence)
    article = min(coming, key=lambda article: article.due)
    sentence = say(
        "“{name}” is not public before {instant}: it waits for the article “{article}”",
        name=record.id,
        instant=format_instant(article.due),
        article=article.id,
    )
    return _answer(record, State.WAITING, article.due, sentence)


def _public(record: Publishable, first: datetime, now: datetime) -> Answer:
    ahead = record.withdrawal.on if record.withdrawal and record.withdrawal.on > now else None
    gaps = {"name": record.id, "instant": format_instant(first)}
    if ahead is not None:
        sentence = say(
            "“{name}” is public since {instant}, and is withdrawn on {later}",
            later=format_instant(ahead),
            **gaps,
        )
    elif record.outdated_on is not None:
        sentence = say(
            "“{name}” is public since {instant}; since {later} under the notice that it was withdrawn",
            later=format_instant(record.outdated_on),
            **gaps,
        )
        return _answer(record, State.OUTDATED, first, sentence)
    elif first == ALWAYS:
        sentence = say("“{name}” is public: it is ready, and no article has to come first", name=record.id)
    else:
        sentence = say("“{name}” is public since {instant}", **gaps)
    return _answer(record, State.PUBLIC, None if first == ALWAYS else first, sentence)


def find(dataset: Dataset, asked: str) -> Publishable | Correction | None:
    """The record with this id, file or address; of an address also a former one, or that of an old copy."""
    records: list[Publishable | Correction] = [*dataset.publishable(), *dataset.corrections]
    path = address_in(asked)
    for record in records:
        if asked == record.id or path == record.where().file:
            return record
        if isinstance(record, ArticleRecord) and path in (record.address, *record.former_addresses):
            return record
    copy = re.fullmatch(r"(.+)/ban-\d+", path)
    return find(dataset, copy[1]) if copy else None


def nearest_names(dataset: Dataset, asked: str) -> list[str]:
    """What there is that is like what was asked for: ids, files and addresses."""
    records: list[Record] = [*dataset.publishable(), *dataset.corrections]
    known = [getattr(record, "id", "") for record in records]
    known += [record.where().file for record in records]
    known += [article.address for article in dataset.articles]
    return get_close_matches(address_in(asked), known, n=3, cutoff=0.5)


def address_in(asked: str) -> str:
    """What was asked for as a path without scheme, host, slashes at its ends and index.html."""
    path = urlsplit(asked).path if "://" in asked else asked.split("#")[0]
    path = path.replace("\\", "/").strip("/").removesuffix("index.html").strip("/").removeprefix("./")
    found = re.search(r"(?:^|/)((?:tin|data)/.+)$", path)
    return found[1] if found else path
