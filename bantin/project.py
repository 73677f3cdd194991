"""A project's folder as the stages see it: files by name, read in one place."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bantin.dataset.attachments import KINDS as ATTACHMENTS
from bantin.dataset.pictures import KINDS as PHOTOS
from bantin.dataset.published import ENDING as LEDGER_ENDING
from bantin.dataset.published import FOLDER as LEDGER
from bantin.problems import Location, Problem, say

Named = TypeVar("Named")

_MOST_BYTES = 30_000_000
_NEW_FILE = 0o644
_PAGE = ".md"
_ENCLOSED_KINDS = (*PHOTOS, *ATTACHMENTS)


class Content(Mapping[str, bytes]):
    """Files below ``content/`` by path. Photos and attachments are read when asked for, one at a time.

    Raises OSError where a file cannot be read any more.
    """

    def __init__(self, pages: Mapping[str, bytes], enclosed: Mapping[str, Path]) -> None:
        self._pages = pages
        self._enclosed = enclosed

    def __getitem__(self, name: str) -> bytes:
        page = self._pages.get(name)
        return self._enclosed[name].read_bytes() if page is None else page

    def __iter__(self) -> Iterator[str]:
        yield from self._pages
        yield from self._enclosed

    def __len__(self) -> int:
        return len(self._pages) + len(self._enclosed)


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """What a project holds: records, hand-written pages and photos, the engine's configuration.

    data: path from the project's folder → bytes; content: path below ``content/`` → bytes, read when asked
    for; published: the files of the ledger of what was published, path from the project's folder → bytes.
    """

    data: dict[str, bytes]
    content: Mapping[str, bytes]
    configuration: str
    problems: tuple[Problem, ...]
    published: dict[str, bytes] = field(default_factory=dict)


def read_project(folder: Path) -> ProjectFiles:
    """Read a project's files; what cannot be read is a problem. Drafts of editors are left out."""
    problems: list[Problem] = []
    data = _read(folder, "data", (".yml", ".yaml", ".yml.txt", ".yaml.txt"), problems)
    below_content = _found(folder, "content", (_PAGE, *_ENCLOSED_KINDS), problems)
    pages = {name: path for name, path in below_content.items() if name.lower().endswith(_PAGE)}
    enclosed = {name: path for name, path in below_content.items() if name not in pages}
    content = Content(_below_content(_bytes(pages, problems)), _below_content(enclosed))
    published = _read(folder, LEDGER, (LEDGER_ENDING,), problems)
    return ProjectFiles(
        data,
        content,
        _configuration(folder, problems),
        tuple(problems),
        published,
    )


def write_over(path: Path, content: bytes) -> None:
    """Put new content in the place of a file in one step, so that no moment shows half of it.

    A link keeps pointing to its file, and the file its mode; a file that was not there can be read by all.
    Raises OSError; then the old file stands.
    """
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=target.parent)
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        fresh.chmod(target.stat().st_mode & 0o7777 if target.exists() else _NEW_FILE)
        fresh.replace(target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _read(folder: Path, below: str, kinds: tuple[str, ...], problems: list[Problem]) -> dict[str, bytes]:
    return _bytes(_found(folder, below, kinds, problems), problems)


def _bytes(paths: dict[str, Path], problems: list[Problem]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for name, path in paths.items():
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            problems.append(_unreadable(name, error))
    return files


def _found(folder: Path, below: str, kinds: tuple[str, ...], problems: list[Problem]) -> dict[str, Path]:
    """The files of these kinds below a folder, by name; what nobody may read or should is a problem."""
    files: dict[str, Path] = {}
    inside = _Inside(folder)
    for path in _paths(folder, folder / below, problems):
        name = _name(folder, path)
        if not path.name.lower().endswith(kinds) or path.name.startswith((".", "~")):
            continue
        if not path.is_file() or not inside.holds(path):
            problems.append(_foreign(name))
            continue
        try:
            with path.open("rb"):
                too_big = path.stat().st_size > _MOST_BYTES
        except OSError as error:
            problems.append(_unreadable(name, error))
            continue
        if too_big:
            problems.append(_too_big(name))
        else:
            files[name] = path
    return files


class _Inside:
    """Tells whether files are of a project: what is no link is, where its folder is; each is asked once."""

    def __init__(self, folder: Path) -> None:
        self._root = folder.resolve()
        self._folders: dict[Path, bool] = {}

    def holds(self, path: Path) -> bool:
        """Whether a file stands in the project itself, and not in what a link leads to."""
        if path.is_symlink():
            return path.resolve().is_relative_to(self._root)
        known = self._folders.get(path.parent)
        if known is None:
            known = self._folders[path.parent] = path.parent.resolve().is_relative_to(self._root)
        return known


def _below_content(files: dict[str, Named]) -> dict[str, Named]:
    return {name.removeprefix("content/"): file for name, file in files.items()}


def _paths(folder: Path, below: Path, problems: list[Problem]) -> list[Path]:
    """Everything below a folder but folders; links to folders count, folders that are closed are told."""
    found: list[Path] = []

    def closed(error: OSError) -> None:
        if Path(error.filename).exists():
            problems.append(_unreadable(_name(folder, Path(error.filename)), error))

    for place, folders, files in os.walk(below, onerror=closed):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        problems.extend(_foreign(_name(folder, Path(place, name))) for name in links)
        found.extend(Path(place, name) for name in files)
    return sorted(found)


def _name(folder: Path, path: Path) -> str:
    """A path as shown to people and looked up by records: from the project's folder, NFC."""
    return unicodedata.normalize("NFC", path.relative_to(folder).as_posix())


def _unreadable(name: str, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return Problem("unreadable-file", Location(name), say("cannot be read: {reason}", reason=reason))


def _too_big(name: str) -> Problem:
    return Problem(
        "too-big",
        Location(name),
        say("the file is larger than {limit} MB", limit=_MOST_BYTES // 1_000_000),
        remedy=say("make it smaller"),
    )


def _foreign(name: str) -> Problem:
    """A link that leads out of the project could publish what does not belong to it."""
    return Problem(
        "foreign-file",
        Location(name),
        say("this is no file of the project, or a link that leads out of it"),
        remedy=say("put the file itself here"),
    )


def _configuration(folder: Path, problems: list[Problem]) -> str:
    try:
        return (folder / "mkdocs.yml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        problems.append(
            Problem(
                "missing-file",
                Location("mkdocs.yml"),
                say("the file is missing or cannot be read"),
                remedy=say("“bantin new project” writes one to begin with"),
            )
        )
        return ""
