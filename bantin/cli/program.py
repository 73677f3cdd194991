"""The command from its start to its exit code.

Exit codes: 0 nothing stops a build; 1 errors in the input, or the program or the system failed, or
whoever read the output closed it; 2 wrong usage; 130 ended by Ctrl+C, or from outside in the same way.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from io import TextIOWrapper

import click

from bantin.cli.commands import bantin_command
from bantin.cli.session import Session, Way, nothing
from bantin.cli.speech import language_asked, teach_click
from bantin.last_build import last_build
from bantin.problems.catalogues import translator

FAILED = 1
INTERRUPTED = 130


def main(
    arguments: Sequence[str] | None = None,
    way: Callable[[], Way] | None = None,
    clock: Callable[[], datetime] | None = None,
) -> int:
    """Run ``bantin`` with the arguments of the process, or with those given; gives the exit code.

    way, clock: in place of the real stages and the system's clock.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    write_utf8()
    language = language_asked(given)
    teach_click(language)
    remembered = nothing if way else last_build
    return run(given, Session(translator(language), way or _real_way, clock or _clock, remembered))


def run(arguments: list[str], session: Session) -> int:
    """Run the command; whatever happens is told in sentences."""
    try:
        with _ended_as_by_hand():
            return _invoked(arguments, session)
    except click.ClickException as refused:
        refused.show()
        return refused.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(err=True)
        return INTERRUPTED
    except BrokenPipeError:
        return _output_closed()
    except Exception as failure:
        from bantin.cli.failure import explained

        message = explained(failure, session.project, arguments, session.clock())
        click.echo(session.text(message), err=True)
        return FAILED


@contextmanager
def _ended_as_by_hand() -> Iterator[None]:
    """Ends as with Ctrl+C when the system or another program asks for it (a window is closed, a job is
    broken off): what a command was working at is put away. Whoever is to outlive its window stays deaf."""
    asked = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heard = [one for one in asked if signal.getsignal(one) is signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():  # only there a program may listen
        heard = []
    for one in heard:
        signal.signal(one, signal.default_int_handler)
    try:
        yield
    finally:
        for one in heard:
            signal.signal(one, signal.SIG_DFL)


def write_utf8() -> None:
    """Let output be UTF-8 whatever the console's code page is, so that no letter stops the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _invoked(arguments: list[str], session: Session) -> int:
    command = bantin_command(session.text)
    try:
        with command.make_context("bantin", arguments, obj=session) as context:
            code = command.invoke(context)
    except click.exceptions.Exit as ended:
        code = ended.exit_code
    return int(code)


def _output_closed() -> int:
    """Whoever read the output has gone: nothing more can be said, not even when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED


def _real_way() -> Way:
    """The stages, loaded only by commands that need them."""
    from bantin import way

    return way


def _clock() -> datetime:
    return datetime.now(UTC)
