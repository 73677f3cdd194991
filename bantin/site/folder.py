"""Writes the composed folder: everything an engine needs to build the site, and nothing else."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from bantin.problems import Problem
from bantin.site.configuration import Configuration, configuration_text
from bantin.site.paths import path_problems
from bantin.site.style import lean
from bantin.site.trouble import trouble

THEME = Path(__file__).parent / "theme"
"""The theme that ships with the package."""

FILE_MODE = 0o644
FOLDER_MODE = 0o755

Content = bytes | Path | Callable[[], bytes]
"""What a file is to hold: its bytes, a file to copy, or what reads them when their turn comes."""

Write = Callable[[Path, bytes], None]
"""Writes a file with its folders; handed in, so that a test can run out of disk."""


def write_file(path: Path, content: bytes) -> None:
    """Writes a file, with the folders it stands in. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


class Writer:
    """Writes the files of a folder that is made anew; what an earlier one holds just so is linked from there.

    Whether it does is found by reading it, so that nothing that someone changed in it is taken over. Making
    a file costs a file system many times what a link to one does.
    """

    def __init__(self, folder: Path, before: Path | None = None) -> None:
        self._folder = os.path.abspath(folder)
        self._before = os.path.abspath(before) if before else ""
        self._made: set[str] = set()

    def __call__(self, path: Path, content: bytes) -> None:
        """Writes a file that is not there yet, else raises OSError: it might be one of a release."""
        place = os.path.abspath(path)  # engines name their files from the root, whatever they were told
        parent = os.path.dirname(place)
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)
            self._made.add(parent)
        if not self._before or not self._linked(place, content):
            with open(place, "xb") as file:
                file.write(content)

    def _linked(self, place: str, content: bytes) -> bool:
        """Whether the earlier folder has the file with this content, and the system gave a link to it."""
        earlier = self._before + place.removeprefix(self._folder)
        try:
            told = os.lstat(earlier)
            if not stat.S_ISREG(told.st_mode) or told.st_size != len(content):
                return False
            with open(earlier, "rb") as file:
                if file.read() != content:
                    return False
            os.link(earlier, place)
        except OSError:  # it is not there, is being removed, or the file system has no links
            return False
        return True


def share(folder: Path, before: Path) -> None:
    """Links to an earlier folder, in the place of what an engine has written just as it stands there.

    Only where the mode is the same, too: what is changed in one of them is changed in both. Raises OSError.
    """
    left = [os.fspath(folder)]
    while left:
        with os.scandir(left.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    left.append(entry.path)
                elif entry.stat(follow_symlinks=False).st_nlink == 1:
                    _share_file(entry.path, os.path.join(before, os.path.relpath(entry.path, folder)))


def _share_file(place: str, earlier: str) -> None:
    """Takes a link to an earlier file, where it is the same; else all stays as it is."""
    aside = f"{place}.link"
    with suppress(OSError):  # it is not there, is being removed, or the file system has no links
        told, was = os.lstat(place), os.lstat(earlier)
        if (told.st_mode, told.st_size) == (was.st_mode, was.st_size) and _same(place, earlier):
            os.link(earlier, aside)
            os.replace(aside, place)


def _same(one: str, other: str) -> bool:
    """Whether two files hold the same. Raises OSError."""
    with open(one, "rb") as file, open(other, "rb") as earlier:
        return file.read() == earlier.read()


def write_folder(
    folder: Path,
    configuration: Configuration,
    *,
    base: str,
    pages: Mapping[str, str],
    files: Mapping[str, Content],
    later: Iterable[str] = (),
    theme: Path = THEME,
    write: Write = write_file,
) -> list[Problem]:
    """Writes the self-contained folder that ``mkdocs build`` turns into the site.

    base: the text of the project's own ``mkdocs.yml``; pages: path below the docs folder → Markdown;
    files: path below the docs folder → content, a file to copy, or what reads the content; later: paths that
    are filled when the site is built (``add_files``). Gives the problems, in which case the folder is not
    complete. Raises ValueError when the folder is not empty.
    """
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"the folder is not empty: {folder}")
    if problems := path_problems([*pages, *files, *later]):
        return problems
    try:
        (folder / "theme").mkdir(parents=True, exist_ok=True)
        write(folder / "mkdocs.yml", configuration_text(configuration).encode())
        write(folder / "base.yml", base.encode())
        for path, content in _contents(pages, files, theme):
            write(folder / path, _bytes(content))
        settle(folder)
    except OSError as error:
        return [trouble(error, folder)]
    return []


def add_files(
    folder: Path, site: Path, files: Mapping[str, Content], write: Write = write_file
) -> list[Problem]:
    """Writes files below the docs folder and puts them into the finished site, as an engine would.

    They are linked, for there may be many more of them than pages and every copy costs as much as a page's
    writing; where a file system has no links they are copied.
    """
    folders: set[str] = set()
    try:
        for path, content in files.items():
            original, place = folder / "docs" / path, os.path.join(site, path)
            write(original, _bytes(content))
            parent = os.path.dirname(place)
            if parent not in folders:
                os.makedirs(parent, exist_ok=True)
                folders.add(parent)
            _put(os.fspath(original), place)
    except OSError as error:
        return [trouble(error, folder)]
    return []


def _put(original: str, place: str) -> None:
    """Links a file to a place, over what the engine has made there. Raises OSError."""
    try:
        os.link(original, place)
    except FileExistsError:
        os.unlink(place)
        _put(original, place)
    except OSError:  # a file system without links, or one that has no more of them
        shutil.copyfile(original, place)


def _contents(
    pages: Mapping[str, str], files: Mapping[str, Content], theme: Path
) -> Iterator[tuple[str, Content]]:
    """Every file of the folder but its configuration, by its path there."""
    yield from ((f"docs/{path}", pages[path].encode()) for path in sorted(pages))
    yield from ((f"docs/{path}", files[path]) for path in sorted(files))
    for path in sorted(theme.rglob("*")):
        inside = path.relative_to(theme)
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside.parts):
            style = path.suffix == ".css"
            yield f"theme/{inside.as_posix()}", lean(path.read_text("utf-8")).encode() if style else path


def _bytes(content: Content) -> bytes:
    if isinstance(content, bytes):
        return content
    return content.read_bytes() if isinstance(content, Path) else content()


def settle(folder: Path) -> None:
    """Gives the folder and everything in it fixed modes, whatever the umask was. Raises OSError."""
    _set(os.stat(folder), FOLDER_MODE, os.fspath(folder))
    left = [os.fspath(folder)]
    while left:
        with os.scandir(left.pop()) as entries:
            for entry in entries:
                is_folder = entry.is_dir(follow_symlinks=False)
                _set(entry.stat(), FOLDER_MODE if is_folder else FILE_MODE, entry.path)
                if is_folder:
                    left.append(entry.path)


def _set(told: os.stat_result, mode: int, place: str) -> None:
    """Gives a place a mode; most have it, and asking costs less than setting."""
    if stat.S_IMODE(told.st_mode) != mode:
        os.chmod(place, mode)
