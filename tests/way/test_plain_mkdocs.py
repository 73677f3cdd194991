"""The oracle of the engine: plain ``mkdocs build`` of a composed folder gives the same site, to the byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bantin.problems import Silence
from bantin.site import build
from bantin.site.drawing import Drawing
from bantin.site.engine import FRAME
from bantin.way import build as build_all
from benchmarks.making_outputs import NOW
from benchmarks.project import write_project
from tests.golden.cases import cases

GENERATED = 200


def contents(site: Path) -> dict[str, bytes]:
    """The files of a site but for the map and the frame, of which plain MkDocs writes its own."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes() for name, path in files.items() if not name.startswith(("sitemap", *FRAME))
    }


def plain_and_ours(pages: Path, folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What plain MkDocs makes of a composed folder, and what we make of it."""
    shutil.copytree(pages, folder / "pages")
    built = build(folder / "pages", folder / "ours")
    assert built.problems == ()
    command = [
        sys.executable,
        "-P",
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "--site-dir",
        str(folder / "plain"),
    ]
    subprocess.run(command, cwd=folder / "pages", env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True)
    return contents(folder / "plain"), contents(folder / "ours")


@pytest.mark.slow
@pytest.mark.parametrize("name", [*(case.name for case in cases()), GENERATED], ids=str)
def test_plain_mkdocs_gives_the_same_site(
    name: str | int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(name, int):
        project, now = tmp_path / "project", NOW
        write_project(project, name)
    else:
        case = next(case for case in cases() if case.name == name)
        (tmp_path / "project").mkdir()
        project, now = case.published_from(tmp_path / "project"), case.now
    assert build_all(project, now=now, report=Silence()).site is not None
    left: set[str] = set()

    def html(self: Drawing, path: str, text: str) -> str | None:
        found = drawn(self, path, text)
        left.update(() if found else (path,))
        return found

    drawn = Drawing.html
    monkeypatch.setattr(Drawing, "html", html)
    plain, ours = plain_and_ours(project / "build" / "pages", tmp_path)
    assert plain == ours
    assert left == {path for path in left if "/" not in path}, "drawn pages that were left to MkDocs"
