"""What the audit found, before it is known where in the file it stands."""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bantin.problems import Location, Message, Problem, Severity, say

_PAGES_NAMED = 5


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong in one file of the site.

    needle: the text in the source to point at, or ""; occurrence: which one of several, from 0; line: the one
    it stands in, from 1, where that is known.
    """

    file: str
    rule: str
    message: Message
    needle: str = ""
    remedy: Message | None = None
    severity: Severity = Severity.ERROR
    evidence: tuple[Message, ...] = ()
    occurrence: int = 0
    line: int = 0


def as_problems(findings: Iterable[Finding], site: Path) -> list[Problem]:
    """The findings as problems; what is the same on many pages is told once, with the pages."""
    groups: dict[tuple[str, Message], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.rule, finding.message), []).append(finding)
    return [_problem(group, site) for group in groups.values()]


def _problem(group: list[Finding], site: Path) -> Problem:
    first = group[0]
    others = sorted({finding.file for finding in group} - {first.file})
    named = ", ".join(others[:_PAGES_NAMED]) + (" …" if len(others) > _PAGES_NAMED else "")
    evidence = say("and in other files too ({count}): {files}", count=len(others), files=named)
    return Problem(
        first.rule,
        _located(first, site),
        first.message,
        evidence=(*first.evidence, *((evidence,) if others else ())),
        remedy=first.remedy,
        severity=first.severity,
    )


def _nth(source: str, text: str, number: int) -> int:
    """Where a text stands for the ``number``-th time; -1 where it does not stand so often."""
    place = source.find(text)
    for _ in range(number):
        place = source.find(text, place + 1) if place >= 0 else place
    return place


def _located(finding: Finding, site: Path) -> Location:
    """Where the needle first stands in the file: what the parser read may be written in two ways."""
    shown = f"site/{finding.file}"
    path = site / finding.file
    if finding.line:
        return Location(shown, finding.line, finding.occurrence + 1, len(finding.needle))
    if not finding.needle or not path.is_file():
        return Location(shown)
    source = path.read_text(encoding="utf-8", errors="replace")
    for spelling in (f'"{finding.needle}"', finding.needle, html.escape(finding.needle)):
        if (place := _nth(source, spelling, finding.occurrence)) >= 0:
            place += spelling.startswith('"')
            before = source[:place]
            column = place - (before.rfind("\n") + 1) + 1
            return Location(shown, before.count("\n") + 1, column, len(spelling.strip('"').splitlines()[0]))
    return Location(shown)
