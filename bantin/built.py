"""What came of a build, and the same in plain values, so that it can be told again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Any

from bantin.problems import Location, Message, Problem, Severity


@dataclass(frozen=True)
class Built:
    """What a build gives: also the site, if one was made, its pages, and when to build again.

    entered: the files of the ledger of what was published that this build brought up to date; again: whether
    nothing had changed since the last build, whose site stands.
    """

    problems: tuple[Problem, ...]
    lines: Callable[[str], Sequence[str]]
    summary: Message | None
    site: Path | None
    next_due: datetime | None
    pages: int
    entered: tuple[str, ...] = ()
    again: bool = False


def as_plain(built: Built) -> dict[str, object]:
    """What a build tells, as plain values for JSON; lines of files are not kept, they stand in the files."""
    return {
        "problems": [_problem(problem) for problem in built.problems],
        "summary": _message(built.summary),
        "next_due": built.next_due and built.next_due.isoformat(),
        "pages": built.pages,
    }


def from_plain(told: Mapping[str, Any], project: Path) -> Built:
    """The same build of a project, told again, while its files are as they were.

    Raises KeyError, TypeError, ValueError or OverflowError where these are not its values.
    """
    due = told["next_due"] and datetime.fromisoformat(told["next_due"])
    if due and due.tzinfo is None:
        raise ValueError("a moment without its zone")

    def lines(file: str) -> Sequence[str]:
        from bantin.dataset.characters import read_text  # dear to load, and most builds have no problems

        try:
            return read_text(file, (project / file).read_bytes())[0].splitlines()
        except OSError:
            return ()

    return Built(
        problems=tuple(map(_read_problem, told["problems"])),
        lines=lines,
        summary=_read_message(told["summary"]),
        site=project / "site",
        next_due=due,
        pages=int(told["pages"]),
        again=True,
    )


def _problem(problem: Problem) -> list[object]:
    evidence = [_message(one) for one in problem.evidence]
    said = [_message(problem.message), evidence, _message(problem.remedy)]
    return [problem.rule, astuple(problem.location), *said, problem.severity.value, list(problem.to_write)]


def _read_problem(told: Any) -> Problem:
    rule, place, message, evidence, remedy, severity, to_write = told
    if Severity(severity) is Severity.ERROR:
        raise ValueError("what stopped a build is not told again")
    return Problem(
        str(rule),
        _place(*place),
        _sentence(message),
        tuple(map(_sentence, evidence)),
        _read_message(remedy),
        Severity(severity),
        tuple(map(str, to_write)),
    )


def _place(file: str, line: int, column: int, length: int) -> Location:
    """A place in a file of the project: the lines of no other file may be shown."""
    if PurePath(file).is_absolute() or ".." in PurePath(file).parts:
        raise ValueError(f"no file of the project: {file}")
    return Location(file, int(line), int(column), int(length))


def _message(message: Message | None) -> list[object] | None:
    """A message; what fills its gaps is a number, a message, or what it looks like in a sentence."""
    if message is None:
        return None
    return [message.sentence, [[name, _gap(value)] for name, value in message.gaps], message.counted]


def _gap(value: object) -> object:
    if isinstance(value, Message):
        return {"message": _message(value)}
    return value if isinstance(value, int) else f"{value}"


def _read_message(told: Any) -> Message | None:
    return None if told is None else _sentence(told)


def _sentence(told: Any) -> Message:
    sentence, gaps, counted = told
    read = tuple((str(name), _read_gap(value)) for name, value in gaps)
    return Message(str(sentence), read, (str(counted[0]), int(counted[1])) if counted else None)


def _read_gap(value: Any) -> object:
    return _sentence(value["message"]) if isinstance(value, dict) else value
