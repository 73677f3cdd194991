"""No text of a record becomes a formula in a spreadsheet, and no number becomes another one."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bantin.compose.said import Cell, Publisher, Status
from bantin.outputs.comma_separated import comma_separated, guarded, in_one_line, unguarded
from bantin.outputs.flat import LONG, long, wide
from bantin.outputs.sheets import Column, Sheet, SheetRow
from bantin.outputs.table_json import as_told, table_json
from bantin.outputs.workbooks import LONGEST_NAME, MOST_DIGITS, Page, sheet_name, workbook

TRIGGERS = "=+-@\t\r＝＋－＠"
PUBLISHER = Publisher("Bản tin", "", "Bản tin", "", "", "", (), "https://tinh.example/tin/", (), ())
NUMBERS = Column("current", "Năm 2019")

hostile = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", " ", "\u00a0", "\u3000", "'", "''", "\ufeff", "\n", " '"]),
    st.sampled_from([*TRIGGERS, "\n", "", "“", "−"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
numbers = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3)


def published(value: str) -> Cell:
    return Cell(value.replace(".", ","), value, Status.PUBLISHED, "", "")


def sheet(text: str, cell: Cell, more: Cell) -> Sheet:
    """A sheet with the same text in each of its text columns, headings, title and notes."""
    said = Cell(f"“{text}", "", Status.PUBLISHED, text, text)
    row = SheetRow("/so-lieu/2019/#x", text, (text,), text, (cell, said, more), text, text)
    columns = (NUMBERS, Column("earlier", text), Column("change", f"{text} 2"))
    return Sheet("bang-x", text, text, text, text, columns, (row,), (text,), ((text, text),))


def read_csv(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal() and text.isascii()


def starts_formula(text: str) -> bool:
    """As a cautious spreadsheet sees it."""
    return text.lstrip("\u200b\u2060\ufeff \u00a0\u3000\n")[:1] in (*TRIGGERS,)


@given(text=hostile, value=numbers)
@example(text="=1+1", value=Decimal("-12"))
@example(text="-2+3+cmd|' /C calc'!A0", value=Decimal("-0.5"))
@example(text=" @SUM(A1:A9)", value=Decimal(4300))
@settings(deadline=None, max_examples=150)
def test_no_text_begins_a_formula_in_csv_and_numbers_come_back(text: str, value: Decimal) -> None:
    plain = f"{value.normalize():f}"
    told = sheet(text, published(plain), published("-12"))
    for flat in (wide(told), long([told])):
        content, _ = comma_separated(flat, "/x.csv")
        headings, *lines = read_csv(content)
        assert len(lines) == content.decode().count("\r\n") - 1
        assert [unguarded(one) for one in headings] == [in_one_line(one.heading) for one in flat.fields]
        for entries in lines:
            for field, held in zip(flat.fields, entries, strict=True):
                if field.numbers:
                    assert held == "" or is_number(held)
                elif held:
                    assert not starts_formula(held), held
        found = [held for entries in lines for held in entries if held and held in (plain, "-12")]
        assert Decimal(found[0]) == value
        assert "-12" in found


@given(text=hostile)
def test_a_guard_is_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert guarded("Đảng viên") == "Đảng viên"


@given(text=hostile, value=numbers)
@example(text='=HYPERLINK("http://x.example")', value=Decimal("-62.8"))
@example(text="https://x.example/", value=Decimal(0))
@example(text="007", value=Decimal(7))
@settings(deadline=None, max_examples=60)
def test_a_workbook_holds_texts_as_texts_and_numbers_as_numbers(text: str, value: Decimal) -> None:
    plain = f"{value.normalize():f}"
    flat = wide(sheet(text, published(plain), published("-12")))
    content, _ = workbook(text, "", "", (Page("Bảng", text, text, flat, (text,)),), "/x.xlsx")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    row = dict(zip(range(len(flat.fields)), rows[3], strict=True))
    held = [row[at] for at, field in enumerate(flat.fields) if field.numbers]
    assert [held[0], held[2]] == [float(plain), -12.0]
    assert all(isinstance(row[at], str) for at, field in enumerate(flat.fields) if not field.numbers)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
        names = archive.namelist()
    assert "<f>" not in xml and "<f " not in xml and "hyperlink" not in xml
    assert not [name for name in names if "external" in name or "rels/sheet" in name]


@given(text=hostile, value=numbers)
@settings(deadline=None, max_examples=60)
def test_json_has_texts_and_numbers_as_they_are(text: str, value: Decimal) -> None:
    plain = f"{value.normalize():f}"
    told = as_told(sheet(text, published(plain), published("-12")), PUBLISHER)
    content, _ = table_json(told, PUBLISHER, "/so-lieu/2019/", "/x")
    found = json.loads(content, parse_float=Decimal, parse_int=Decimal)
    assert found["title"] == text
    row = found["rows"][0]
    assert (row["label"], row["within"], row["remark"], row["unit"]) == (text, [text], text, text)
    assert row["cells"]["current"]["value"] == value
    assert f'"value": {plain},' in content.decode()
    assert row["address"] == "https://tinh.example/tin/so-lieu/2019/#x"


def test_a_number_with_groups_comes_back_whole_and_a_range_is_no_number() -> None:
    cells = (Cell("trên 4.300", "4300", Status.PUBLISHED, "", ""),
             Cell("từ 6 đến 8", "6/8", Status.IMPLIED, "suy ra", ""))  # fmt: skip
    told = sheet("x", *cells)
    content, _ = comma_separated(long([told]), "/x.csv")
    at = [field.heading for field in LONG].index("Giá trị")
    lines = read_csv(content)[1:]
    assert [entries[at] for entries in lines] == ["4300", "", ""]
    assert [entries[at + 3] for entries in lines] == ["trên 4.300", "“x", "từ 6 đến 8"]
    written, _ = table_json(as_told(told, PUBLISHER), PUBLISHER, "/", "/x")
    last = json.loads(written)["rows"][0]["cells"]["change"]
    assert (last["value"], last["low"], last["high"]) == (None, 6, 8)


def test_a_number_too_long_for_a_spreadsheet_stays_exact_as_text() -> None:
    long_one, fitting = "12345678901234567", "1" * MOST_DIGITS
    flat = wide(sheet("x", published(long_one), published(fitting)))
    content, _ = workbook("x", "", "", (Page("Bảng", "x", "x", flat),), "/x.xlsx")
    row = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()[3]
    assert long_one in row and float(fitting) in row


@pytest.mark.parametrize(
    "text", ["Kỷ luật", "a/b\\c[d]*?:e", "'", "", "𝐀" * 40, "Kiểm tra, giám sát " * 4, "\x01"]
)
def test_names_of_sheets_are_legal_and_differ(text: str) -> None:
    names = [sheet_name(number, text) for number in range(1, 120)]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= LONGEST_NAME
        assert not set(name) & set("[]:*?/\\") and not name.startswith("'") and not name.endswith("'")
