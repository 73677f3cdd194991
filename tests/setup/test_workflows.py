"""The workflows an organisation takes as they are: sound, sparing with rights, and their commands work."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.setup.places import ROOT, project_files

# "on" is a boolean to YAML 1.1, which GitHub's reader is not
GITHUB: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github/workflows/bulletins.yml").read_text(encoding="utf-8")
)
SHARDS: dict[Any, Any] = yaml.safe_load((ROOT / "docs/examples/shards.yml").read_text(encoding="utf-8"))
GITLAB: dict[str, Any] = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
INSTALL = [
    "pip install --require-hashes -r requirements/runtime.txt",
    "pip install --no-deps --no-build-isolation .",
]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a step left: exit code, what it printed, and the outputs it set."""

    code: int
    printed: str
    outputs: dict[str, str]


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs the commands of a workflow in a copy of the project; ``pip`` only notes how it was called."""

    project: Path
    programs: Path

    def run(self, script: str, **more: str) -> Ran:
        output = self.programs / "output"
        output.write_text("", encoding="utf-8")
        path = f"{self.programs}:/usr/bin:/bin"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.project,
            env={"PATH": path, "LANG": "C.UTF-8", "GITHUB_OUTPUT": str(output), **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        set_outputs = dict(line.split("=", 1) for line in output.read_text(encoding="utf-8").splitlines())
        return Ran(done.returncode, done.stdout + done.stderr, set_outputs)

    def installed(self) -> list[str]:
        return (self.programs / "pip.log").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    project, programs = tmp_path / "dự án", tmp_path / "programs"
    for path in project_files("data", "content", "mkdocs.yml", "requirements", "pyproject.toml"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, project / path)
    programs.mkdir()
    add(programs, "pip", f'echo "pip $*" >>"{programs}/pip.log"')
    add(programs, "bantin", f'PYTHONPATH="{ROOT}" exec "{sys.executable}" -m bantin "$@"')
    return Runner(project, programs)


def add(programs: Path, name: str, does: str) -> None:
    program = programs / name
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(0o755)


def steps(job: str) -> Iterator[dict[str, Any]]:
    yield from GITHUB["jobs"][job]["steps"]


def script(job: str, name: str) -> str:
    (found,) = (step["run"] for step in steps(job) if step.get("name") == name)
    assert "${{" not in found, "an expression inside a script lets a name become a command"
    return str(found)


def all_steps() -> list[dict[str, Any]]:
    return [step for job in GITHUB["jobs"] for step in steps(job)]


@pytest.mark.parametrize("file", [".github/workflows/bulletins.yml", "docs/examples/shards.yml"])
def test_actions_are_pinned_by_commit_with_the_release_beside_them(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    used = [step["uses"] for job in jobs for step in job["steps"] if "uses" in step]
    pinned = re.findall(r"uses: (actions/[a-z/-]+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$", text, re.MULTILINE)
    assert sorted(used) == sorted(pinned) and used


def test_rights_are_given_only_where_they_are_needed() -> None:
    assert GITHUB["permissions"] == {"contents": "read"}
    given = {name: job["permissions"] for name, job in GITHUB["jobs"].items() if "permissions" in job}
    assert given == {"publish": {"pages": "write", "id-token": "write"}}
    assert "pull_request_target" not in GITHUB[True]
    for step in all_steps():
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_each_job_ends_by_itself() -> None:
    jobs = [*GITHUB["jobs"].values(), GITLAB["check"], GITLAB["pages"]]
    assert all("timeout-minutes" in job or "timeout" in job for job in jobs)


def test_what_is_run_where() -> None:
    assert set(GITHUB[True]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    assert GITHUB[True]["push"] == {"branches": ["main"]}
    assert GITHUB["jobs"]["check"]["if"] == "github.event_name == 'pull_request'"
    assert GITHUB["jobs"]["build"]["if"] == "github.event_name != 'pull_request'"
    assert GITHUB["jobs"]["publish"]["needs"] == "build"


def test_each_script_has_its_test() -> None:
    named = {(job, step["name"]) for job in GITHUB["jobs"] for step in steps(job) if "run" in step}
    assert named == {
        ("check", "Cài chương trình"),
        ("check", "Kiểm tra bản ghi"),
        ("check", "Dựng thử"),
        ("build", "Xem có gì cần công bố không"),
        ("build", "Cài chương trình"),
        ("build", "Dựng trang"),
        ("publish", "Ghi lại lần công bố này"),
    }


@pytest.mark.parametrize("job", ["check", "build"])
def test_github_installs_what_is_locked(runner: Runner, job: str) -> None:
    assert runner.run(script(job, "Cài chương trình")).code == 0
    assert runner.installed() == INSTALL


def test_gitlab_installs_what_is_locked(runner: Runner) -> None:
    assert runner.run("\n".join(GITLAB["default"]["before_script"])).code == 0
    assert runner.installed() == INSTALL


@pytest.mark.slow
def test_the_check_of_sound_records_passes(runner: Runner) -> None:
    ran = runner.run(script("check", "Kiểm tra bản ghi"))
    assert ran.code == 0, ran.printed
    assert "::error" not in ran.printed


def break_a_sum(project: Path) -> None:
    record = project / "data/results/2019/ket-qua-2019.yml"
    text = record.read_text(encoding="utf-8")
    assert "khien-trach: 16" in text
    record.write_text(text.replace("khien-trach: 16", "khien-trach: 15"), encoding="utf-8")


@pytest.mark.slow
def test_the_check_of_broken_records_fails_with_an_annotation_at_the_place(runner: Runner) -> None:
    break_a_sum(runner.project)
    ran = runner.run(script("check", "Kiểm tra bản ghi"))
    assert ran.code == 1
    assert "::error file=data/results/2019/ket-qua-2019.yml,line=" in ran.printed


@pytest.mark.slow
def test_gitlab_checks_in_words(runner: Runner) -> None:
    break_a_sum(runner.project)
    ran = runner.run(GITLAB["check"]["script"][0])
    assert ran.code == 1
    assert "data/results/2019/ket-qua-2019.yml:" in ran.printed


@pytest.mark.slow
def test_what_is_uploaded_is_the_site(runner: Runner) -> None:
    ran = runner.run(script("build", "Dựng trang"))
    assert ran.code == 0, ran.printed
    (uploaded,) = (step["with"]["path"] for step in steps("build") if "upload-pages" in step.get("uses", ""))
    assert (runner.project / uploaded / "index.html").is_file()
    assert not any(path.is_symlink() for path in (runner.project / uploaded).rglob("*"))
    assert ran.outputs == {"due": "nothing", "built": "yes"}
    assert json.loads((runner.project / "report.json").read_text(encoding="utf-8"))["next_due"] is None


@pytest.mark.slow
def test_gitlab_publishes_the_folder_it_built(runner: Runner) -> None:
    ran = runner.run("\n".join(GITLAB["pages"]["script"]))
    assert ran.code == 0, ran.printed
    assert GITLAB["pages"]["artifacts"]["paths"] == ["public"]
    assert (runner.project / "public" / "index.html").is_file()
    assert GITLAB["check"]["script"][1:] == GITLAB["pages"]["script"] == [script("check", "Dựng thử")]


@pytest.mark.slow
def test_a_build_that_fails_publishes_nothing(runner: Runner) -> None:
    break_a_sum(runner.project)
    ran = runner.run(script("build", "Dựng trang"))
    assert ran.code == 1
    assert ran.outputs == {}


def test_the_next_due_instant_is_taken_from_the_report(runner: Runner) -> None:
    add(runner.programs, "bantin", 'echo \'{\n  "site": "x",\n  "next_due": "2026-11-30T08:00+07:00"\n}\'')
    assert runner.run(script("build", "Dựng trang")).outputs["due"] == "2026-11-30T08:00+07:00"


@pytest.mark.parametrize(
    ("published", "due", "built"),
    [
        (None, "", True),
        ("abc0", "nothing", True),
        ("abc1", "2020-01-01T00:00+07:00", True),
        ("abc1", "2999-01-01T00:00+07:00", False),
        ("abc1", "nothing", False),
    ],
    ids=["never published", "another commit published", "due", "due later", "nothing due"],
)
def test_a_scheduled_run_builds_only_what_is_due(
    runner: Runner, published: str | None, due: str, built: bool
) -> None:
    if published:
        note = script("publish", "Ghi lại lần công bố này")
        assert runner.run(note, DUE=due, GITHUB_SHA=published).code == 0
    ran = runner.run(script("build", "Xem có gì cần công bố không"), GITHUB_SHA="abc1")
    assert (ran.code, ran.printed) == (0, "")
    assert ran.outputs == ({"build": "yes"} if built else {})
    waiting = [step.get("if") for step in list(steps("build"))[3:]]
    assert set(waiting) == {"steps.due.outputs.build == 'yes'"}


def test_runs_that_publish_do_so_one_after_the_other() -> None:
    assert GITHUB["concurrency"] == {
        "group": "${{ github.event_name == 'pull_request' && github.ref || 'publish' }}",
        "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
    }


def test_what_is_kept_between_runs_is_what_was_published() -> None:
    kept = [step["with"] for step in all_steps() if "actions/cache/" in step.get("uses", "")]
    assert [given["path"] for given in kept] == ["published.txt", "published.txt"]
    assert kept[0]["key"] == kept[1]["key"] and kept[1]["key"].startswith(kept[0]["restore-keys"])


def test_the_scripts_run_with_the_shell_they_were_tested_with() -> None:
    assert GITHUB["defaults"] == {"run": {"shell": "bash"}}


@pytest.mark.slow
def test_years_that_are_made_by_themselves_are_put_together(runner: Runner) -> None:
    assert SHARDS["permissions"] == {"contents": "read"}
    assert SHARDS["jobs"]["build"]["needs"] == "shard"
    shard, build = ([step for step in job["steps"] if "run" in step] for job in SHARDS["jobs"].values())
    assert all(steps[0]["run"].strip().split("\n") == INSTALL for steps in (shard, build))
    for year in SHARDS["jobs"]["shard"]["strategy"]["matrix"]["year"]:
        ran = runner.run(shard[1]["run"], YEAR=str(year))
        assert ran.code == 0, ran.printed
        shutil.move(runner.project / "build" / "cache", runner.project / "shards" / f"shard-{year}")
    ran = runner.run(build[1]["run"])
    assert ran.code == 0, ran.printed
    assert (runner.project / "public" / "index.html").is_file()
