"""Programs from PyPI that want other versions than we do: each in an environment of its own."""

from __future__ import annotations

import re
import shutil
import sys
import venv
from pathlib import Path

from benchmarks.measure import CommandFailed, run
from benchmarks.project import BUILD, EXAMPLE


def locked(name: str) -> Path:
    """The list, with hashes, of what such an environment holds."""
    return EXAMPLE / "requirements" / f"{name}.txt"


def locked_version(name: str) -> str:
    """The version of the program in its list. Raises ValueError where the list has none."""
    found = re.search(rf"^{name}==(\S+)", locked(name).read_text("utf-8"), re.MULTILINE)
    if found is None:
        raise ValueError(f"no {name} in {locked(name)}")
    return found[1]


def python_of(name: str) -> Path:
    """The Python of such an environment, whether it is there or not."""
    below = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
    return BUILD / "python" / name / below


def at_hand(name: str) -> bool:
    """Whether an environment holds what its list says now."""
    done = BUILD / "python" / name / "installed.txt"
    return done.exists() and done.read_bytes() == locked(name).read_bytes()


def environment(name: str) -> Path | None:
    """The Python of the environment, which is made where there is none; None where it cannot be filled."""
    if not at_hand(name):
        folder = BUILD / "python" / name
        venv.create(folder, clear=True, with_pip=True)
        pip = (str(python_of(name)), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input")
        try:
            run((*pip, "install", "--require-hashes", "--requirement", str(locked(name))), folder)
        except CommandFailed as failed:
            print(failed, file=sys.stderr)
            return None
        shutil.copy(locked(name), folder / "installed.txt")
    return python_of(name)
