"""The same input gives the same bytes, whatever the machine is like."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden.cases import ROOT, Case

pytestmark = pytest.mark.slow

MACHINES = {
    "here": ({"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}, 0o022),
    "trang tin, xa": ({"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "4711", "LC_ALL": "C"}, 0o077),
}


def manifest(case: Case, folder: Path, environment: dict[str, str], umask: int) -> object:
    """What a build by the real command publishes: every path with its digest and mode."""
    folder.mkdir()
    case.published_from(folder)
    command = [
        sys.executable,
        str(ROOT / "build_site.py"),
        "--project",
        ".",
        "--now",
        "2026-12-01T00:00+07:00",
    ]
    subprocess.run(command, cwd=folder, check=True, env=os.environ | environment, umask=umask)
    release = (folder / "site").resolve().parent
    return json.loads((release / "manifest.json").read_text("utf-8"))


def test_time_zone_hash_seed_locale_folder_and_umask_do_not_matter(example: Case, tmp_path: Path) -> None:
    manifests = [manifest(example, tmp_path / name, *machine) for name, machine in MACHINES.items()]
    assert len(str(manifests[0])) > 1000
    assert manifests[0] == manifests[1]
