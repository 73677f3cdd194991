"""What a page of figures says of their making: how they are counted, their limits, what is not published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bantin.compose.over_time import OverTime, kind_of
from bantin.compose.said import Prose
from bantin.compose.wording import Wording
from bantin.dataset.records.registers import Indicator
from bantin.figures import Figures
from bantin.language import Period, label
from bantin.language.sentences import lower_first


def method_notes(figures: Sequence[Figures]) -> Iterator[Prose]:
    """How the figures of a page are counted, as the register of indicators tells."""
    indicators = list({found.indicator.id: found.indicator for found in figures}.values())
    yield ("Số giữ nguyên như nơi công bố đã in. Số nào được tính thêm hay suy ra đều có dấu và cách tính.",)
    yield from _those(
        "Số hiện có tại một thời điểm, không cộng qua các kỳ", indicators, lambda one: one.stock
    )
    yield from _those(
        "Một đối tượng có thể được đếm ở nhiều kỳ nên không cộng qua các kỳ",
        indicators,
        lambda one: not one.stock and not one.sums_over_time,
    )
    yield from ((f"{one.label}: {lower_first(one.method)}",) for one in indicators if one.method)


def _those(
    words: str, indicators: Iterable[Indicator], chosen: Callable[[Indicator], bool]
) -> Iterator[Prose]:
    if named := "; ".join(lower_first(one.label) for one in indicators if chosen(one)):
        yield (f"{words}: {named}.",)


def unpublished_notes(figures: Sequence[Figures], over_time: OverTime, wording: Wording) -> Iterator[Prose]:
    """What a reader may look for: totals and parts that nobody published, figures of the period before."""
    for found in figures:
        if found.actual is None and found.attainment is None and found.plan is None:
            yield (f"{wording.row_label(found)}: tổng số.",)
        missing = [part.label for part in found.every_part() if part.path and part.told is None]
        if missing:
            yield (f"{wording.row_label(found)}: {'; '.join(dict.fromkeys(missing))}.",)
    for body in dict.fromkeys(found.observed.body for found in figures):
        yield from _gone(body, figures[0].observed.period, over_time, wording)


def _gone(body: str, period: Period, over_time: OverTime, wording: Wording) -> Iterator[Prose]:
    """What a body published of the period before and not of this one."""
    periods = over_time.reported.get((body, *kind_of(period)), {})
    before = over_time.before.get((body, period))
    if before is None:
        return
    gone = [found for series, found in periods[before].items() if series not in periods[period]]
    if gone:
        names = "; ".join(dict.fromkeys(wording.row_label(found) for found in gone))
        yield (f"Có ở {label(before)} nhưng không có ở kỳ này: {names}.",)
