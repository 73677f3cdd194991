"""What a command found and made, told on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from bantin.cli.session import Built, Checked, Session
from bantin.language import format_instant
from bantin.problems import Message, Problem, say, say_count
from bantin.problems.counts import Counts
from bantin.problems.show import Form, show

CLEAN = 0
FAULTY = 1
"""How a command ends: nothing to stop a build, or errors in the input."""


def told(session: Session, checked: Checked, more: Mapping[str, object] | None = None) -> int:
    """Print what a check found; gives the exit code."""
    _print(show(checked.problems, checked.lines, session.translate, session.form, more))
    if checked.summary:
        _note(session, checked.summary)
    return FAULTY if Counts.of(checked.problems).errors else CLEAN


def told_problems(session: Session, problems: Sequence[Problem]) -> int:
    """Print problems that stand in no record, where there are any; gives the exit code."""
    if problems:
        _print(show(problems, lambda file: (), session.translate, session.form))
    return FAULTY if Counts.of(problems).errors else CLEAN


def told_of_build(session: Session, built: Built) -> int:
    """Print what a build found and made; gives the exit code."""
    more = {
        "site": built.site and str(built.site),
        "pages": built.pages,
        "next_due": built.next_due and built.next_due.isoformat(timespec="minutes"),
    }
    code = told(session, built, more)
    if built.site:
        _note(
            session,
            say_count("{count} page in {site}", "{count} pages in {site}", built.pages, site=built.site),
        )
    if built.next_due:
        _note(
            session,
            say("something is due on {instant}: build again then", instant=format_instant(built.next_due)),
        )
    return code


def _note(session: Session, message: Message) -> None:
    """A sentence for people; programs find the same in the JSON object."""
    if session.form is not Form.JSON:
        _print(Text(session.text(message)))


def _print(text: Text) -> None:
    Console(file=sys.stdout, highlight=False).print(text, soft_wrap=True)
