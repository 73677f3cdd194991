from __future__ import annotations

import http.client
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bantin.problems import Problem
from bantin.site.preview import Preview, nothing_at_once, serve
from bantin.site.preview_building import AtOnce
from bantin.site.preview_server import PreviewServer
from tests.programs import started_preview

ROOT = Path(__file__).parents[2]
PATIENCE = 10.0
MISTAKE = "data/a.yml:3:1: <b>sai</b> & “lạ”"


def translate(sentence: str) -> str:
    return {"The site cannot be built yet": "Chưa dựng được trang"}.get(sentence, sentence)


def build_once(record: Path) -> Callable[[Path], Preview]:
    """Builds a site of one page out of one record; some of its texts are mistakes."""

    def building(site: Path) -> Preview:
        text = record.read_text(encoding="utf-8")
        if text == "slow":
            time.sleep(0.3)
        if text == "bug":
            raise RuntimeError("lỗi của chương trình")
        site.mkdir()
        if text == "wrong":
            return Preview(mistakes=MISTAKE)
        (site / "index.html").write_text(f"<html><body><p>{text}</p></body></html>", encoding="utf-8")
        (site / "404.html").write_text("<html><body>lạc đường</body></html>", encoding="utf-8")
        return Preview()

    return building


@dataclass
class Answer:
    status: int
    text: str
    kind: str


def ask(port: int, path: str = "/", host: str | None = None) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path, headers={"Host": host if host is not None else f"127.0.0.1:{port}"})
    response = connection.getresponse()
    answer = Answer(response.status, response.read().decode(), response.headers["Content-Type"])
    connection.close()
    return answer


def shows(port: int, text: str) -> bool:
    """Whether the first page says something."""
    return text in ask(port).text


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.02)


class Running:
    """A preview in a thread of its own, in a folder with one record."""

    def __init__(
        self, folder: Path, text: str, mount_path: str = "/", at_once: AtOnce = nothing_at_once
    ) -> None:
        self.at_once = at_once
        self.record = folder / "data" / "a.yml"
        self.record.parent.mkdir()
        self.record.write_text(text, encoding="utf-8")
        self.said: list[str] = []
        self.problems: list[Problem] = []
        self.port = free_port()
        self.thread = threading.Thread(target=self._serve, args=(mount_path,))

    def _serve(self, mount_path: str) -> None:
        self.problems = serve(
            build_once(self.record),
            [self.record.parent, self.record.parent / "not-there"],
            announce=self.said.append,
            translate=translate,
            port=self.port,
            mount_path=mount_path,
            at_once=self.at_once,
        )

    def write(self, text: str) -> None:
        told = len(self.said)
        self.record.write_text(text, encoding="utf-8")
        until(lambda: len(self.said) > told)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Running]]:
    servers: list[PreviewServer] = []
    running: list[Running] = []

    class Noted(PreviewServer):
        def run(self, watched: Sequence[Path]) -> None:
            servers.append(self)
            super().run(watched)

    monkeypatch.setattr("bantin.site.preview.PreviewServer", Noted)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def starting(
        text: str, mount_path: str = "/", built: bool = True, at_once: AtOnce = nothing_at_once
    ) -> Running:
        one = Running(tmp_path, text, mount_path, at_once)
        one.thread.start()
        running.append(one)
        until(lambda: len(one.said) >= (2 if built else 1))
        return one

    yield starting
    for server in servers:
        server.shutdown()
    for one in running:
        one.thread.join(PATIENCE)
        assert not one.thread.is_alive()
    assert not list(tmp_path.glob("bantin-*")), "what was built for the preview is gone"


def epoch(page: str) -> int:
    found = re.search(r"livereload\((\d+), \d+\)", page)
    assert found, "every page of the preview reloads by itself"
    return int(found[1])


def test_good_then_broken_then_mended(start: Callable[..., Running]) -> None:
    running = start("một")
    good = ask(running.port)
    assert (good.status, "<p>một</p>" in good.text) == (200, True)
    running.write("wrong")
    for path in ("/", "/tin/2024/11/x/", "/assets/a.css", "/khong-co/"):
        broken = ask(running.port, path)
        assert broken.status == 503
        assert broken.kind == "text/html; charset=utf-8"
        assert "&lt;b&gt;sai&lt;/b&gt; &amp; “lạ”" in broken.text
        assert "<h1>Chưa dựng được trang</h1>" in broken.text
        assert '<html lang="vi">' in broken.text
    assert MISTAKE in running.said
    waiting = f"/livereload/{epoch(broken.text)}/1"
    running.record.write_text("hai", encoding="utf-8")
    assert int(ask(running.port, waiting).text) > epoch(broken.text), (
        "the page of mistakes reloads when mended"
    )
    mended = ask(running.port)
    assert (mended.status, "<p>hai</p>" in mended.text) == (200, True)
    assert epoch(mended.text) > epoch(good.text)


@pytest.mark.slow
def test_what_was_changed_is_shown_at_once_and_all_else_follows(start: Callable[..., Running]) -> None:
    quick: list[dict[str, bytes]] = [{"index.html": b"<html><body>at once</body></html>"}]
    running = start("one", at_once=lambda changed: quick.pop())
    first = epoch(ask(running.port).text)
    running.write("slow")
    until(lambda: "at once" in ask(running.port).text)
    second = epoch(ask(running.port).text)
    until(lambda: "<p>slow</p>" in ask(running.port).text)
    assert first < second < epoch(ask(running.port).text), "browsers load it again, twice"


@pytest.mark.slow
def test_a_change_while_all_is_built_is_built_as_well(start: Callable[..., Running]) -> None:
    running = start("one", at_once=lambda changed: {"x.html": b"<html><body>at once</body></html>"})
    running.write("slow")
    running.write("last")
    until(lambda: "<p>last</p>" in ask(running.port).text)


def test_what_cannot_be_shown_at_once_is_built(start: Callable[..., Running]) -> None:
    def failing(changed: object) -> dict[str, bytes]:
        raise KeyError("x")

    running = start("one", at_once=failing)
    running.write("two")
    assert "<p>two</p>" in ask(running.port).text
    running.write("wrong")
    assert ask(running.port).status == 503


@pytest.mark.slow
def test_mistakes_that_the_whole_finds_replace_what_was_shown(start: Callable[..., Running]) -> None:
    running = start("one", at_once=lambda changed: {"index.html": b"<html><body>at once</body></html>"})
    running.write("wrong")
    until(lambda: ask(running.port).status == 503)
    running.write("two")
    until(lambda: ask(running.port).status == 200)
    assert "<p>two</p>" in ask(running.port).text


def test_a_first_build_that_fails_starts_all_the_same(start: Callable[..., Running]) -> None:
    running = start("wrong")
    assert ask(running.port).status == 503
    running.write("một")
    assert ask(running.port).status == 200


@pytest.mark.slow
def test_a_failure_of_the_program_is_shown_and_survived(start: Callable[..., Running]) -> None:
    running = start("bug")
    assert "RuntimeError: lỗi của chương trình" in ask(running.port).text
    running.write("một")
    assert ask(running.port).status == 200


@pytest.mark.slow
def test_only_the_names_of_this_machine_are_answered(start: Callable[..., Running]) -> None:
    running = start("một")
    for host in ("evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "10.0.0.1"):
        for path in ("/", "/livereload/0/1"):
            assert ask(running.port, path, host).status == 403
    for host in ("localhost", f"localhost:{running.port}", "127.0.0.1", "LOCALHOST"):
        assert ask(running.port, "/", host).status == 200
    running.write("wrong")
    assert ask(running.port, "/", "evil.example").status == 403


@pytest.mark.slow
def test_it_listens_on_this_machine_only(start: Callable[..., Running]) -> None:
    running = start("một")
    with socket.socket() as other:
        other.settimeout(2)
        assert other.connect_ex(("127.0.0.2", running.port)) != 0


@pytest.mark.slow
def test_whoever_asks_before_the_first_build_is_done_waits(start: Callable[..., Running]) -> None:
    running = start("slow", built=False)
    assert "<p>slow</p>" in ask(running.port).text


@pytest.mark.slow
def test_lost_addresses_show_the_page_of_the_site(
    start: Callable[..., Running], caplog: pytest.LogCaptureFixture
) -> None:
    running = start("một")
    lost = ask(running.port, "/khong-co/")
    assert (lost.status, "lạc đường" in lost.text) == (404, True)
    assert ask(running.port, "/../../../../etc/passwd").status == 404
    assert caplog.records == []


@pytest.mark.slow
def test_the_site_may_stand_below_a_path(start: Callable[..., Running]) -> None:
    running = start("một", mount_path="/ban-tin/")
    assert ask(running.port, "/ban-tin/").status == 200
    assert running.said[0].count(f"http://127.0.0.1:{running.port}/ban-tin/") == 1


def test_a_port_that_is_taken_is_a_problem(tmp_path: Path) -> None:
    said: list[str] = []
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        problems = serve(
            lambda site: Preview(), [tmp_path], announce=said.append, translate=translate, port=port
        )
    assert [problem.rule for problem in problems] == ["port-taken"]
    assert problems[0].message.gaps == (("port", port),)
    assert said == []


@pytest.mark.slow
def test_without_a_wish_the_next_free_port_is_taken(
    start: Callable[..., Running], monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setattr("bantin.site.preview.FIRST_PORT", port)
        monkeypatch.setattr(f"{__name__}.free_port", lambda: None)
        running = start("một")
    used = int(running.said[0].split("127.0.0.1:")[1].split("/")[0])
    assert port < used < port + 20
    assert ask(used).status == 200


PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever starts the tests may ignore it
import sys, pathlib
from bantin.site.preview import Preview, serve
def build_once(site):
    site.mkdir()
    (site / "index.html").write_text("x")
    return Preview()
problems = serve(build_once, [pathlib.Path(".")], announce=lambda text: print(text, flush=True),
                 translate=str, port=int(sys.argv[1]))
print("ended", problems, flush=True)
"""


@pytest.mark.slow
def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    port, project, temporary = free_port(), tmp_path / "project", tmp_path / "temporary"
    project.mkdir()
    temporary.mkdir()
    program = started_preview(PROGRAM, port, project, temporary)
    assert ask(port).status == 200
    assert ask(port, "/khong-co/").status == 404
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=PATIENCE)
    assert (out, err, program.returncode) == ("ended []\n", "", 0)
    assert [*temporary.iterdir(), *project.iterdir()] == []
