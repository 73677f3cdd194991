"""``bantin check --fix``: read the records, make the safe repairs, write the files that changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bantin.dataset import Mended, mend
from bantin.problems import Location, Problem, Severity, say
from bantin.project import read_project, write_over
from bantin.site.trouble import trouble

Write = Callable[[Path, bytes], None]
"""Puts content in the place of a file; handed in, so that a test can refuse it."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a run of repairs gives: the changes that stand in the files now, and why others do not."""

    changes: tuple[Mended, ...]
    problems: tuple[Problem, ...]


def fix(project: Path, *, write: Write = write_over) -> Fixed:
    """Make every safe repair in the records of a project; what needs judgement stays a problem."""
    mending = mend(read_project(project).data)
    problems = [_left(file) for file in mending.left]
    written: set[str] = set()
    for file, content in mending.files.items():
        try:
            write(project / file, content)
            written.add(file)
        except OSError as error:
            problems.append(trouble(error, project / file))
    return Fixed(tuple(change for change in mending.changes if change.file in written), tuple(problems))


def _left(file: str) -> Problem:
    return Problem(
        "not-mended",
        Location(file),
        say("the file could not be mended without changing more than was meant, so it stays as it is"),
        remedy=say("mend it by hand, as the other messages say"),
        severity=Severity.WARNING,
    )
