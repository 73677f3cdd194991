"""How many problems there are, as numbers and in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.problems.messages import Message, say, say_count
from bantin.problems.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Counts:
    """Problems by severity, and the files they are in."""

    errors: int
    warnings: int
    hints: int
    files: int

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> Counts:
        """Counts each problem once, however often it was found."""
        different = set(problems)
        severities = [problem.severity for problem in different]
        return cls(
            errors=severities.count(Severity.ERROR),
            warnings=severities.count(Severity.WARNING),
            hints=severities.count(Severity.HINT),
            files=len({problem.location.file for problem in different}),
        )

    def message(self) -> Message:
        """For people: "3 lỗi, 1 cảnh báo trong 2 tệp"; what there is none of is not said."""
        parts = [message for count, message in self._parts() if count]
        if not parts:
            return say("no problem found")
        what = parts[0]
        for part in parts[1:]:
            what = say("{first}, {second}", first=what, second=part)
        return say_count("{what} in {count} file", "{what} in {count} files", self.files, what=what)

    def _parts(self) -> list[tuple[int, Message]]:
        return [
            (self.errors, say_count("{count} error", "{count} errors", self.errors)),
            (self.warnings, say_count("{count} warning", "{count} warnings", self.warnings)),
            (self.hints, say_count("{count} hint", "{count} hints", self.hints)),
        ]
