"""The body of an article: each of its parts, written by people or said by the program, as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from bantin.compose.acts import ActTeller
from bantin.compose.blocks import compose_photo
from bantin.compose.classes import class_lists
from bantin.compose.facts import Facts
from bantin.compose.meetings import MeetingTeller
from bantin.compose.naming import Naming, session_noun
from bantin.compose.phrases import merged
from bantin.compose.prose import Teller
from bantin.compose.said import Block, Heading, Listing, Paragraph, Photo, Prose, plain, words
from bantin.compose.speeches import points, question, remarks
from bantin.dataset.pictures import Picture
from bantin.dataset.records.article import ArticleRecord, BodyPart, Composed
from bantin.dataset.records.editorial import Points, Reporting, Statement, StatementKind
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.registers import OrganisationKind
from bantin.dataset.records.result import Result
from bantin.figures import Figures
from bantin.language import slug

_ORDER = (
    Composed.OPENING,
    Composed.OPENING_SPEECHES,
    Composed.LINKS,
    Composed.CONTEXT,
    Composed.AGENDA,
    Composed.PRESENTED,
    Composed.FACTS,
    Composed.FINDINGS,
    Composed.STRENGTHS,
    Composed.LIMITATIONS,
    Composed.QUESTIONS,
    Composed.STATEMENTS,
    Composed.TASKS,
    Composed.GROUPS,
    Composed.ACTS,
    Composed.CLASSES,
    Composed.CONFIDENCE,
    Composed.CLOSING_SPEECHES,
    Composed.NEXT_MEETING,
)
"""The order in which a newspaper tells of a meeting or of results."""

_APART = {
    Composed.OPENING_SPEECHES: StatementKind.OPENING,
    Composed.CLOSING_SPEECHES: StatementKind.CLOSING,
}


class BodyComposer:
    """Composes the body of one article; ``told`` are the meetings and results it tells of."""

    def __init__(
        self,
        record: ArticleRecord,
        told: tuple[Reporting, ...],
        facts: Facts,
        teller: Teller,
        naming: Naming,
        pictures: Mapping[str, Picture],
    ) -> None:
        self._record = record
        self._told = told
        self._facts_teller = facts
        self._teller = teller
        self._naming = naming
        self._pictures = pictures

    def blocks(self) -> Iterator[Block]:
        """The blocks in reading order; a heading below which nothing is left to say is left out."""
        heading: Block | None = None
        for part in self._record.body or self._default_body():
            for block in self._part(part):
                if isinstance(block, Heading):
                    heading = block
                    continue
                if heading is not None:
                    yield heading
                    heading = None
                yield block

    def _default_body(self) -> Iterator[BodyPart]:
        """The usual order, for a record that leaves the body to the program."""
        photos = list(self._record.photos)
        first = next((photo for photo in photos if photo.after is None), None)
        for composed in _ORDER:
            yield from self._usual_part(composed)
            for photo in photos:
                after = photo.after or (Composed.OPENING if photo is first else None)
                if after is composed:
                    yield BodyPart(photo=photo.id)
        yield from (BodyPart(chart=chart.id) for chart in self._record.charts)
        rest = [photo for photo in photos if photo.after is None and photo is not first]
        yield from (BodyPart(photo=photo.id) for photo in rest)

    def _usual_part(self, composed: Composed) -> Iterator[BodyPart]:
        if composed is Composed.AGENDA and self._record.lead is None:
            return  # the lead that the program composes has told it
        if composed is Composed.PRESENTED:
            yield from self._said_by_kind(lambda kind: kind is StatementKind.REPORT)
        if composed is Composed.STATEMENTS:
            apart = (StatementKind.REPORT, *_APART.values())
            yield from self._said_by_kind(lambda kind: kind not in apart)
        else:
            yield BodyPart(compose=composed)

    def _said_by_kind(self, wanted: Callable[[StatementKind], bool]) -> Iterator[BodyPart]:
        names = tuple(said.id for said in self._statements() if wanted(said.kind))
        if names:
            yield BodyPart(compose=Composed.STATEMENTS, statements=names)

    def _part(self, part: BodyPart) -> Iterator[Block]:
        if part.text is not None:
            yield Paragraph(self._teller.tell(part.text))
        elif part.heading is not None:
            heading = self._teller.tell(part.heading)
            yield Heading(words(heading), slug(plain(heading)))
        elif part.photo is not None:
            yield from self._photo(part.photo)
        elif part.chart is not None:
            yield from self._chart(part.chart)
        elif part.compose is not None:
            yield from self._composed(part.compose)(part)

    def _composed(self, what: Composed) -> Callable[[BodyPart], Iterator[Block]]:
        return {
            Composed.OPENING: self._opening,
            Composed.LINKS: self._links,
            Composed.CONTEXT: self._context,
            Composed.AGENDA: self._agenda,
            Composed.PRESENTED: self._presented,
            Composed.FACTS: self._facts,
            Composed.FINDINGS: lambda _: self._points("findings"),
            Composed.STRENGTHS: lambda _: self._points("strengths"),
            Composed.LIMITATIONS: lambda _: self._points("limitations"),
            Composed.TASKS: lambda _: self._points("tasks"),
            Composed.STATEMENTS: self._remarks,
            Composed.OPENING_SPEECHES: self._remarks,
            Composed.CLOSING_SPEECHES: self._remarks,
            Composed.QUESTIONS: self._questions,
            Composed.GROUPS: self._groups,
            Composed.ACTS: self._acts,
            Composed.CLASSES: self._classes,
            Composed.CONFIDENCE: self._confidence,
            Composed.NEXT_MEETING: self._next_meeting,
        }[what]

    def _meetings(self) -> Iterator[tuple[Meeting, MeetingTeller]]:
        for record in self._told:
            if isinstance(record, Meeting):
                yield record, MeetingTeller(record, self._teller, self._naming)

    def _opening(self, _: BodyPart) -> Iterator[Block]:
        for _meeting, teller in self._meetings():
            if self._record.lead is not None:
                yield Paragraph(teller.event(with_agenda=False))
            if people := teller.people():
                yield Paragraph(people)

    def _links(self, _: BodyPart) -> Iterator[Block]:
        for _meeting, teller in self._meetings():
            if links := teller.links():
                yield Paragraph(links)

    def _context(self, _: BodyPart) -> Iterator[Block]:
        for record in self._told:
            yield from (Paragraph(self._teller.tell(text)) for text in record.context)

    def _agenda(self, _: BodyPart) -> Iterator[Block]:
        for meeting, teller in self._meetings():
            if meeting.agenda:
                yield teller.agenda()

    def _presented(self, _: BodyPart) -> Iterator[Block]:
        for _meeting, teller in self._meetings():
            yield from (Paragraph(told) for told in teller.presented())

    def _facts(self, part: BodyPart) -> Iterator[Block]:
        names = part.observations or self._untold()
        for paragraph in self._facts_teller.paragraphs(names):
            yield Paragraph(paragraph)

    def _untold(self) -> tuple[str, ...]:
        """The figures for the default body: those of a meeting only where no text has told them."""
        told = {
            reference.name
            for record in (self._record, *(meeting for meeting, _ in self._meetings()))
            for _, _, text in record.texts()
            for reference in text.references()
        }
        return tuple(
            name
            for name, figures in self._teller.figures.items()
            if isinstance(figures.observed.record, Result) or name not in told
        )

    def _points(self, field: str) -> Iterator[Block]:
        for record in self._told:
            listed = getattr(record, field, None)
            if isinstance(listed, Points):
                yield points(listed, self._teller, self._lead_of(record, field, listed))

    def _lead_of(self, record: Reporting, field: str, listed: Points) -> str:
        """The sentence before points whose record has none."""
        body = record.body if isinstance(record, Meeting) else getattr(record, "organisation", "")
        by = self._naming.short(listed.by or body)
        of = f" của {self._naming.short(listed.to)}" if listed.to else ""
        return {
            "findings": f"Qua kiểm tra, giám sát, {by} nhận thấy",
            "strengths": f"{by} ghi nhận những kết quả{of}",
            "limitations": f"{by} chỉ ra những hạn chế{of} cần khắc phục",
            "tasks": f"Nhiệm vụ{of} trong thời gian tới",
        }[field]

    def _statements(self) -> Iterator[Statement]:
        for record in self._told:
            yield from record.statements

    def _remarks(self, part: BodyPart) -> Iterator[Block]:
        kind = _APART.get(part.compose) if part.compose else None
        for record in self._told:
            noun = session_noun(record) if isinstance(record, Meeting) else ""
            for statement in record.statements:
                wanted = statement.id in part.statements if part.statements else True
                if wanted and kind in (None, statement.kind):
                    yield remarks(statement, self._teller, self._naming, noun)

    def _questions(self, _: BodyPart) -> Iterator[Block]:
        for meeting, _teller in self._meetings():
            body = self._naming.dataset.organisation[meeting.body]
            verb = "chất vấn" if body.kind is OrganisationKind.COUNCIL else "hỏi"
            for asked in meeting.questions:
                yield from question(asked, self._teller, self._naming, verb)

    def _act_tellers(self) -> Iterator[tuple[Meeting, ActTeller]]:
        for meeting, _teller in self._meetings():
            yield meeting, ActTeller(meeting, self._teller, self._naming)

    def _groups(self, _: BodyPart) -> Iterator[Block]:
        for meeting, teller in self._act_tellers():
            for position, group in enumerate(meeting.groups):
                yield from teller.group(group, position)

    def _acts(self, _: BodyPart) -> Iterator[Block]:
        for _meeting, teller in self._act_tellers():
            yield from teller.acts()

    def _classes(self, part: BodyPart) -> Iterator[Block]:
        figures = self._teller.figures
        for name in part.observations or figures:
            yield from class_lists(figures[name], self._teller.wording, self._naming)

    def _confidence(self, _: BodyPart) -> Iterator[Block]:
        for _meeting, teller in self._act_tellers():
            yield from teller.confidence()

    def _next_meeting(self, _: BodyPart) -> Iterator[Block]:
        for _meeting, teller in self._meetings():
            if told := teller.next_meeting():
                yield Paragraph(told)

    def _photo(self, name: str) -> Iterator[Photo]:
        for photo in self._record.photos:
            picture = self._pictures.get(photo.file) if photo.file else None
            if photo.id == name and picture is not None:
                yield compose_photo(photo, picture, self._teller)

    def _chart(self, name: str) -> Iterator[Block]:
        """A chart as the list of the figures in it, each leading to its row."""
        for chart in self._record.charts:
            if chart.id == name:
                lead = merged([f"Biểu đồ {chart.number}. ", *self._teller.tell(chart.caption), ":"])
                items = [self._teller.figures[observation] for observation in chart.observations]
                yield Listing(lead, tuple(self._charted(figures) for figures in items))

    def _charted(self, figures: Figures) -> Prose:
        value = self._teller.wording.value(figures) if figures.actual else ()
        return merged([f"{self._teller.wording.row_label(figures)}: ", *value])
