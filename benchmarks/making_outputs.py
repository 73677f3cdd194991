"""``python -m benchmarks.making_outputs PROJECT [KIND …]``: builds a project with these outputs alone.

Prints one line of JSON: seconds of processor of the whole, and of each kind what making it took and gave.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bantin import way
from bantin.dataset import Dataset
from bantin.documenting import ready_documents
from bantin.enclosing import Enclosed
from bantin.outputs.making import KINDS, Kind, Material, make
from bantin.outputs.output import Output, Outputs
from bantin.problems import Silence

NOW = datetime(2026, 1, 1, tzinfo=UTC)
"""After everything that the records tell of."""


def measured(name: str, found: dict[str, dict[str, float]], before: dict[str, float]) -> Kind:
    """A kind that notes under its name what it cost and gave. before: what was spent on it already."""

    def making(of: Material) -> Iterable[Output]:
        started = time.process_time()
        outputs = tuple(KINDS[name](of))
        took = time.process_time() - started + before.get(name, 0)
        size = sum(output.size for output in outputs)
        found[name] = {"seconds": took, "files": len(outputs), "bytes": size}
        return outputs

    return making


def build(project: Path, names: Iterable[str]) -> dict[str, object]:
    """One build with the outputs of these kinds and no others. Raises SystemExit where it fails."""
    found: dict[str, dict[str, float]] = {}
    before: dict[str, float] = {}
    wanted = frozenset(names)
    kinds = {name: measured(name, found, before) for name in wanted}

    def made(of: Material) -> Outputs:
        return make(of, kinds)

    def ready(enclosed: Enclosed, dataset: Dataset, *more: Any) -> Any:
        asked = dataset.site.documents.model_copy(update={"pdf": "documents" in wanted})
        site = dataset.site.model_copy(update={"documents": asked})
        started = time.process_time()
        documents = ready_documents(enclosed, replace(dataset, site=site), *more)
        before["documents"] = time.process_time() - started
        return documents

    with patch.object(way, "make", made), patch.object(way, "ready_documents", ready):
        started = time.process_time()
        outcome = way.build(project, now=NOW, report=Silence())
        took = time.process_time() - started
    if outcome.site is None:
        sys.exit(str(outcome.problems))
    return {"seconds": took, "kinds": found}


if __name__ == "__main__":
    folder, *wanted = sys.argv[1:]
    print(json.dumps(build(Path(folder), wanted)))
