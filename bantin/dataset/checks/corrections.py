"""Rules about corrections: what they correct was published, was otherwise, and is now as it should be."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from bantin.dataset.aspects import available_aspects
from bantin.dataset.checks.table import Found, Surroundings, nearest, rule, unknown
from bantin.dataset.dataset import Dataset
from bantin.dataset.located import Scalar
from bantin.dataset.misfits import misfits
from bantin.dataset.places import numbers_of
from bantin.dataset.records.base import node_at, to_plain, with_node
from bantin.dataset.records.correction import CorrectedPlace, Correction
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.reverting import by_record, old_value, path_of
from bantin.language import format_date, format_instant
from bantin.problems import Location, Message, say


def _corrected(dataset: Dataset) -> Iterator[tuple[Correction, Publishable]]:
    """The corrections of records that could be read, each with its record."""
    for correction in dataset.corrections:
        record = dataset.named.get(correction.record)
        if record is not None:
            yield correction, record


@rule
def correction_of_nothing(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The record, the figures and the fields that a correction names exist."""
    for correction in dataset.corrections:
        record = dataset.named.get(correction.record)
        if record is None:
            if correction.record not in dataset.unreadable:
                yield unknown(
                    say("record"), correction.record, list(dataset.named), correction.where("record")
                )
            continue
        for place in correction.places:
            if _is_one_thing(place) and path_of(record, place) is None:
                yield _nothing_there(place, record)


def _nothing_there(place: CorrectedPlace, record: Publishable) -> Found:
    if place.figure is not None:
        return unknown(say("figure"), place.figure, list(numbers_of(record)), place.where("figure"))
    assert place.field is not None
    fields = list(type(record).model_fields)
    found = unknown(say("field"), place.field, fields, place.where("field"))
    more = say("write the way to it with dots, entries of a list by their id or number: body.2.text")
    return found if found.remedy else Found(found.location, found.message, (), more)


def _is_one_thing(place: CorrectedPlace) -> bool:
    return (place.figure is None) != (place.field is None)


@rule
def correction_of_one_thing(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A corrected place is either a figure or a field."""
    for correction in dataset.corrections:
        for place in correction.places:
            if not _is_one_thing(place):
                yield Found(
                    place.where("figure"),
                    say("it is not clear what was corrected"),
                    (say("here: {names}", names="figure, field" if place.figure else "–"),),
                    say("write one of the two: figure or field"),
                )


@rule
def correction_changes_nothing(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What a correction says was published differs from what came after it: the value that the record
    holds now, or the one that the next correction replaced."""
    for record, corrections in _chains(dataset):
        after: dict[tuple[str | int, ...], tuple[str, Location]] = {}
        for correction in reversed(corrections):
            for place in correction.places:
                path = path_of(record, place)
                if path is None:
                    continue
                node = node_at(record.node, path) if record.node else None
                now, where = after.get(path, (_text(node), record.where(*path)))
                was = _text(old_value(place))
                after[path] = (was, place.where("was"))
                if was == now:
                    yield _unchanged(place, was, where)


def _unchanged(place: CorrectedPlace, was: str, where: Location) -> Found:
    return Found(
        place.where("was") if was else place.where(),
        say("the value that is said to have been wrong is the one that came after it"),
        (say("{file}, line {line}: {value}", file=where.file, line=where.line, value=was[:80] or "–"),),
        say("write the new value into the record, and the one that was published here"),
    )


def _chains(dataset: Dataset) -> Iterator[tuple[Publishable, list[Correction]]]:
    for name, corrections in by_record(dataset.corrections).items():
        if record := dataset.named.get(name):
            yield record, corrections


def _text(node: object) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


@rule
def corrections_at_once(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """Two corrections of one place are made at different moments, so that one is the later."""
    for record, corrections in _chains(dataset):
        first: dict[object, Correction] = {}
        for correction in corrections:
            for place in correction.places:
                key = (path_of(record, place), correction.on)
                other = first.setdefault(key, correction)
                if other is not correction and key[0] is not None:
                    yield Found(
                        correction.where("on"),
                        say("“{name}” corrects the same place at the same moment", name=other.id),
                        (
                            say(
                                "{file}: on {instant}",
                                file=other.where().file,
                                instant=format_instant(other.on),
                            ),
                        ),
                        say("write the time of day with one of them, or make one correction of the two"),
                    )


@rule
def correction_fits(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The old value that a correction names fits its field, and says no figure that there is not."""
    for correction, record in _corrected(dataset):
        for place in correction.places:
            path = path_of(record, place)
            if path is None or record.node is None:
                continue
            root = with_node(record.node, path, old_value(place))
            assert not isinstance(root, Scalar)
            try:
                old = type(record).model_validate(to_plain(root))
            except ValidationError as error:
                problem = next(iter(misfits(error, root, type(record))))  # type: ignore[arg-type]  # a mapping, as it was
                yield Found(place.where("was"), problem.message, problem.evidence, problem.remedy)
                continue
            yield from _unsayable(dataset, old, place)


def _unsayable(dataset: Dataset, old: Publishable, place: CorrectedPlace) -> Iterator[Found]:
    """What the old text refers to and the records do not hold."""
    file = place.where("was").file
    for owner, path, text in old.texts():
        if place.field is None or owner.where(*path).file != file:
            continue
        known = dataset.observations_for(dataset.named[old.id])
        for reference in text.references():
            found = dataset.referred(reference.name, known)
            aspects = list(available_aspects(dataset, found)) if found else []
            wanted = reference.path[1] if len(reference.path) > 1 else "value"
            if found is None or wanted not in aspects:
                where = owner.where_in(path, reference.start, reference.length)
                names = aspects if found else list(known)
                message = say(
                    "there is no {what} “{name}”", what=say("figure"), name=".".join(reference.path)
                )
                yield Found(where, message, (), nearest(wanted if found else reference.name, names))


@rule
def correction_days_in_order(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A mistake occurs, is noticed and is corrected in this order, after it was published."""
    for correction, record in _corrected(dataset):
        occurred, noticed, on = correction.occurred, correction.noticed, correction.on.date()
        first = dataset.first_public(record)
        if occurred and noticed and noticed < occurred:
            yield _out_of_order(
                correction.where("noticed"),
                say("the mistake is noticed before it occurred"),
                say("occurred: {day}", day=format_date(occurred)),
            )
        if (known := noticed or occurred) and on < known:
            yield _out_of_order(
                correction.where("on"),
                say("the correction comes before the mistake is noticed"),
                say("noticed or occurred: {day}", day=format_date(known)),
            )
        elif correction.on < first:
            yield _out_of_order(
                correction.where("on"),
                say("the correction comes before anything was published"),
                say("first published: {instant}", instant=format_instant(first)),
            )


def _out_of_order(place: Location, message: Message, evidence: Message) -> Found:
    return Found(place, message, (evidence,), say("exchange or correct the days"))
