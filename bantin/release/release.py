"""From a finished work folder to what the public reads; a failure leaves the last good site untouched."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from bantin.problems import Location, Problem, Severity, say
from bantin.release.kept import PARTS, keep, remove_holding, remove_oldest
from bantin.release.lock import locked
from bantin.release.manifest import MANIFEST, manifest_text
from bantin.release.outcome import Outcome
from bantin.release.switch import put_folder, put_link, refusal
from bantin.release.work import Clock, Work, workspace
from bantin.releases import releases_of
from bantin.site.folder import FILE_MODE, settle, write_file
from bantin.site.trouble import trouble


def make_release(
    project: Path,
    build: Callable[[Work], Iterable[Problem]],
    out: Path | None = None,
    clock: Clock = time.time,
    removed: Collection[str] = (),
) -> Outcome:
    """Builds in a fresh folder and, when no error is found, publishes to ``site`` (or ``out``).

    build: fills ``work.pages`` and ``work.site`` and gives what is wrong with them; removed: see
    ``publish``.
    """
    try:
        if problem := refusal(project, out or project / "site"):
            return Outcome(problems=(problem,))
        with workspace(project, clock) as work:
            problems = tuple(build(work))
            if any(problem.severity == Severity.ERROR for problem in problems):
                return Outcome(problems=problems)
            published = publish(work, out, clock, removed)
            return Outcome(published.identity, published.site, (*problems, *published.problems))
    except OSError as error:
        return Outcome(problems=(trouble(error, project),))


def publish(
    work: Work, out: Path | None = None, clock: Clock = time.time, removed: Collection[str] = ()
) -> Outcome:
    """Makes a release of a work folder that was found good, and lets the public read it.

    Without ``out``, the project's ``site`` becomes the release, by one switch; with it, ``out`` becomes
    a plain folder. A release with the same content is kept and used. The newest releases are kept, but
    none that was built before the records in ``removed`` were taken away.
    """
    place = out or work.project / "site"
    releases = releases_of(work.project)
    try:
        settle(work.folder)
        manifest = manifest_text(work.folder, PARTS, removed)
        write_file(work.folder / MANIFEST, manifest.encode())
        os.chmod(work.folder / MANIFEST, FILE_MODE)
        with locked(releases):
            if problem := refusal(work.project, place):
                return Outcome(problems=(problem,))
            now = clock()
            release = keep(work.folder, releases, manifest, removed)
            os.utime(release, (now, now))
            put_link(work.project, release / "pages", work.project / "build" / "pages", now)
            put = put_link if out is None else put_folder
            put(work.project, release / "site", place, now)
            left = remove_holding(work.project, release, removed)
            remove_oldest(work.project, release)
    except OSError as error:
        return Outcome(problems=(trouble(error, work.project),))
    return Outcome(release.name, place, tuple(_left(entry) for entry in left))


def _left(entry: Path) -> Problem:
    return Problem(
        "removed-record-kept",
        Location(str(entry)),
        say("this older release still holds what was removed"),
        remedy=say("build once more without --out, or remove the folder"),
        severity=Severity.WARNING,
    )
