"""After a release: what has become public is entered into the ledger of what was published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bantin.dataset import Dataset
from bantin.dataset.published import Line, brought_up_to, lines_now
from bantin.problems import Problem
from bantin.project import write_over
from bantin.site.folder import write_file
from bantin.site.trouble import trouble


@dataclass(frozen=True, slots=True)
class Entered:
    """The files of the ledger that changed, to be kept in version control, and why others could not."""

    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def enter_published(
    project: Path, files: Mapping[str, bytes], lines: Sequence[Line], dataset: Dataset, now: datetime
) -> Entered:
    """Bring the ledger up to what is public at ``now``; a file that is as it should be is not touched.

    files, lines: the ledger as it was read; dataset: all records of the project.
    """
    changed: list[str] = []
    problems: list[Problem] = []
    for file, content in brought_up_to(lines, lines_now(dataset, now)).items():
        if files.get(file) == content:
            continue
        try:
            (write_over if file in files else write_file)(project / file, content)
            changed.append(file)
        except OSError as error:
            problems.append(trouble(error, project / file))
    return Entered(tuple(changed), tuple(problems))
