"""The command as a process of its own: pipes, encodings, and the ways to start it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CHECK = """
import sys
from types import SimpleNamespace
from bantin.cli import main
from bantin.problems import Location, Problem, say
problems = [Problem("rule", Location("a.yml", line), say("wrong")) for line in range(1, 3_000)]
checked = SimpleNamespace(problems=problems, lines=lambda file: [], summary=None, coverage=())
sys.exit(main(["check"], way=lambda: SimpleNamespace(check=lambda project, now: checked)))
"""


def started(
    folder: Path, *arguments: str, output: int = subprocess.PIPE, **environment: str
) -> "subprocess.Popen[bytes]":
    """A process in a project's folder."""
    (folder / "data").mkdir()
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "", **environment},
        stdout=output,
        stderr=subprocess.PIPE,
    )


@pytest.mark.parametrize(
    "arguments", [["-c", CHECK], ["-m", "bantin", "--version"]], ids=["much at once", "little at the end"]
)
def test_output_closed_by_its_reader_ends_it_quietly(tmp_path: Path, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with started(tmp_path, *arguments, output=writer) as process:
        os.close(writer)
        _, errors = process.communicate()
    assert (process.returncode, errors) == (1, b"")


@pytest.mark.parametrize("start", [[str(ROOT / "build_site.py")], ["-m", "bantin"]], ids=["script", "module"])
@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_vietnamese_is_utf_8_on_every_console(tmp_path: Path, start: list[str], encoding: str) -> None:
    with started(tmp_path, *start, "--help", PYTHONIOENCODING=encoding, PYTHONUTF8="0") as process:
        output, errors = process.communicate()
    assert (process.returncode, errors) == (0, b"")
    assert output.decode("utf-8").startswith("Cách dùng: bantin [TÙY CHỌN] [LỆNH] …")
    assert "Tùy chọn:" in output.decode("utf-8")
