"""Speeches, remarks, questions and answers in words."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.compose.naming import Naming
from bantin.compose.phrases import joined, merged, sentence, separated, upper_first
from bantin.compose.prose import Teller
from bantin.compose.said import Block, Listing, Paragraph, Prose, Remarks
from bantin.dataset.records.acts import Question
from bantin.dataset.records.editorial import Points, Statement, StatementKind
from bantin.dataset.records.sessions import Someone
from bantin.language import day_phrase, label

_VERBS = {
    StatementKind.ASSESSMENT: "nhận định",
    StatementKind.DIRECTIVE: "yêu cầu",
    StatementKind.OPENING: "nhấn mạnh",
    StatementKind.CLOSING: "nhấn mạnh",
    StatementKind.ANSWER: "trả lời",
    StatementKind.REPORT: "báo cáo",
    StatementKind.DISCUSSION: "phát biểu",
}
_SPEECHES = {StatementKind.OPENING: "phát biểu khai mạc", StatementKind.CLOSING: "phát biểu bế mạc"}


def remarks(statement: Statement, teller: Teller, naming: Naming, noun: str = "") -> Block:
    """What a speaker said, with the office held on that day; a speech without points is a sentence.

    noun: of the meeting it was said at.
    """
    lead = list(teller.tell(statement.lead))
    told: list[object] = []
    if speech := _SPEECHES.get(statement.kind):
        told.append(" ".join(filter(None, (speech, noun))))
        if lead or statement.items:
            told.append(", ")
    if statement.about and (period := label(statement.about)) not in _words(statement):
        told.append(f"nói về {period}")
        if lead or statement.items:
            told.append(", ")
    if lead or statement.items or not told:
        told.append(statement.verb or _VERBS[statement.kind])
    if lead:
        told += [" ", *lead]
    return _spoken(statement.said_by, merged(told), statement, teller, naming)


def _words(statement: Statement) -> str:
    """What the statement says itself, in which the period may be named already."""
    return " ".join(text.source for text in (statement.lead, *statement.items) if text)


def _spoken(who: Someone, told: Prose, said: Statement, teller: Teller, naming: Naming) -> Block:
    name, office = naming.name_and_office(who)
    if not said.items:
        return Paragraph(sentence(_with_office(name, office), told))
    items = tuple(teller.tell(item) for item in said.items)
    return Remarks(upper_first(name), office, merged([*told, ":"]), items, said.open, who.person or "")


def _with_office(name: str, office: str) -> str:
    """Who speaks, before the verb: "đồng chí A, Bí thư Tỉnh ủy, ", "đồng chí A "."""
    return f"{name}, {office}, " if office else f"{name} "


def question(asked: Question, teller: Teller, naming: Naming, verb: str) -> Iterator[Block]:
    """A question with its answer. verb: "chất vấn" in a council, "hỏi" elsewhere."""
    askers = joined([(_asker(one, naming),) for one in asked.asked_by]) or ("các đại biểu",)
    told: list[object] = [*askers, f" {verb} về ", *teller.tell(asked.subject)]
    if asked.asked:
        told += [": ", *separated([teller.tell(item) for item in asked.asked], "; ")]
    yield Paragraph(sentence(merged(told)))
    if asked.answered_by is None and not (asked.answers or asked.promise):
        return
    yield _answer(asked, teller, naming)


def _answer(asked: Question, teller: Teller, naming: Naming) -> Block:
    who = asked.answered_by or Someone(title="Người được hỏi")
    told: list[object] = ["trả lời bằng văn bản" if asked.document else "trả lời"]
    if asked.promise:
        told += [", hứa ", *teller.tell(asked.promise)]
        told += [f" trước {day_phrase(asked.promised_by)}"] if asked.promised_by else ()
    name, office = naming.name_and_office(who)
    if not asked.answers:
        return Paragraph(sentence(_with_office(name, office), merged(told)))
    items = tuple(teller.tell(item) for item in asked.answers)
    return Remarks(upper_first(name), office, merged([*told, ":"]), items, identity=who.person or "")


def _asker(who: Someone, naming: Naming) -> str:
    """Who asks: "đại biểu Lò Thị Hoa (Tổ đại biểu huyện Thạch Lâm)"."""
    deputy = (who.title or "").lower().startswith("đại biểu")
    if who.person and deputy:
        name = f"đại biểu {naming.dataset.person[who.person].name}"
    else:
        name = naming.someone(Someone(person=who.person, title=who.title))
    if not who.represents:
        return name
    body = naming.short(who.represents)
    return f"{name} ({body})" if name else f"đại diện {body}"


def points(listed: Points, teller: Teller, lead: str) -> Listing:
    """Points that a body made, introduced by their own sentence, or by ``lead`` where they have none."""
    told = teller.tell(listed.lead) or (lead,)
    return Listing(merged([*told, ":"]), tuple(teller.tell(item) for item in listed.items), listed.open)
