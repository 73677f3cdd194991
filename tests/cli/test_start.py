"""A command loads what it needs and no more, so that "nothing has changed" is said before it is missed."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bantin.built import Built
from bantin.last_build import inputs_of, last_build, remember
from bantin.problems import say

DEAR = ("pydantic", "yaml", "mkdocs", "jinja2", "babel", "rich", "PIL", "openpyxl", "xlsxwriter")
STAGES = ("language", "dataset", "figures", "compose", "ledger", "outputs", "pages", "site", "release", "way")
OF_STAGES = tuple(f"bantin.{stage}" for stage in STAGES)

RUN = """
import sys
from bantin.cli import main
code = main(sys.argv[1:])
print(*sorted(sys.modules), sep="\\n", file=sys.stderr)
sys.exit(code)
"""


def loaded(*arguments: str) -> tuple[str, set[str]]:
    """What the command said, and the modules it has loaded."""
    ended = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return ended.stdout, set(ended.stderr.split())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose last build still holds."""
    release = tmp_path / "build" / "releases" / "1"
    (release / "site").mkdir(parents=True)
    (release / "site" / "index.html").write_text("x")
    (release / "manifest.json").write_text("{}")
    (tmp_path / "site").symlink_to(release / "site")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yml").write_text("a: 1\n")
    now = datetime.now(UTC)
    built = Built((), lambda file: (), say("well"), tmp_path / "site", None, 1)
    span = (now - timedelta(hours=1), now + timedelta(hours=1))
    remember(tmp_path, "mkdocs", inputs_of(tmp_path), built, span, "1")
    assert last_build(tmp_path, now, "mkdocs")
    return tmp_path


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_has_changed_is_said_without_what_makes_a_site(project: Path, language: str) -> None:
    said, modules = loaded("build", "--project", str(project), "--lang", language)
    assert ("không có gì thay đổi" if language == "vi" else "nothing has changed") in said
    assert sorted(modules & {*DEAR, *OF_STAGES}) == []
    assert "bantin.last_build" in modules


@pytest.mark.parametrize("arguments", [["--version"], ["build", "--help"], ["serve", "--help"]])
def test_what_is_asked_of_the_command_itself_loads_no_stage(arguments: list[str]) -> None:
    said, modules = loaded(*arguments)
    assert said
    assert sorted(modules & {*DEAR, *OF_STAGES}) == []
