"""``bantin visits`` as people and timers run it."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.fake_way import Bantin
from tests.setup.places import ROOT
from tests.visits.writing import NOW, YESTERDAY, ago, line

CLOCK = ("--now", NOW.isoformat())


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """A log of one visitor yesterday and two now, one of them on another site of the server."""
    file = tmp_path / "access.log"
    file.write_text(
        line("/ban-tin/", YESTERDAY) + line("/ban-tin/") + line("/", address="b"), encoding="utf-8"
    )
    return file


def test_numbers_are_printed_and_nothing_else(bantin: Bantin, log: Path) -> None:
    ended = bantin("visits", str(log), *CLOCK)
    assert (ended.code, ended.errors) == (0, "")
    told = json.loads(ended.output)
    assert [told[name] for name in ("format", "at", "online", "today", "yesterday")] == [
        *(1, "2026-11-22T07:30:00+07:00", 2, 2, 1)
    ]


def test_no_project_is_needed(bantin: Bantin, log: Path) -> None:
    (bantin.project / "data").rmdir()
    assert json.loads(bantin("visits", str(log), *CLOCK).output)["today"] == 2


def test_without_a_moment_it_goes_by_the_clock(bantin: Bantin, log: Path) -> None:
    assert json.loads(bantin("visits", str(log)).output)["at"] == "2026-11-22T07:30:00+07:00"


def test_the_path_of_the_site_is_given_or_that_of_its_address(bantin: Bantin, log: Path) -> None:
    for path in ("/ban-tin/", "/ban-tin"):
        assert json.loads(bantin("visits", str(log), "--base", path, *CLOCK).output)["today"] == 1
    settings = (ROOT / "data/site.yml").read_text("utf-8") + "\naddress: https://so.example.vn/ban-tin\n"
    (bantin.project / "data" / "site.yml").write_text(settings, encoding="utf-8")
    assert json.loads(bantin("visits", str(log), *CLOCK).output)["today"] == 1
    assert json.loads(bantin("visits", str(log), "--base", "/", *CLOCK).output)["today"] == 2


def test_settings_that_cannot_be_read_are_told_and_nothing_is_counted(bantin: Bantin, log: Path) -> None:
    (bantin.project / "data" / "site.yml").write_text("format: [1\n", encoding="utf-8")
    ended = bantin("visits", str(log), *CLOCK)
    assert (ended.code, ended.output) == (1, "")
    assert ended.errors.startswith("data/site.yml:")
    assert bantin("visits", str(log), "--base", "/", *CLOCK).code == 0


def test_the_file_is_put_in_place_in_one_step_and_can_be_read_by_the_server(
    bantin: Bantin, log: Path
) -> None:
    out = bantin.project / "so" / "luot-truy-cap.json"
    out.parent.mkdir()
    before = os.umask(0o077)
    try:
        assert bantin("visits", str(log), "--out", str(out), *CLOCK).output == ""
    finally:
        os.umask(before)
    assert out.stat().st_mode & 0o777 == 0o644
    first, told = out.stat().st_ino, json.loads(out.read_text("utf-8"))
    assert told["today"] == 2
    assert bantin("visits", str(log), "--out", str(out), *CLOCK).code == 0
    assert out.stat().st_ino != first, "another file in its place, not the same one written over"
    assert [path.name for path in out.parent.iterdir()] == [out.name]


def test_what_cannot_be_counted_leaves_the_file_as_it_was(bantin: Bantin, log: Path) -> None:
    out = bantin.project / "luot-truy-cap.json"
    out.write_text("{}", encoding="utf-8")
    missing = bantin.project / "none.log"
    ended = bantin("visits", str(log), str(missing), str(bantin.project), "--out", str(out), *CLOCK)
    assert (ended.code, ended.output, out.read_text("utf-8")) == (1, "", "{}")
    assert ended.errors.startswith(f"{bantin.project}:1:1: không đọc được: Is a directory [unreadable-log]\n")
    assert f"{missing}:1:1: không đọc được: No such file or directory [unreadable-log]\n" in ended.errors
    assert ended.errors.endswith("2 lỗi trong 2 tệp\n")


def test_broken_lines_are_told_beside_the_numbers_without_what_they_hold(bantin: Bantin, log: Path) -> None:
    log.write_text(f"{line()}rác 192.0.2.77\n\x00\n{line(at=ago(-60))}", encoding="utf-8")
    ended = bantin("visits", str(log), *CLOCK)
    assert (ended.code, json.loads(ended.output)["today"]) == (0, 1)
    assert ended.errors == (
        f"{log}:2:1: cảnh báo: bỏ qua 2 dòng không theo định dạng combined, dòng đầu ở đây [broken-line]\n\n"
        f"{log}:4:1: cảnh báo: bỏ qua 1 dòng có giờ muộn hơn hiện tại, dòng đầu ở đây"
        " [line-from-the-future]\n\n2 cảnh báo trong 1 tệp\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "NHẬT_KÝ"),
        (("a.log", "--base", "ban-tin"), "“ban-tin” không phải là đường dẫn; hãy viết như /ban-tin/"),
        (("a.log", "--out", "."), "."),
        (("a.log", "--pages", "-1"), "-1"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(bantin: Bantin, arguments: tuple[str, ...], said: str) -> None:
    ended = bantin("visits", *arguments)
    assert (ended.code, ended.output) == (2, "")
    assert said in ended.errors.splitlines()[-1]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(bantin: Bantin, log: Path) -> None:
    ended = bantin("visits", str(log), "--out", str(bantin.project / "none" / "x.json"), *CLOCK)
    assert ended.code == 1
    assert "Traceback" not in ended.errors and "Hệ thống" in ended.errors


def test_a_file_that_holds_something_else_is_not_written_over(bantin: Bantin, log: Path) -> None:
    record = bantin.project / "data" / "site.yml"
    record.write_text("title: Bản tin\n", encoding="utf-8")
    ended = bantin("visits", str(log), "--base", "/", "--out", str(record), *CLOCK)
    assert ended.code == 1 and "[not-our-file]" in ended.errors
    assert record.read_text("utf-8") == "title: Bản tin\n"
