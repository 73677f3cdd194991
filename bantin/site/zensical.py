"""Builds a composed folder with Zensical, in a process of its own, and says what it complains of."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

from bantin.problems import Location, Problem, say
from bantin.site.trouble import trouble

_CACHE = ".cache"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_COMPLAINT = re.compile(r"^(?:Warning|Error): (.+)\n\s*╭─\[ (.+?):(\d+):(\d+) \]", re.MULTILINE)


def build_with_zensical(folder: Path) -> list[Problem]:
    """Builds ``folder`` into ``folder/site``; every warning of the engine is a problem."""
    if importlib.util.find_spec("zensical") is None:
        message = say("the site builder {name} is not installed", name="zensical")
        return [Problem("no-engine", Location("mkdocs.yml"), message)]
    # -P: the folder must not lend its files to Python as modules.
    command = [sys.executable, "-P", "-m", "zensical", "build", "--strict", "--config-file", "mkdocs.yml"]
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        shutil.rmtree(folder / _CACHE, ignore_errors=True)
    except OSError as error:
        return [trouble(error, folder)]
    return [] if done.returncode == 0 else complaints(done.stderr.decode("utf-8", "replace"))


def complaints(text: str) -> list[Problem]:
    """What Zensical wrote to its error output, as problems: at least one."""
    text = _COLOUR.sub("", text)
    problems = [
        Problem(
            "site-builder",
            Location(file, int(line), int(column)),
            say("the site builder says: {text}", text=said),
        )
        for said, file, line, column in _COMPLAINT.findall(text)
    ]
    last = next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "zensical")
    stopped = say("the site builder stopped: {reason}", reason=last)
    return problems or [Problem("site-builder", Location("mkdocs.yml"), stopped)]
