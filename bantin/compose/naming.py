"""Bodies, people and sessions by name, as sentences need them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.compose.introducing import Introductions
from bantin.dataset import Dataset
from bantin.dataset.observed import Observed
from bantin.dataset.records.editorial import Document
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.sessions import MeetingState, Session, SessionKind, SessionNature, Someone
from bantin.language import DateStyle, format_date, format_long_date, periods, with_tones
from bantin.language.sentences import together

_NATURES = {
    SessionNature.REGULAR: "thường kỳ",
    SessionNature.EXTRAORDINARY: "bất thường",
    SessionNature.EXTENDED: "mở rộng",
    SessionNature.THEMATIC: "chuyên đề",
    SessionNature.PLAIN: "",
}
_VERBS = {"hội nghị": "tổ chức", "đại hội": "tổ chức", "kỳ họp": "tiến hành"}
_STATES = {
    MeetingState.HELD: "",
    MeetingState.PLANNED: "sẽ ",
    MeetingState.POSTPONED: "hoãn ",
    MeetingState.CANCELLED: "hủy ",
}


@dataclass(frozen=True, slots=True)
class Naming:
    """Names from the registers of a dataset."""

    dataset: Dataset
    introductions: Introductions | None = None
    """Of one article; without them every office is printed."""

    def for_one_article(self) -> Naming:
        """The same names for an article that begins, in which nobody has been introduced."""
        return Naming(self.dataset, Introductions())

    def in_house_style(self, words: str) -> str:
        """Words of the program with their tone marks as this house places them; not for what people wrote."""
        return with_tones(words, self.dataset.site.house_style.tone_placement)

    def day(self, day: date) -> str:
        """A day for the middle of a sentence: "ngày 30/06/2025", or as the house writes it."""
        if self.dataset.site.house_style.dates is DateStyle.OFFICIAL:
            return format_long_date(day)
        return f"ngày {format_date(day)}"

    def full(self, organisation: str) -> str:
        """The full name of a body."""
        return self.dataset.organisation[organisation].name

    def short(self, organisation: str) -> str:
        """The short name of a body, or its full one where it has no other."""
        found = self.dataset.organisation[organisation]
        return found.short_name or found.name

    def acting(self, found: Observed) -> str:
        """Who did what was counted, by short names: one body, or several together; "" for nobody."""
        if not found.actor:
            return ""
        return together([self.short(name) for name in (found.actor, *found.observation.jointly_with)])

    def person(self, name: str) -> str:
        """A person with honorific, for the middle of a sentence: "đồng chí Nguyễn Văn A"."""
        found = self.dataset.person[name]
        return f"{found.honorific or self.dataset.site.house_style.honorific} {found.name}"

    def someone(self, named: Someone) -> str:
        """Whoever is told by name, by office or by the body represented, for the middle of a sentence."""
        return ", ".join(word for word in self.name_and_office(named) if word)

    def name_and_office(self, named: Someone) -> tuple[str, str]:
        """Whoever is told, for one mention: the name a reader looks for first, and what is said behind it.

        The name is that of the person, else the office, else the body represented; an office is said of a
        person only where the article has not said it before.
        """
        represented = f"đại diện {self.short(named.represents)}" if named.represents else ""
        if not named.person:
            return ", ".join(word for word in (named.title, represented) if word), ""
        name, office = self.person(named.person), named.title or ""
        if self.introductions and office:
            office = self.introductions.office(named.person, name, office)
        return name, ", ".join(word for word in (office, represented) if word)

    def other_session(self, meeting: Meeting, body: str) -> str:
        """Another meeting as the bulletin of ``body`` speaks of it: "kỳ họp thứ 24 của UBKT Tỉnh ủy"."""
        name = session_name(meeting)
        return name if meeting.body == body else f"{name} của {self.short(meeting.body)}"

    def parent(self, organisation: str) -> str:
        """The name of the body above, or the body's own where there is none."""
        parent = self.dataset.organisation[organisation].parent
        return self.full(parent or organisation)


def document_name(document: Document) -> str:
    """A document by kind and numbers: "Nghị quyết số 05/2025/NQ-HĐND", "Điều 30 Điều lệ Đảng"."""
    number = document.number and f"số {document.number.removeprefix('số ')}"
    name = " ".join(word for word in (document.article, document.kind, number) if word)
    return ", ".join([name, *(f"{other.scheme} {other.number}" for other in document.numbers)])


def session_noun(meeting: Meeting) -> str:
    """What the meeting is called for short: "phiên họp", "kỳ họp", "hội nghị"."""
    noun = meeting.session.kinds[0].noun
    return "phiên họp" if noun == "phiên" else noun


def session_name(meeting: Meeting) -> str:
    """What the meeting is called in full: "phiên thường kỳ tháng 11/2024", "kỳ họp thứ 12, khóa XVII"."""
    return name_of(meeting.session)


def name_of(session: Session) -> str:
    """What a session is called in full."""
    name = " và ".join(_kind(kind, session) for kind in session.kinds)
    if session.purpose:
        name = f"{name} {session.purpose}"
    if session.theme:
        name = f"{name} về {session.theme}"
    if session.for_period:
        name = f"{name} {periods.label(session.for_period)}"
    return f"{name}, {session.term}" if session.term else name


def _kind(kind: SessionKind, session: Session) -> str:
    """One of a session's names: "kỳ họp thường lệ thứ 15", "hội nghị lần thứ ba mở rộng"."""
    ordinal = kind.ordinal or (session.ordinal if kind == session.kinds[0] else None) or ""
    nature = "thường lệ" if _is_council_session(kind) else _NATURES[kind.nature]
    words = [kind.noun, nature, ordinal]
    if kind.nature is SessionNature.EXTENDED:
        words = [kind.noun, ordinal, nature]
    return " ".join(word for word in words if word)


def _is_council_session(kind: SessionKind) -> bool:
    return kind.noun == "kỳ họp" and kind.nature is SessionNature.REGULAR


def session_verb(meeting: Meeting) -> str:
    """What the body does with its session: "họp", "sẽ tổ chức", "hoãn" …"""
    state = _STATES[meeting.state]
    if meeting.state in (MeetingState.POSTPONED, MeetingState.CANCELLED):
        return state.rstrip()
    return state + _VERBS.get(meeting.session.kinds[0].noun, "họp")
