"""A build of what has not changed makes nothing and tells the same; any change is noticed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bantin.built import Built
from bantin.cli import main
from bantin.last_build import inputs_of, last_build, remember
from bantin.problems import Silence
from bantin.problems.form import Form
from bantin.problems.show import show
from bantin.site.policy import NGINX_FILE
from bantin.way import build
from tests.golden.cases import Case, cases

pytestmark = pytest.mark.slow

STATE = Path("build/cache/last-build.json")
RESULT = Path("data/results/2019/ket-qua-2019.yml")


@pytest.fixture(scope="module")
def kept(example: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built twice: the first build enters what is published, the second one nothing."""
    folder = example.copied_to(tmp_path_factory.mktemp("kept") / "project")
    for _ in range(2):
        assert build(folder, now=example.now, report=Silence()).site
    return folder


@pytest.fixture
def project(kept: Path, example: Case, tmp_path: Path) -> Path:
    """The same in a place of its own, built there."""
    folder = tmp_path / "project"
    shutil.copytree(kept, folder, symlinks=True)
    assert build(folder, now=example.now, report=Silence()).site
    assert last_build(folder, example.now, "mkdocs")
    return folder


def rewritten(path: str, old: str, new: str) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return change


def same_size_and_time(project: Path) -> None:
    """Another digit in a record, with the time of the file set back."""
    told = (project / RESULT).stat()
    rewritten(str(RESULT), "22", "23")(project)
    os.utime(project / RESULT, ns=(told.st_atime_ns, told.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word of a record": rewritten(str(RESULT), "cấp ủy", "Cấp ủy"),
    "a digit, unseen": same_size_and_time,
    "a new file": lambda project: (project / "data/results/2019/x.yml").write_text("format: 1\n"),
    "a file gone": lambda project: (project / RESULT).unlink(),
    "a file renamed": lambda project: (project / RESULT).rename(project / "data/results/2019/y.yml"),
    "who may read": lambda project: (project / RESULT).chmod(0o600),
    "a page written by hand": lambda project: (project / "content/gioi-thieu.md").write_text("# X\n"),
    "a new photo": lambda project: (project / "content/x.jpg").write_bytes(b"x"),
    "the engine's settings": rewritten("mkdocs.yml", "language: vi", "language: vi  # "),
    "what was published": lambda project: next((project / "data/published").iterdir()).unlink(),
    "a page of the site": lambda project: (project / "site/index.html").write_text("x"),
    "a page lost": lambda project: (project / "site/index.html").unlink(),
    "a stranger in the site": lambda project: (project / "site/x.html").write_text("x"),
    "the site": lambda project: (project / "site").unlink(),
    "the ledger that questions are answered from": lambda project: shutil.rmtree(
        (project / "build/pages").resolve().parent / "ledger"
    ),
    "what a web server is set up with": lambda project: (project / "build/pages" / NGINX_FILE).unlink(),
    "the link to it": lambda project: (project / "build/pages").unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_any_change_is_noticed(name: str, project: Path, example: Case) -> None:
    CHANGES[name](project)
    assert last_build(project, example.now, "mkdocs") is None


NOT_OURS = ["", "{", "[]", "{}", "null", '{"form": 1}', "\ud800", "[" * 100_000]


@pytest.mark.parametrize("text", NOT_OURS, ids=lambda text: repr(text[:9]))
def test_what_was_not_written_here_is_not_believed(text: str, project: Path, example: Case) -> None:
    (project / STATE).write_text(text, "utf-8", errors="surrogatepass")
    assert last_build(project, example.now, "mkdocs") is None


@pytest.mark.parametrize("key", ["form", "engine", "inputs", "release", "span", "told"])
def test_nor_what_lacks_a_part(key: str, project: Path, example: Case) -> None:
    told = json.loads((project / STATE).read_text("utf-8"))
    del told[key]
    (project / STATE).write_text(json.dumps(told), "utf-8")
    assert last_build(project, example.now, "mkdocs") is None


WARNING: list[object] = ["rule", ["data/x.yml", 1, 1, 1], ["words", [], None], [], None, "warning", []]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("pages", float("inf")),
        ("next_due", "2026-11-22T08:00:00"),
        ("problems", [[*WARNING[:5], "error", []]]),
        ("problems", [[WARNING[0], ["data/x.yml", "y", 1, 1], *WARNING[2:]]]),
        ("problems", [[WARNING[0], ["/etc/passwd", 1, 1, 1], *WARNING[2:]]]),
        ("problems", [[WARNING[0], ["data/../../x", 1, 1, 1], *WARNING[2:]]]),
    ],
)
def test_nor_what_no_build_would_tell(key: str, value: object, project: Path, example: Case) -> None:
    state = json.loads((project / STATE).read_text("utf-8"))
    state["told"]["problems"] = [WARNING]
    (project / STATE).write_text(json.dumps(state), "utf-8")
    assert last_build(project, example.now, "mkdocs")
    state["told"][key] = value
    (project / STATE).write_text(json.dumps(state), "utf-8")
    assert last_build(project, example.now, "mkdocs") is None


def test_a_build_that_another_one_has_overtaken_is_not_remembered(project: Path, example: Case) -> None:
    (project / STATE).unlink()
    built = build(project, now=example.now, report=Silence())
    release = (project / "site").resolve().parent.name
    span = (example.now, example.now + timedelta(hours=1))
    (project / STATE).unlink()
    remember(project, "mkdocs", inputs_of(project), built, span, f"not-{release}")
    assert not (project / STATE).exists()
    remember(project, "mkdocs", inputs_of(project), built, span, release)
    assert last_build(project, example.now, "mkdocs")


def test_nothing_is_left_where_it_cannot_be_kept(project: Path, example: Case) -> None:
    (project / STATE).unlink()
    (project / STATE).mkdir()
    build(project, now=example.now, report=Silence())
    assert [file.name for file in (project / STATE).parent.glob("last-build*")] == ["last-build.json"]


def test_it_holds_for_the_same_engine_and_the_same_day(project: Path, example: Case) -> None:
    assert last_build(project, example.now, "zensical") is None
    assert last_build(project, example.now - timedelta(seconds=1), "mkdocs") is None
    assert last_build(project, example.now + timedelta(seconds=1), "mkdocs")
    assert last_build(project, example.now + timedelta(days=1), "mkdocs") is None


def test_it_holds_until_something_is_due(tmp_path: Path) -> None:
    case = next(case for case in cases() if case.name == "rut-bai")
    project = case.copied_to(tmp_path / "project")
    now = case.now - timedelta(days=365)
    while True:
        for _ in range(2):
            built = build(project, now=now, report=Silence())
        if built.next_due is None or built.next_due - now < timedelta(days=1):
            break
        now = built.next_due - timedelta(seconds=1)
    assert built.next_due
    assert last_build(project, built.next_due - timedelta(milliseconds=1), "mkdocs")
    assert last_build(project, built.next_due, "mkdocs") is None


def told(built: Built) -> list[str]:
    return [show(built.problems, built.lines, lambda text: text, form).plain for form in Form]


@pytest.mark.parametrize("case", [case for case in cases() if case.name != "example"], ids=str)
def test_the_same_is_told_again(case: Case, tmp_path: Path) -> None:
    project = case.copied_to(tmp_path / "project")
    for _ in range(2):
        first = build(project, now=case.now, report=Silence())
    again = last_build(project, case.now, "mkdocs")
    if first.site is None:
        assert again is None
        return
    assert again and again.again
    assert told(again) == told(first)
    for name in ("summary", "site", "next_due", "pages"):
        assert str(getattr(again, name)) == str(getattr(first, name))


def test_the_command_says_so_and_makes_no_new_release(
    project: Path, example: Case, capsys: pytest.CaptureFixture[str]
) -> None:
    release = (project / "site").resolve().parent
    before = release.stat().st_mtime_ns
    arguments = ["build", "--project", str(project), "--now", example.now.isoformat(timespec="minutes")]
    assert main(arguments) == 0
    assert "không có gì thay đổi từ lần dựng trước" in capsys.readouterr().out
    assert release.stat().st_mtime_ns == before
