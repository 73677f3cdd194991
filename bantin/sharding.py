"""What is dear to make of a large archive, made year by year on several machines and put together on one.

Photos, cards and documents are kept by what they are made of (``bantin.kept``). A shard makes those of one
year's bulletins; where the folders of all shards are put together, a build of the whole finds them made, so
that it is the build of the whole, whoever made what.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bantin.checking import check
from bantin.kept import cache_of, make_folder
from bantin.making import make_ready
from bantin.problems import Location, Message, Problem, Report, in_order, say
from bantin.release.work import NEW, fresh_name
from bantin.site.trouble import trouble

KINDS = ("photos", "cards", "documents")
"""The folders of what is kept that shards share."""

_NAME = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True)
class Sharded:
    """What a shard gives: the problems and their lines, how many bulletins it is of, and where it lies."""

    problems: tuple[Problem, ...]
    lines: Callable[[str], Sequence[str]]
    summary: Message | None
    bulletins: int
    folder: Path


def make_shard(project: Path, year: int, *, now: datetime, report: Report) -> Sharded:
    """Makes what is dear of the bulletins of one year, if all records are sound; nothing is published."""
    checked, folder = check(project, now=now), cache_of(project, "").resolve()
    if not checked.sound:
        return Sharded(checked.problems, checked.lines, checked.summary, 0, folder)
    public = checked.dataset.public(now)
    whole = checked.composed(public, now)
    part = replace(whole, articles=tuple(one for one in whole.articles if one.day.year == year))
    *_, noted = make_ready(checked, public, part, report, True)
    problems = tuple(in_order([*checked.problems, *noted]))
    return Sharded(problems, checked.lines, checked.summary, len(part.articles), folder)


def merge(project: Path, folders: Iterable[Path]) -> list[Problem]:
    """Takes what shards have made into what the project keeps; what is there already stays.

    folders: each the folder that a shard said. What is no entry is left: of those that are, a build compares
    each file with its digest before it uses it. That shows damage, not forgery: whoever made a folder decides
    what its photos, cards and documents show.
    """
    try:
        for folder in folders:
            if not any((folder / kind).is_dir() for kind in KINDS):
                return [_no_shard(folder)]
            for kind in KINDS:
                for entry in _entries(folder / kind):
                    _take_in(entry, cache_of(project, kind))
    except OSError as error:
        return [trouble(error, cache_of(project, ""))]
    return []


def _entries(folder: Path) -> Iterator[Path]:
    """The things in a folder of kept ones that hold plain files alone: a link could lead anywhere."""
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        is_whole = _NAME.fullmatch(entry.name) and entry.is_dir() and not entry.is_symlink()
        if is_whole and all(inner.is_file() and not inner.is_symlink() for inner in entry.iterdir()):
            yield entry


def _take_in(entry: Path, cache: Path) -> None:
    """Puts a copy of a thing into its place in one step, unless there is one."""
    make_folder(cache)
    if (cache / entry.name).exists():
        return
    fresh = fresh_name(cache, NEW)
    try:
        fresh.mkdir()
        for file in entry.iterdir():
            shutil.copyfile(file, fresh / file.name)
        with suppress(OSError):  # another program was quicker
            fresh.rename(cache / entry.name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _no_shard(folder: Path) -> Problem:
    return Problem(
        "no-shard",
        Location(str(folder)),
        say("this folder holds nothing that a build with --shard has made"),
        remedy=say("name the folder that it said, build/cache of its project"),
    )
