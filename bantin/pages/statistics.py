"""The statistics of a period made ready for their template."""

from __future__ import annotations

from bantin.compose.open_data import OPEN_DATA
from bantin.compose.over_time import INDICATORS, ORGANISATIONS
from bantin.compose.said import (
    BodyStatistics,
    IndicatorGroup,
    IndicatorIndex,
    Link,
    StatisticsIndex,
    StatisticsPage,
    plain,
)
from bantin.compose.statistics import LATEST
from bantin.compose.told_notices import statistics_notices
from bantin.outputs import Outputs
from bantin.pages.addresses import link
from bantin.pages.calendar import view_releases
from bantin.pages.contexts import StatisticsContext, StatisticsIndexContext
from bantin.pages.escape import Drawn
from bantin.pages.inline import draw_prose
from bantin.pages.notices import view_notices
from bantin.pages.parts import view_band, view_downloads, view_link, view_links, view_years
from bantin.pages.series_views import EntryView
from bantin.pages.tables import view_grid, view_table
from bantin.pages.views import BodyView, SubjectView

FIRST_NAMED = 3
"""So many indicators of a subject are named beside it."""


def statistics_context(page: StatisticsPage, outputs: Outputs) -> StatisticsContext:
    """What the template of a statistics page needs; outputs: the files of the site."""
    here = page.address
    return StatisticsContext(
        title=page.title,
        day=page.last_day.isoformat(),
        owners="|".join(body.name for body in page.bodies),
        description=plain(page.description),
        period_label=page.period_label,
        intro=tuple(draw_prose(prose, here, {}) for prose in page.intro),
        band=view_band(here, page.key_figures, {}),
        bodies=tuple(_body(body, here, outputs) for body in page.bodies),
        status_key=page.status_key,
        notes=tuple(draw_prose(note, here, {}) for note in page.notes),
        articles=view_links(here, page.articles),
        previous=view_link(here, page.previous) if page.previous else None,
        following=view_link(here, page.next) if page.next else None,
        notices=view_notices(page.address, statistics_notices(page)),
        method=tuple(draw_prose(note, here, {}) for note in page.method),
        unpublished=tuple(draw_prose(note, here, {}) for note in page.unpublished),
        latest=view_link(here, page.latest) if page.latest else None,
        is_latest=page.latest is not None and page.latest.address == LATEST,
        downloads=view_downloads(here, outputs.of(here)),
    )


def statistics_index_context(
    index: StatisticsIndex, indicators_of: IndicatorIndex, publisher: str
) -> StatisticsIndexContext:
    """What the template of the list of years needs; indicators_of: all indicators by subject."""
    here = index.address
    indicators = view_link(here, Link(INDICATORS, "Các chỉ tiêu qua các kỳ"))
    organisations = view_link(here, Link(ORGANISATIONS, "Số liệu theo cơ quan"))
    return StatisticsIndexContext(
        publisher=publisher,
        years=view_years(here, index.years),
        releases=view_releases(here, index.releases),
        calendar_href=link(here, index.calendar) if index.calendar else Drawn(""),
        indicators=indicators if index.years else None,
        organisations=organisations if index.years else None,
        data=view_link(here, Link(OPEN_DATA, "Dữ liệu mở: tải mọi số liệu")),
        subjects=tuple(_subject(here, group) for group in indicators_of.groups),
    )


def _subject(here: str, group: IndicatorGroup) -> EntryView:
    names = [plain(entry.page.text) for entry in group.entries]
    more = "…" if len(names) > FIRST_NAMED else ""
    link_to = Link(f"{INDICATORS}#{group.anchor}", group.heading)
    return EntryView(view_link(here, link_to), "; ".join(names[:FIRST_NAMED]) + more)


def _body(body: BodyStatistics, here: str, outputs: Outputs) -> BodyView:
    subjects = tuple(
        SubjectView(
            subject.heading,
            subject.anchor,
            tuple(view_table(table, here, outputs.of(here, table.anchor)) for table in subject.tables),
            tuple(view_grid(grid, here, outputs.of(here, grid.anchor)) for grid in subject.grids),
        )
        for subject in body.subjects
    )
    return BodyView(body.name, body.anchor, subjects, view_link(here, body.page) if body.page else None)
