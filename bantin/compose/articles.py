"""An article: what people wrote and what the program says for them, in one reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bantin.compose.blocks import compose_photo, defined, told
from bantin.compose.facts import Facts
from bantin.compose.key_figures import key_figures
from bantin.compose.meetings import MeetingTeller, points, remarks
from bantin.compose.naming import Naming
from bantin.compose.notes import source_notes
from bantin.compose.phrases import shortened, upper_first
from bantin.compose.prose import Definitions, Teller
from bantin.compose.said import (
    Article,
    Block,
    Heading,
    Link,
    Paragraph,
    Photo,
    Prose,
    plain,
    words,
)
from bantin.compose.wording import Wording
from bantin.dataset import Dataset
from bantin.dataset.pictures import Picture
from bantin.dataset.records.article import ArticleRecord, BodyPart, Composed, NotStated
from bantin.dataset.records.bylines import Byline, BylineRole
from bantin.dataset.records.editorial import Points, Reporting, Statement
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.figures import Figures
from bantin.language import format_weekday_date, label, slug


@dataclass(frozen=True)
class Sources:
    """What articles are composed from: a public dataset, its figures, the photos, the wording."""

    dataset: Dataset
    figures: Mapping[str, Mapping[str, Figures]]
    pictures: Mapping[str, Picture]
    wording: Wording
    naming: Naming

    def told_figures(self, records: tuple[Reporting, ...]) -> dict[str, Figures]:
        """The figures of several records by local name; the first record wins a doubled one."""
        told: dict[str, Figures] = {}
        for record in records:
            for name, figures in self.figures[record.id].items():
                told.setdefault(name, figures)
        return told


def compose_article(record: ArticleRecord, sources: Sources, draft: bool = False) -> Article:
    """One article from its editorial record and the meetings and results it tells of."""
    return _Composer(record, sources).article(draft)


class _Composer:
    """Composes one article."""

    def __init__(self, record: ArticleRecord, sources: Sources) -> None:
        self.record = record
        self.sources = sources
        self.told = sources.dataset.told_by(record)
        self.main = self.told[0]
        self.figures = sources.told_figures(self.told)
        self.teller = Teller(self.figures, sources.wording, sources.figures)
        self.facts = Facts(self.teller, sources.naming)
        self.definitions = Definitions({})

    def article(self, draft: bool) -> Article:
        record = self.record
        undefined_lead, undefined_body = self._lead(), tuple(self._body())
        page = " ".join(
            map(plain, (undefined_lead, *(prose for block in undefined_body for prose in told(block))))
        )
        self.definitions = Definitions(self.sources.dataset.site.abbreviations, page)
        lead = self.definitions.apply(undefined_lead)
        body = tuple(defined(block, self.definitions) for block in undefined_body)
        day, month, date_line = self._day()
        return Article(
            address=f"/{record.address}/",
            kicker=words(self.teller.tell(record.kicker)) or self._default_kicker(),
            headline=words(self.teller.tell(record.headline)) or self._default_headline(),
            date_line=date_line,
            day=day,
            archive_month=month,
            source_code=record.source.code or "",
            lead=lead,
            description=words(shortened(lead)),
            key_figures=key_figures(self.told, self.sources.figures, self.sources.wording),
            body=body,
            byline=tuple(self._signed(byline) for byline in record.byline),
            notes=tuple(
                self.definitions.apply(note)
                for note in source_notes(record, self.figures, self.sources.wording)
            ),
            statistics=self._statistics(),
            draft=draft,
        )

    def _signed(self, byline: Byline) -> str:
        naming = self.sources.naming
        name = naming.dataset.person[byline.person].name if byline.person else byline.name or ""
        house = naming.short(byline.organisation) if byline.organisation else ""
        signed = " – ".join(word for word in (name, house) if word)
        return f"Ảnh: {signed}" if byline.role is BylineRole.PHOTO else signed

    def _meetings(self) -> list[Meeting]:
        return [record for record in self.told if isinstance(record, Meeting)]

    def _default_kicker(self) -> str:
        body = self.main.body if isinstance(self.main, Meeting) else self._result().organisation
        naming = self.sources.naming
        return naming.parent(body) if isinstance(self.main, Meeting) else naming.full(body)

    def _result(self) -> Result:
        return next(record for record in self.told if isinstance(record, Result))

    def _default_headline(self) -> str:
        if isinstance(self.main, Meeting):
            return self._meeting_teller(self.main).headline()
        result = self._result()
        return f"{self.sources.naming.full(result.organisation)}: kết quả {label(result.period)}"

    def _lead(self) -> Prose:
        if self.record.lead is not None:
            return self.teller.tell(self.record.lead)
        if isinstance(self.main, Meeting):
            return self._meeting_teller(self.main).event(with_agenda=True)
        first = next(iter(self._result_figures()), None)
        return self.facts.opening(first) if first else (self._default_headline() + ".",)

    def _result_figures(self) -> list[Figures]:
        result = self._result()
        named = self.sources.figures[result.id]
        chosen = [named[name] for name in result.key_figures] or list(named.values())
        return [figures for figures in chosen if figures.actual is not None]

    def _day(self) -> tuple[date, int | None, str]:
        """The day of the bulletin, the month of its archive (None: the year as a whole), its date line.

        The day its source or this site published it; where the source is silent, the day of the meeting
        or the period of the results.
        """
        source = self.record.source
        silent = NotStated.PUBLISHED_ON in source.not_stated
        known = source.published_on or (None if silent else self.record.published_on)
        if known is None and isinstance(self.main, Meeting):
            known = self.main.day
        if known is not None:
            return known, known.month, format_weekday_date(known)
        result = self._result()
        day = result.as_of or result.period.last_day
        whole_year = result.period.first_day.month == 1 and result.period.last_day.month == 12
        text = label(result.period)
        return day, None if whole_year else day.month, upper_first(text)

    def _meeting_teller(self, meeting: Meeting) -> MeetingTeller:
        return MeetingTeller(meeting, self.teller, self.sources.naming)

    def _statistics(self) -> tuple[Link, ...]:
        pages: dict[str, Link] = {}
        for figures in self.figures.values():
            address = self.sources.wording.page_of(figures)
            if address:
                period = label(figures.observed.period)
                pages.setdefault(address, Link(address, f"Số liệu {period}"))
        return tuple(pages[address] for address in sorted(pages))

    def _body(self) -> Iterator[Block]:
        for part in self.record.body or self._default_body():
            yield from self._blocks(part)

    def _default_body(self) -> list[BodyPart]:
        """The usual order, for a record that leaves the body to the program."""
        order = [Composed.OPENING, Composed.FACTS, Composed.FINDINGS, Composed.LIMITATIONS]
        order += [Composed.STATEMENTS, Composed.TASKS, Composed.ACTS]
        parts = [BodyPart(compose=composed) for composed in order]
        photos = [BodyPart(photo=photo.id) for photo in self.record.photos]
        return [*parts[:1], *photos[:1], *parts[1:], *photos[1:]]

    def _blocks(self, part: BodyPart) -> Iterator[Block]:
        if part.text is not None:
            yield Paragraph(self.teller.tell(part.text))
        elif part.heading is not None:
            heading = self.teller.tell(part.heading)
            yield Heading(words(heading), slug(plain(heading)))
        elif part.photo is not None:
            yield from self._photo(part.photo)
        elif part.compose is not None:
            yield from self._composed(part.compose)(part)

    def _composed(self, what: Composed) -> Callable[[BodyPart], Iterator[Block]]:
        return {
            Composed.OPENING: self._opening,
            Composed.AGENDA: self._agenda,
            Composed.FACTS: self._facts,
            Composed.FINDINGS: lambda _: self._points("findings"),
            Composed.LIMITATIONS: lambda _: self._points("limitations"),
            Composed.TASKS: lambda _: self._points("tasks"),
            Composed.STATEMENTS: self._statements,
            Composed.ACTS: self._acts,
        }[what]

    def _opening(self, _: BodyPart) -> Iterator[Block]:
        for meeting in self._meetings():
            teller = self._meeting_teller(meeting)
            if self.record.lead is not None:
                yield Paragraph(teller.event(with_agenda=False))
            if people := teller.people():
                yield Paragraph(people)

    def _agenda(self, _: BodyPart) -> Iterator[Block]:
        for meeting in self._meetings():
            if meeting.agenda:
                yield self._meeting_teller(meeting).agenda()

    def _facts(self, part: BodyPart) -> Iterator[Block]:
        names = part.observations or self._untold()
        if names and (told := self.facts.paragraph(names)):
            yield Paragraph(told)

    def _untold(self) -> tuple[str, ...]:
        """The figures for the default body: those of a meeting only where no text has told them."""
        told = {
            reference.name
            for record in (self.record, *self._meetings())
            for _, _, text in record.texts()
            for reference in text.references()
        }
        return tuple(
            name
            for name, figures in self.figures.items()
            if isinstance(figures.observed.record, Result) or name not in told
        )

    def _points(self, field: str) -> Iterator[Block]:
        for record in self.told:
            listed = getattr(record, field, None)
            if isinstance(listed, Points):
                yield points(listed, self.teller)

    def _statements(self, part: BodyPart) -> Iterator[Block]:
        for statement in self._chosen_statements(part.statements):
            yield remarks(statement, self.teller, self.sources.naming)

    def _chosen_statements(self, names: tuple[str, ...]) -> Iterator[Statement]:
        for record in self.told:
            for statement in record.statements:
                if not names or statement.id in names:
                    yield statement

    def _acts(self, _: BodyPart) -> Iterator[Block]:
        for meeting in self._meetings():
            if meeting.acts:
                yield self._meeting_teller(meeting).acts()

    def _photo(self, name: str) -> Iterator[Photo]:
        for photo in self.record.photos:
            if photo.id == name and photo.file is not None:
                yield compose_photo(photo, photo.file, self.sources.pictures, self.teller)
