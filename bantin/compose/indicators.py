"""A page per indicator: what it is, its main point, and its series; and the list of all indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.compose.facts import Facts
from bantin.compose.latest import LatestTeller
from bantin.compose.lines import extremes
from bantin.compose.marks import status_key
from bantin.compose.over_time import INDICATORS, OverTime, Series
from bantin.compose.parts_over_time import parts_over_time
from bantin.compose.phrases import merged, shortened, upper_first
from bantin.compose.prose import Definitions, Teller
from bantin.compose.said import (
    BodySeries,
    Explained,
    IndicatorEntry,
    IndicatorGroup,
    IndicatorIndex,
    IndicatorPage,
    Link,
    Prose,
    plain,
    words,
)
from bantin.compose.series import whole_table
from bantin.compose.wording import Wording
from bantin.dataset.records.registers import Better, Indicator, NumberKind
from bantin.figures import Figures
from bantin.language import format_date, label

_FEWEST = 3
"""Of so many values one after the other it is worth saying that the latest is the highest or the lowest."""

_BETTER = {Better.UP: "tăng là tốt", Better.DOWN: "giảm là tốt", Better.NEITHER: ""}


@dataclass(frozen=True)
class IndicatorTeller:
    """Composes the pages of indicators.

    latest: tells the latest values, and which records were withdrawn; abbreviations: of the site.
    """

    over_time: OverTime
    figures: Mapping[str, Mapping[str, Figures]]
    wording: Wording
    abbreviations: Mapping[str, str]
    latest: LatestTeller

    def pages(self) -> Iterator[IndicatorPage]:
        """The page of each indicator, and of each of its bodies where these are many."""
        for name, series in self.over_time.by_indicator.items():
            page = f"{INDICATORS}{name}/"
            if name not in self.over_time.split:
                yield self._page(page, series, Link(INDICATORS, "Tất cả chỉ tiêu"))
                continue
            yield self._page(page, series, Link(INDICATORS, "Tất cả chỉ tiêu"), apart=True)
            above = Link(page, series[0].latest.indicator.label)
            for body, of_body in _by_body(series).items():
                yield self._page(self.over_time.page_of(name, body), of_body, above, of=body)

    def index(self) -> IndicatorIndex:
        """All indicators by subject."""
        groups: dict[str, list[IndicatorEntry]] = {}
        for name, series in self.over_time.by_indicator.items():
            indicator = series[0].latest.indicator
            link = Link(f"{INDICATORS}{name}/", indicator.label)
            groups.setdefault(indicator.subject, []).append(IndicatorEntry(link, _in_a_line(indicator)))
        listed = [
            IndicatorGroup(subject.label, subject.id, tuple(groups[subject.id]))
            for subject in self.over_time.dataset.subjects
            if subject.id in groups
        ]
        return IndicatorIndex(INDICATORS, tuple(listed))

    def _page(
        self, address: str, series: list[Series], above: Link, apart: bool = False, of: str = ""
    ) -> IndicatorPage:
        """apart: whether the series stand on pages of their own; of: the body whose series alone it tells."""
        indicator, naming = series[0].latest.indicator, self.wording.naming
        point = Definitions(self.abbreviations).apply(self._point(series))
        bodies = () if apart else tuple(self._bodies(series))
        title = f"{indicator.label} – {naming.short(of)}" if of else indicator.label
        subject = next(one.label for one in self.over_time.dataset.subjects if one.id == indicator.subject)
        described = merged([f"{title} qua các kỳ.{' ' if point else ''}", *point])
        return IndicatorPage(
            address=address,
            title=title,
            subject=subject,
            description=words(shortened(described)),
            first_day=min(one.figures[0].observed.period.first_day for one in series),
            last_day=max(one.latest.observed.period.last_day for one in series),
            owners=tuple(naming.full(body) for body in _by_body(series)),
            point=point,
            facts=tuple(self._facts(indicator, series)),
            bodies=bodies,
            latest=self.latest.by_body(_by_body(series)) if apart else (),
            status_key=_status_key(bodies),
            above=above,
        )

    def _bodies(self, series: Iterable[Series]) -> Iterator[BodySeries]:
        for body, of_body in _by_body(series).items():
            name = self.wording.naming.full(body)
            withdrawn = self.latest.withdrawn
            tables = [whole_table(one, self.over_time, self.wording, withdrawn) for one in of_body]
            page = self.over_time.body_page(body, name)
            grids = (grid for one in of_body for grid in parts_over_time(one, self.wording, withdrawn))
            yield BodySeries(name, body, page, tuple(tables), tuple(grids))

    def _point(self, series: Iterable[Series]) -> Prose:
        """The latest value in a sentence, its change, and since when none was higher or lower."""
        told = [
            one
            for one in series
            if one.latest.actual and one.latest.observed.record.id not in self.latest.withdrawn
        ]
        if not told:
            return ()
        chosen = min(told, key=lambda one: one.order)
        found = chosen.latest
        teller = Teller({found.name: found}, self.wording, self.figures)
        said = Facts(teller, self.wording.naming).opening(found)
        period = label(found.observed.period)
        known = found.observed.observation.as_of or period.lower() in plain(said).lower()
        when = "" if known else f"{upper_first(period)}: "
        return merged([when, *_without_stop(said), self._standing_out(chosen), "."])

    def _standing_out(self, series: Series) -> str:
        """Whether the latest value is the highest or the lowest of the years that it can be compared with."""
        runs = self.over_time.joined(series)
        run = runs[-1] if runs and runs[-1][-1] is series.latest else []
        if len(run) < _FEWEST:
            return ""
        for name, extreme in zip(("cao nhất", "thấp nhất"), extremes(run), strict=True):
            if extreme is series.latest:
                return f"; {name} từ {label(run[0].observed.period)}"
        return ""

    def _facts(self, indicator: Indicator, series: list[Series]) -> Iterator[Explained]:
        naming = self.wording.naming
        if indicator.definition:
            yield Explained("Định nghĩa", indicator.definition)
        yield Explained("Đơn vị", _unit(indicator))
        yield Explained("Loại số", _kind(indicator))
        if better := _BETTER[indicator.better]:
            yield Explained("Chiều mong muốn", better)
        actors = dict.fromkeys(naming.acting(one.latest.observed) for one in series)
        if told := "; ".join(upper_first(actor) for actor in actors if actor):
            yield Explained("Chủ thể", told)
        yield Explained("Nơi công bố", "; ".join(naming.full(body) for body in _by_body(series)))
        if divided := [self.over_time.dataset.classification[name].label for name in indicator.breakdowns]:
            yield Explained("Phân tổ", "; ".join(f"theo {name}" for name in divided))
        if indicator.method:
            yield Explained("Cách đếm, giới hạn", indicator.method)
        for one in indicator.breaks:
            yield Explained("Mốc ngắt chuỗi", f"{format_date(one.day)}: {one.reason}")


def _status_key(bodies: Iterable[BodySeries]) -> tuple[tuple[str, str], ...]:
    listed = list(bodies)
    return status_key(
        [table for body in listed for table in body.tables], [grid for body in listed for grid in body.grids]
    )


def _by_body(series: Iterable[Series]) -> dict[str, list[Series]]:
    found: dict[str, list[Series]] = {}
    for one in series:
        found.setdefault(one.body, []).append(one)
    return found


def _without_stop(said: Prose) -> Prose:
    last = said[-1] if said else ""
    return (*said[:-1], last.removesuffix(".")) if isinstance(last, str) else said


def _in_a_line(indicator: Indicator) -> str:
    return indicator.definition or f"Đơn vị: {_unit(indicator)}; {_kind(indicator)}."


def _unit(indicator: Indicator) -> str:
    return f"phần trăm {indicator.unit}" if indicator.number is NumberKind.PERCENT else indicator.unit


def _kind(indicator: Indicator) -> str:
    """What may be done with its numbers: a stock is not added up over time, nor are the same things twice."""
    what = "tỷ lệ" if indicator.number is NumberKind.PERCENT else "số"
    if indicator.stock:
        return f"{what} hiện có tại một thời điểm, không cộng qua các kỳ"
    if not indicator.sums_over_time:
        return f"{what} trong kỳ, một đối tượng có thể được đếm ở nhiều kỳ nên không cộng qua các kỳ"
    return f"{what} trong kỳ"
