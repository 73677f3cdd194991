"""A command that is ended from outside puts away what it was working at."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.golden.cases import Case

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="a system without such signals")]


@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_build_that_is_ended_leaves_nothing(how: str, example: Case, tmp_path: Path) -> None:
    project = example.copied_to(tmp_path / "project")
    command = [sys.executable, "-m", "bantin", "build", "--project", str(project)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as build:
        releases = project / "build" / "releases"
        while not list(releases.glob(".new-*")):
            assert build.poll() is None
            time.sleep(0.01)
        build.send_signal(getattr(signal, how))
        said = b"".join(build.communicate())
    assert build.returncode == 130
    assert b"Traceback" not in said
    assert [entry.name for entry in releases.iterdir() if entry.name != ".lock"] == []
    assert not (project / "site").exists()


def test_who_is_to_outlive_a_window_does(example: Case, tmp_path: Path) -> None:
    project = example.copied_to(tmp_path / "project")
    deaf = "import signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); from bantin.cli import main; "
    command = [sys.executable, "-c", f"{deaf}sys.exit(main())", "build", "--project", str(project)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as build:
        while not list((project / "build" / "releases").glob(".new-*")):
            assert build.poll() is None
            time.sleep(0.01)
        build.send_signal(signal.SIGHUP)
        assert build.wait() == 0
