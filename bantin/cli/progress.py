"""Progress of long work, on a terminal only and beside the output, so that output can be piped on."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bantin.cli.session import Session
from bantin.problems import Message, Report, Silence

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_OFTEN = 0.1
"""Seconds between two drawings."""


@contextmanager
def progress(session: Session) -> Iterator[Report]:
    """A report that draws a bar for each stage while the work lasts; silent where nobody watches."""
    from rich.console import Console  # dear to load, and work that is not done has no progress
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(file=sys.stderr)
    if not console.is_terminal:
        yield Silence()
        return
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, auto_refresh=False) as bars:  # without a thread
        yield Bars(session, bars)


class Bars:
    """One bar a stage."""

    def __init__(self, session: Session, bars: Progress) -> None:
        self.session = session
        self.bars = bars
        self.tasks: dict[str, TaskID] = {}
        self.drawn = 0.0

    def stage(self, name: Message, done: int, total: int) -> None:
        """Moves the stage's bar; a stage not seen before gets one."""
        text = self.session.text(name)
        if text not in self.tasks:
            self.tasks[text] = self.bars.add_task(text, total=None)
        self.bars.update(self.tasks[text], completed=done, total=total or None)
        if time.monotonic() - self.drawn > _OFTEN or done == total:
            self.bars.refresh()
            self.drawn = time.monotonic()
