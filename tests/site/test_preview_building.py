"""A preview is built by a process of its own, which hands over to the one that built last."""

from __future__ import annotations

import os
import signal
import time
from functools import partial
from pathlib import Path

import pytest

from bantin.site.preview_building import Here, builder_of
from tests.programs import ends_quietly, started_preview
from tests.site.test_preview import PATIENCE, ask, free_port, shows, until

ROOT = Path(__file__).parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="processes cannot be divided here"),
]

BEGINNING = """\
import gc, os, pathlib, sys, threading, time
from bantin.site.preview_building import Apart, Unwanted, builder_of
here, built = pathlib.Path.cwd(), []
def build(site):
    built.append(site.parent.name)
    site.mkdir()
    until = time.monotonic() + 60
    while (here / "slow").exists() and time.monotonic() < until:
        (site / str(time.monotonic_ns())).touch()
    if (here / "die").exists():
        os._exit(1)
    return (here / "mistake").read_text("utf-8") if (here / "mistake").exists() else ""
def at_once(changed):
    if not changed:
        raise KeyError
    return {"built": "+".join(built).encode(), "by": str(os.getpid()).encode(),
            "frozen": str(gc.get_freeze_count()).encode()}
def folder(name):
    (here / name).mkdir()
    return here / name / "site"
builder = builder_of(build, at_once)
assert isinstance(builder, Apart)
"""

CASES = {
    "whoever has built knows what it built, and what was built before": """
assert builder.build(folder("a")) == ""
first = builder.at_once([here])
assert builder.build(folder("b")) == ""
second = builder.at_once([here])
assert (first["built"], second["built"]) == (b"a", b"a+b"), (first, second)
assert len({first["by"], second["by"], str(os.getpid()).encode()}) == 3
assert built == []
""",
    "what fails to be shown at once is left to the build": """
assert builder.at_once([]) is None
""",
    "what was built is not looked through for garbage while someone waits": """
before = builder.at_once([here])["frozen"]
assert builder.build(folder("a")) == ""
assert before == b"0" and int(builder.at_once([here])["frozen"]) > 1000
""",
    "mistakes are told as they are": """
(here / "mistake").write_text("số “hai”", "utf-8")
assert builder.build(folder("a")) == "số “hai”"
""",
    "a build is shown beside, and ended when it is not wanted": """
assert builder.build(folder("a")) == ""
(here / "slow").touch()
said, site = [], folder("b")
def following():
    try:
        builder.build(site)
    except Unwanted:
        said.append("unwanted")
thread = threading.Thread(target=following)
thread.start()
while not site.exists():
    time.sleep(0.01)
assert builder.at_once([here])["built"] == b"a"
builder.unwanted()
thread.join(10)
assert said == ["unwanted"]
(here / "slow").unlink()
assert builder.build(folder("c")) == ""
assert builder.at_once([here])["built"] == b"a+c"
""",
    "a builder that dies is told of, and the one before goes on": """
assert builder.build(folder("a")) == ""
(here / "die").touch()
try:
    builder.build(folder("b"))
except ChildProcessError:
    assert builder.at_once([here])["built"] == b"a"
else:
    raise AssertionError
""",
    "a keeper that is killed keeps nobody waiting": """
os.kill(int(builder.at_once([here])["by"]), 9)
assert builder.at_once([here]) is None
try:
    builder.build(folder("a"))
except (OSError, EOFError):
    pass
else:
    raise AssertionError
""",
    "whoever asks is gone before the answer, and nobody builds for it": """
(here / "slow").touch()
site = folder("a")
threading.Thread(target=builder.build, args=[site], daemon=True).start()
while not site.exists():
    time.sleep(0.01)
with builder.asking:
    builder.asked.send(("at once", [here]))
    time.sleep(0.3)
    os._exit(0)
""",
    "many builds, one after another": """
for number in range(60):
    assert builder.build(folder(str(number))) == ""
assert len(builder.at_once([here])["built"].split(b"+")) == 60
""",
}
ENDING = """
asked = time.monotonic()
builder.stop()
assert time.monotonic() - asked < 8, "no process is left that could write"
"""


@pytest.mark.parametrize("case", CASES)
def test_it_is_built_apart(case: str, tmp_path: Path) -> None:
    ends_quietly(BEGINNING + CASES[case] + ENDING, folder=tmp_path, patience=60)


SERVING = """\
import signal
for one in (signal.SIGINT, signal.SIGTERM):  # as the command hears them
    signal.signal(one, signal.default_int_handler)
import sys, pathlib, time
from bantin.site.preview import Preview, serve
record = pathlib.Path("data/a.yml")
def build_once(site):
    site.mkdir()
    while record.read_text() == "slow":
        (site / str(time.monotonic_ns())).touch()
    (site / "index.html").write_text(f"<html><body><p>{record.read_text()}</p></body></html>")
    return Preview()
def at_once(changed):
    return {"index.html": f"<html><body>at once: {record.read_text()}</body></html>".encode()}
problems = serve(build_once, [record.parent], announce=lambda text: print(text, flush=True),
                 translate=str, port=int(sys.argv[1]), at_once=at_once)
print("ended", problems, flush=True)
"""


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ended_while_all_is_built_it_leaves_nothing(how: signal.Signals, tmp_path: Path) -> None:
    port, project, temporary = free_port(), tmp_path / "project", tmp_path / "temporary"
    (project / "data").mkdir(parents=True)
    (project / "data" / "a.yml").write_text("one")
    temporary.mkdir()
    program = started_preview(SERVING, port, project, temporary)
    for text in ("two", "slow"):
        (project / "data" / "a.yml").write_text(text)
        until(partial(shows, port, f"at once: {text}"))
    until(lambda: any((folder / "site").is_dir() and folder.name != "1" for folder in temporary.glob("*/*")))
    time.sleep(0.2)
    program.send_signal(how)
    out, err = program.communicate(timeout=PATIENCE)
    assert (out.splitlines()[-1], err, program.returncode) == ("ended []", "", 0)
    assert list(temporary.iterdir()) == []


def test_killed_it_leaves_nothing_running(tmp_path: Path) -> None:
    """Each process that builds has the pipe open that it says things to."""
    port = free_port()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("one")
    program = started_preview(SERVING, port, tmp_path, tmp_path)
    (tmp_path / "data" / "a.yml").write_text("slow")
    until(lambda: "at once" in ask(port).text)
    until(lambda: any(site.parent.name != "1" for site in tmp_path.glob("bantin-*/*/site")))
    program.kill()
    started = time.monotonic()
    program.communicate(timeout=PATIENCE)
    assert time.monotonic() - started < PATIENCE


def test_where_there_are_threads_it_is_built_here(tmp_path: Path) -> None:
    """Another process would not have them."""
    import threading

    done = threading.Event()
    waiting = threading.Thread(target=done.wait)
    waiting.start()
    try:
        assert isinstance(builder_of(lambda site: "", lambda changed: {}), Here)
    finally:
        done.set()
        waiting.join()
