"""The data that pages hold for search engines and archives."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from bantin.compose.said import Event, FigureMention, KeyFigure, Link, Photo, Release
from bantin.figures import Figure
from bantin.language import HO_CHI_MINH, clock_of, parse_quantity
from bantin.outputs.output import Output, Outputs
from bantin.outputs.structured import structured_data
from bantin.outputs.structured.nodes import shown_in, thing, written
from tests.pages.sample import BULLETINS, PUBLISHER
from tests.pages.sample_articles import ARTICLE_2024
from tests.pages.sample_statistics import STATISTICS_2019

ARTICLE = ARTICLE_2024.address


def told(address: str, bulletins: object = BULLETINS) -> dict[str, dict[str, object]]:
    """The things that a page tells of, by type."""
    lines = structured_data(bulletins, Outputs())[address].lines  # type: ignore[arg-type]  # changes by name
    things = [json.loads(line) for line in lines]
    return {one["@type"]: one for one in things}


def mention(text: str) -> FigureMention:
    quantity = parse_quantity(text, decimal="," in text)
    figure = Figure("x/actual", quantity, "đảng viên")
    return FigureMention(text, str(quantity.amount), "x/actual", None, "x", figure)


def test_texts_cannot_end_the_script_element_they_stand_in() -> None:
    line = written(thing("Event", name="</script><!--&\u2028"))
    assert not set("<>&\u2028") & set(line)
    assert json.loads(line)["name"] == "</script><!--&\u2028"


@pytest.mark.parametrize(("text", "value"), [("22", 22), ("12,5", 12.5), ("trên 4.300", "trên 4.300")])
def test_a_figure_is_a_number_only_where_it_is_the_value_itself(text: str, value: object) -> None:
    node = thing("PropertyValue", name="x", value=mention(text))
    assert json.loads(written(node))["value"] == value
    [(figure, place)] = shown_in(node, "/so-lieu/2019/")
    assert (figure.text, place.at, place.within) == (text, "PropertyValue.value", str(value))


def test_the_headline_figures_of_a_period_are_what_its_dataset_measures() -> None:
    figures = (KeyFigure(mention("22"), "Đảng viên bị kỷ luật", ()),)
    bulletins = replace(BULLETINS, statistics=(replace(STATISTICS_2019, key_figures=figures),))
    dataset = told(STATISTICS_2019.address, bulletins)["Dataset"]
    assert dataset["temporalCoverage"] == "2019-01-01/2019-12-31"
    assert dataset["variableMeasured"] == [
        {"@type": "PropertyValue", "name": "Đảng viên bị kỷ luật", "value": 22, "unitText": "đảng viên"}
    ]


def test_the_files_that_a_page_offers_for_all_of_it_are_its_distribution() -> None:
    page = STATISTICS_2019.address
    files = (
        Output("so-lieu/2019/a.xlsx", b"x" * 4001, page=page, label="Excel"),
        Output("so-lieu/2019/b.csv", b"x", page=page, anchor="bang-1", label="CSV"),
    )
    [line, *_] = structured_data(BULLETINS, Outputs(files))[page].lines
    assert json.loads(line)["distribution"] == [
        {
            "@type": "DataDownload",
            "name": "Excel",
            "contentUrl": f"{PUBLISHER.site_address}so-lieu/2019/a.xlsx",
            "encodingFormat": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "contentSize": "5 KB",
        }
    ]


MEETING = Event("Phiên tháng 11", "Ủy ban", (date(2024, 11, 29),), None, "Huế", "online", "held")


def test_a_meeting_has_its_hour_where_it_is_known_and_no_place_where_nobody_says() -> None:
    def event(**other: object) -> dict[str, object]:
        changed = replace(MEETING, **other)  # type: ignore[arg-type]  # fields by name
        article = replace(ARTICLE_2024, events=(changed,))
        about = told(ARTICLE, replace(BULLETINS, articles=(article,)))["NewsArticle"]["about"]
        assert isinstance(about, dict)
        return about

    assert event()["startDate"] == "2024-11-29" and "endDate" not in event()
    assert (
        event(start=datetime(2024, 11, 29, 8, tzinfo=HO_CHI_MINH))["startDate"] == "2024-11-29T08:00:00+07:00"
    )
    assert event(days=(date(2024, 11, 28), date(2024, 11, 29)))["endDate"] == "2024-11-29"
    assert "location" not in event(place="") and event()["location"]
    assert event(state="postponed")["eventStatus"] == "https://schema.org/EventPostponed"
    assert event()["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"


@pytest.mark.parametrize(
    ("hour", "clock"),
    [("8 giờ", "08:00"), ("14 giờ 30", "14:30"), ("8h", "08:00"), ("tám giờ", None), ("25h", None)],
)
def test_the_hour_of_a_meeting_is_read_without_doubt_or_not_at_all(hour: str, clock: str | None) -> None:
    found = clock_of(hour)
    assert (found and f"{found:%H:%M}") == clock


def test_releases_to_come_are_told_with_their_day_and_what_became_of_it() -> None:
    releases = (
        Release("A", "", "", (), False, on=date(2027, 1, 15)),
        Release("B", "", "", (), False, on=date(2027, 1, 20), moved_from=date(2027, 1, 10)),
        Release("C", "", "", (), True, on=date(2027, 2, 1)),
        Release("D", "", "Tháng 3/2027", (), False),
    )
    calendar = replace(BULLETINS.calendars[0], coming=releases)
    listed = told(calendar.address, replace(BULLETINS, calendars=(calendar,)))["ItemList"]["itemListElement"]
    assert isinstance(listed, list)
    assert [(one["name"], one["eventStatus"].rpartition("/Event")[2]) for one in listed] == [
        ("A", "Scheduled"),
        ("B", "Rescheduled"),
        ("C", "Cancelled"),
    ]
    assert listed[1]["previousStartDate"] == "2027-01-10"


def test_a_page_says_where_it_stands_below_the_first_one() -> None:
    items = told(ARTICLE)["BreadcrumbList"]["itemListElement"]
    assert isinstance(items, list)
    assert [item["position"] for item in items] == [1, 2, 3, 4]
    assert items[0]["item"] == PUBLISHER.site_address
    assert items[-1]["item"].endswith(ARTICLE)


def test_pages_that_stand_above_one_another_have_an_end() -> None:
    indicator = BULLETINS.indicators[0]
    above = Link(indicator.address, "x")
    items = told(indicator.address, replace(BULLETINS, indicators=(replace(indicator, above=above),)))
    assert "BreadcrumbList" not in items


def test_a_site_that_does_not_know_its_address_names_none() -> None:
    unknown = replace(BULLETINS, publisher=replace(PUBLISHER, site_address=""))
    for found in structured_data(unknown, Outputs()).values():
        for line in found.lines:
            assert '"url":""' not in line and "ban-tin.example" not in line
            assert "BreadcrumbList" not in line and "SearchAction" not in line


def test_photos_are_named_at_their_largest() -> None:
    photo = Photo("anh/a.png", "x", "x", "", 1600, 900)
    article = replace(ARTICLE_2024, body=(photo,))
    data = told(ARTICLE, replace(BULLETINS, articles=(article,)))["NewsArticle"]
    assert data["image"] == [f"{PUBLISHER.site_address}anh/a-png-1280.jpg"]
