"""The releases that are kept: each under the name of its content, the newest few."""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from bantin.release.manifest import MANIFEST, files_below, files_in, identity_of, lacks, manifest_text
from bantin.release.work import OLD, fresh_name, remove, remove_abandoned
from bantin.releases import published_release, releases_of
from bantin.site.folder import settle

KEPT = 5
"""How many releases are kept, the newest; the one that is published is never removed."""

PARTS = ("ledger", "pages", "site")
"""What a release consists of, beside its manifest."""

_IDENTITY = re.compile(r"[0-9a-f]{16}")


def keep(folder: Path, releases: Path, manifest: str, removed: Collection[str] = ()) -> Path:
    """Makes a finished folder a release; one with the same content stays, mended if someone changed it.

    removed: see ``manifest_text``.

    Raises OSError.
    """
    release = releases / identity_of(manifest)
    if not release.exists():
        os.rename(folder, release)
    elif manifest_text(release, PARTS, removed) != manifest:
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


def published_ledger(project: Path, file: str) -> tuple[str, str]:
    """The name of the release that the project's site is, and its ledger; "" where there is none."""
    release = published_release(project)
    if release is None:
        return "", ""
    ledger = release / "ledger" / file
    return release.name, ledger.read_text(encoding="utf-8") if ledger.is_file() else ""


def remove_oldest(project: Path, current: Path) -> None:
    """Removes all releases but the newest, the current one, and those that are linked to.

    One that the system does not let go of stays until next time.
    """
    used = _used(project, current)
    newest = sorted(_releases(project), key=lambda entry: (entry.stat().st_mtime, entry.name), reverse=True)
    for entry in newest[KEPT:]:
        if entry.resolve() not in used:
            _take_away(entry)


def remove_holding(project: Path, current: Path, removed: Collection[str]) -> list[Path]:
    """Removes the releases built before these records were taken away, and what killed builds left, so that
    no copy of them is left.

    Gives those that could not be removed, or that readers are still led to (a build to another folder
    leaves the project's own site as it was).
    """
    if not removed:
        return []
    remove_abandoned(releases_of(project))
    holding = [entry for entry in _releases(project) if entry != current and not _lacks(entry, removed)]
    used = _used(project, current)
    for entry in holding:
        if entry.resolve() not in used:
            _take_away(entry)
    return [entry for entry in holding if entry.exists()]


def _releases(project: Path) -> list[Path]:
    return [entry for entry in releases_of(project).iterdir() if _IDENTITY.fullmatch(entry.name)]


def _used(project: Path, current: Path) -> set[Path]:
    links = (project / "site", project / "build" / "pages")
    return {current.resolve(), *(link.resolve().parent for link in links)}


def _lacks(entry: Path, removed: Collection[str]) -> bool:
    try:
        return lacks((entry / MANIFEST).read_text(encoding="utf-8"), removed)
    except (OSError, ValueError):
        return False


def _take_away(entry: Path) -> None:
    """A release is renamed before it is removed, so that none is ever half there."""
    with suppress(OSError):
        aside = fresh_name(entry.parent, OLD)
        os.rename(entry, aside)
        remove(aside)
