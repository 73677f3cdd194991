"""Files of a project: what leads out of it or is no file is refused, nothing hangs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bantin.project import read_project


def project(folder: Path) -> Path:
    for below in ("data/meetings", "content"):
        (folder / below).mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("theme: {name: material}\n")
    return folder


def refused(folder: Path) -> list[tuple[str, str]]:
    return [(problem.rule, problem.location.file) for problem in read_project(folder).problems]


@pytest.mark.parametrize("name", ["content/x.md", "content/y.jpg", "data/meetings/x.yml"])
def test_a_link_out_of_the_project_is_refused(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path / "du-an")
    (tmp_path / "secret").write_text("bí mật")
    (folder / name).symlink_to(tmp_path / "secret")
    assert refused(folder) == [("foreign-file", name)]
    assert b"secret" not in b"".join(read_project(folder).content.values())


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    folder = project(tmp_path / "du-an")
    (tmp_path / "other").mkdir()
    (folder / "data" / "results").symlink_to(tmp_path / "other")
    assert refused(folder) == [("foreign-file", "data/results")]


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    folder = project(tmp_path)
    os.mkfifo(folder / "content" / "x.jpg")
    assert refused(folder) == [("foreign-file", "content/x.jpg")]


def test_names_are_composed_and_endings_are_kept(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "content" / "a\u0309nh.png").write_bytes(b"x")
    (folder / "data" / "site.yml.txt").write_text("format: 1\n")
    files = read_project(folder)
    assert list(files.content) == ["\u1ea3nh.png"]
    assert list(files.data) == ["data/site.yml.txt"]
