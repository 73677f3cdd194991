"""What readers must know of the source: wording kept as published, and what it leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bantin.compose.phrases import joined, merged
from bantin.compose.said import Prose
from bantin.compose.wording import Wording
from bantin.dataset.records.article import ArticleRecord, NotStated
from bantin.dataset.records.observations import Reading
from bantin.figures import Figures, readings

_LEFT_OUT = {
    NotStated.HEADLINE: "tiêu đề",
    NotStated.LEAD: "sapô",
    NotStated.PLACE: "địa điểm",
    NotStated.ATTENDEE_COUNT: "số người dự",
    NotStated.PUBLISHED_ON: "ngày đăng",
    NotStated.PROVINCE: "tên tỉnh",
    NotStated.AS_OF: "thời điểm tính số liệu",
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
    left_out = [item for item in record.source.not_stated]
    composed = [item for item in left_out if item in (NotStated.HEADLINE, NotStated.LEAD)]
    if composed:
        names = joined([(_LEFT_OUT[item],) for item in composed])
        yield merged(["Nguồn không có ", *names, "; trang này soạn từ các dữ kiện của cuộc họp."])
    silent = [item for item in left_out if item not in composed]
    if silent:
        yield merged(["Nguồn không nêu ", *joined([(_LEFT_OUT[item],) for item in silent]), "."])


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
