"""Pages of figures over time to draw: an indicator with a line, an organisation, the list of indicators."""

from __future__ import annotations

from datetime import date

from bantin.compose.said import (
    BodySeries,
    Explained,
    IndicatorEntry,
    IndicatorGroup,
    IndicatorIndex,
    IndicatorPage,
    LatestFigure,
    LatestGroup,
    LinePoint,
    Link,
    OrganisationPage,
    Row,
    SeriesLine,
    Table,
)
from tests.pages.sample_articles import ARTICLE_2019, DISCIPLINED, NEWS_2019, RESULTS_2019
from tests.pages.sample_statistics import KEY, NO_VALUE, NOT_COMPUTED, published

INDICATOR = "/so-lieu/chi-tieu/ky-luat/"
ORGANISATION = "/so-lieu/co-quan/khoi/"
INDEX = "/so-lieu/chi-tieu/"
NAME = "Đảng bộ Khối các cơ quan tỉnh"

VALUES = {2015: 20, 2016: 26, 2017: 13, 2018: 17, 2019: 22}
ROWS = tuple(
    Row(
        f"nam-{year}",
        f"Năm {year}",
        0,
        published(str(value)),
        NO_VALUE,
        NOT_COMPUTED,
        NOT_COMPUTED,
        "",
        (),
        f"{RESULTS_2019}#f-ky-luat" if year == 2019 else "",
    )
    for year, value in VALUES.items()
)
POINTS = tuple(LinePoint(row, date(2015 + row, 1, 1), row > 0 and row != 3) for row in range(len(ROWS)))
LINE = SeriesLine(
    described=("Đến ", DISCIPLINED, " đảng viên năm 2019."),
    first=("Năm 2015: 20",),
    last=("Năm 2019: ", DISCIPLINED),
    points=POINTS,
)
SERIES = Table(
    "bang-ky-luat", "Kỷ luật, từng năm", "đảng viên", "Số lượng", "", ROWS, ("current",), line=LINE
)

INDICATOR_PAGE = IndicatorPage(
    address=INDICATOR,
    title="Đảng viên bị thi hành kỷ luật",
    subject="Kỷ luật",
    description="Đảng viên bị thi hành kỷ luật qua các kỳ.",
    first_day=date(2018, 1, 1),
    last_day=date(2019, 12, 31),
    owners=(NAME,),
    point=("Năm 2019, cấp ủy các cấp thi hành kỷ luật ", DISCIPLINED, " đảng viên."),
    facts=(Explained("Đơn vị", "đảng viên"),),
    bodies=(BodySeries(NAME, "khoi", Link(ORGANISATION, NAME), (SERIES,)),),
    latest=(),
    status_key=KEY,
    above=Link(INDEX, "Tất cả chỉ tiêu"),
)

ORGANISATION_PAGE = OrganisationPage(
    address=ORGANISATION,
    name=NAME,
    description="Số liệu đã công bố.",
    last_day=date(2019, 12, 31),
    periods=(Link(RESULTS_2019, "Năm 2019"),),
    articles=(Link(NEWS_2019, ARTICLE_2019.headline),),
    groups=(
        LatestGroup(
            "Kỷ luật",
            "ky-luat",
            (
                LatestFigure(
                    Link(f"{INDICATOR}#nam-2019", "Đảng viên bị thi hành kỷ luật"),
                    "Năm 2019",
                    (DISCIPLINED, " đảng viên"),
                    ("tăng 5 so với năm 2018",),
                ),
            ),
        ),
    ),
)

INDICATOR_INDEX = IndicatorIndex(
    INDEX,
    (
        IndicatorGroup(
            "Kỷ luật",
            "ky-luat",
            (IndicatorEntry(Link(INDICATOR, "Đảng viên bị thi hành kỷ luật"), "Đơn vị: đảng viên."),),
        ),
    ),
)
