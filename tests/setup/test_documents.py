"""What the documents tell people to type exists, and what they point to is there."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from bantin.cli import main
from bantin.cli.commands import bantin_command
from bantin.dataset.aspects import Aspect
from bantin.dataset.records.observations import Force
from bantin.problems.catalogues import translator
from bantin.problems.show import as_text
from bantin.way import check
from tests.golden.cases import cases
from tests.setup.places import ROOT, project_files

DOCUMENTS = project_files("*.md", ":!tests", ":!content", ":!data")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
FLAGS = re.MULTILINE | re.DOTALL
FENCED = re.compile(r"^```(?:sh|bat)\n(.*?)^```$", FLAGS)
INLINE = re.compile(r"`((?:make|bantin) [^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PROGRAM = re.compile(r"^(?:\.venv[\\/](?:bin|Scripts)[\\/])?bantin(?: |$)")


def commands(text: str) -> list[str]:
    """The commands in a document, without comments, one each."""
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    return [
        command.partition(" #")[0].strip() for command in (*lines, *INLINE.findall(text)) if command.strip()
    ]


ALL = [
    (path, command) for path in DOCUMENTS for command in commands((ROOT / path).read_text(encoding="utf-8"))
]


def test_there_are_commands_to_look_at() -> None:
    readme = [command for path, command in ALL if path == Path("README.md")]
    assert readme[:2] == ["make site", "make test"]
    assert len(readme) > 15


@pytest.mark.parametrize(("path", "command"), ALL, ids=[f"{path}: {command}" for path, command in ALL])
def test_a_command_exists(path: Path, command: str) -> None:
    words = re.sub(r'"[^"]*"', "TEXT", command).split()
    while "=" in words[0]:
        words.pop(0)
    if words[0] == "make":
        goals = [word for word in words[1:] if "=" not in word]
        assert set(goals) <= TARGETS
    elif PROGRAM.match(command):
        assert_bantin_takes(words[1:])
    else:
        assert_known(words)


def assert_bantin_takes(words: list[str]) -> None:
    """The words name a command, the arguments it takes, and options it has."""
    command: click.Command = bantin_command(lambda message: message.sentence)
    taken = 0
    for word in words:
        if word.startswith("--"):
            assert word in {name for option in command.params for name in option.opts} | {"--help"}
        elif isinstance(command, click.Group) and word in command.commands:
            command = command.commands[word]
        elif taken < sum(isinstance(parameter, click.Argument) for parameter in command.params):
            taken += 1
        else:
            assert words[words.index(word) - 1].startswith("--"), word


def assert_known(words: list[str]) -> None:
    """Python's own installer with files that are there, or git."""
    assert words[0] in {"py", "python3", "git", r".venv\Scripts\python", ".venv/bin/python"}
    for word in words:
        if word.startswith(("requirements", "tests")):
            assert (ROOT / word.replace("\\", "/")).exists()


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_what_a_document_links_to_is_there(path: Path) -> None:
    for address in LINK.findall((ROOT / path).read_text(encoding="utf-8")):
        if not re.match(r"https?:|mailto:|#", address):
            assert (ROOT / path.parent / address.partition("#")[0]).exists(), address


def test_the_layout_in_the_readme_is_that_of_the_folder() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme[readme.index("build_site.py  ") :].partition("```")[0]
    outer = set(re.findall(r"^([\w.]+)/? ", shown, re.MULTILINE))
    stages = re.findall(r"^  (\w+)/ ", shown, re.MULTILINE)
    assert all((ROOT / name).exists() for name in outer)
    folders = {path.parts[1] for path in project_files("bantin") if len(path.parts) > 2}
    assert set(stages) == folders


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the example project, of which nothing has been published yet."""
    for path in project_files("data", "content", "mkdocs.yml"):
        if "published" in path.parts:
            continue
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    return tmp_path


def test_the_records_in_the_handbook_pass_the_check(project: Path) -> None:
    shown = [
        record
        for path in project_files("docs/handbook")
        for record in re.findall(
            r"^```yaml\n# (data/\S+)\n(.*?)^```$", (ROOT / path).read_text("utf-8"), FLAGS
        )
    ]
    for name, text in shown:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    assert len(shown) >= 3
    assert [(problem.location.file, problem.rule) for problem in check(project, now=NOW).problems] == []


def test_the_message_in_the_handbook_is_what_the_program_says(project: Path) -> None:
    record = project / "data/results/2019/ket-qua-2019.yml"
    record.write_text(record.read_text("utf-8").replace("actual: 22\n", "actual: 23\n"), encoding="utf-8")
    checked = check(project, now=NOW)
    (said,) = (as_text(problem, checked.lines, translator("vi")).plain for problem in checked.problems)
    assert f"```\n{said}\n```" in (ROOT / "docs/handbook/thong-bao.md").read_text(encoding="utf-8")


def test_the_answers_in_the_handbook_are_what_the_program_says(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each answer of ``bantin trace`` in the handbook has lines of the real one, in its order.

    The last is told of the project with corrections.
    """
    [corrections] = (case for case in cases() if case.name == "dinh-chinh")
    corrected = (corrections.copied_to(project / "corrected"), corrections.now)
    text = (ROOT / "docs/handbook/truy-nguon.md").read_text("utf-8")
    shown = re.findall(r"^```bat\nbantin trace (\S+)\n```\n\n```\n(.*?)^```$", text, FLAGS)
    told_of = ((project, NOW), (project, NOW), corrected)
    for (question, answer), (folder, now) in zip(shown, told_of, strict=True):
        assert main(["trace", question, "--project", str(folder), "--now", now.isoformat()]) == 0
        said = iter(capsys.readouterr().out.splitlines())
        assert [line for line in answer.splitlines() if line not in said] == []


def test_the_handbook_names_every_aspect_and_every_force() -> None:
    handbook = "".join((ROOT / path).read_text(encoding="utf-8") for path in project_files("docs/handbook"))
    assert [aspect for aspect in Aspect if f".{aspect})`" not in handbook] == []
    assert [force for force in Force if f"`{force}`" not in handbook] == []
