"""Which program this is: what is kept of its results is kept under this as well."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def program_digest() -> str:
    """What tells this program from any other: what its files hold, the interpreter, what is installed."""
    whole = hashlib.sha256(sys.version.encode())
    for path in sorted(_HERE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            whole.update(f"\n{path.relative_to(_HERE).as_posix()} {content}".encode())
    for line in sorted({f"{found.name} {found.version}" for found in distributions()}):
        whole.update(f"\n{line}".encode())
    return whole.hexdigest()
