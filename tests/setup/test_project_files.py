"""What must never stand in the project's files, and what must not be left out of them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.setup.places import ROOT, project_files

# put together here, so that this file does not hold what it looks for
HOSTS = re.compile(
    "|".join(name + r"\." + end for name, end in (("pypi", "org"), ("pythonhosted", "org"))) + "|npm" + "js"
)
MACHINE_PATH = re.compile(
    r"(^|[^A-Za-z0-9_.-])/(" + "|".join(("work", "farm", "root", "tmp")) + r")/[A-Za-z.]"
)
CRLF = {".csv"}
"""Files beside pages whose lines end as their standard says, RFC 4180."""

UNREADABLE = {".png", ".jpg", ".webp", ".ico", ".woff2", ".ttf"}


def texts() -> list[tuple[str, str]]:
    return [
        (str(path), (ROOT / path).read_text(encoding="utf-8", errors="replace"))
        for path in project_files()
        if path.suffix not in UNREADABLE
    ]


@pytest.mark.parametrize("pattern", [HOSTS, MACHINE_PATH], ids=["registry host", "machine path"])
def test_no_file_names_a_registry_or_a_place_on_a_machine(pattern: re.Pattern[str]) -> None:
    read = texts()
    assert len(read) > 50
    found = [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in read
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def test_git_ignores_nothing_that_belongs_to_the_package() -> None:
    wanted = [
        str(path.relative_to(ROOT))
        for folder in ("bantin", "tests", "benchmarks", "data", "content", "docs")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
    ]
    ignored = subprocess.run(
        ["git", "check-ignore", "--stdin", "--no-index"],
        cwd=ROOT,
        input="\n".join(wanted),
        capture_output=True,
        text=True,
        check=False,
    )
    assert len(wanted) > 50
    assert ignored.stdout.splitlines() == []


def test_what_is_made_is_ignored() -> None:
    made = ["site", "build/x.md", ".venv/bin/python", "bantin/__pycache__/x.pyc", ".hypothesis/x"]
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", *made], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ignored.stdout.splitlines() == made


def test_lines_end_the_same_way_everywhere() -> None:
    crlf = [
        str(path)
        for path in project_files()
        if path.suffix not in UNREADABLE
        and "hostile" not in path.parts
        and _returns(path) != ((ROOT / path).read_bytes().count(b"\n") if _is_beside(path) else 0)
    ]
    assert crlf == []


def _returns(path: Path) -> int:
    return (ROOT / path).read_bytes().count(b"\r")


def _is_beside(path: Path) -> bool:
    """Whether it is an accepted file of a kind whose lines end with a return and a new line."""
    return path.suffix in CRLF and "expected" in path.parts
