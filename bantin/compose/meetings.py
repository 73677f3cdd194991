"""What is said of a meeting as a whole: its opening, who was there, agenda, links, what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.counted import Counting
from bantin.compose.naming import Naming, name_of, session_name, session_noun, session_verb
from bantin.compose.phrases import joined, merged, sentence, sentences, upper_first, without_figures
from bantin.compose.prose import Teller
from bantin.compose.said import Listing, Prose, plain
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import (
    Attendee,
    AttendeeRole,
    LinkRelation,
    MeetingForm,
    MeetingLink,
    MeetingState,
    When,
)
from bantin.language import DayWriting, days_phrase, periods, weekday_name

_FORMS = {
    MeetingForm.IN_PERSON: ", theo hình thức trực tiếp",
    MeetingForm.ONLINE: ", theo hình thức trực tuyến",
    MeetingForm.HYBRID: ", theo hình thức trực tiếp kết hợp trực tuyến",
}
_LINKS = {
    LinkRelation.PREPARES: "chuẩn bị cho",
    LinkRelation.REVIEWS: "rà soát việc thực hiện kết luận của",
    LinkRelation.FOLLOWS: "tiếp nối",
}


def when_phrase(when: When, writing: DayWriting) -> str:
    """When a meeting takes place, for the middle of a sentence; "" where nothing is known."""
    if when.first is None:
        return f"“{when.as_printed}”" if when.as_printed else ""
    several = when.first != when.last
    part = None if when.hour or several else when.part_of_day
    listed = bool(when.days) or not several
    weekday = f"{weekday_name(when.first).lower()}, " if when.weekday and not several else ""
    if weekday:
        before = when.hour or (part.word if part else "")
        phrase = weekday + days_phrase(when.all_days, listed=listed, writing=writing)
        return f"{before} {phrase}" if before else phrase
    phrase = days_phrase(when.all_days, part, listed=listed, writing=writing)
    return f"{when.hour} {phrase}" if when.hour else phrase


class MeetingTeller:
    """Says one meeting; texts go through ``teller``, names through ``naming``."""

    def __init__(self, meeting: Meeting, teller: Teller, naming: Naming) -> None:
        self._meeting = meeting
        self._teller = teller
        self._naming = naming
        self._counting = Counting(meeting, teller.wording)

    def headline(self) -> str:
        """A headline from the facts alone, for a record that has none."""
        body = self._naming.full(self._meeting.body)
        verb = self._naming.in_house_style(session_verb(self._meeting))
        return f"{body} {verb} {session_name(self._meeting)}"

    def event(self, with_agenda: bool) -> Prose:
        """Who met when, where and for what, in one sentence."""
        meeting = self._meeting
        where = ", ".join(place for place in (meeting.venue, meeting.place) if place)
        scene = [
            when_phrase(meeting.when, self._teller.days),
            f"tại {where}" if where else "",
            self.headline(),
        ]
        form = _FORMS[meeting.form] if meeting.form else ""
        told: list[Prose | str] = [", ".join(words for words in scene if words) + form]
        if with_agenda and meeting.agenda and meeting.state in (MeetingState.HELD, MeetingState.PLANNED):
            told += [" để ", joined([self._teller.tell(item) for item in meeting.agenda])]
        return sentence(*told)

    def people(self) -> Prose:
        """Who chaired and who was there, was invited or took part from afar."""
        meeting = self._meeting
        noun, will = session_noun(meeting), "" if meeting.state is MeetingState.HELD else "sẽ "
        attends = any(chair.attends for chair in meeting.chairs)
        told: list[Prose] = []
        if meeting.chairs:
            chairs = joined([(self._naming.someone(chair),) for chair in meeting.chairs], ", và ")
            verb = "dự và chủ trì" if attends else "chủ trì"
            office_last = "," in plain(chairs).rpartition(", và ")[2]
            told.append(sentence(chairs, f"{',' if office_last else ''} {will}{verb} {noun}"))
        beginnings = {
            AttendeeRole.MEMBER: "cùng dự có " if attends else f"dự {noun} có ",
            AttendeeRole.INVITED: f"khách mời dự {noun} có ",
            AttendeeRole.ONLINE: f"dự {noun} trực tuyến có ",
        }
        for role, beginning in beginnings.items():
            guests = [
                self._guest(at, guest) for at, guest in enumerate(meeting.attendees) if guest.role is role
            ]
            if guests:
                told.append(sentence(beginning, joined(guests, "; ")))
        return sentences(*told)

    def _guest(self, position: int, guest: Attendee) -> Prose:
        who = self._naming.someone(guest)
        group = self._teller.tell(guest.group)
        if guest.count is None:
            return merged([who, ", " if who and group else "", *group])
        way = f"attendees/{position}"
        whom = without_figures(group) or who or "người"
        told: list[object] = [self._counting.of(guest, "count", way, f"số {whom} có mặt")]
        if guest.out_of is not None:
            told += ["/", self._counting.of(guest, "out_of", way, f"tổng số {whom}")]
        return merged([*told, " ", *(group or (who,))])

    def links(self) -> Prose:
        """What the meeting prepares, reviews or follows, where the other meeting may be named."""
        noun = session_noun(self._meeting)
        told = []
        for link in self._meeting.links:
            if other := self._other(link):
                about = (" về ", *self._teller.tell(link.about)) if link.about else ()
                told.append(sentence(f"{noun} {self._will()}{_LINKS[link.relation]} {other}", about))
        return sentences(*told)

    def _will(self) -> str:
        return "" if self._meeting.state is MeetingState.HELD else "sẽ "

    def _other(self, link: MeetingLink) -> str:
        if link.name:
            return link.name
        other = self._public(link.meeting)
        return self._naming.other_session(other, self._meeting.body) if other else ""

    def _public(self, name: str | None) -> Meeting | None:
        """A meeting that readers may know of; it may be a draft, or due later."""
        found = self._naming.dataset.reporting.get(name or "")
        return found if isinstance(found, Meeting) else None

    def presented(self) -> Iterator[Prose]:
        """Which other bodies' results the meeting heard."""
        noun = session_noun(self._meeting)
        for name in self._meeting.presents:
            found = self._naming.dataset.result.get(name)
            if found is None or found.organisation == self._meeting.body:
                continue
            whose = self._naming.short(found.organisation)
            what = f"báo cáo kết quả {periods.label(found.period)} của {whose}"
            yield sentence(f"{noun} {self._will()}nghe {what}")

    def agenda(self) -> Listing:
        """The agenda as a list."""
        noun = session_noun(self._meeting)
        return Listing(
            (f"Nội dung {noun}:",), tuple(self._teller.tell(item) for item in self._meeting.agenda)
        )

    def next_meeting(self) -> Prose:
        """When the next meeting is planned, and for what; nothing where none is."""
        planned = self._meeting.next_meeting
        if planned is None:
            return ()
        recorded = self._public(planned.meeting)
        if recorded is not None:
            name, when, agenda = session_name(recorded), recorded.when, recorded.agenda
        elif planned.session is None and planned.meeting:
            return ()
        else:
            name = name_of(planned.session) if planned.session else f"{session_noun(self._meeting)} tới"
            when, agenda = planned.when, planned.agenda
        time = when_phrase(when, self._teller.days)
        if not time and planned.in_period:
            time = f"trong {periods.label(planned.in_period)}"
        told: list[object] = [f"{upper_first(name)} dự kiến diễn ra {time or 'trong thời gian tới'}"]
        if agenda:
            told += [", để ", *joined([self._teller.tell(item) for item in agenda])]
        return sentence(merged(told))
