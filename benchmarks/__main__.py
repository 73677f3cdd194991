"""``python -m benchmarks [--only PARTS] [--sizes 100,1000] [--runs N] [--large]``: measures, prints tables.

What was measured is kept as JSON, each part anew when it was measured. Ends with 1 when a budget is broken.
``--write`` measures nothing: what was kept of builds becomes the tables and the picture in ``docs/``.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any

from benchmarks import document
from benchmarks.measure import PROC, CommandFailed
from benchmarks.measure import read as text_of
from benchmarks.parts import PARTS, Measured
from benchmarks.project import EXAMPLE
from benchmarks.sites import BUILD

DOCS = EXAMPLE / "docs"

LARGE = 10_000
"""An archive of fifty years of a large body: building it takes minutes and gigabytes."""


def main(arguments: Sequence[str]) -> int:
    """Measures the parts that are wanted; gives the exit code."""
    options = read(arguments)
    if options.write:
        return write()
    print(machine(), flush=True)
    broken: list[str] = []
    for name in options.only:
        part = PARTS[name]
        large = (LARGE,) if options.large and part.grows else ()
        try:
            measured = part.measure(options.sizes or (*part.sizes, *large), options.runs)
        except CommandFailed as failed:
            print(failed, file=sys.stderr)
            return 1
        print(f"\n{measured.text}\n({machine()})", flush=True)
        keep(name, measured)
        broken += measured.broken
    if broken:
        print("\nBroken budgets:", *broken, sep="\n  ", file=sys.stderr)
    return 1 if broken else 0


def write() -> int:
    """Writes what was kept of builds into the documents; gives the exit code."""
    if "builds" not in kept():
        print("Nothing was measured of builds yet.", file=sys.stderr)
        return 1
    document.write(kept()["builds"], DOCS)
    return 0


def kept() -> dict[str, Any]:
    """The results of all parts that were measured before."""
    file = BUILD / "results.json"
    results: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return {part: results[part] for part in PARTS if part in results}


def keep(name: str, measured: Measured) -> None:
    """Writes a part into the results, beside what was measured of the others before."""
    told = {"day": date.today().isoformat(), "commit": commit(), "machine": machine(), **measured.results}
    BUILD.mkdir(parents=True, exist_ok=True)
    text = json.dumps({**kept(), name: told}, ensure_ascii=False, indent=2)
    (BUILD / "results.json").write_text(f"{text}\n", encoding="utf-8")


def commit() -> str:
    """The commit that is measured, with a mark where files have changed since; "unknown" without git."""
    git = shutil.which("git")
    if git is None:
        return "unknown"
    command = [git, "describe", "--always", "--dirty", "--exclude", "*"]
    told = subprocess.run(command, cwd=EXAMPLE, capture_output=True, text=True)
    return told.stdout.strip() or "unknown"


def machine() -> str:
    """What it is measured on, and how many programs wanted to run at once of late: times wander with that."""
    load = f", load {os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores{processor()}{load}"
    )


def processor() -> str:
    """The processor's own name, in brackets, where Linux tells it."""
    found = re.search(r"^model name\s*:\s*(.+)$", text_of(PROC / "cpuinfo"), re.MULTILINE)
    return f" ({found[1]})" if found else ""


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="make bench BENCH=", description=__doc__)
    parser.add_argument("--only", type=parts_of, default=tuple(PARTS), help=f"parts, of {','.join(PARTS)}")
    parser.add_argument("--sizes", type=sizes_of, help="numbers of bulletins: 100,1000 (0: the example)")
    parser.add_argument("--runs", type=int, help="how often builds and queries are measured, for every size")
    parser.add_argument(
        "--large", action="store_true", help=f"also {LARGE:,} bulletins: some half an hour more"
    )
    parser.add_argument("--write", action="store_true", help="measure nothing, write builds into docs/")
    return parser.parse_args(arguments)


def sizes_of(text: str) -> tuple[int, ...]:
    """The sizes named in an option."""
    return tuple(int(size) for size in text.split(","))


def parts_of(text: str) -> tuple[str, ...]:
    """The parts named in an option. Raises ArgumentTypeError for one that there is not."""
    names = tuple(text.split(","))
    if unknown := [name for name in names if name not in PARTS]:
        raise argparse.ArgumentTypeError(f"no part {unknown[0]!r}: there are {', '.join(PARTS)}")
    return names


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
