"""What the operating system refuses, said so that a person can act on it."""

from __future__ import annotations

import errno
from pathlib import Path

from bantin.problems import Location, Problem, say

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def trouble(error: OSError, place: Path) -> Problem:
    """The problem for an error of the file system; ``place`` is named when the error names no file."""
    file = str(error.filename or place)
    location = Location(file)
    if error.errno in _FULL:
        return Problem(
            "disk-full", location, say("the disk is full: {file} could not be written", file=file),
            remedy=say("make room on the disk, then build again; what was published before is untouched"),
        )  # fmt: skip
    if error.errno in _FORBIDDEN:
        return Problem(
            "not-permitted", location, say("there is no permission to write {file}", file=file),
            remedy=say("allow writing there, or close the program that holds the file, then build again"),
        )  # fmt: skip
    reason = error.strerror or type(error).__name__
    message = say("{file} could not be read or written: {reason}", file=file, reason=reason)
    return Problem("cannot-write", location, message)
