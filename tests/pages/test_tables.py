from __future__ import annotations

from dataclasses import replace

import pytest

from bantin.compose.said import Link, Status, Table
from bantin.pages.tables import view_table
from bantin.pages.views import TableView
from tests.pages.sample_articles import RESULTS_2019
from tests.pages.sample_statistics import (
    DISCIPLINE,
    MEMBERSHIP,
    ORGANISATION,
    SUPERVISION,
    cell,
    published,
)


def kinds(table: TableView) -> list[str]:
    return [column.kind for column in table.columns]


def test_a_table_with_an_earlier_year_has_all_columns() -> None:
    table = view_table(DISCIPLINE, RESULTS_2019)
    assert kinds(table) == ["current", "earlier", "change", "percent"]
    assert [column.label for column in table.columns[:2]] == ["Năm 2019", "Năm 2018"]
    assert [cell.text for cell in table.rows[0].cells] == ["22", "17", "+5", "+29,4%"]


def test_columns_without_a_value_become_one_sentence() -> None:
    table = view_table(ORGANISATION, RESULTS_2019)
    assert kinds(table) == ["current"]
    assert table.remarks == ("Năm 2018: không công bố; tăng, giảm: không tính.",)


def test_parts_stand_below_their_whole() -> None:
    assert [row.level for row in view_table(DISCIPLINE, RESULTS_2019).rows] == [0, 1, 1, 1, 1]


def test_reasons_become_notes_that_the_cells_name() -> None:
    table = view_table(DISCIPLINE, RESULTS_2019)
    assert len(table.notes) == 2
    assert table.notes[0] == "22 trừ mức tăng 5 đã công bố là 17."
    assert [row.cells[0].note for row in table.rows] == [0, 0, 0, 2, 0]
    assert [row.cells[1].note for row in table.rows] == [1, 0, 0, 0, 0]


def test_the_same_reason_is_told_once() -> None:
    first, *rest = SUPERVISION.rows
    same = replace(SUPERVISION, rows=(first, replace(first, anchor="f-2"), *rest))
    table = view_table(same, RESULTS_2019)
    assert len(table.notes) == 4
    assert table.rows[0].cells[1].note == table.rows[1].cells[1].note == 1


def test_why_a_value_is_not_computed_is_told_below() -> None:
    missing = cell("–", "", Status.NOT_COMPUTED, "", "không đủ số để tính")
    rows = (DISCIPLINE.rows[0], replace(DISCIPLINE.rows[1], change=missing))
    table = view_table(replace(DISCIPLINE, rows=rows), RESULTS_2019)
    assert table.remarks == ("“–”: không đủ số để tính",)
    assert table.rows[1].cells[2].note == 0


def test_bars_are_to_one_scale() -> None:
    rows = view_table(DISCIPLINE, RESULTS_2019).rows
    assert [(bar.kind, bar.percent) for bar in rows[0].bars] == [("current", "100.0"), ("earlier", "77.3")]
    assert [(bar.kind, bar.percent) for bar in rows[1].bars] == [("current", "72.7")]
    assert rows[3].bars == ()


ALONE = replace(ORGANISATION, rows=ORGANISATION.rows[:1])


@pytest.mark.parametrize(
    "table", [SUPERVISION, MEMBERSHIP, ALONE], ids=["mixed units", "a lower bound", "a single value"]
)
def test_no_bars_where_they_would_compare_nothing(table: Table) -> None:
    assert all(row.bars == () for row in view_table(table, RESULTS_2019).rows)


def test_no_bar_for_a_lower_bound_or_a_wording_kept() -> None:
    rows = tuple(
        replace(ORGANISATION.rows[0], anchor=f"f-{index}", current=current)
        for index, current in enumerate([published("10"), published("20"), cell("trên 30", "30")])
    )
    drawn = view_table(replace(ORGANISATION, rows=rows), RESULTS_2019).rows
    assert [[bar.percent for bar in row.bars] for row in drawn] == [["50.0"], ["100.0"], []]


def test_articles_of_all_rows_are_named_once() -> None:
    table = view_table(DISCIPLINE, RESULTS_2019)
    assert [place.href for place in table.articles] == [
        "../../tin/2019/12/ket-qua-kiem-tra-giam-sat-nam-2019/"
    ]
    assert all(row.articles == () for row in table.rows)


def test_articles_of_single_rows_stand_at_their_row() -> None:
    first, *rest = DISCIPLINE.rows
    other = (Link("/tin/khac/", "Tin khác"),)
    table = view_table(replace(DISCIPLINE, rows=(replace(first, articles=other), *rest)), RESULTS_2019)
    assert table.articles == ()
    assert [[place.text for place in row.articles] for row in table.rows[:2]] == [
        ["Tin khác"],
        ["Kiểm tra, giám sát và kỷ luật Đảng có nhiều chuyển biến"],
    ]
