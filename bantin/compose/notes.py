"""What readers must know of the source: wording kept as published, and what it leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bantin.compose.caveats import caveats
from bantin.compose.naming import document_name, session_noun
from bantin.compose.phrases import joined, merged
from bantin.compose.prose import Teller
from bantin.compose.said import Prose
from bantin.compose.wording import Wording
from bantin.dataset.records.article import ArticleRecord, DisplayedDateIs, NotStated
from bantin.dataset.records.editorial import Document, Reporting
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.observations import Reading
from bantin.figures import Figures, readings
from bantin.language import format_date

_LEFT_OUT = {
    NotStated.HEADLINE: "tiêu đề",
    NotStated.LEAD: "sapô",
    NotStated.PLACE: "địa điểm",
    NotStated.ATTENDEE_COUNT: "số người dự",
    NotStated.PUBLISHED_ON: "ngày đăng",
    NotStated.PROVINCE: "tên tỉnh",
    NotStated.AS_OF: "thời điểm tính số liệu",
    NotStated.DAY: "ngày họp",
    NotStated.BYLINE: "người viết",
}


def source_notes(record: ArticleRecord, figures: Mapping[str, Figures], wording: Wording) -> Iterator[Prose]:
    """The notes at the end of an article."""
    unresolved = [
        figures_of_one
        for figures_of_one in figures.values()
        if figures_of_one.attainment and figures_of_one.attainment.reading is Reading.UNRESOLVED
    ]
    if unresolved:
        yield unresolved_note(unresolved, wording)
    yield from caveats(figures.values(), wording)
    left_out = [item for item in record.source.not_stated]
    composed = [item for item in left_out if item in (NotStated.HEADLINE, NotStated.LEAD)]
    if composed:
        names = joined([(_LEFT_OUT[item],) for item in composed])
        yield merged(["Nguồn không có ", *names, "; trang này soạn từ các dữ kiện của cuộc họp."])
    silent = [item for item in left_out if item not in composed]
    if silent:
        yield merged(["Nguồn không nêu ", *joined([(_LEFT_OUT[item],) for item in silent]), "."])
    yield from _of_dates(record)


def _of_dates(record: ArticleRecord) -> Iterator[Prose]:
    """What a date line of the source is, and what of a day is only inferred; its clock is no part of it."""
    source = record.source
    if source.published_on and source.published_year_inferred_from:
        year = source.published_on.year
        yield (f"Nguồn không nêu năm đăng; năm {year} suy ra từ {source.published_year_inferred_from}.",)
    shown = source.displayed_date
    if shown and source.displayed_date_is is DisplayedDateIs.UNKNOWN:
        yield (f"Trang nguồn hiển thị “{shown.text}”; không rõ đó có phải ngày đăng bài hay không.",)
    if shown and source.displayed_date_is is DisplayedDateIs.PUBLICATION and shown.day != source.published_on:
        yield (f"Trang nguồn hiển thị ngày đăng “{shown.text}”.",)
    if source.saved_on:
        yield (f"Bài chỉ còn biết qua trang web cũ, lưu ngày {format_date(source.saved_on)}.",)


def meeting_notes(meeting: Meeting, teller: Teller) -> Iterator[Prose]:
    """What readers must know of a meeting's day, and why people are named in matters of discipline."""
    when = meeting.when
    if when.first and when.year_inferred_from:
        yield (f"Nguồn không nêu năm họp; năm {when.first.year} suy ra từ {when.year_inferred_from}.",)
    if when.as_printed:
        yield merged([f"Nguồn in ngày họp là “{when.as_printed}”: ", *teller.tell(when.doubt), "."])
    bases = [meeting.publication_basis, *(act.publication_basis for act in meeting.all_acts())]
    told = dict.fromkeys((basis.document, basis.day) for basis in bases if basis)
    for document, day in told:
        yield (f"Tên, chức vụ trong việc kỷ luật được nêu theo {document} ngày {format_date(day)}.",)


def unnamed_documents(record: Reporting, page: str) -> Iterator[Prose]:
    """The documents that neither the article nor its attachments name; page: all that the article says."""
    names = [
        f"{document_name(document)} {document.title}".strip()
        for document in record.documents
        if document.file is None and not _is_named(document, page)
    ]
    if names:
        whose = f"của {session_noun(record)}" if isinstance(record, Meeting) else "có liên quan"
        yield (f"Văn bản {whose}: {'; '.join(names)}.",)


def _is_named(document: Document, page: str) -> bool:
    """By its number or article, else by its title."""
    known = (document.number, document.article, *(other.number for other in document.numbers))
    wanted = [words for words in known if words] or [document.title]
    return any(words.lower() in page.lower() for words in wanted)


def unresolved_note(unresolved: list[Figures], wording: Wording) -> Prose:
    """Why words about a plan stand in quotation marks and nothing is computed from them."""
    first = unresolved[0]
    assert first.attainment is not None  # chosen for it
    attained, exceeded = (wording.mention(first, reading) for reading in readings(first, first.attainment))
    return merged(
        [
            "Nguồn viết ",
            *joined([wording.attainment(figures)[:1] for figures in unresolved]),
            " kế hoạch mà không nêu số kế hoạch và số thực hiện. Chữ “vượt” ở đây có hai cách hiểu: đạt ",
            attained,
            " kế hoạch, hoặc đạt ",
            exceeded,
            " kế hoạch. Bản tin giữ nguyên chữ của nguồn và không dùng các tỷ lệ này để tính.",
        ]
    )
