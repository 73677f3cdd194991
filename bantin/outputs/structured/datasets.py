"""Figures of a period, or of an indicator over all periods: https://schema.org/Dataset."""

from __future__ import annotations

from datetime import date

from bantin.compose.open_data import OPEN_DATA, PACKAGE_AT
from bantin.compose.said import IndicatorPage, KeyFigure, Statement, StatisticsPage
from bantin.outputs.output import Output
from bantin.outputs.structured.nodes import Node, Value, thing
from bantin.outputs.structured.publishing import LANGUAGE, Site

_MOST_CREATORS = 12
"""Where more bodies published, the page names them, and its data only who publishes the page."""


def of_period(page: StatisticsPage, site: Site) -> Node:
    """A statistics page, with its headline figures."""
    whose = [body.name for body in page.bodies]
    variables: list[Value] = [_variable(figure) for figure in page.key_figures]
    return _dataset(page, whose, variables, site)


def of_indicator(page: IndicatorPage, site: Site) -> Node:
    """A page of an indicator over all its periods."""
    return _dataset(page, list(page.owners), [page.title], site)


def _dataset(
    page: StatisticsPage | IndicatorPage, whose: list[str], variables: list[Value], site: Site
) -> Node:
    creators: list[Value] = [thing("Organization", name=name) for name in whose]
    return thing(
        "Dataset",
        name=page.title,
        description=page.description,
        url=site.whole(page.address),
        inLanguage=LANGUAGE,
        temporalCoverage=_span(page.first_day, page.last_day),
        creator=creators if len(creators) <= _MOST_CREATORS else None,
        publisher=site.organisation,
        isAccessibleForFree=True,
        license=site.licence,
        variableMeasured=variables,
        distribution=[_download(output, site) for output in site.outputs.of(page.address)],
        includedInDataCatalog=_catalogue(site),
    )


def open_data(page: Statement, site: Site) -> Node:
    """The page of open data: the catalogue, and in it all that can be taken home in one piece."""
    whole = [_download(output, site) for output in site.outputs.of(page.address, PACKAGE_AT)]
    about: Node = {
        "description": page.summary,
        "inLanguage": LANGUAGE,
        "publisher": site.organisation,
        "isAccessibleForFree": True,
        "license": site.licence,
    }
    name = f"Số liệu và tin: {site.publisher.title}"
    return {
        **_catalogue(site),
        **about,
        "dataset": thing("Dataset", name=name, creator=site.organisation, distribution=whole, **about),
    }


def _catalogue(site: Site) -> Node:
    return thing("DataCatalog", name=f"Dữ liệu mở – {site.publisher.title}", url=site.whole(OPEN_DATA))


def _download(output: Output, site: Site) -> Node:
    """A file that the page offers for all of it."""
    return thing(
        "DataDownload",
        name=output.label,
        contentUrl=site.whole(output.address),
        encodingFormat=output.media,
        contentSize=f"{-(-output.size // 1000)} KB",
    )


def _span(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def _variable(shown: KeyFigure) -> Node:
    figure = shown.number.figure
    unit = figure.unit if figure else ""
    return thing("PropertyValue", name=shown.label, value=shown.number, unitText=unit)
