"""An indicator through its periods: what is told of each, what is joined, what is said to stand out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from bantin.compose import over_time
from bantin.compose.over_time import MOST_BODIES
from bantin.compose.said import Bulletins, IndicatorPage, OrganisationPage, Table, plain
from tests.compose.test_every_digit import bulletins_of
from tests.figures.small import composed, small
from tests.golden.cases import cases

DISCIPLINE = "/so-lieu/chi-tieu/ky-luat/"


def result(name: str, period: str, observations: str, body: str = "huyen-uy") -> bytes:
    head = f"format: 1\nid: {name}\nstatus: ready\norganisation: {body}\nperiod: {period}\nobservations:\n"
    return f"{head}{observations}".encode()


def counted(value: str, indicator: str = "ky-luat", actor: str = "ubkt") -> str:
    named = f"  - name: {indicator}\n    indicator: {indicator}\n    actor: {actor}\n"
    return f"{named}    actual: {value}\n"


def years(values: Mapping[int, str], last: str, now: str = "", **changed: tuple[str, str]) -> Bulletins:
    """What is said of results of several years before 2025, and of ``last`` in 2025.

    now: more of 2025; changed: file of registers → what is written there for what.
    """
    files = small(f"{counted(last)}{now}")
    for year, text in values.items():
        files[f"data/results/{year}.yml"] = result(f"nam-{year}", f"năm {year}", text)
    for name, (old, new) in changed.items():
        file = f"data/{name}.yml"
        assert old.encode() in files[file]
        files[file] = files[file].replace(old.encode(), new.encode())
    return composed(files)


def page(bulletins: Bulletins, address: str = DISCIPLINE) -> IndicatorPage:
    return next(one for one in bulletins.indicators if one.address == address)


def table(bulletins: Bulletins) -> Table:
    return page(bulletins).bodies[0].tables[0]


def rows(bulletins: Bulletins) -> list[tuple[str, str, str]]:
    told = table(bulletins).rows
    return [(row.label, row.current.text or row.current.status_text, plain(row.remark)) for row in told]


def discipline(**values: int) -> dict[int, str]:
    return {int(name.removeprefix("y")): counted(str(value)) for name, value in values.items()}


def test_every_period_is_a_row_that_leads_to_its_year_and_is_led_to_from_there() -> None:
    told = years(discipline(y2023=12, y2024=15), "20")
    assert rows(told) == [("Năm 2023", "12", ""), ("Năm 2024", "15", ""), ("Năm 2025", "20", "")]
    [of_2025] = [one for one in told.statistics if one.address == "/so-lieu/2025/"]
    there = of_2025.bodies[0].subjects[0].tables[0].rows[0]
    here = table(told).rows[-1]
    assert there.address == f"{DISCIPLINE}#{here.anchor}"
    assert here.address == f"/so-lieu/2025/#{there.anchor}"


def test_a_year_of_which_the_body_published_without_it_is_not_published() -> None:
    told = years({2023: counted("12"), 2024: counted("40", "kiem-tra")}, "20")
    assert rows(told) == [("Năm 2023", "12", ""), ("Năm 2024", "không công bố", ""), ("Năm 2025", "20", "")]


def test_a_gap_without_any_record_is_said() -> None:
    told = years(discipline(y2021=12), "20")
    gap = "Không có số liệu của các kỳ giữa năm 2021 và năm 2025."
    assert rows(told) == [("Năm 2021", "12", ""), ("Năm 2025", "20", gap)]


def test_a_value_that_only_a_later_year_tells_is_a_row() -> None:
    told = years({}, "20\n    change: +5")
    assert rows(told) == [("Năm 2024", "15", ""), ("Năm 2025", "20", "")]
    assert table(told).rows[0].current.status_text == "suy ra"


def test_the_plan_of_a_period_stands_in_its_row() -> None:
    told = years(discipline(y2024=15), "20\n    plan: 16")
    assert rows(told)[-1] == ("Năm 2025", "20", "Kế hoạch 16 đảng viên, vượt 25%.")


def test_four_comparable_values_make_a_line_and_three_do_not() -> None:
    assert table(years(discipline(y2023=12, y2024=15), "20")).line is None
    line = table(years(discipline(y2022=14, y2023=12, y2024=15), "20")).line
    assert line is not None
    assert (
        plain(line.described)
        == "Từ 14 đảng viên (năm 2022) đến 20 đảng viên (năm 2025); thấp nhất là 12 (năm 2023)."
    )
    assert [point.joined for point in line.points] == [False, True, True, True]


def test_nothing_is_joined_or_compared_across_a_break() -> None:
    broken = (
        "object: full_member",
        "object: full_member, breaks: [{day: 01/01/2022, kind: scope, reason: đổi phạm vi}]",
    )
    told = years(discipline(y2020=30, y2021=10, y2022=14, y2023=12, y2024=15), "20", indicators=broken)
    line = table(told).line
    assert line is not None
    assert [point.joined for point in line.points] == [False, True, False, True, True, True]
    assert "cao nhất" not in plain(line.described)
    assert plain(line.described).endswith("Đường đứt ở chỗ không so sánh được.")
    assert rows(told)[2] == ("Năm 2022", "14", "Không so với năm 2021 vì đổi phạm vi.")
    assert plain(page(told).point).endswith("so với năm 2024; cao nhất từ năm 2022.")


def test_the_highest_is_said_of_three_values_in_a_row_and_never_of_a_tie_or_across_a_gap() -> None:
    def point(last: str, **values: int) -> str:
        return plain(page(years(discipline(**values), last)).point)

    assert point("20", y2023=12, y2024=15).endswith("; cao nhất từ năm 2023.")
    assert point("10", y2023=12, y2024=15).endswith("; thấp nhất từ năm 2023.")
    assert "nhất" not in point("20", y2023=20, y2024=15)
    assert "nhất" not in point("20", y2022=12, y2024=15)
    assert "nhất" not in point("14", y2023=12, y2024=15)
    assert "nhất" not in point("trên 20", y2023=12, y2024=15)


def test_the_main_point_says_its_period_once() -> None:
    told = years({}, "20", now=counted("4.000", "dang-vien"))
    assert plain(page(told).point) == "Năm 2025, Ủy ban kiểm tra đã kỷ luật 20 đảng viên."
    stock = plain(page(told, "/so-lieu/chi-tieu/dang-vien/").point)
    assert stock == "Năm 2025: Ủy ban kiểm tra có 4.000 đảng viên."


def test_many_bodies_have_a_page_each_below_the_indicator() -> None:
    names = [f"xa-{number}" for number in range(MOST_BODIES + 1)]
    files = small(counted("20", "kiem-tra"))
    listed = "".join(f"  - {{id: {name}, name: Đảng ủy {name}, kind: party_committee}}\n" for name in names)
    files["data/organisations.yml"] += listed.encode()
    for name in names:
        files[f"data/results/{name}.yml"] = result(name, "năm 2025", counted("3", actor=name), name)
    told = composed(files)
    whole = page(told)
    assert whole.bodies == ()
    assert [group.anchor for group in whole.latest] == names
    own = page(told, f"{DISCIPLINE}xa-0/")
    assert [body.anchor for body in own.bodies] == ["xa-0"]
    assert (
        whole.latest[0].figures[0].label.address == f"{own.address}#{own.bodies[0].tables[0].rows[0].anchor}"
    )


def test_two_bodies_with_many_rows_have_a_page_each_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(over_time, "MOST_ROWS", 6)

    def pages(last: int) -> list[str]:
        files = small(counted("20"))
        for body in ("huyen-uy", "ubkt"):
            for year in range(2024 - last, 2025):
                name = f"{body}-{year}"
                files[f"data/results/{name}.yml"] = result(
                    name, f"năm {year}", counted("3", actor=body), body
                )
        return [one.address for one in composed(files).indicators]

    assert pages(1) == [DISCIPLINE]
    assert pages(3) == [DISCIPLINE, f"{DISCIPLINE}huyen-uy/", f"{DISCIPLINE}ubkt/"]


def test_a_description_ends_where_its_words_end() -> None:
    told = [plain(page.description) for one in cases() for page in bulletins_of(one)[1].indicators]
    assert told and [one for one in told if one != one.strip()] == []


def test_the_latest_year_has_an_address_that_leads_to_it() -> None:
    told = years(discipline(y2024=15), "20")
    [redirect] = [one for one in told.redirects if one.address == "/so-lieu/moi-nhat/"]
    assert redirect.target == "/so-lieu/2025/"
    links = {one.address: one.latest for one in told.statistics}
    assert links["/so-lieu/2024/"] is not None
    assert links["/so-lieu/2024/"].address == "/so-lieu/2025/"
    assert links["/so-lieu/2025/"] is not None
    assert links["/so-lieu/2025/"].address == "/so-lieu/moi-nhat/"


def test_a_year_says_what_was_published_of_the_year_before_and_not_of_it() -> None:
    told = years({2024: counted("15") + counted("40", "kiem-tra")}, "20")
    of_2025 = next(one for one in told.statistics if one.address == "/so-lieu/2025/")
    said = "Có ở năm 2024 nhưng không có ở kỳ này: Tổ chức được kiểm tra (Ủy ban kiểm tra)."
    assert [plain(note) for note in of_2025.unpublished] == [said]


def test_definition_and_method_are_told_where_the_register_has_them() -> None:
    told = (
        "object: full_member",
        "object: full_member, definition: Đếm người bị kỷ luật., method: Đếm một lần một người.",
    )
    bulletins = years({}, "20", indicators=told)
    facts = {fact.term: fact.told for fact in page(bulletins).facts}
    assert facts["Định nghĩa"] == "Đếm người bị kỷ luật."
    assert facts["Cách đếm, giới hạn"] == "Đếm một lần một người."
    entry = bulletins.indicator_index.groups[0].entries[0]
    assert entry.told == "Đếm người bị kỷ luật."
    [of_2025] = bulletins.statistics
    assert "Đảng viên bị kỷ luật: đếm một lần một người." in [plain(note) for note in of_2025.method]


def divided(first: int, second: int) -> str:
    forms = "    breakdowns:\n      - by: loai\n        kind: partition\n        parts:\n"
    parts = f"          dang-bo: {first}\n          chi-bo: {second}\n"
    return f"{counted(str(first + second))}{forms}{parts}"


def test_the_parts_of_a_figure_stand_over_the_periods_that_tell_them() -> None:
    told = years({2023: divided(9, 3), 2024: counted("15")}, "20", divided(14, 6).split("actual: 20\n")[1])
    [grid] = page(told).bodies[0].grids
    assert grid.columns == ("Đảng bộ", "Chi bộ", "Cộng")
    assert [(row.label, [cell.text for cell in row.cells]) for row in grid.rows] == [
        ("Năm 2023", ["9", "3", "12"]),
        ("Năm 2025", ["14", "6", "20"]),
    ]
    assert [cell.below[0].cell.text for cell in grid.rows[0].cells[:2]] == ["75%", "25%"]


def test_parts_of_a_single_period_have_no_grid_over_time() -> None:
    told = years({2023: divided(9, 3), 2024: counted("15")}, "20")
    assert page(told).bodies[0].grids == ()


def test_an_organisation_has_its_periods_and_its_latest_values() -> None:
    told = years(discipline(y2024=15), "20")
    [own] = told.organisations
    assert own.address == "/so-lieu/co-quan/huyen-uy/"
    assert [link.address for link in own.periods] == ["/so-lieu/2025/#huyen-uy", "/so-lieu/2024/#huyen-uy"]
    [figure] = own.groups[0].figures
    assert (figure.period, plain(figure.number), plain(figure.change)) == (
        "Năm 2025",
        "20 đảng viên",
        "tăng 5 so với năm 2024",
    )


def test_a_latest_value_says_that_its_record_was_withdrawn() -> None:
    status = (
        "status: ready",
        "status: withdrawn\nwithdrawal: {kind: outdated, on: 01/10/2026, reason: đếm lại}",
    )
    files = small(counted("20"))
    for file in ("data/results/now.yml", "data/articles/tin.yml"):
        files[file] = files[file].replace(status[0].encode(), status[1].encode())
    files["data/results/2024.yml"] = result("nam-2024", "năm 2024", counted("7", "giam-sat"))
    [organisation] = composed(files).organisations
    [group] = organisation.groups
    marks = {one.period: one.mark for one in group.figures}
    assert marks == {"Năm 2025": "Đã rút 01/10/2026", "Năm 2024": ""}


def test_the_log_names_the_pages_over_time_that_tell_of_a_correction() -> None:
    case = next(case for case in cases() if case.name == "dinh-chinh")
    _, told = bulletins_of(case)
    pages: list[IndicatorPage | OrganisationPage] = [*told.indicators, *told.organisations]
    corrected = [entry for entry in told.log.entries if entry.kind == "Đính chính"]
    for entry in corrected:
        telling = [one.address for one in pages if f"#{entry.anchor}" in repr(one.corrections)]
        assert [link.address for link in entry.series] == telling
    assert any(link.address.startswith("/so-lieu/co-quan/") for entry in corrected for link in entry.series)
