from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.release.builds import DAY, NOW, contents, names, released, said

ROOT = Path(__file__).parents[2]

PROGRAM = """\
import sys, time
from pathlib import Path
from bantin.release import make_release
from tests.release.builds import writing
def build(work):
    problems = writing(sys.argv[2])(work)
    print("working", flush=True)
    sys.stdin.readline()
    return problems
outcome = make_release(Path(sys.argv[1]), build)
assert not outcome.problems, outcome.problems
print(outcome.identity, flush=True)
"""


def start(project: Path, text: str) -> subprocess.Popen[str]:
    """A build in another process, that waits for a line before it goes on to publish."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(project), text],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout and program.stdout.readline() == "working\n"
    return program


def finish(program: subprocess.Popen[str]) -> str:
    out, _ = program.communicate("\n", timeout=20)
    assert program.returncode == 0
    return out.strip()


@pytest.mark.slow
def test_a_killed_build_harms_nothing_and_is_cleared_away(tmp_path: Path) -> None:
    good = released(tmp_path, "một", now=time.time())
    before = contents(tmp_path / "site")
    program = start(tmp_path, "hai")
    program.send_signal(signal.SIGKILL)
    program.communicate()
    assert program.returncode == -signal.SIGKILL
    assert contents(tmp_path / "site") == before
    left = names(tmp_path / "build" / "releases") - {good.identity, ".lock"}
    assert len(left) == 1
    released(tmp_path, "ba", now=time.time())
    assert said(tmp_path) == "ba"
    assert left <= names(tmp_path / "build" / "releases"), "it may still be at work"
    released(tmp_path, "bốn", now=time.time() + 2 * DAY)
    assert not left & names(tmp_path / "build" / "releases")


@pytest.mark.slow
def test_where_a_record_was_removed_nothing_of_a_killed_build_stays_and_a_living_one_goes_on(
    tmp_path: Path,
) -> None:
    releases = tmp_path / "build" / "releases"
    released(tmp_path, "một", now=time.time())
    killed, living = start(tmp_path, "hai"), start(tmp_path, "ba")
    killed.kill()
    killed.communicate()
    (releases / ".old-left" / "site").mkdir(parents=True)
    assert len([name for name in names(releases) if name.startswith(".new-")]) == 2
    released(tmp_path, "bốn", now=time.time(), removed=["article a"])
    left = [name for name in names(releases) if name.startswith((".new-", ".old-"))]
    assert len(left) == 1, "that of the living build"
    finish(living)
    assert said(tmp_path) == "ba"
    assert not [name for name in names(releases) if name.startswith((".new-", ".old-"))]


@pytest.mark.slow
def test_two_builds_at_once_do_not_mix_and_the_last_to_finish_stays(tmp_path: Path) -> None:
    first, second = start(tmp_path, "một"), start(tmp_path, "hai")
    late = finish(second)
    assert said(tmp_path) == "hai"
    early = finish(first)
    assert said(tmp_path) == "một"
    releases = tmp_path / "build" / "releases"
    assert names(releases) - {".lock"} == {early, late}
    assert (releases / late / "site" / "tin" / "a.html").read_text(encoding="utf-8") == "tin hai"
    assert (releases / early / "site" / "tin" / "a.html").read_text(encoding="utf-8") == "tin một"


def test_many_builds_that_finish_together_leave_a_whole_site(tmp_path: Path) -> None:
    texts = [f"bản {turn}" for turn in range(8)]
    threads = [threading.Thread(target=released, args=(tmp_path, text)) for text in texts * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    text = said(tmp_path)
    assert text in texts
    assert (tmp_path / "site" / "tin" / "a.html").read_text(encoding="utf-8") == f"tin {text}"
    assert not [
        name for name in names(tmp_path / "build" / "releases") if name.startswith((".new", ".old", ".link"))
    ]


def test_readers_never_miss_a_page_while_releases_change(tmp_path: Path) -> None:
    released(tmp_path, "0")
    reads, missed = 0, []
    over = threading.Event()

    def read() -> None:
        nonlocal reads
        while not over.is_set():
            for page in ("index.html", "tin/a.html"):
                try:
                    text = (tmp_path / "site" / page).read_text(encoding="utf-8")
                except OSError as error:
                    missed.append(str(error))
                else:
                    reads += 1
                    if not text:
                        missed.append("empty")

    reader = threading.Thread(target=read)
    reader.start()
    for turn in range(60):
        released(tmp_path, str(turn % 7), now=NOW + turn)
    over.set()
    reader.join()
    assert missed == []
    assert reads > 60
