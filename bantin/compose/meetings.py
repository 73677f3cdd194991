"""What is said of a meeting: its opening, who was there, agenda, remarks and acts."""

from __future__ import annotations

from collections.abc import Sequence

from bantin.compose.naming import Naming, session_name, session_noun, session_verb
from bantin.compose.phrases import joined, merged, sentence, sentences, separated, upper_first
from bantin.compose.prose import Teller
from bantin.compose.said import ActItem, Acts, FigureMention, Listing, Prose, Remarks
from bantin.compose.wording import machine_value
from bantin.dataset.forces import FORCES
from bantin.dataset.records.acts import Act, Vote
from bantin.dataset.records.editorial import Points, Statement
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import Attendee, Chair, MeetingForm, MeetingState
from bantin.dataset.records.values import Amount
from bantin.figures import Figure
from bantin.language import day_phrase, format_quantity
from bantin.problems import Location

_FORMS = {
    MeetingForm.IN_PERSON: ", theo hình thức trực tiếp",
    MeetingForm.ONLINE: ", theo hình thức trực tuyến",
    MeetingForm.HYBRID: ", theo hình thức trực tiếp kết hợp trực tuyến",
}


class MeetingTeller:
    """Says one meeting; texts go through ``teller``, names through ``naming``."""

    def __init__(self, meeting: Meeting, teller: Teller, naming: Naming) -> None:
        self._meeting = meeting
        self._teller = teller
        self._naming = naming

    def headline(self) -> str:
        """A headline from the facts alone, for a record that has none."""
        body = self._naming.full(self._meeting.body)
        return f"{body} {session_verb(self._meeting)} {session_name(self._meeting)}"

    def event(self, with_agenda: bool) -> Prose:
        """Who met when, where and for what, in one sentence."""
        meeting = self._meeting
        when = meeting.when
        day = day_phrase(when.first, when.last, None if when.hour else when.part_of_day) if when.first else ""
        hour = f"{when.hour} " if when.hour else ""
        place = f", tại {meeting.place}" if meeting.place else ""
        form = _FORMS[meeting.form] if meeting.form else ""
        told: list[Prose | str] = [f"{hour}{day}{place}, {self.headline()}{form}"]
        if with_agenda and meeting.agenda and meeting.state in (MeetingState.HELD, MeetingState.PLANNED):
            items = joined([self._teller.tell(item) for item in meeting.agenda], " và ")
            told += [" để ", items]
        return sentence(*told)

    def people(self) -> Prose:
        """Who chaired and who was there."""
        meeting = self._meeting
        held = meeting.state is MeetingState.HELD
        attends = any(chair.attends for chair in meeting.chairs)
        told: list[Prose] = []
        if meeting.chairs:
            chairs = joined([(self._chair(chair),) for chair in meeting.chairs], ", và ")
            verb = "dự và chủ trì" if attends else "chủ trì"
            told.append(sentence(chairs, f", {'' if held else 'sẽ '}{verb} {session_noun(meeting)}"))
        if meeting.attendees:
            guests = joined([self._guest(*numbered) for numbered in enumerate(meeting.attendees)], "; ")
            beginning = "cùng dự có " if attends else f"dự {session_noun(meeting)} có "
            told.append(sentence(beginning, guests))
        return sentences(*told)

    def _chair(self, chair: Chair) -> str:
        return self._naming.someone(chair)

    def _guest(self, position: int, guest: Attendee) -> Prose:
        if guest.group is None:
            return (self._naming.someone(guest),)
        group = self._teller.tell(guest.group)
        if guest.count is None:
            return group
        aspect = f"attendees/{position}"
        count: list[object] = [
            self._counted(guest.count, guest.where("count"), f"{aspect}/count", "số người có mặt")
        ]
        if guest.out_of is not None:
            count += [
                "/",
                self._counted(guest.out_of, guest.where("out_of"), f"{aspect}/out-of", "tổng số người"),
            ]
        return merged([*count, " ", *group])

    def _counted(self, amount: Amount, place: Location, aspect: str, words: str) -> FigureMention:
        figure = Figure(f"{self._meeting.id}/{aspect}", amount.quantity, "", place=place)
        return FigureMention(
            text=format_quantity(amount.quantity, self._teller.wording.zero_padded),
            value=machine_value(figure),
            identity=figure.identity,
            address=None,
            source=f"{upper_first(words)}, {session_name(self._meeting)}: số đã công bố",
            figure=figure,
        )

    def agenda(self) -> Listing:
        """The agenda as a list."""
        noun = session_noun(self._meeting)
        return Listing(
            (f"Nội dung {noun}:",), tuple(self._teller.tell(item) for item in self._meeting.agenda)
        )

    def acts(self) -> Acts:
        """The acts in the order of their legal force; a proposal never reads like a decision."""
        noun = session_noun(self._meeting)
        body = self._naming.short(self._meeting.body)
        ordered = sorted(enumerate(self._meeting.acts), key=lambda item: (_ORDER[item[1].force], item[0]))
        modal = "dự kiến " if self._meeting.state is MeetingState.PLANNED else ""
        return Acts(
            (f"Tại {noun}, {body} {modal}".rstrip() + ":",),
            tuple(ActItem(FORCES[act.force], self._act(act, position)) for position, act in ordered),
        )

    def _act(self, act: Act, position: int) -> Prose:
        told: list[object] = []
        if act.addressee:
            told.append(f"{self._naming.full(act.addressee)} ")
        told += self._teller.tell(act.text)
        if act.submitter:
            told.append(f" theo tờ trình của {self._naming.short(act.submitter)}")
        if act.document:
            document = next(found for found in self._meeting.documents if found.id == act.document)
            told.append(f" ({' '.join(word for word in (document.kind, document.number) if word)})")
        if act.reason:
            told += [", vì ", *self._teller.tell(act.reason)]
        if act.vote:
            told += [", ", *self._vote(act.vote, position)]
        return merged([*told, "."])

    def _vote(self, vote: Vote, position: int) -> Prose:
        aspect = f"acts/{position}"
        if vote.in_favour is None:
            return ()
        told: list[object] = [
            "với ",
            self._counted(
                vote.in_favour, vote.where("in_favour"), f"{aspect}/in-favour", f"{vote.base_unit} tán thành"
            ),
            "/",
            self._counted(vote.base, vote.where("base"), f"{aspect}/base", f"{vote.base_unit} biểu quyết"),
            f" {vote.base_unit} tán thành",
        ]
        for amount, name, words in (
            (vote.against, "against", "không tán thành"),
            (vote.abstained, "abstained", "không biểu quyết"),
        ):
            if amount and amount.quantity.amount:
                told += [
                    ", ",
                    self._counted(amount, vote.where(name), f"{aspect}/{name}", f"{vote.base_unit} {words}"),
                    f" {words}",
                ]
        return merged(told)


_ORDER = {force: position for position, force in enumerate(FORCES)}


def remarks(statement: Statement, teller: Teller, naming: Naming) -> Remarks:
    """What a speaker said, with the office held on that day."""
    lead = (
        merged([statement.verb or "", " ", *teller.tell(statement.lead)])
        if statement.lead
        else (statement.verb or "",)
    )
    return Remarks(
        speaker=upper_first(naming.person(statement.speaker)) if statement.speaker else "",
        office=statement.title or "",
        lead=(*lead, ":"),
        items=tuple(teller.tell(item) for item in statement.items),
        open=statement.open,
    )


def points(listed: Points, teller: Teller) -> Listing:
    """Points that a body made, introduced by their own sentence."""
    lead = merged([*teller.tell(listed.lead), ":"])
    return Listing(lead, tuple(teller.tell(item) for item in listed.items), listed.open)


def in_one_paragraph(items: Sequence[Prose], lead: Prose, open_list: bool) -> Prose:
    """A list as running text, its items apart by semicolons."""
    return merged([*lead, " ", *separated(list(items), "; "), "…" if open_list else "."])
