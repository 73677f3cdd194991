"""Where things are, and the files that belong to the project."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def project_files(*patterns: str) -> list[Path]:
    """The files git tracks or would add, as paths below the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return sorted(
        path for name in set(listed.split("\0")) if name and (path := Path(name), (ROOT / name).is_file())[1]
    )
