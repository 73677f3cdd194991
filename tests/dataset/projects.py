"""The projects that tests read, change and check: the example at the root and the small golden ones."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from bantin.dataset import Dataset, Loaded, Surroundings, check, load, loading
from bantin.dataset.published import Line
from bantin.dataset.source import read_source
from bantin.problems import Problem
from bantin.problems.catalogues import translator
from bantin.problems.show import show

TODAY = date(2026, 12, 1)
ROOT = Path(__file__).parents[2]
EXAMPLE = "example"
NAMES = (
    EXAMPLE,
    *sorted(
        path.parent.name
        for path in (ROOT / "tests" / "golden").glob("*/now.txt")
        if (path.parent / "data").is_dir()
    ),
)

ENCLOSED = {
    path.relative_to(folder).as_posix(): path
    for folder in sorted((ROOT / "tests" / "golden").glob("*/content"))
    for path in sorted(folder.rglob("*"))
    if path.is_file()
}
"""The photos and attachments of all projects by their path below ``content/``."""

Files = dict[str, bytes]

_read_once = cache(read_source)


def files_of(name: str) -> Files:
    """The record files of a project: path from its folder → bytes."""
    folder = ROOT if name == EXAMPLE else ROOT / "tests" / "golden" / name
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted((folder / "data").rglob("*.yml"))
    }
    assert found, folder
    return found


def each(values: Iterable[object], project: Callable[[Any], str] = str) -> list[object]:
    """Parameters of which those of the example belong to the fast tests and all others to the slow ones.

    project: the name of the project that a value belongs to; a value may be that name itself.
    """
    return [
        pytest.param(value, marks=() if project(value) == EXAMPLE else pytest.mark.slow) for value in values
    ]


def changed(files: Mapping[str, bytes], file: str, old: str, new: str) -> Files:
    """The files with one text replaced, which must stand in its file exactly once."""
    text = files[file].decode("utf-8")
    assert text.count(old) == 1, f"{file} has {text.count(old)} times {old!r}"
    return {**files, file: text.replace(old, new).encode("utf-8")}


@dataclass(frozen=True)
class Seen:
    """What a check of files gives."""

    loaded: Loaded
    problems: tuple[Problem, ...]

    @property
    def dataset(self) -> Dataset:
        return self.loaded.dataset

    @property
    def rules(self) -> list[str]:
        return [problem.rule for problem in self.problems]

    def text(self, language: str = "vi") -> str:
        """The problems as ``bantin check`` prints them where there are no colours."""
        lines = self.loaded.lines
        shown = show(self.problems, lambda file: lines.get(file, ()), translator(language))
        return shown.plain + "\n"


def reading_once() -> AbstractContextManager[object]:
    """While it lasts, a file that was read before is not read again."""
    return patch.object(loading, "read_source", _read_once)


def checked(
    files: Mapping[str, bytes], content: Iterable[str] = (), published: tuple[Line, ...] = ()
) -> Seen:
    """The files read and checked; content: files below ``content/`` beside those that
    the projects have; published: what was before.

    A file that was read before, as most are that a test leaves alone, is not read again.
    """
    with reading_once():
        loaded = load(files)
    around = Surroundings(frozenset([*ENCLOSED, *content]), TODAY, published)
    return Seen(loaded, check(loaded.dataset, around, loaded.problems))


def accepted(file: Path, text: str) -> str:
    """The text that was looked at and accepted; ``make accept`` (BANTIN_ACCEPT) takes the present one."""
    if os.environ.get("BANTIN_ACCEPT"):
        file.write_text(text, encoding="utf-8", newline="\n")
    return file.read_text(encoding="utf-8")
