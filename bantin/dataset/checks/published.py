"""Rules about what has been published: it is corrected and withdrawn, never changed or lost silently.

They compare the records with the ledger of what was published; without one they find nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from bantin.dataset.checks.table import Found, Surroundings, rule
from bantin.dataset.dataset import Dataset
from bantin.dataset.places import figure_path, revised_values, written_values
from bantin.dataset.published import Line
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import ALWAYS, Publishable
from bantin.dataset.reverting import by_record, reverted
from bantin.language import format_date
from bantin.problems import Location, say


def _published(dataset: Dataset, around: Surroundings) -> Iterator[tuple[Line, Publishable]]:
    """The records that were published and are still there, each with its line."""
    for line in around.published:
        record = dataset.named.get(line.id)
        if record is not None and record.kind == line.kind and line.removed is None:
            yield line, record


@rule
def published_figure_changed(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """A figure that readers were shown changes only with a correction that says what it was."""
    corrections = by_record(dataset.corrections)
    for line, record in _published(dataset, around):
        if record.ends is not None or record.id in dataset.corrected_unread:
            continue
        now = written_values(record)
        changed = [name for name, value in line.figures.items() if now.get(name) != value]
        made = corrections.get(record.id, [])
        explained = _earlier_values(record, made) if changed else {}
        silent = [name for name in changed if line.figures[name] not in explained.get(name, ())]
        silent.sort(key=lambda name: _place(record, name).line)
        for name in silent:
            to_write = _to_write(line, silent, len(made)) if name == silent[0] else ()
            yield _silent(line, record, name, now.get(name, ""), to_write)


def _earlier_values(record: Publishable, corrections: list[Correction]) -> dict[str, set[str]]:
    """What each figure was before it was revised, and before each of the corrections."""
    found = {name: {value} for name, value in revised_values(record).items()}
    for start in range(len(corrections)):
        try:
            values = written_values(reverted(record, corrections[start:]))
        except (ValidationError, LookupError):
            continue  # told by the rules about corrections
        for name, value in values.items():
            found.setdefault(name, set()).add(value)
    return found


def _silent(line: Line, record: Publishable, name: str, now: str, to_write: tuple[str, ...]) -> Found:
    """One silent change; the first of a record has the correction to write for them all."""
    was = line.figures[name]
    day = format_date(line.since)
    message = say(
        "“{name}” was published as {was} on {day}, and now it is {now}", name=name, was=was, day=day, now=now
    )
    if not now:
        message = say(
            "“{name}” was published as {was} on {day}, and now it is gone", name=name, was=was, day=day
        )
    evidence = say("published on {day}: a correction is needed", day=day)
    remedy = say("restore the number, or write a correction into data/corrections:")
    if not to_write:
        remedy = say("restore the number, or use the correction above: it holds this one, too")
    if figure_path(record, name) is None:
        remedy = say("restore the name of the figure; what is given up keeps its name and loses its value")
        to_write = ()
    return Found(_place(record, name), message, (evidence,), remedy, to_write=to_write)


def _to_write(line: Line, names: list[str], made: int) -> tuple[str, ...]:
    """The correction that explains the changes, but for what only people know.

    What they must fill in is left empty: a check refuses that, where it would print a placeholder.
    """
    places = [(f"  - figure: {name}", f"    was: {line.figures[name]}") for name in names]
    return (
        "format: 1",
        f"id: dinh-chinh-{line.id}" + (f"-{made + 1}" if made else ""),
        f"record: {line.id}",
        "places:",
        *(text for place in places for text in place),
        "on:  # cần điền: ngày đính chính, ví dụ 05/03/2026",
        "noticed:  # cần điền: ngày thấy sai",
        "reason:  # cần điền: vì sao sai, một câu trọn vẹn",
        "severity: major",
        "decided_by:  # cần điền: người quyết định",
    )


def _place(record: Publishable, name: str) -> Location:
    """Where a figure stands, or the nearest that is left of it."""
    path = figure_path(record, name)
    return record.where(*path) if path is not None else record.where("id")


@rule
def published_address_lost(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """An address that readers were given stays the article's, as its present or as a former one."""
    for line, record in _published(dataset, around):
        if not isinstance(record, ArticleRecord):
            continue
        for address in line.addresses:
            if address not in (record.address, *record.former_addresses):
                yield Found(
                    record.where("address"),
                    say("the published address {address} is lost", address=address),
                    (say("published on {day}", day=format_date(line.since)),),
                    say("restore it, or write former_addresses: [{address}]", address=address),
                )


@rule
def published_record_deleted(dataset: Dataset, around: Surroundings) -> Iterator[Found]:
    """What was published is withdrawn, not deleted or made a draft again; a correction stays."""
    corrections = {correction.id: correction for correction in dataset.corrections}
    for line in around.published:
        if line.kind == Correction.kind:
            yield from _correction_gone(line, corrections.get(line.id), dataset)
            continue
        record = dataset.named.get(line.id)
        if line.id in dataset.unreadable or (record and record.kind == line.kind and record.ends != ALWAYS):
            continue
        yield Found(
            record.where("status") if record and record.kind == line.kind else line.where,
            say(
                "“{name}” was published on {day} and has disappeared",
                name=line.id,
                day=format_date(line.since),
            ),
            (),
            say("restore it; what is taken away has status: withdrawn, and a withdrawal with kind: removed"),
        )


def _correction_gone(line: Line, correction: Correction | None, dataset: Dataset) -> Iterator[Found]:
    day = format_date(line.since)
    if correction is None and line.id not in dataset.unreadable:
        yield Found(
            line.where,
            say("the correction “{name}” was published on {day} and has disappeared", name=line.id, day=day),
            (),
            say("restore it; a correction of a correction is one more record"),
        )
    elif correction and correction.severity.value != line.severity:
        yield Found(
            correction.where("severity"),
            say("the correction was published as {severity}", severity=line.severity),
            (say("published on {day}", day=day),),
            say("write severity: {severity} again", severity=line.severity),
        )
