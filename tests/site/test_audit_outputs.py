"""Files beside the pages: whoever changes one is told which figure is another, and where it stands."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from bantin.ledger import Entry, Ledger, Place
from bantin.problems import Location, Problem
from bantin.site import Expectations, audit

PAGE = """\
<!doctype html><html lang="vi"><head><title>Trang đầu</title><meta name="description" content="Mô tả"></head>
<body><h1>Trang đầu</h1><data value="4300" data-figure="dv">4.300</data></body></html>
"""
TEXT = "\ufeffTên,Số\r\nĐảng viên,4300\r\nGiảm,-12\r\n"


def workbook(number: int) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        book.add_worksheet("Số liệu").write_row(1, 1, ["Đảng viên", number])
    return target.getvalue()


def archive(text: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        file.writestr(zipfile.ZipInfo("so.csv"), text)
    return target.getvalue()


FILES = {
    "so.csv": TEXT.encode(),
    "so.xlsx": workbook(4300),
    "tat-ca.zip": archive(TEXT),
    "the.png": b"\x89PNG\x00",
}
KEPT = {"the.png", "so.xlsx"}
"""Of these the audit is told which file holds what was composed."""

AT = {"so.csv": "dòng 2", "so.xlsx": "Số liệu!C2", "tat-ca.zip": "so.csv, dòng 2"}


def entry() -> Entry:
    places = [Place(f"/{path}", at, "csv", "4300") for path, at in AT.items()]
    page = Place("/", "body", "body", "4.300")
    record = "data/results/a.yml:7"
    return Entry("dv", "4300", "a/dv", "Đảng viên", "", "published", "", "", "", (), record, (page, *places))


@pytest.fixture
def audited(tmp_path: Path) -> Callable[[str, bytes | None], list[Problem]]:
    """Audits a sound site in which one file is another, or is gone."""
    kept, site = tmp_path / "kept", tmp_path / "site"
    for folder in (kept, site):
        folder.mkdir()
        for path, data in FILES.items():
            (folder / path).write_bytes(data)
    (site / "index.html").write_text(PAGE, "utf-8")
    files = {path: kept / path if path in KEPT else data for path, data in FILES.items()}
    expected = Expectations(ledger=Ledger((entry(),)), files=files)

    def auditing(path: str, data: bytes | None) -> list[Problem]:
        if data is None:
            (site / path).unlink()
        else:
            (site / path).write_bytes(data)
        return audit(site, expected)

    return auditing


Audited = Callable[[str, bytes | None], list[Problem]]


def texts(problem: Problem) -> list[str]:
    return [one.translated(str) for one in (problem.message, *problem.evidence)]


def test_untouched_files_are_right(audited: Audited) -> None:
    assert audited("so.csv", FILES["so.csv"]) == []


def test_a_number_changed_in_a_text_file_is_named_at_its_line_and_column(audited: Audited) -> None:
    [problem] = audited("so.csv", TEXT.replace("4300", "4301").encode())
    assert problem.rule == "output-disagrees"
    assert (problem.location.file, problem.location.line, problem.location.column) == ("site/so.csv", 2, 14)
    assert texts(problem) == [
        "the figure a/dv should be 4300 here, but the file says: Đảng viên,4301\r",
        "at / (body) it is 4.300",
        "it is written in data/results/a.yml:7",
    ]


@pytest.mark.parametrize(
    ("path", "changed"),
    [("so.xlsx", workbook(4301)), ("tat-ca.zip", archive(TEXT.replace("4300", "4301")))],
)
def test_a_number_changed_in_a_file_that_can_be_read_back_is_named(
    audited: Audited, path: str, changed: bytes
) -> None:
    [problem] = audited(path, changed)
    assert problem.rule == "output-disagrees" and AT[path] in texts(problem)[0]
    assert "a/dv" in texts(problem)[0] and "4301" in texts(problem)[0]
    assert texts(problem)[1:] == ["at / (body) it is 4.300", "it is written in data/results/a.yml:7"]


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("so.csv", TEXT.replace("Giảm", "Tăng").encode()),
        ("so.csv", (TEXT + "thêm\r\n").encode()),
        ("so.csv", TEXT[1:].encode()),
        ("so.csv", b"\xff\xfe"),
        ("so.xlsx", b"PK no workbook"),
        ("so.xlsx", workbook(4300) + b"\0"),
        ("tat-ca.zip", b""),
        ("the.png", b"\x89PNG\x01"),
    ],
)
def test_whatever_else_was_changed_is_told(audited: Audited, path: str, changed: bytes) -> None:
    found = audited(path, changed)
    assert {problem.rule for problem in found} <= {"output-changed", "output-disagrees"} and found
    assert {problem.location.file for problem in found} == {f"site/{path}"}


@pytest.mark.parametrize("path", FILES)
def test_a_file_that_is_gone_is_told(audited: Audited, path: str) -> None:
    [problem] = audited(path, None)
    assert (problem.rule, problem.location) == ("output-missing", Location(f"site/{path}"))
