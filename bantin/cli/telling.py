"""What a command found and made, told on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TextIO

import click

from bantin.cli.session import Built, Change, Checked, Covered, Fixed, Proved, Session, Sharded
from bantin.problems import Message, Problem, Severity, say, say_count
from bantin.problems.counts import Counts
from bantin.problems.excerpt import visible
from bantin.problems.form import Form, Lines

CLEAN = 0
FAULTY = 1
"""How a command ends: nothing to stop a build, or errors in the input."""


def told_of_check(session: Session, checked: Covered, fixed: Fixed | None) -> int:
    """Print what was mended, what a check found then, and what explains the digits; gives the exit code."""
    from bantin.cli.covering import coverage_for_programs, told_coverage  # dear to load, and a check has

    more: dict[str, object] = {"coverage": coverage_for_programs(checked.coverage)}
    problems = [*checked.problems]
    if fixed is not None:
        _tell_changes(session, fixed.changes)
        more["fixed"] = [_as_object(change) for change in fixed.changes]
        problems = [*fixed.problems, *problems]
    code = _told(session, checked, problems, more)
    coverage = told_coverage(session, checked.coverage) if session.form is Form.TEXT else None
    if coverage:
        click.echo(f"\n{coverage}")
    return code


def _as_object(change: Change) -> dict[str, object]:
    return {name: getattr(change, name) for name in ("rule", "file", "line", "was", "now")}


def _tell_changes(session: Session, changes: Sequence[Change]) -> None:
    """File by file what stood there and what stands there now."""
    for file, group in groupby(changes, lambda change: change.file):
        rows = [_row(session, change) for change in group]
        head = say_count("{file}: {count} change", "{file}: {count} changes", len(rows), file=visible(file))
        _note(session, head)
        for row in rows:
            _note(session, row)
    if not changes:
        _note(session, say("nothing to mend"))


def _row(session: Session, change: Change) -> Message:
    rule = f"[{change.rule}]"
    if not change.line:
        return say("  letters are now one character each, as they look {rule}", rule=rule)
    was, now = (visible(" ".join(text.split("\n"))) for text in (change.was, change.now))
    return say("  line {line}: “{was}” → “{now}” {rule}", line=change.line, was=was, now=now, rule=rule)


def _told(
    session: Session,
    checked: Checked,
    problems: Sequence[Problem],
    more: Mapping[str, object] | None = None,
) -> int:
    """Print what a check found; gives the exit code."""
    _show(session, problems, checked.lines, more)
    if checked.summary:
        _note(session, checked.summary)
    return FAULTY if Counts.of(problems).errors else CLEAN


def told_problems(
    session: Session, problems: Sequence[Problem], lines: Lines = lambda file: (), *, beside: bool = False
) -> int:
    """Print problems where there are any; gives the exit code. lines: of the records they stand in;
    beside: on the error output, where the output is for other programs."""
    if problems:
        _show(session, problems, lines, file=sys.stderr if beside else sys.stdout)
    return FAULTY if Counts.of(problems).errors else CLEAN


def told_of_build(session: Session, built: Built, *, hints: bool) -> int:
    """Print what a build found (hints only where they are asked for) and made; gives the exit code."""
    problems = [problem for problem in built.problems if hints or problem.severity is not Severity.HINT]
    more = {
        "site": built.site and str(built.site),
        "pages": built.pages,
        "next_due": built.next_due and built.next_due.isoformat(timespec="minutes"),
    }
    code = _told(session, built, problems, more)
    if built.site:
        _note(
            session,
            say_count("{count} page in {site}", "{count} pages in {site}", built.pages, site=built.site),
        )
    if built.again:
        _note(session, say("nothing has changed since the last build: the site stands as it is"))
    if built.entered:
        _note(
            session,
            say("what became public is entered in {files}: commit it", files=", ".join(built.entered)),
        )
    if built.next_due:
        from bantin.language import format_instant  # dear to load, and mostly nothing is due

        _note(
            session,
            say("something is due on {instant}: build again then", instant=format_instant(built.next_due)),
        )
    return code


def told_of_shard(session: Session, made: Sharded, year: int, *, hints: bool) -> int:
    """Print what a shard found, and where what it made lies; gives the exit code."""
    problems = [problem for problem in made.problems if hints or problem.severity is not Severity.HINT]
    code = _told(session, made, problems, {"folder": str(made.folder), "bulletins": made.bulletins})
    if code == CLEAN:
        _note(
            session,
            say_count(
                "{count} bulletin of {year}: what is dear of it lies in {folder}",
                "{count} bulletins of {year}: what is dear of them lies in {folder}",
                made.bulletins,
                year=year,
                folder=made.folder,
            ),
        )
    return code


def told_of_proof(session: Session, proved: Proved) -> int:
    """Print what is wrong, and where the proof lies, if there is one; gives the exit code."""
    problems = [problem for problem in proved.problems if problem.severity is not Severity.HINT]
    more = {"file": proved.file and str(proved.file)}
    if problems or session.form is Form.JSON:
        _show(session, problems, proved.lines, more)
    if proved.file:
        _note(session, say("the proof lies in {file}; it is not public", file=proved.file))
    return FAULTY if Counts.of(problems).errors else CLEAN


def _note(session: Session, message: Message) -> None:
    """A sentence for people; programs find the same in the JSON object."""
    if session.form is not Form.JSON:
        click.echo(session.text(message))


def _show(
    session: Session,
    problems: Sequence[Problem],
    lines: Lines,
    more: Mapping[str, object] | None = None,
    file: TextIO | None = None,
) -> None:
    """Print problems, or that there are none; what colours them is dear to load, and mostly not needed."""
    if not problems and session.form is not Form.JSON:
        return click.echo(session.text(Counts.of(problems).message()), file=file)
    from rich.console import Console

    from bantin.problems.show import show

    shown = show(problems, lines, session.translate, session.form, more)
    return Console(file=file or sys.stdout, highlight=False).print(shown, soft_wrap=True)
