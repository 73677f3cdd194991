"""``python -m benchmarks [--only PARTS] [--sizes 100,1000] [--runs N] [--large]``: measures, prints tables.

What was measured is kept as JSON, each part anew when it was measured. Ends with 1 when a budget is broken.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from datetime import date

from benchmarks.measure import CommandFailed
from benchmarks.parts import PARTS, Measured
from benchmarks.sites import BUILD

LARGE = 10_000
"""An archive of fifty years of a large body: building it takes minutes and gigabytes."""


def main(arguments: Sequence[str]) -> int:
    """Measures the parts that are wanted; gives the exit code."""
    options = read(arguments)
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


def keep(name: str, measured: Measured) -> None:
    """Writes a part into the results, beside what was measured of the others before."""
    file = BUILD / "results.json"
    results = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    kept = {part: results[part] for part in PARTS if part in results}
    kept[name] = {"day": date.today().isoformat(), "machine": machine(), **measured.results}
    BUILD.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def machine() -> str:
    """What it is measured on, and how many programs wanted to run at once of late: times wander with that."""
    load = f", load {os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores{load}"


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="make bench BENCH=", description=__doc__)
    parser.add_argument("--only", type=parts_of, default=tuple(PARTS), help=f"parts, of {','.join(PARTS)}")
    parser.add_argument("--sizes", type=sizes_of, help="numbers of bulletins: 100,1000 (0: the example)")
    parser.add_argument("--runs", type=int, help="how often builds and queries are measured, for every size")
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} bulletins: ten minutes more")
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
