"""The releases that are kept: each under the name of its content, the newest few."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from bantin.release.manifest import MANIFEST, files_below, files_in, identity_of, manifest_text
from bantin.release.work import OLD, fresh_name, releases_of, remove
from bantin.site.folder import settle

KEPT = 5
"""How many releases are kept, the newest; the one that is published is never removed."""

PARTS = ("pages", "site")
"""What a release consists of, beside its manifest."""

_IDENTITY = re.compile(r"[0-9a-f]{16}")


def keep(folder: Path, releases: Path, manifest: str) -> Path:
    """Makes a finished folder a release; one with the same content stays, mended if someone changed it.

    Raises OSError.
    """
    release = releases / identity_of(manifest)
    if not release.exists():
        os.rename(folder, release)
    elif manifest_text(release, PARTS) != manifest:
        _mend(release, folder, manifest)
    return release


def _mend(release: Path, good: Path, manifest: str) -> None:
    """Makes a release what it was, file by file, so that no reader misses one meanwhile."""
    listed = files_in(manifest) | {MANIFEST}
    for file in sorted(listed):
        (release / file).parent.mkdir(parents=True, exist_ok=True)
        os.replace(good / file, release / file)
    for file in set(files_below(release, release)) - listed:
        (release / file).unlink()
    settle(release)


def remove_oldest(project: Path, current: Path) -> None:
    """Removes all releases but the newest, the current one, and those that are linked to.

    A release is renamed before it is removed, so that none is ever half there; one that the system
    does not let go of stays until next time.
    """
    releases = releases_of(project)
    links = (project / "site", project / "build" / "pages")
    used = {current.resolve(), *(link.resolve().parent for link in links)}
    found = [entry for entry in releases.iterdir() if _IDENTITY.fullmatch(entry.name)]
    newest = sorted(found, key=lambda entry: (entry.stat().st_mtime, entry.name), reverse=True)
    for entry in newest[KEPT:]:
        if entry.resolve() not in used:
            with suppress(OSError):
                aside = fresh_name(releases, OLD)
                os.rename(entry, aside)
                remove(aside)
