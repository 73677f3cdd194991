"""Rules about acts: what force they have, what they are about, and who may be named in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.dataset.checks.table import Found, Surroundings, rule, warning
from bantin.dataset.dataset import Dataset
from bantin.dataset.discipline import FORMS, CountedObject
from bantin.dataset.forces import FORCES
from bantin.dataset.records.acts import Act, ActObject, ActStage
from bantin.dataset.records.base import Told
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Force
from bantin.dataset.records.text import Text
from bantin.problems import say

_ENACTED = (Force.DECIDED, Force.ADOPTED, Force.APPROVED, Force.ELECTED)


def _acts(dataset: Dataset) -> Iterator[tuple[Meeting, Act]]:
    for meeting in dataset.meetings:
        yield from ((meeting, act) for act in meeting.all_acts())


@rule
def act_says_something(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An act has a text, an object, an election or a document."""
    for _meeting, act in _acts(dataset):
        if not (act.text or act.objects or act.election or act.document):
            yield Found(
                act.where("force"),
                say("it is not said what was done"),
                (),
                say("add a line “{name}: …”", name="text"),
            )


@rule
def act_in_the_words_of_its_force(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The text of an act does not begin with the word for another force: a proposal never reads like a
    decision."""
    for _meeting, act in _acts(dataset):
        text = act.text.source.strip().lower() if act.text else ""
        for force, word in FORCES.items():
            if force is not act.force and text.startswith(f"{word.lower()} "):
                yield Found(
                    act.where_in(("text",), 0, len(word)),
                    say(
                        "the act is “{force}”, but its text begins with “{word}”",
                        force=FORCES[act.force].lower(),
                        word=word.lower(),
                    ),
                    (say("the word for its force is printed before the text"),),
                    say("strike the word, or write force: {force}", force=force.value),
                )


@rule
def act_and_figure_agree(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A figure that an act tells of has the act's force where it has one: what is proposed is not decided."""
    for meeting, act in _acts(dataset):
        visible = dataset.observations_for(meeting) if act.text and act.text.references() else {}
        for reference in act.text.references() if act.text else ():
            found = visible.get(reference.name)
            force = found.observation.force if found else None
            if force is not None and force is not act.force:
                yield Found(
                    act.where_in(("text",), reference.start, reference.length),
                    say(
                        "the act is “{force}”, but this figure is “{other}”",
                        force=FORCES[act.force].lower(),
                        other=FORCES[force].lower(),
                    ),
                    (),
                    say("correct the force of the act or of the figure"),
                )


@rule
def read_is_not_adopted(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """What is planned or only read is not yet decided, adopted, approved or elected."""
    for _meeting, act in _acts(dataset):
        if act.stage in (ActStage.PLANNED, ActStage.READING) and act.force in _ENACTED:
            yield Found(
                act.where("force"),
                say(
                    "the act has stage {stage}, so it is not “{force}” yet",
                    stage=act.stage.value,
                    force=FORCES[act.force].lower(),
                ),
                (),
                say("write force: considered, or stage: final"),
            )


@rule
def election_elects(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An election belongs to an act of force elected."""
    for _meeting, act in _acts(dataset):
        if act.election and act.force is not Force.ELECTED:
            yield Found(
                act.where("force"),
                say("the act is “{force}”, but it holds an election", force=FORCES[act.force].lower()),
                (),
                say("write force: elected"),
            )


@rule
def agenda_item_exists(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The agenda item that an act belongs to is one of the agenda, counted from 1."""
    for meeting, act in _acts(dataset):
        item = act.agenda_item
        if item and not (item.isdecimal() and 1 <= int(item) <= len(meeting.agenda)):
            yield Found(
                act.where("agenda_item"),
                say("the agenda has no item {item}", item=item),
                (say("items of the agenda: {count}", count=len(meeting.agenda)),),
                say("write its place in the agenda, counted from 1"),
            )


@rule
def form_of_discipline_fits(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """An organisation and a person are disciplined in the forms that Điều lệ Đảng, Điều 35, has for them."""
    for _meeting, act in _acts(dataset):
        for named in act.objects:
            if named.discipline is None:
                continue
            of = CountedObject.ORGANISATION if named.organisation else CountedObject.FULL_MEMBER
            forms = {form.id: form.label for form in FORMS[of]}
            if named.discipline not in forms:
                yield Found(
                    named.where("discipline"),
                    say("this is no form of discipline for whom it is about"),
                    (say("Điều lệ Đảng, Điều 35: {forms}", forms=", ".join(forms.values())),),
                    say("write one of: {names}", names=", ".join(forms)),
                )


@rule
def publication_basis(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """A person who is named, or told by an office, where discipline or violations are the matter needs a
    basis for publication (Luật 91/2025/QH15, Điều 16): a document and its day."""
    for meeting, act in _acts(dataset):
        if not act.is_discipline or act.publication_basis or meeting.publication_basis:
            continue
        for named in act.objects:
            if field := _told_by(named):
                yield Found(
                    named.where(field),
                    say("a person is named here, or can be told by the office, in a matter of discipline"),
                    (say("Luật 91/2025/QH15, Điều 16: publishing it needs a basis of its own"),),
                    say(
                        "add publication_basis with document and day to the act or the meeting; without one "
                        "write group: một đảng viên, or give counts only"
                    ),
                )


def _told_by(named: ActObject) -> str:
    """The field that tells who a person is, "" where nobody is told."""
    return "person" if named.person else "title" if named.title else ""


@warning
def name_in_words_of_discipline(dataset: Dataset, _: Surroundings) -> Iterator[Found]:
    """The words of an act of discipline, and those that tell violations, name nobody of the registers without
    a basis for publication; whoever only reports or proposes may be named, which is acknowledged."""
    names = sorted({person.name for person in dataset.people}, key=len, reverse=True)
    if not names:
        return
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
    for told in _words_of_discipline(dataset):
        text = told.text.source if isinstance(told.text, Text) else told.text
        for found in named.finditer(text):
            yield Found(
                told.place(found.start(), len(found[0])),
                say("“{name}” is named where discipline or violations are told", name=found[0]),
                (say("Luật 91/2025/QH15, Điều 16: publishing it needs a basis of its own"),),
                say("write it without the name, or acknowledge it with a reason"),
            )


def _words_of_discipline(dataset: Dataset) -> Iterator[Told]:
    """The texts of the acts of discipline that have no basis, and of all violations told with figures."""
    for meeting, act in _acts(dataset):
        if act.is_discipline and not (act.publication_basis or meeting.publication_basis):
            yield from act.told()
    for record in dataset.reporting.values():
        has_basis = isinstance(record, Meeting) and record.publication_basis
        for observation in record.observations:
            if observation.violations and not has_basis:
                yield from observation.violations.told()
