"""What the heads of pages say of what became of them: corrected, outdated, replaced by another."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.compose.said import Article, CorrectionNotice, Link, Notice, Outdated, StatisticsPage
from bantin.language import format_date

_WHOLE_LOG = "Chi tiết trong trang Đính chính"


def notices_of(article: Article) -> tuple[Notice, ...]:
    """What the head of an article says: that it is replaced or outdated, and its corrections."""
    standing = article.standing
    notices: list[Notice] = []
    if standing.replaced is not None:
        title = f"Bản cũ, đã được thay thế ngày {format_date(standing.replaced.day)}"
        notices.append(Notice(title, links=(standing.replaced.present,)))
    if standing.outdated is not None:
        notices.append(_outdated("Bài", standing.outdated))
    return (*notices, *correction_notices(standing.corrections))


def statistics_notices(page: StatisticsPage) -> tuple[Notice, ...]:
    """What the head of a statistics page says."""
    outdated = [_outdated(f"Số liệu của {name}", notice) for name, notice in page.outdated]
    return (*outdated, *correction_notices(page.corrections))


def correction_notices(corrections: Iterable[CorrectionNotice]) -> tuple[Notice, ...]:
    """Corrections, in their order."""
    return tuple(
        Notice(
            title=f"Đính chính {format_date(notice.day)}",
            changes=notice.changes,
            derived=notice.derived,
            reason=notice.reason,
            links=_links(notice),
        )
        for notice in corrections
    )


def _outdated(what: str, notice: Outdated) -> Notice:
    reason = notice.reason.rstrip(".")
    said = f"{what} đã được rút vì {reason}. Nội dung dưới đây chỉ để tra cứu."
    return Notice(f"Đã rút {format_date(notice.day)}", reason=said)


def _links(notice: CorrectionNotice) -> tuple[Link, ...]:
    earlier = (notice.earlier,) if notice.earlier else ()
    return (*earlier, Link(notice.address, _WHOLE_LOG))
