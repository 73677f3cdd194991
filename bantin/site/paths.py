"""Which paths may stand in the composed folder: safe, short enough, and distinct on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator

from bantin.problems import Location, Problem, say

LONGEST_NAME = 200
"""Bytes of one name, below the 255 of common file systems: engines make folders and add endings."""

LONGEST_PATH = 400
"""Bytes of a whole path below the docs folder."""

_FORBIDDEN = re.compile(r'[\\:*?"<>|\x00-\x1f\x7f-\x9f\ud800-\udfff]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_RESERVED_PART = re.compile(r"(?:^|/)(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|templates)(?:[./]|$)")
_LEFT_OUT_BY_ENGINE = "templates"
_PLAIN = re.compile(r"(?:[a-z0-9_][a-z0-9_-]*/)*[a-z0-9_][a-z0-9_-]*(?:\.[a-z0-9]+)?")
"""A path of which nothing but a reserved name can be wrong, as nearly all are."""


def path_problems(paths: Iterable[str]) -> list[Problem]:
    """What is wrong with these POSIX paths below the docs folder, each alone and all together."""
    ordered = sorted(paths)
    problems = [problem for path in ordered for problem in _alone(path)]
    return problems or list(_together(ordered))


def _alone(path: str) -> Iterator[Problem]:
    """Why one path cannot be written: at most one problem."""
    names = path.split("/")
    if len(path) <= LONGEST_NAME and _PLAIN.fullmatch(path) and not _RESERVED_PART.search(path):
        return
    if unsafe := next((name for name in names if not _is_safe(name)), None):
        message = say("{name} cannot be part of the path {path}", name=repr(unsafe), path=repr(path))
        yield Problem("unsafe-path", Location(path), message)
    elif "" in names or not unicodedata.is_normalized("NFC", path):
        yield Problem("unsafe-path", Location(path), say("the path {path} cannot be used", path=repr(path)))
    elif names[0] == _LEFT_OUT_BY_ENGINE:
        message = say("the site builder leaves out the folder {name}", name=names[0])
        yield Problem("unsafe-path", Location(path), message)
    elif path.endswith(".md") and not path.isascii():
        message = say("the address of a page holds letters that are not ASCII: {path}", path=path)
        yield Problem("unsafe-path", Location(path), message)
    elif max(map(_bytes, names)) > LONGEST_NAME or _bytes(path) > LONGEST_PATH:
        longest = max(names, key=_bytes)
        message = say("the name {name} is too long ({size} bytes)", name=longest, size=_bytes(longest))
        yield Problem("path-too-long", Location(path), message, remedy=say("give the file a shorter name"))


def _is_safe(name: str) -> bool:
    """Whether a name, if not empty, is harmless on every system."""
    return not (
        _FORBIDDEN.search(name)
        or _RESERVED.fullmatch(name)
        or name.startswith(".")
        or name != name.strip()
        or name.endswith(".")
    )


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _together(paths: list[str]) -> Iterator[Problem]:
    """Paths that would lie over one another: the same but for capitals, or built to the same file."""
    first: dict[str, str] = {}
    free: set[str] = set()
    for path, following in zip(paths, [*paths[1:], ""], strict=True):
        for key, spelling in _claims(path, free):
            taken = first.setdefault(key, spelling)
            if taken != spelling or path == following:
                message = say("{path} and {other} cannot stand side by side", path=spelling, other=taken)
                yield Problem("paths-collide", Location(path), message)
                break
            if spelling.endswith("/"):
                free.add(spelling)


def _claims(path: str, free: Container[str]) -> Iterator[tuple[str, str]]:
    """What a path lays claim to: each of its folders, but those of which others found that they are free of
    any other claim, itself, and the file it is built to."""
    built = built_file(path)
    for end in (path, built):
        folder = end
        while (folder := folder.rpartition("/")[0]) and f"{folder}/" not in free:
            yield folder.casefold(), f"{folder}/"
    yield f"source {path.casefold()}", path
    yield built.casefold(), path


def built_file(path: str) -> str:
    """The file of the site that the engine makes of a source: pages become folders with an index."""
    folder, slash, name = path.rpartition("/")
    stem = name.removesuffix(".md")
    if stem == name or not stem:
        return path
    return f"{folder}{slash}{'' if stem in ('index', 'README') else f'{stem}/'}index.html"
