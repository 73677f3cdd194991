"""The package as it is installed: complete, and working away from the repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from bantin import __version__
from tests.setup.places import ROOT, project_files

BUILT_FROM = ("bantin", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    """The wheel, built from a copy of the tracked files, without network."""
    folder = tmp_path_factory.mktemp("bản sao")
    copy_files(folder, *BUILT_FROM)
    build = (
        "-m",
        "pip",
        "-qq",
        "wheel",
        "--no-index",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        "wheels",
        ".",
    )
    subprocess.run([sys.executable, *build], cwd=folder, stdin=subprocess.DEVNULL, check=True)
    (file,) = (folder / "wheels").iterdir()
    with ZipFile(file) as opened:
        yield opened


def copy_files(folder: Path, *patterns: str) -> None:
    for path in project_files(*patterns):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, folder / path)


@pytest.mark.slow
def test_everything_below_the_package_is_in_the_wheel_and_nothing_else(wheel: ZipFile) -> None:
    description = f"bantin-{__version__}.dist-info/"
    inside = {name for name in wheel.namelist() if not name.startswith(description)}
    assert inside == {path.as_posix() for path in project_files("bantin")}
    assert f"{description}licenses/LICENSE" in wheel.namelist()
    assert wheel.read(f"{description}entry_points.txt").decode().split() == [
        "[console_scripts]",
        "bantin=bantin.cli:main",
    ]


@pytest.mark.slow
def test_the_wheel_builds_a_project_that_lies_elsewhere(wheel: ZipFile, tmp_path: Path) -> None:
    wheel.extractall(tmp_path / "installed")
    copy_files(tmp_path / "project", "data", "content", "mkdocs.yml")
    installed = str(tmp_path / "installed")
    start = f"import sys; sys.path.insert(0, {installed!r}); from bantin.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-I", "-c", start, "build"],
        cwd=tmp_path / "project",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "project" / "site" / "index.html").is_file()
