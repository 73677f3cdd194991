import io
import re
import sys

import pytest

from bantin.cli.progress import progress
from bantin.cli.session import Session
from bantin.problems import Silence, say
from bantin.problems.catalogues import translator
from tests.cli.fake_way import CLOCK, FakeWay

SESSION = Session(translator("vi"), FakeWay, lambda: CLOCK)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal where errors go."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return stream


def test_each_stage_has_a_bar_with_its_name_in_the_language_of_the_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = watched(monkeypatch)
    with progress(SESSION) as report:
        report.stage(say("not permitted"), 1, 3)
        report.stage(say("not permitted"), 2, 3)
        report.stage(say("{first}, {second}", first="[bold]a[/]", second="b"), 0, 0)
    drawn = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.getvalue())
    assert re.search(r"không được phép .* 2/3", drawn)
    assert re.search(r"\[bold\]a\[/\], b .* 0/\?", drawn)
    assert "0/0" not in drawn


def test_the_output_is_left_to_the_problems(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = watched(monkeypatch)
    with progress(SESSION) as report:
        report.stage(say("not permitted"), 1, 3)
    assert terminal.getvalue() != ""
    assert capsys.readouterr().out == ""


def test_nothing_is_drawn_where_nobody_watches() -> None:
    with progress(SESSION) as report:
        assert isinstance(report, Silence)
