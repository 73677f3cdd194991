"""How a run ends when something goes wrong: never with a traceback."""

import errno
import tempfile
from pathlib import Path

import click
import pytest

from bantin.cli.failure import LOG
from tests.cli.fake_way import Bantin


def test_a_fault_of_the_program_is_told_in_one_sentence_and_kept_in_a_file(bantin: Bantin) -> None:
    bantin.way.fails = KeyError("figure")
    ended = bantin("check", "--now", "2026-11-22")
    log = Path("build", LOG)
    assert ended.code == 1
    assert ended.output == ""
    assert ended.errors == (
        "Chương trình gặp lỗi của chính nó, không phải do bản ghi của bạn: KeyError: 'figure' "
        f"(chi tiết: {log}).\n"
    )
    details = log.read_text(encoding="utf-8")
    assert details.splitlines()[0].endswith("2026-11-22T00:30:00+00:00")
    assert details.splitlines()[1] == "check --now 2026-11-22"
    assert "Traceback" in details and details.endswith("KeyError: 'figure'\n")


def test_a_fault_in_another_project_is_kept_there(bantin: Bantin, tmp_path: Path) -> None:
    (tmp_path / "other" / "data").mkdir(parents=True)
    bantin.way.fails = ValueError("x\ud800")
    assert f"details: {Path('other', 'build', LOG)}" in bantin("--project", "other", "--lang", "en").errors
    assert (tmp_path / "other" / "build" / LOG).exists()


def test_details_that_find_no_place_in_the_project_go_where_temporary_files_are(
    bantin: Bantin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    (tmp_path / "build").touch()
    bantin.way.fails = ValueError("x")
    assert str(elsewhere / LOG) in bantin("check").errors
    assert (elsewhere / LOG).exists()


def test_details_that_find_no_place_at_all_do_not_hide_the_fault(
    bantin: Bantin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "data" / "missing" / "deep"))
    (tmp_path / "build").touch()
    bantin.way.fails = ValueError("x")
    assert bantin("check").errors.endswith("ValueError: x (không ghi được chi tiết vào tệp nào).\n")


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (OSError(errno.ENOSPC, "No space", "site/a.html"), "Hệ thống từ chối “site/a.html”: ổ đĩa đã đầy ("),
        (PermissionError(errno.EACCES, "denied", "site"), "Hệ thống từ chối “site”: không được phép ("),
        (
            OSError(errno.EADDRINUSE, "in use"),
            "Hệ thống từ chối: một chương trình khác đang dùng cổng này; hãy chọn cổng khác bằng --port (",
        ),
        (OSError(errno.EIO, "Input/output error", "a"), "Hệ thống từ chối “a”: Input/output error ("),
    ],
)
def test_what_the_system_refuses_is_told_as_such(bantin: Bantin, failure: OSError, said: str) -> None:
    bantin.way.fails = failure
    ended = bantin("build")
    assert ended.code == 1
    assert ended.errors.startswith(said)


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), click.Abort()])
def test_ctrl_c_ends_quietly(bantin: Bantin, failure: BaseException) -> None:
    bantin.way.fails = failure
    ended = bantin("build")
    assert (ended.code, ended.output, ended.errors.strip()) == (130, "", "")
