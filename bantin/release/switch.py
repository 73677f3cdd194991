"""Puts a finished folder where it is to be read: by one switch of a link, or as a plain folder."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from bantin.problems import Location, Problem, say
from bantin.release.manifest import files_below, files_in, manifest_text
from bantin.release.work import LINK, NEW, OLD, fresh_name, remove, remove_leftovers
from bantin.releases import releases_of
from bantin.site.folder import settle

MARKER = ".bantin-release.json"
"""The file in a plain folder that says it was written here, and lists what was."""

_STRANGERS_NAMED = 3


def real_place(project: Path, place: Path) -> Path:
    """Where a site is to be put: behind a link, unless the link is one of ours to be switched."""
    return place if not place.is_symlink() or _is_ours(project, place) else place.resolve()


def refusal(project: Path, place: Path) -> Problem | None:
    """Why nothing may be put at ``place``: it holds what was not written here. Raises OSError."""
    place = real_place(project, place)
    if not os.path.lexists(place) or place.is_symlink():
        return None
    remedy = say("choose an empty folder or a new one; nothing was changed")
    if not place.is_dir():
        message = say("{folder} is a file, not a folder", folder=str(place))
        return Problem("not-our-folder", Location(str(place)), message, remedy=remedy)
    strangers = sorted(set(files_below(place, place)) - _written_here(place))
    if not strangers:
        return None
    message = say("{folder} holds files that were not written by this program", folder=str(place))
    named = ", ".join(strangers[:_STRANGERS_NAMED]) + (" …" if len(strangers) > _STRANGERS_NAMED else "")
    evidence = (say("they would be lost: {files}", files=named),)
    return Problem("not-our-folder", Location(str(place)), message, evidence, remedy)


def put_link(project: Path, folder: Path, place: Path, now: float) -> None:
    """Lets ``place`` be ``folder``, seen by readers at once: a link where possible, else a plain folder.

    now: see ``put_folder``. Raises OSError; then ``place`` is what it was.
    """
    place = real_place(project, place)
    link = fresh_name(releases_of(project), LINK)
    if place.is_dir() and not place.is_symlink():
        put_folder(project, folder, place, now)
        return
    try:
        link.symlink_to(os.path.relpath(folder, place.parent), target_is_directory=True)
    except (OSError, NotImplementedError):  # Windows, without the right to make links
        put_folder(project, folder, place, now)
        return
    try:
        os.replace(link, place)
    except PermissionError:  # Windows does not replace a link to a folder
        _swap(link, place)
    finally:
        link.unlink(missing_ok=True)


def put_folder(project: Path, folder: Path, place: Path, now: float) -> None:
    """Copies ``folder`` beside ``place``, then swaps the two by renaming; the old one is removed.

    now: the time; what was left beside it more than a day before is removed. Raises OSError; then
    ``place`` is what it was. A program killed between the two renames leaves the old one beside.
    """
    place = real_place(project, place)
    place.parent.mkdir(parents=True, exist_ok=True)
    remove_leftovers(place.parent, now, f".{place.name}")
    new = Path(tempfile.mkdtemp(prefix=f".{place.name}{NEW}", dir=place.parent))
    try:
        shutil.copytree(folder, new, copy_function=shutil.copyfile, dirs_exist_ok=True)
        (new / MARKER).write_text(manifest_text(new, ("",)), encoding="utf-8")
        settle(new)
        _swap(new, place)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _swap(new: Path, place: Path) -> None:
    old = fresh_name(place.parent, f".{place.name}{OLD}")
    aside = os.path.lexists(place)
    if aside:
        os.rename(place, old)
    try:
        os.rename(new, place)
    except OSError:
        if aside:
            os.rename(old, place)
        raise
    if aside:
        remove(old)


def _is_ours(project: Path, link: Path) -> bool:
    """Whether a link leads into the releases of the project, whether or not they still exist."""
    return link.parent.joinpath(os.readlink(link)).resolve().is_relative_to(releases_of(project).resolve())


def _written_here(place: Path) -> set[str]:
    try:
        return {MARKER, *files_in((place / MARKER).read_text(encoding="utf-8"))}
    except (FileNotFoundError, ValueError):
        return set()
