"""``python -m benchmarks.making_outputs PROJECT [KIND …]``: builds a project with these outputs alone.

Prints one line of JSON: seconds of processor of the whole, and of each kind what making it took and gave.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bantin import making as stages
from bantin import way
from bantin.outputs.making import KINDS, Kind, Material, make
from bantin.outputs.output import Output, Outputs
from bantin.problems import Problem, Silence
from bantin.spread import Spread

NOW = datetime(2026, 1, 1, tzinfo=UTC)
"""After everything that the records tell of."""

KEPT = {"documents": "ready_documents", "cards": "ready_cards"}
"""Kinds that are made once per content and then kept, and what in the way makes them."""

Kept = Callable[..., tuple[tuple[Output, ...], list[Problem]]]


def processor() -> float:
    """Seconds of processor that this process has taken, and those that it has divided work with."""
    told = os.times()
    return told.user + told.system + told.children_user + told.children_system


def measured(name: str, found: dict[str, dict[str, float]]) -> Kind:
    """A kind that notes under its name what it cost and gave."""

    def making(of: Material) -> Iterable[Output]:
        started = processor()
        outputs = tuple(KINDS[name](of))
        took = processor() - started
        size = sum(output.size for output in outputs)
        found[name] = {"seconds": took, "files": len(outputs), "bytes": size}
        return outputs

    return making


def kept_ones(name: str, maker: str, wanted: bool, found: dict[str, dict[str, float]]) -> Kept:
    """What makes a kind that is kept, noting what it cost and gave; or what makes none of it."""
    make_them: Kept = getattr(stages, maker)

    def making(*asked: Any) -> tuple[tuple[Output, ...], list[Problem]]:
        if not wanted:
            return (), []
        started = processor()
        outputs, problems = make_them(*asked)
        took = processor() - started
        size = sum(output.size for output in outputs)
        found[name] = {"seconds": took, "files": len(outputs), "bytes": size}
        return outputs, problems

    return making


def build(project: Path, names: Iterable[str]) -> dict[str, object]:
    """One build with the outputs of these kinds and no others. Raises SystemExit where it fails."""
    found: dict[str, dict[str, float]] = {}
    wanted = tuple(names)
    kinds = {name: KINDS[name] if name in KEPT else measured(name, found) for name in wanted}

    def made(of: Material, *, spread: Spread) -> Outputs:
        del spread  # what is measured is measured here
        return make(of, kinds)

    with ExitStack() as patched:
        patched.enter_context(patch.object(stages, "make", made))
        for name, maker in KEPT.items():
            patched.enter_context(patch.object(stages, maker, kept_ones(name, maker, name in wanted, found)))
        started = processor()
        outcome = way.build(project, now=NOW, report=Silence())
        took = processor() - started
    if outcome.site is None:
        sys.exit(str(outcome.problems))
    return {"seconds": took, "kinds": found}


if __name__ == "__main__":
    folder, *wanted = sys.argv[1:]
    print(json.dumps(build(Path(folder), wanted)))
