"""An article: what people wrote and what the program says for them, in one reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bantin.compose.blocks import defined, told
from bantin.compose.bodies import BodyComposer
from bantin.compose.closing import evidence, glossary
from bantin.compose.dates import day_of
from bantin.compose.events import events_of
from bantin.compose.facts import Facts
from bantin.compose.key_figures import key_figures
from bantin.compose.meetings import MeetingTeller
from bantin.compose.naming import Naming, document_name
from bantin.compose.notes import meeting_notes, source_notes, unnamed_documents
from bantin.compose.phrases import shortened, upper_first
from bantin.compose.prose import Definitions, Teller
from bantin.compose.said import (
    Article,
    Attachment,
    KeyFigure,
    Link,
    Prose,
    Remarks,
    plain,
    words,
)
from bantin.compose.wording import Wording
from bantin.dataset import Dataset
from bantin.dataset.attachments import AttachedFile, attached
from bantin.dataset.observed import body_of
from bantin.dataset.pictures import Picture
from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.bylines import Byline, BylineRole
from bantin.dataset.records.editorial import Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.result import Result
from bantin.figures import Figures
from bantin.language import DayWriting, format_file_size, label


@dataclass(frozen=True)
class Sources:
    """What articles are composed from: a public dataset, its figures, its files, the wording."""

    dataset: Dataset
    figures: Mapping[str, Mapping[str, Figures]]
    pictures: Mapping[str, Picture]
    attachments: Mapping[str, AttachedFile]
    wording: Wording
    naming: Naming

    def told_figures(self, records: tuple[Reporting, ...]) -> dict[str, Figures]:
        """The figures of several records by local name; the first record wins a doubled one."""
        told: dict[str, Figures] = {}
        for record in records:
            for name, figures in self.figures[record.id].items():
                told.setdefault(name, figures)
        return told

    def owner(self, record: ArticleRecord) -> str:
        """The full name of the body whose bulletin an article is."""
        return self.naming.full(body_of(self.dataset.told_by(record)[0]))


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
        self.teller = Teller(self.figures, sources.wording, sources.figures, self._days())
        self.naming = sources.naming.for_one_article()
        self.facts = Facts(self.teller, self.naming)
        self.definitions = Definitions({})

    def _days(self) -> DayWriting:
        """How this article writes days; the year that the line of its date names can be left out."""
        day, _, line = day_of(self.record, self.main, self.told)
        style = self.sources.dataset.site.house_style.dates
        return DayWriting(style, day.year if str(day.year) in line else None)

    def article(self, draft: bool) -> Article:
        record = self.record
        undefined_lead, undefined_body = self._lead(), tuple(self._body().blocks())
        page = " ".join(
            map(plain, (undefined_lead, *(prose for block in undefined_body for prose in told(block))))
        )
        notes = tuple(self._notes(page))
        headline = words(self.teller.tell(record.headline)) or self._default_headline()
        key_figures = self._key_figures()
        labels = (figure.label for figure in key_figures)
        offices = (block.office for block in undefined_body if isinstance(block, Remarks))
        meanings = self.sources.dataset.site.abbreviations
        entries = glossary(meanings, (plain(headline), page, *labels, *offices, *map(plain, notes)))
        self.definitions = Definitions(meanings, page, {entry.text: entry.anchor for entry in entries})
        lead = self.definitions.apply(undefined_lead)
        body = tuple(defined(block, self.definitions) for block in undefined_body)
        day, month, date_line = day_of(record, self.main, self.told)
        return Article(
            address=f"/{record.address}/",
            kicker=words(self.teller.tell(record.kicker)) or self._default_kicker(),
            headline=headline,
            date_line=date_line,
            day=day,
            archive_month=month,
            source_code=record.source.code or "",
            lead=lead,
            description=words(shortened(lead)),
            key_figures=key_figures,
            body=body,
            byline=tuple(self._signed(byline) for byline in record.byline),
            notes=tuple(self.definitions.apply(note) for note in notes),
            statistics=self._statistics(),
            attachments=tuple(self._attachments()),
            draft=draft,
            evidence=tuple(evidence(record)),
            glossary=entries,
            events=events_of(self._meetings(), self.sources.naming),
        )

    def _key_figures(self) -> tuple[KeyFigure, ...]:
        return key_figures(self.told, self.sources.figures, self.sources.wording)

    def _body(self) -> BodyComposer:
        sources = self.sources
        return BodyComposer(self.record, self.told, self.facts, self.teller, self.naming, sources.pictures)

    def _notes(self, page: str) -> Iterator[Prose]:
        """page: all that lead and body say."""
        yield from source_notes(self.record, self.figures, self.sources.wording)
        for meeting in self._meetings():
            yield from meeting_notes(meeting, self.teller)
        for record in self.told:
            yield from unnamed_documents(record, page)

    def _attachments(self) -> Iterator[Attachment]:
        """The files attached to documents that are there, each by kind, number and title, once."""
        files = self.sources.attachments
        named = {file: document for document, file in reversed(list(attached(self.told))) if file in files}
        for file, document in reversed(named.items()):
            told = f"{files[file].kind}, {format_file_size(files[file].size)}"
            yield Attachment(file, upper_first(f"{document_name(document)} {document.title}"), told)

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
