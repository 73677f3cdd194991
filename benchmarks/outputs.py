"""What is published beside the pages: what each kind costs, and all of them together in a cold build."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bantin.outputs.making import KINDS
from benchmarks.making_outputs import KEPT
from benchmarks.measure import CommandFailed
from benchmarks.project import EXAMPLE, write_project
from benchmarks.rows import Row, Table, megabytes, seconds, share
from benchmarks.sites import BUILD

MOST = 0.25
"""Of a cold build at 1,000 bulletins, for all kinds that are not kept."""


@dataclass(frozen=True, slots=True)
class Yield:
    """What making a kind took, in seconds of processor, and what came of it."""

    seconds: float
    files: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Costs:
    """What a build took in seconds of processor, and each kind of output in it."""

    seconds: float
    kinds: Mapping[str, Yield]


def measure(sizes: Sequence[int], runs: int | None) -> list[Table]:
    """A table a size: the share of each kind in a cold build, and of all that are not kept together."""
    return [of_size(size, runs or 3) for size in sizes]


def of_size(size: int, runs: int) -> Table:
    """One size; builds with and without outputs take turns. Raises CommandFailed."""
    folder = BUILD / "outputs" / str(size)
    write_project(folder, size)
    settings = folder / "data" / "site.yml"
    settings.write_text(settings.read_text("utf-8").replace("pdf: no", "pdf: yes"), "utf-8")
    plain = [name for name in KINDS if name not in KEPT]
    pairs = [(cold(folder, ()), cold(folder, plain)) for _ in range(runs)]
    without = median(pair[0].seconds for pair in pairs)
    whole = median(pair[1].seconds for pair in pairs)
    kinds = pairs[0][1].kinds
    rows = [
        Row("a cold build without outputs", without, seconds),
        Row("a cold build with those that are not kept", whole, seconds),
        Row("their share, writing, carrying and audit included", 1 - without / whole, share, most=MOST),
    ]
    for name in plain:
        took = median(pair[1].kinds[name].seconds for pair in pairs)
        rows.append(Row(f"  making {name} ({kinds[name].files:,} files)", took / whole, share))
    rows.append(Row("size of all", sum(kind.bytes for kind in kinds.values()), megabytes))
    for name in KEPT:
        rows += list(kept(folder, name, whole))
    shutil.rmtree(aside(folder))
    return Table(f"Outputs of {size:,} bulletins, seconds of processor, runs: {runs}", tuple(rows))


def aside(folder: Path) -> Path:
    """Where earlier builds of a project wait to be removed."""
    place = folder.with_name(f"{folder.name}-aside")
    place.mkdir(parents=True, exist_ok=True)
    return place


def kept(folder: Path, name: str, whole: float) -> Iterable[Row]:
    """What a kind that is kept costs the first time, and once it is there; in cold builds."""
    first, again = (cold(folder, (name,), forget=forget).kinds[name] for forget in (True, False))
    yield Row(f"  {name} made anew ({first.files:,} files)", first.seconds / whole, share)
    yield Row(f"  {name} from the cache", again.seconds / whole, share)


def cold(folder: Path, kinds: Iterable[str], *, forget: bool = True) -> Costs:
    """Builds a project that was never built; forget: nor was anything kept for it. Raises CommandFailed.

    What an earlier build made is put aside: where files have just been removed, a file system takes ten
    times as long to make new ones.
    """
    put = Path(tempfile.mkdtemp(dir=aside(folder)))
    for name in ("site", "build/pages", "build" if forget else "build/releases", "data/published"):
        made = folder / name
        if made.is_symlink():
            made.unlink()
        elif made.exists():
            made.rename(put / made.name)
    command = [sys.executable, "-m", "benchmarks.making_outputs", str(folder), *kinds]
    made_by = subprocess.run(command, cwd=EXAMPLE, capture_output=True, text=True)
    if made_by.returncode:
        raise CommandFailed(made_by.stderr[-4000:])
    told = json.loads(made_by.stdout.splitlines()[-1])
    return Costs(told["seconds"], {name: Yield(**kind) for name, kind in told["kinds"].items()})
