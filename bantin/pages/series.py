"""Figures over time made ready for their templates: indicators, their list, organisations."""

from __future__ import annotations

from collections.abc import Iterable

from bantin.compose.over_time import ORGANISATIONS
from bantin.compose.said import (
    BodySeries,
    IndicatorIndex,
    IndicatorPage,
    LatestFigure,
    LatestGroup,
    Link,
    OrganisationPage,
    plain,
)
from bantin.compose.told_notices import correction_notices
from bantin.language.sentences import lower_first
from bantin.outputs import Outputs
from bantin.pages.contexts import (
    IndicatorContext,
    IndicatorIndexContext,
    OrganisationContext,
    OrganisationIndexContext,
)
from bantin.pages.inline import draw_prose
from bantin.pages.notices import view_notices
from bantin.pages.parts import view_downloads, view_link, view_links
from bantin.pages.series_views import BodySeriesView, EntryGroupView, EntryView, LatestGroupView, LatestView
from bantin.pages.tables import view_grid, view_table

_YEARS = Link("/so-lieu/", "Số liệu theo từng kỳ")


def indicator_context(page: IndicatorPage, outputs: Outputs) -> IndicatorContext:
    """What the template of an indicator needs; outputs: the files of the site."""
    here = page.address
    return IndicatorContext(
        title=page.title,
        day=page.last_day.isoformat(),
        owners="|".join(page.owners),
        description=plain(page.description),
        subject=page.subject,
        point=draw_prose(page.point, here, {}),
        facts=tuple((fact.term, fact.told) for fact in page.facts),
        bodies=tuple(_body(here, body) for body in page.bodies),
        latest=_groups(here, page.latest),
        status_key=page.status_key,
        above=view_link(here, page.above),
        notices=view_notices(here, correction_notices(page.corrections)),
        downloads=view_downloads(here, outputs.of(here)),
    )


def indicator_index_context(index: IndicatorIndex, publisher: str) -> IndicatorIndexContext:
    """What the template of the list of indicators needs."""
    here = index.address
    groups = tuple(
        EntryGroupView(
            group.heading,
            group.anchor,
            tuple(EntryView(view_link(here, entry.page), entry.told) for entry in group.entries),
        )
        for group in index.groups
    )
    return IndicatorIndexContext(publisher, view_link(here, _YEARS), groups)


def organisation_context(page: OrganisationPage, outputs: Outputs) -> OrganisationContext:
    """What the template of an organisation needs; outputs: the files of the site."""
    here = page.address
    return OrganisationContext(
        above=view_link(here, Link(ORGANISATIONS, "Số liệu theo cơ quan")),
        name=page.name,
        day=page.last_day.isoformat(),
        description=page.description,
        periods=view_links(here, page.periods),
        articles=view_links(here, page.articles),
        groups=_groups(here, page.groups),
        notices=view_notices(here, correction_notices(page.corrections)),
        downloads=view_downloads(here, outputs.of(here)),
    )


def organisation_index_context(pages: Iterable[OrganisationPage], publisher: str) -> OrganisationIndexContext:
    """What the template of the list of organisations needs."""
    entries = tuple(
        EntryView(view_link(ORGANISATIONS, Link(page.address, page.name)), _published(page)) for page in pages
    )
    return OrganisationIndexContext(publisher, view_link(ORGANISATIONS, _YEARS), entries)


def _published(page: OrganisationPage) -> str:
    """How much a body published: "9 số liệu qua 2 kỳ, mới nhất là năm 2019", "9 số liệu, năm 2019"."""
    figures = sum(len(group.figures) for group in page.groups)
    periods = f" qua {len(page.periods)} kỳ, mới nhất là" if len(page.periods) > 1 else ","
    return f"{figures} số liệu{periods} {lower_first(plain(page.periods[0].text))}"


def _body(here: str, body: BodySeries) -> BodySeriesView:
    tables = tuple(view_table(table, here) for table in body.tables)
    grids = tuple(view_grid(grid, here) for grid in body.grids)
    return BodySeriesView(body.name, body.anchor, view_link(here, body.page), tables, grids)


def _groups(here: str, groups: Iterable[LatestGroup]) -> tuple[LatestGroupView, ...]:
    return tuple(
        LatestGroupView(group.heading, group.anchor, tuple(_latest(here, one) for one in group.figures))
        for group in groups
    )


def _latest(here: str, one: LatestFigure) -> LatestView:
    number, change = draw_prose(one.number, here, {}), draw_prose(one.change, here, {})
    return LatestView(view_link(here, one.label), one.period, number, change, one.mark)
