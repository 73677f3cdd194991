"""Programs that tests write, each run by a process of its own with the code of this project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def ends_quietly(program: str, *arguments: str, folder: Path, patience: float) -> None:
    """Runs a program in a folder, which ends well and says nothing."""
    ended = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=patience,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")


def started_preview(program: str, port: int, folder: Path, temporary: Path) -> subprocess.Popen[str]:
    """A program that serves a preview, when it has said where, and that it is up to date; in a session of its
    own. temporary: where it and its processes put what they need for a while."""
    served = subprocess.Popen(
        [sys.executable, "-c", program, str(port)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert served.stdout
    assert served.stdout.readline() and served.stdout.readline()
    return served
