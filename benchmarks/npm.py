"""Programs from npm, in the versions and with the hashes of a ``package-lock.json`` here."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.measure import run

HERE = Path(__file__).parent


def installed(name: str, build: Path) -> Path | None:
    """The packages of ``benchmarks/<name>/package-lock.json``, below a folder; None where there is no npm.

    They are installed once, without their install scripts, which fetch more than the lock names.
    Raises CommandFailed when npm fails.
    """
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        return None
    folder = build / "npm" / name
    folder.mkdir(parents=True, exist_ok=True)
    if not at_hand(name, build):
        shutil.copy(HERE / name / "package.json", folder)
        shutil.copy(HERE / name / "package-lock.json", folder)
        run((npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"), folder)
        shutil.copy(HERE / name / "package-lock.json", folder / "installed.json")
    return folder / "node_modules"


def at_hand(name: str, build: Path) -> bool:
    """Whether the packages of a lock are installed below a folder as the lock says now."""
    done = build / "npm" / name / "installed.json"
    return done.exists() and done.read_bytes() == (HERE / name / "package-lock.json").read_bytes()


def locked_version(name: str, package: str) -> str:
    """The version of a package in ``benchmarks/<name>/package.json``."""
    declared = json.loads((HERE / name / "package.json").read_text(encoding="utf-8"))
    version: str = declared["dependencies"][package]
    return version
