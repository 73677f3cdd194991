"""One run of the command: what was asked for so far, and what is handed in from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bantin.problems import Message, Problem, Report, Translate
from bantin.problems.form import Form, Lines

if TYPE_CHECKING:
    from bantin.dataset.coverage import Coverage
    from bantin.dataset.why import Answer
    from bantin.ledger import Traced


class Checked(Protocol):
    """What a check gives: the problems, the lines they stand in, and one sentence on the whole."""

    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def lines(self) -> Lines: ...
    @property
    def summary(self) -> Message | None: ...


class Covered(Checked, Protocol):
    """What a check by itself gives: also what explains the digits of each record."""

    @property
    def coverage(self) -> Sequence[Coverage]: ...


class Built(Checked, Protocol):
    """What a build gives: also the site, if one was made, its pages, and when to build again."""

    @property
    def site(self) -> Path | None: ...
    @property
    def next_due(self) -> datetime | None: ...
    @property
    def pages(self) -> int: ...
    @property
    def entered(self) -> Sequence[str]: ...
    @property
    def again(self) -> bool: ...


class Sharded(Checked, Protocol):
    """What a shard gives: also how many bulletins it is of, and the folder that holds what it made."""

    @property
    def bulletins(self) -> int: ...
    @property
    def folder(self) -> Path: ...


class Change(Protocol):
    """One repair made in a file: the rule, the line (0: the whole file), what stood there, what does now."""

    @property
    def rule(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def was(self) -> str: ...
    @property
    def now(self) -> str: ...


class Fixed(Protocol):
    """What repairs gave: the changes made, and why others were not."""

    @property
    def changes(self) -> Sequence[Change]: ...
    @property
    def problems(self) -> Sequence[Problem]: ...


class Told(Protocol):
    """What a question about a figure gives, or the problems that keep it from an answer.

    public: whether it is what the public may see; release: the published release, "" where there is none;
    current: whether that release was made of the same figures.
    """

    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def lines(self) -> Lines: ...
    @property
    def traced(self) -> Traced | None: ...
    @property
    def public(self) -> bool: ...
    @property
    def release(self) -> str: ...
    @property
    def current(self) -> bool: ...


class Proved(Protocol):
    """What asking for a proof gives: what is wrong, the lines it stands in, and the file, if there is one.

    unknown: no record is called so; nearest: the names that are like it.
    """

    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def lines(self) -> Lines: ...
    @property
    def file(self) -> Path | None: ...
    @property
    def unknown(self) -> bool: ...
    @property
    def nearest(self) -> Sequence[str]: ...


class Way(Protocol):
    """The stages as the commands use them; ``bantin.way`` is the real one."""

    def check(self, project: Path, *, now: datetime) -> Covered:
        """Everything that can be said without building."""

    def fix(self, project: Path) -> Fixed:
        """Make the repairs that need no one's judgement in the files of records."""

    def build(self, project: Path, *, now: datetime, out: Path | None, engine: str, report: Report) -> Built:
        """The whole way to a published release, or the problems that stopped it."""

    def make_shard(self, project: Path, year: int, *, now: datetime, report: Report) -> Sharded:
        """What is dear of the bulletins of one year, made and kept; nothing is published."""

    def merge(self, project: Path, folders: Sequence[Path]) -> Sequence[Problem]:
        """What shards have made, taken into what the project keeps."""

    def trace(self, project: Path, *, now: datetime, question: str) -> Told:
        """Where a figure comes from and where it is shown, as the records stand."""

    def why(self, project: Path, asked: str, *, now: datetime) -> Answer | list[str]:
        """Why a record is or is not public; else the names that are like what was asked for."""

    def prove(self, project: Path, asked: str, *, now: datetime, out: Path | None) -> Proved:
        """The document of an article that is not public, marked as a draft; else why there is none."""

    def serve(
        self,
        project: Path,
        *,
        port: int | None,
        now: Callable[[], datetime],
        announce: Callable[[str], None],
        translate: Translate,
    ) -> Sequence[Problem]:
        """A preview until it is stopped; ``announce`` gets what it says. Gives why it could not start."""


Remembered = Callable[[Path, datetime, str], Built | None]
"""What the last build of a project told, where another one at this moment, with this engine, would make and
tell the same."""


def nothing(project: Path, now: datetime, engine: str) -> None:
    """Remembers no build."""


@dataclass(slots=True)
class Session:
    """One run: language, way, clock and memory are handed in, the rest is filled in as options are read."""

    translate: Translate
    way: Callable[[], Way]
    clock: Callable[[], datetime]
    remembered: Remembered = nothing
    project: Path = Path()
    form: Form = Form.TEXT

    def text(self, message: Message) -> str:
        """The message in the language of this run."""
        return message.translated(self.translate)
