"""A way with nothing behind it, and runs of the command that use it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bantin.cli import main
from bantin.dataset import Mended
from bantin.dataset.coverage import Coverage
from bantin.dataset.why import Answer
from bantin.ledger import Traced
from bantin.problems import Location, Message, Problem, Report, Severity, Translate, say

CLOCK = datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
ERROR = Problem("sum", Location("data/a.yml", 1, 4, 2), say("wrong"))
WARNING = Problem("name", Location("data/b.yml"), say("odd"), severity=Severity.WARNING)


@dataclass
class Result:
    """What the fake way gives, for a check as for a build."""

    problems: Sequence[Problem] = ()
    summary: Message | None = None
    site: Path | None = None
    next_due: datetime | None = None
    pages: int = 0
    entered: tuple[str, ...] = ()
    again: bool = False
    bulletins: int = 0
    folder: Path = Path("build/cache")
    changes: Sequence[Mended] = ()
    coverage: Sequence[Coverage] = ()

    def lines(self, file: str) -> Sequence[str]:
        return ["a: 23"] if file == "data/a.yml" else []


@dataclass
class Told:
    """What the fake way gives for a question about a figure."""

    problems: Sequence[Problem] = ()
    traced: Traced | None = None
    public: bool = True
    release: str = ""
    current: bool = False

    def lines(self, file: str) -> Sequence[str]:
        return ["a: 23"]


@dataclass
class Proved:
    """What the fake way gives for a proof."""

    problems: Sequence[Problem] = ()
    file: Path | None = None
    unknown: bool = False
    nearest: Sequence[str] = ()

    def lines(self, file: str) -> Sequence[str]:
        return ["a: 23"]


@dataclass
class FakeWay:
    """Notes what it is asked for; ``fails`` is raised instead of giving a result."""

    result: Result = field(default_factory=Result)
    told: Told = field(default_factory=Told)
    proved: Proved = field(default_factory=Proved)
    fails: BaseException | None = None
    answer: Answer | list[str] = field(default_factory=list)
    asked: list[tuple[object, ...]] = field(default_factory=list)

    def _given(self, *asked: object) -> Result:
        self.asked.append(asked)
        if self.fails:
            raise self.fails
        return self.result

    def check(self, project: Path, *, now: datetime) -> Result:
        return self._given("check", project, now)

    def prove(self, project: Path, asked: str, *, now: datetime, out: Path | None) -> Proved:
        self._given("prove", project, asked, now, out)
        return self.proved

    def fix(self, project: Path) -> Result:
        return self._given("fix", project)

    def build(self, project: Path, *, now: datetime, out: Path | None, engine: str, report: Report) -> Result:
        report.stage(say("no problem found"), 1, 2)
        return self._given("build", project, now, out, engine)

    def make_shard(self, project: Path, year: int, *, now: datetime, report: Report) -> Result:
        return self._given("shard", project, year, now)

    def merge(self, project: Path, folders: Sequence[Path]) -> Sequence[Problem]:
        return self._given("merge", project, folders).problems

    def trace(self, project: Path, *, now: datetime, question: str) -> Told:
        self._given("trace", project, now, question)
        return self.told

    def why(self, project: Path, asked: str, *, now: datetime) -> Answer | list[str]:
        self._given("why", project, asked, now)
        return self.answer

    def serve(
        self,
        project: Path,
        *,
        port: int | None,
        now: Callable[[], datetime],
        announce: Callable[[str], None],
        translate: Translate,
    ) -> Sequence[Problem]:
        announce(f"http://127.0.0.1:{port}/")
        return self._given("serve", project, port, now()).problems


@dataclass(frozen=True)
class Ended:
    """A run that is over."""

    code: int
    output: str
    errors: str


@dataclass
class Bantin:
    """Runs the command in a project's folder."""

    way: FakeWay
    project: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Ended:
        code = main(arguments, way=lambda: self.way, clock=lambda: CLOCK)
        output, errors = self.capture.readouterr()
        return Ended(code, output, errors)
