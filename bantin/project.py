"""A project's folder as the stages see it: files by name, read in one place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bantin.problems import Location, Problem, say

_CONTENT_KINDS = (".md", ".jpg", ".jpeg", ".png", ".webp")


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """What a project holds: records, hand-written pages and photos, the engine's configuration.

    data: path from the project's folder → bytes; content: path below ``content/`` → bytes.
    """

    data: dict[str, bytes]
    content: dict[str, bytes]
    configuration: str
    problems: tuple[Problem, ...]


def read_project(folder: Path) -> ProjectFiles:
    """Read a project's files; what cannot be read is a problem. Drafts of editors are left out."""
    problems: list[Problem] = []
    data = _read(folder, "data", (".yml", ".yaml"), problems)
    content = _read(folder, "content", _CONTENT_KINDS, problems)
    return ProjectFiles(
        data,
        {name.removeprefix("content/"): text for name, text in content.items()},
        _configuration(folder, problems),
        tuple(problems),
    )


def _read(folder: Path, below: str, kinds: tuple[str, ...], problems: list[Problem]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for path in sorted((folder / below).rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix.lower() not in kinds or path.name.startswith((".", "~")) or path.is_dir():
            continue
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            problems.append(
                Problem("unreadable-file", Location(name), say("cannot be read: {reason}", reason=reason))
            )
    return files


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
