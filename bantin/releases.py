"""Where the releases of a project lie, and which of them is published.

By itself, so that asking does not load what makes releases.
"""

from __future__ import annotations

from pathlib import Path


def releases_of(project: Path) -> Path:
    """The folder that holds the releases of a project."""
    return project / "build" / "releases"


def published_release(project: Path) -> Path | None:
    """The release that the project's site is, or None where it is a plain folder or nothing yet."""
    release = (project / "site").resolve().parent
    return release if release.parent == releases_of(project).resolve() else None
