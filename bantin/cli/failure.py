"""What a user is told when the program itself, or the system below it, fails: never a traceback."""

from __future__ import annotations

import errno
import platform
import tempfile
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bantin import __version__
from bantin.problems import Message, say

LOG = "bantin-error.log"

_REASONS = {
    errno.EACCES: say("not permitted"),
    errno.EPERM: say("not permitted"),
    errno.EROFS: say("the disk cannot be written to"),
    errno.ENOSPC: say("the disk is full"),
    errno.ENOENT: say("there is no such file"),
    errno.EADDRINUSE: say("another program uses this port; choose another one with --port"),
}


def explained(failure: Exception, project: Path, arguments: Sequence[str], now: datetime) -> Message:
    """One sentence for the user; the details go into a file for whoever looks after the program.

    The file stands in the project's build folder, or where the system keeps temporary files when
    there is no project or it cannot be written to.
    """
    return _sentence(failure, _logged(_details(failure, arguments, now), project))


def _sentence(failure: Exception, log: Path | None) -> Message:
    details = say("details: {file}", file=log) if log else say("the details could not be written to any file")
    if isinstance(failure, OSError) and failure.errno is not None:
        reason = _REASONS.get(failure.errno, failure.strerror or str(failure))
        return (
            say(
                "The system refused “{file}”: {reason} ({details}).",
                file=failure.filename,
                reason=reason,
                details=details,
            )
            if failure.filename is not None
            else say("The system refused: {reason} ({details}).", reason=reason, details=details)
        )
    return say(
        "The program failed, and the fault is its own, not that of your records: {failure} ({details}).",
        failure=f"{type(failure).__name__}: {failure}",
        details=details,
    )


def _details(failure: Exception, arguments: Sequence[str], now: datetime) -> str:
    system = f"Python {platform.python_version()}, {platform.platform()}"
    head = f"bantin {__version__}, {system}, {now.isoformat(timespec='seconds')}\n{' '.join(arguments)}\n\n"
    return head + "".join(traceback.format_exception(failure))


def _logged(details: str, project: Path) -> Path | None:
    folders = [project / "build"] if (project / "data").is_dir() else []
    for folder in (*folders, Path(tempfile.gettempdir())):
        try:
            folder.mkdir(exist_ok=True)
            (folder / LOG).write_text(details, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return folder / LOG
    return None
