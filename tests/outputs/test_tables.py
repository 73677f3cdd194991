"""Tables taken home from every golden page: the same values in each form, on the page and in the ledger."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from html import unescape
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from python_calamine import CalamineWorkbook

from bantin.outputs import Output, Outputs
from bantin.outputs.output import line
from bantin.outputs.table_json import SCHEMA
from bantin.outputs.tables import SheetPage, tables
from bantin.pages import draw
from bantin.site.audit.read_back import values_of
from bantin.site.paths import path_problems
from bantin.way import beside
from tests.compose.test_every_digit import bulletins_of
from tests.golden.cases import Case, cases

TABLE = re.compile(r'<table class="figures[^>]* id="([^"]+)">(.*?)</table>', re.DOTALL)
VALUE = re.compile(r'<data value="([^"]*)" data-figure="([^"]+)">')
LATEST = re.compile(r"<table class=\"figures newest\">(.*?)</table>", re.DOTALL)
CELLS = re.compile(r"<td.*?</td>", re.DOTALL)
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
BESIDE = ("share", "plan", "attainment", "excess", "beyond-plan")
"""Columns of what a page tells in remarks."""

Table = dict[str, Any]
"""A table as JSON, and its parts."""

Values = Counter[tuple[str, str]]
"""Values as written and the figures they are of."""


@dataclass(frozen=True)
class Made:
    """The pages of a case and the files beside them."""

    pages: dict[str, str]
    outputs: Outputs

    def file(self, page: str, anchor: str, label: str) -> Output:
        """The file of this kind that a page offers for a table, or for all."""
        return next(one for one in self.outputs.of(page, anchor) if one.label == label)


@cache
def made(name: str) -> Made:
    case = next(case for case in cases() if case.name == name)
    dataset, bulletins = bulletins_of(case)
    outputs, ledger = beside(bulletins, dataset.public(case.now), "")
    assert len(ledger.whole.entries) == len(ledger.entries)  # KeyError for a figure without entry
    files = tuple(output for output in tables(bulletins) if output.path != SCHEMA)
    return Made(draw(bulletins, outputs), Outputs(files))


def each_case() -> list[str]:
    return [case.name for case in cases()]


def drawn(markdown: str) -> Values:
    """The values in the cells of a table as a page has them."""
    found = (value for cell in CELLS.findall(markdown) for value in VALUE.findall(cell))
    return Counter((unescape(value), unescape(identity)) for value, identity in found)


def of_json(table: Table) -> Values:
    """The values in a table as JSON, without those that a page tells in remarks."""
    return Counter((_value(cell), cell["figure"]) for name, cell in cells(table) if name not in BESIDE)


def cells(table: Table) -> Iterator[tuple[str, Table]]:
    for row in table["rows"]:
        yield from ((name, cell) for name, cell in row["cells"].items() if "figure" in cell)


def _value(cell: Table) -> str:
    if "low" in cell:
        return f"{cell['low']}/{cell['high']}"
    return "" if cell["value"] is None else str(cell["value"])


def parsed(output: Output) -> Table:
    """A JSON file, its numbers as they are written."""
    found = json.loads(output.content, parse_float=Decimal)
    assert isinstance(found, dict)
    return found


def lines_of(output: Output) -> list[list[str]]:
    return list(csv.reader(io.StringIO(output.content.decode("utf-8-sig"), newline="")))


def numbers_in_csv(output: Output) -> list[str]:
    """All numbers of a file, in the order of its lines."""
    return [held for entries in lines_of(output)[1:] for held in entries if NUMBER.fullmatch(held)]


def numbers_in_workbook(output: Output) -> list[list[float]]:
    """The numbers of each sheet, row by row."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(output.content))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return [[held for row in rows for held in row if isinstance(held, float)] for rows in sheets]


@pytest.mark.parametrize("name", each_case())
def test_each_table_of_a_period_is_offered_with_the_values_of_its_page_and_its_ledger(name: str) -> None:
    case, found = made(name), 0
    for path, markdown in case.pages.items():
        page = f"/{path.removesuffix('index.md')}"
        if not case.outputs.of(page):
            continue
        whole = parsed(case.file(page, "", "JSON"))
        inside = {table["anchor"]: table for table in whole["tables"]}
        for anchor, shown in TABLE.findall(markdown):
            wanted = drawn(shown)
            assert of_json(inside[anchor]) == wanted, anchor
            found += 1
            if not case.outputs.of(page, anchor):
                assert "/chi-tieu/" in page
                continue
            alone = parsed(case.file(page, anchor, "JSON"))
            assert of_json(alone) == wanted, anchor
            _same_numbers(case, page, anchor, [alone])
        for newest in LATEST.findall(markdown):
            assert not drawn(newest) - sum(map(of_json, inside_of(whole)), Values()), page
        _same_numbers(case, page, "", inside_of(whole))
    assert found or not case.outputs.files


def inside_of(whole: Table) -> list[Table]:
    return list(whole["tables"])


def _same_numbers(case: Made, page: str, anchor: str, tables: list[Table]) -> None:
    """The CSV and the workbook of a table, or of a page, have the numbers of the JSON in their order."""
    wanted = [[str(cell["value"]) for cell in _row_by_row(table)] for table in tables]
    flat = [number for numbers in wanted for number in numbers]
    assert numbers_in_csv(case.file(page, anchor, "CSV")) == flat
    sheets = numbers_in_workbook(case.file(page, anchor, "Excel"))
    assert [one for one in sheets if one] == [[float(one) for one in some] for some in wanted if some]
    assert all(Decimal(repr(float(one))) == Decimal(one) for one in flat)


def _row_by_row(table: Table) -> Iterator[Table]:
    names = [column["name"] for column in table["columns"]]
    for row in table["rows"]:
        told = [row["cells"][name] for name in names if name in row["cells"]]
        yield from (cell for cell in told if cell["value"] is not None)


@pytest.mark.parametrize("name", each_case())
def test_every_figure_of_a_file_is_entered_with_its_place(name: str) -> None:
    for output in made(name).outputs.files:
        if output.label == "Excel":
            written = values_of(output.path, output.content)
            for _, place in output.shown:
                there = written[place.at].removesuffix(".0")
                assert there == place.text or place.text in there, (output.path, place)
            continue
        texts = output.content.decode().split("\n")
        at = {line(number): text for number, text in enumerate(texts, 1)}
        assert all(place.text in at[place.at] for _, place in output.shown), output.path
        assert all(place.file == output.address for _, place in output.shown)
        if output.label == "CSV":
            entered = Counter(place.text for figure, place in output.shown if figure.value == place.text)
            assert not Counter(numbers_in_csv(output)) - entered, output.path


@cache
def schema() -> Table:
    """The published schema, which allows members to be added, made to refuse those that it does not tell."""
    _, bulletins = bulletins_of(next(case for case in cases() if case.name == "example"))
    written = next(output for output in tables(bulletins) if output.path == SCHEMA)
    found: Table = json.loads(written.content)
    for of in found["$defs"].values():
        of["additionalProperties"] = False
    return found


@pytest.mark.parametrize("name", each_case())
def test_json_has_its_published_shape(name: str) -> None:
    validator = Draft202012Validator(schema())
    for output in made(name).outputs.files:
        if output.label == "JSON":
            assert [*validator.iter_errors(json.loads(output.content))] == [], output.path


def test_the_shape_is_sound_and_refuses_what_it_does_not_know() -> None:
    Draft202012Validator.check_schema(schema())
    output = made("example").file("/so-lieu/2019/", "", "JSON")
    spoiled = output.content.replace(b'"status": "implied"', b'"status": "guessed"')
    assert not Draft202012Validator(schema()).is_valid(json.loads(spoiled))
    assert json.loads(output.content)["$schema"] == f"/{SCHEMA}"


@pytest.mark.parametrize("name", each_case())
def test_addresses_of_files_are_ascii_and_tell_what_they_hold(name: str) -> None:
    paths = [output.path for output in made(name).outputs.files]
    assert len(set(paths)) == len(paths)
    assert all(re.fullmatch(r"so-lieu/[a-z0-9-]+(/[a-z0-9-]+)*\.(csv|xlsx|json)", path) for path in paths)
    for output in made(name).outputs.files:
        folder, _, file = output.path.rpartition("/")
        assert f"/{folder}/" == output.page
        assert file.startswith("-".join(folder.split("/")[-1:])) or folder.split("/")[-1] in file


def test_the_longest_ids_give_names_that_every_system_takes_and_that_differ() -> None:
    long_id = "a" * 80
    page = SheetPage(f"/so-lieu/chi-tieu/{long_id}/{long_id}/", "", ())
    anchors = [f"bang-{long_id}--{long_id}--{long_id}--{end}" for end in ("x", "y")]
    paths = [f"{page.stem(anchor)}.json" for anchor in ("", *anchors)]
    assert len(set(paths)) == len(paths) and path_problems(paths) == []


def test_the_files_of_a_year_have_their_addresses() -> None:
    stem = "so-lieu/2019/so-lieu-2019"
    paths = [output.path for output in made("example").outputs.files if output.path.startswith(stem)]
    assert paths[:6] == [
        f"{stem}{rest}.{ending}"
        for rest in ("", "-dang-uy-khoi-ccq-to-chuc")
        for ending in ("csv", "xlsx", "json")
    ]
    others = {output.path for output in made("example").outputs.files}
    assert "so-lieu/chi-tieu/dang-vien/chi-tieu-dang-vien.csv" in others
    assert "so-lieu/co-quan/dang-uy-khoi-ccq/co-quan-dang-uy-khoi-ccq.xlsx" in others


def test_a_lower_bound_and_words_with_two_meanings_stay_what_they_are() -> None:
    members = lines_of(made("example").file("/so-lieu/2019/", "bang-dang-uy-khoi-ccq-to-chuc", "CSV"))
    row = dict(zip(members[0], members[-1], strict=True))
    assert (row["Năm 2019"], row["Năm 2019: nguyên văn"]) == ("4300", "trên 4.300")
    checked = lines_of(made("example").file("/so-lieu/2024/", "", "CSV"))
    words = [dict(zip(checked[0], entries, strict=True)) for entries in checked[1:]]
    kept = [row for row in words if row["Nguyên văn"] == "“vượt 121%”"]
    assert [(row["Giá trị"], row["Tình trạng"]) for row in kept] == [("", "nguyên văn")]
    absent = [row for row in words if row["Tình trạng"] == "không công bố"]
    assert all(row["Giá trị"] == "" for row in absent)


def long_rows(name: str) -> Iterator[dict[str, str]]:
    """The lines of the long files of a case, by the headings of their columns."""
    for output in made(name).outputs.files:
        if output.label == "CSV":
            head, *lines = lines_of(output)
            yield from (dict(zip(head, one, strict=True)) for one in lines if "Cột" in head)


@pytest.mark.parametrize("name", each_case())
def test_each_line_of_a_long_file_names_its_period_and_the_unit_of_its_column(name: str) -> None:
    units: dict[tuple[str, ...], str] = {}
    for row in long_rows(name):
        assert row["Kỳ"], row
        unit = units.setdefault((row["Bảng"], row["Thuộc"], row["Nội dung"]), row["Đơn vị"])
        if row["Cột"] == "Tăng, giảm (%)":
            assert row["Đơn vị"] == "%", row
        if row["Cột"] == "Tăng, giảm" and unit == "%":
            assert row["Đơn vị"] == "điểm %", row
        if row["Cột"][:4] in ("Năm ", "Quý ") and ":" not in row["Cột"]:
            assert row["Kỳ"] == row["Cột"], row


def test_a_share_of_a_provisional_number_says_so_wherever_it_stands() -> None:
    told = [row["Tình trạng"] for row in long_rows("quy-chin-thang") if row["Giá trị"].startswith("77.9998")]
    assert len(told) > 1 and set(told) == {"từ số sơ bộ"}
    page = parsed(made("quy-chin-thang").file("/so-lieu/2025-9m/", "", "JSON"))
    cells_of = [(cell, table["key"]) for table in page["tables"] for _, cell in cells(table)]
    keys = [key for cell, key in cells_of if cell.get("words") == "từ số sơ bộ"]
    assert keys and all("từ số sơ bộ" in [one["word"] for one in key] for key in keys)


def test_where_only_the_rate_of_a_plan_was_published_the_column_is_called_so() -> None:
    page = parsed(made("example").file("/so-lieu/chi-tieu/giam-sat/", "", "JSON"))
    [table] = page["tables"]
    assert [one["heading"] for one in table["columns"]] == ["Mức đạt so với kế hoạch"]
    assert [row["unit"] for row in table["rows"]] == ["%"]


def test_the_same_tables_give_the_same_bytes() -> None:
    case: Case = next(case for case in cases() if case.name == "dinh-chinh")
    once, again = (tuple(tables(bulletins_of(case)[1])) for _ in range(2))
    assert once == again
