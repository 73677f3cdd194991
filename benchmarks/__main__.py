"""``python -m benchmarks [--sizes 100,1000] [--runs N]``: measures, prints the tables, keeps them as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.contest import compare
from benchmarks.measure import CommandFailed
from benchmarks.table import table

SIZES = (100, 1_000, 5_000)
RUNS = {100: 3}
"""Small sizes are over quickly and vary most; one run of the others takes minutes and says enough."""

BUILD = Path(__file__).parent.parent / "build" / "bench"


def main(arguments: Sequence[str]) -> int:
    """Runs the contest for each size; gives the exit code."""
    options = read(arguments)
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    print("× n: Bản tin's cost is n times the other's (its value in brackets); below 1 Bản tin costs less.")
    sizes: dict[str, object] = {}
    for size in options.sizes:
        runs = options.runs or RUNS.get(size, 1)
        try:
            pages, results = compare(BUILD / str(size), size, runs)
        except CommandFailed as failed:
            print(failed, file=sys.stderr)
            return 1
        print(f"\n{size:,} bulletins, {pages:,} pages, runs: {runs} (medians)\n{table(results)}", flush=True)
        sizes[str(size)] = {"pages": pages, "runs": runs, "results": [asdict(result) for result in results]}
    (BUILD / "results.json").write_text(json.dumps(sizes, indent=2) + "\n", encoding="utf-8")
    return 0


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(prog="make bench BENCH=", description=__doc__)
    parser.add_argument("--sizes", type=sizes_of, default=SIZES, help="numbers of bulletins: 100,1000")
    parser.add_argument("--runs", type=int, help="how often each build is measured, for every size")
    return parser.parse_args(arguments)


def sizes_of(text: str) -> tuple[int, ...]:
    """The sizes named in an option."""
    return tuple(int(size) for size in text.split(","))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
