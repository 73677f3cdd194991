"""What became of a build."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bantin.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """A release, or why there is none.

    identity: the release's name, "" when nothing was published; site: where it can be read;
    problems: errors when nothing was published, otherwise warnings at most.
    """

    identity: str = ""
    site: Path | None = None
    problems: tuple[Problem, ...] = ()
