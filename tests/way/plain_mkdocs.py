"""The oracle: what plain ``mkdocs build`` makes of the composed folder of a project that was built."""

from __future__ import annotations

import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

CLOCKED = "sitemap.xml.gz"
"""The one file of plain MkDocs that carries the time of the build; a release leaves it out."""

FRAME = ("assets/images/", "assets/javascripts/", "assets/stylesheets/")
"""What Material's own pages load and ours do not; a release leaves it out."""


def is_index(name: str) -> bool:
    """Whether a file is of the search's index, which is made of the finished pages of any engine."""
    return name.startswith("tim-kiem/") and name.endswith(".json")


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def same_as_plain(project: Path, folder: Path) -> int:
    """Asserts that a project's site is what plain MkDocs makes in a new folder; gives the number of files."""
    shutil.copytree(project / "build" / "pages", folder)
    quiet = {"NO_MKDOCS_2_WARNING": "true", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=folder, check=True, env=os.environ | quiet)
    plain, ours = folder / "site", project / "site"
    made = {name for name in files(ours) if not is_index(name)}
    assert {name for name in files(plain) - {CLOCKED} if not name.startswith(FRAME)} == made
    same, different, lost = filecmp.cmpfiles(plain, ours, made, shallow=False)
    assert (different, lost) == ([], [])
    return len(same)
