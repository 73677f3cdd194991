"""Builds of a few files, for the tests of this stage: what is in them does not matter here."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from bantin.problems import Problem
from bantin.release import Outcome, Work, make_release
from bantin.site.folder import write_file

DAY = 24 * 60 * 60
NOW = 1_732_500_000.0


def writing(text: str) -> Callable[[Work], list[Problem]]:
    """A build whose site says ``text``."""

    def build(work: Work) -> list[Problem]:
        write_file(work.pages / "docs" / "index.md", f"# {text}".encode())
        write_file(work.site / "index.html", text.encode())
        write_file(work.site / "tin" / "a.html", f"tin {text}".encode())
        return []

    return build


def released(
    project: Path, text: str, out: Path | None = None, now: float = NOW, removed: Collection[str] = ()
) -> Outcome:
    """Publishes a site that says ``text``; asserts that it worked."""
    outcome = make_release(project, writing(text), out, lambda: now, removed)
    assert outcome.problems == ()
    return outcome


def said(project: Path) -> str:
    """What the published site says."""
    return (project / "site" / "index.html").read_text(encoding="utf-8")


def names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@contextmanager
def nobody() -> Iterator[None]:
    """Without the rights of the administrator, who may write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
