"""Sheets that are filled row by row have the bytes that the library gives when it is asked cell by cell."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet

from bantin.compose.said import Cell, Status
from bantin.outputs import worksheets
from bantin.outputs.flat import Field, Flat, Held
from bantin.outputs.tables import tables
from bantin.outputs.workbooks import Page, workbook
from bantin.outputs.worksheets import LONGEST_TEXT, Placed
from tests.compose.test_every_digit import bulletins_of
from tests.golden.cases import cases

HELD: tuple[Held, ...] = (
    *("", "x", " đầu và cuối ", "<&\">", "=1+1", "a\x01b", "_x0041_", "dòng\nhai", "<r>x</r>", "𝐀" * 20_000),
    *("x" * 40_000, "𝐀" + "x" * LONGEST_TEXT),
    *(Cell(text, value, Status.PUBLISHED, "", "") for text, value in (
        ("1.000", "1000"), ("62,5", "62.5"), ("−0,25", "-0.25"), ("+9", "9"), ("0", "0"),
        ("1", "1" * 15), ("1", "1" * 17), ("1,234", f"{10**11}.123"), ("0,0001", "0.0001"),
    )),
)  # fmt: skip
lines = st.lists(st.lists(st.sampled_from(HELD), max_size=4), max_size=20)


class CellByCell(Worksheet):  # type: ignore[misc]  # the library ships no types
    """What the library makes of the same rows through its own interface."""

    def add_row(self, row: int, held: Iterable[Placed]) -> None:
        for column, one, look in held:
            write = self.write_string if isinstance(one, str) else self.write_number
            write(row, column, one, look)


def by_the_library(pages: tuple[Page, ...]) -> bytes:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(worksheets, "Leaf", CellByCell)
        return workbook("Bảng", "", "", pages, "/x.xlsx")[0]


def page(name: str, held: Iterable[Iterable[Held]], *below: str) -> Page:
    fields = tuple(Field(f"Cột {number}", numbers=number % 2 == 0) for number in range(len(name)))
    return Page(name, name, "Nguồn", Flat(fields, tuple(tuple(one) for one in held)), below)


@given(first=lines, second=lines, below=st.sampled_from([one for one in HELD if isinstance(one, str)]))
@example(first=[[""] * 30] * 20 + [[""] * 29 + ["x"]], second=[HELD], below="")
@settings(deadline=None, max_examples=40)
def test_any_cells_give_the_bytes_of_the_library(
    first: list[list[Held]], second: list[list[Held]], below: str
) -> None:
    pages = (page("Một", first, below), page("Trang hai có mười bảy cột", second))
    assert workbook("Bảng", "", "", pages, "/x.xlsx")[0] == by_the_library(pages)


@pytest.mark.parametrize("name", [case.name for case in cases()])
def test_the_workbooks_of_every_golden_page_have_the_bytes_of_the_library(name: str) -> None:
    _, bulletins = bulletins_of(next(case for case in cases() if case.name == name))
    made = {one.path: one.content for one in tables(bulletins) if one.label == "Excel"}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(worksheets, "Leaf", CellByCell)
        again = {one.path: one.content for one in tables(bulletins) if one.label == "Excel"}
    assert made == again
