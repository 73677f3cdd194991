"""The scripts below requirements/: an environment made once, clear words where that cannot be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.setup.fake_programs import FakePrograms
from tests.setup.places import ROOT

# a Python that makes environments whose Python notes its calls
PYTHON = """
case "$*" in
    "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
esac
"""
INSTALL = "python -m pip -qq --disable-pip-version-check --no-input install"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The files the scripts read, in a folder whose name has spaces."""
    folder = tmp_path / "bản sao của tôi"
    shutil.copytree(ROOT / "requirements", folder / "requirements")
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def prepare(programs: FakePrograms, project: Path, packages: str, **more: str) -> str:
    done = programs.run(project / "requirements" / "prepare.sh", packages, PYTHON="python", **more)
    assert done.returncode == 0, done.stderr
    return done.stderr


def installs(programs: FakePrograms) -> list[str]:
    return [call.removeprefix(INSTALL).strip() for call in programs.calls() if call.startswith(INSTALL)]


EDITABLE = "--no-index --no-deps --no-build-isolation --editable ."


def test_the_first_run_installs_with_hashes_and_the_project_without_network(
    programs: FakePrograms, project: Path
) -> None:
    programs.add("python", PYTHON)
    said = prepare(programs, project, "runtime")
    assert installs(programs) == ["--require-hashes --requirement requirements/runtime.txt", EDITABLE]
    assert "requirements/runtime.txt" in said


def test_a_second_run_installs_nothing_and_says_nothing(programs: FakePrograms, project: Path) -> None:
    programs.add("python", PYTHON)
    prepare(programs, project, "runtime")
    programs.calls()
    assert prepare(programs, project, "runtime") == ""
    assert installs(programs) == []


def test_only_what_changed_is_installed_again(programs: FakePrograms, project: Path) -> None:
    programs.add("python", PYTHON)
    prepare(programs, project, "runtime")
    programs.calls()
    prepare(programs, project, "test")
    assert installs(programs) == ["--require-hashes --requirement requirements/test.txt"]
    with (project / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("# another\n")
    prepare(programs, project, "test")
    assert installs(programs) == [EDITABLE]


def test_what_failed_is_tried_again(programs: FakePrograms, project: Path) -> None:
    programs.add("python", PYTHON + 'case "$NETWORK $*" in down*--requirement*) exit 1 ;; esac')
    failed = programs.run(project / "requirements" / "prepare.sh", "runtime", PYTHON="python", NETWORK="down")
    assert failed.returncode == 1
    programs.calls()
    prepare(programs, project, "runtime")
    assert len(installs(programs)) == 2


def test_an_environment_that_was_moved_is_made_anew(programs: FakePrograms, project: Path) -> None:
    programs.add("python", PYTHON)
    prepare(programs, project, "runtime")
    moved = project.with_name("chỗ mới")
    project.rename(moved)
    programs.calls()
    prepare(programs, moved, "runtime")
    assert len(installs(programs)) == 2


def test_the_tool_that_locks_is_prepared_without_the_project(programs: FakePrograms, project: Path) -> None:
    programs.add("python", PYTHON)
    prepare(programs, project, "lock")
    assert installs(programs) == ["--require-hashes --requirement requirements/lock.txt"]


def test_an_older_python_is_refused_in_one_sentence(programs: FakePrograms, project: Path) -> None:
    programs.add("python", 'case "$*" in *version_info*) exit 1 ;; *python_version*) printf 3.9.2 ;; esac')
    done = programs.run(project / "requirements" / "prepare.sh", "runtime", PYTHON="python")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("Cần Python 3.11 trở lên, còn python ở đây là 3.9.2")
    assert not (project / ".venv").exists()


def test_a_missing_python_is_asked_for_in_one_sentence(programs: FakePrograms, project: Path) -> None:
    done = programs.run(project / "requirements" / "prepare.sh", "runtime")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("Không tìm thấy python3: cần Python 3.11 trở lên.")


def test_a_missing_part_of_python_is_asked_for(programs: FakePrograms, project: Path) -> None:
    programs.add("python", 'case "$*" in *ensurepip*) exit 1 ;; esac')
    programs.add("id", "echo 1000")
    done = programs.run(project / "requirements" / "prepare.sh", "runtime", PYTHON="python")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("Thiếu python3-venv (để tạo môi trường Python): nhờ quản trị viên")


def test_what_reads_documents_is_asked_for_once_where_it_is_missing(programs: FakePrograms) -> None:
    programs.add("id", "echo 1000")
    done = programs.run(ROOT / "requirements" / "poppler.sh")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith("Thiếu poppler-utils (để kiểm thử đọc lại bản PDF)")
    for name in ("pdftotext", "pdftoppm", "pdfinfo"):
        programs.add(name)
    assert programs.run(ROOT / "requirements" / "poppler.sh").returncode == 0


def chromium(programs: FakePrograms, **more: str) -> tuple[int, str, str]:
    done = programs.run(ROOT / "requirements" / "chromium.sh", **more)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_a_browser_that_is_there_is_taken(programs: FakePrograms, name: str) -> None:
    program = programs.add(name)
    assert chromium(programs) == (0, f"{program}\n", "")


def test_a_browser_that_is_named_comes_first(programs: FakePrograms) -> None:
    programs.add("chromium")
    named = programs.add("my chromium")
    assert chromium(programs, BANTIN_CHROMIUM=str(named)) == (0, f"{named}\n", "")


def test_a_missing_browser_is_asked_for_in_one_sentence(programs: FakePrograms) -> None:
    programs.add("id", "echo 1000")
    programs.add("apt-get")
    code, printed, said = chromium(programs)
    assert (code, printed, len(said.splitlines())) == (1, "", 1)
    assert said.startswith("Thiếu chromium (trình duyệt để kiểm thử")
    assert "apt-get" not in " ".join(programs.calls())


def test_a_missing_browser_is_installed_where_that_is_possible(programs: FakePrograms) -> None:
    programs.add("id", "echo 0")
    browser = programs.folder / "chromium"
    programs.add("apt-get", f'case "$*" in *install*) echo noise; cp "$0" "{browser}" ;; esac')
    code, printed, _ = chromium(programs)
    assert (code, printed) == (0, f"{browser}\n")
    assert programs.calls() == [
        "id -u",
        "apt-get -qq update",
        "apt-get -qq install --yes --no-install-recommends chromium",
    ]


def test_a_browser_that_cannot_be_installed_is_a_failure(programs: FakePrograms) -> None:
    programs.add("id", "echo 0")
    programs.add("apt-get", "exit 100")
    code, printed, _ = chromium(programs)
    assert (code, printed) == (100, "")


def test_nginx_is_taken_where_it_is_there_and_a_named_one_first(programs: FakePrograms) -> None:
    script, there, named = ROOT / "requirements" / "nginx.sh", programs.add("nginx"), programs.add("mine")
    assert programs.run(script).stdout == f"{there}\n"
    assert programs.run(script, BANTIN_NGINX=str(named)).stdout == f"{named}\n"


NPM = "mkdir -p node_modules/vnu-jar/build/dist"
CHECKER = ".venv/html-checker/node_modules/vnu-jar/build/dist/vnu.jar"


def html_checker(programs: FakePrograms, project: Path, **more: str) -> tuple[int, str, str]:
    done = programs.run(project / "requirements" / "html-checker.sh", **more)
    return done.returncode, done.stdout, done.stderr


def test_the_html_checker_is_installed_once_as_locked_and_runs_nothing(
    programs: FakePrograms, project: Path
) -> None:
    programs.add("java")
    programs.add("npm", NPM)
    for calls in (["npm ci --ignore-scripts --no-audit --no-fund"], []):
        assert html_checker(programs, project) == (0, f"{project / CHECKER}\n", "")
        assert programs.calls() == calls
    lock = project / "requirements" / "html-checker" / "package-lock.json"
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert html_checker(programs, project)[0] == 0
    assert len(programs.calls()) == 1


def test_an_html_checker_that_is_named_comes_first(programs: FakePrograms, project: Path) -> None:
    programs.add("java")
    assert html_checker(programs, project, BANTIN_HTML_CHECKER="my vnu.jar") == (0, "my vnu.jar\n", "")


@pytest.mark.parametrize(
    ("there", "asked_for"),
    [
        ("npm", "Thiếu default-jre-headless (để soát HTML"),
        ("java", "Thiếu npm (để cài chương trình soát HTML)"),
    ],
)
def test_what_the_html_checker_needs_is_asked_for_in_one_sentence(
    programs: FakePrograms, project: Path, there: str, asked_for: str
) -> None:
    programs.add(there)
    programs.add("id", "echo 1000")
    code, printed, said = html_checker(programs, project)
    assert (code, printed, len(said.splitlines())) == (1, "", 1)
    assert said.startswith(asked_for)


TYPES = ".venv/structured-data"


def structured_data(programs: FakePrograms, project: Path, **more: str) -> tuple[int, str, str]:
    done = programs.run(project / "requirements" / "structured-data.sh", **more)
    return done.returncode, done.stdout, done.stderr


def test_the_types_of_schema_org_are_installed_once_as_locked_and_run_nothing(
    programs: FakePrograms, project: Path
) -> None:
    programs.add("node")
    programs.add("npm")
    for calls in (["npm ci --ignore-scripts --no-audit --no-fund"], []):
        assert structured_data(programs, project) == (0, f"{project / TYPES}\n", "")
        assert programs.calls() == calls
    assert (project / TYPES / "package-lock.json").is_file()
    named = structured_data(programs, project, BANTIN_STRUCTURED_DATA="my types")
    assert named == (0, "my types\n", "")


@pytest.mark.parametrize("name", ["html-checker", "structured-data"])
def test_what_comes_from_npm_is_locked_with_hashes_and_names_no_registry(name: str) -> None:
    lock = json.loads((ROOT / "requirements" / name / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for place, package in lock["packages"].items() if place]
    assert packages and all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages)


def test_an_html_checker_that_cannot_be_installed_is_a_failure(programs: FakePrograms, project: Path) -> None:
    programs.add("java")
    programs.add("npm", "exit 7")
    assert html_checker(programs, project)[:2] == (7, "")
