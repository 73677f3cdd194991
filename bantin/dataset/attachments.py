"""Files below ``content/`` that records attach to their documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bantin.dataset.dataset import Dataset
from bantin.dataset.records.editorial import Document, Reporting
from bantin.dataset.stripping import stripped
from bantin.problems import Problem, say

_OFFICE = (b"PK\x03\x04",)
_BEGINNINGS = {
    ".pdf": (b"%PDF-",),
    ".docx": _OFFICE,
    ".xlsx": _OFFICE,
    ".odt": _OFFICE,
    ".ods": _OFFICE,
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".webp": (b"RIFF",),
}
KINDS = tuple(_BEGINNINGS)
"""Kinds of files that can be attached, by how their names end."""

_SAID = {".jpg": "ảnh JPEG", ".jpeg": "ảnh JPEG", ".png": "ảnh PNG", ".webp": "ảnh WebP"}


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that can be published: its path below ``content/``, its kind in words, its size in bytes."""

    file: str
    kind: str
    size: int


def attached(records: Iterable[Reporting]) -> Iterator[tuple[Document, str]]:
    """The documents that have a file, each with its path below ``content/``."""
    for record in records:
        for document in record.documents:
            if document.file is not None:
                yield document, document.file


def read_attachments(
    dataset: Dataset, content: Mapping[str, bytes]
) -> tuple[dict[str, AttachedFile], list[Problem]]:
    """The files that documents of the dataset name, by path; those that are not what they say are problems.

    content: asked for one file at a time; what is not there, or of a kind that is not attached, is left out.
    """
    files: dict[str, AttachedFile] = {}
    problems: list[Problem] = []
    for document, file in attached(dataset.reporting.values()):
        if file in files or file not in content or not file.lower().endswith(KINDS):
            continue
        ending = _ending(file)
        data = published_bytes(content, file)
        if data is not None:
            files[file] = AttachedFile(file, _SAID.get(ending, ending[1:].upper()), len(data))
            continue
        problems.append(
            Problem(
                "broken-attachment",
                document.where("file"),
                say("content/{name} is empty, broken, or not of the kind that its name says", name=file),
                remedy=say("save it again as {kind}: to rename a file does not turn it", kind=ending),
            )
        )
    return files, problems


def published_bytes(content: Mapping[str, bytes], file: str) -> bytes | None:
    """A file as it is published, or None where it is not what its name says.

    Pictures lose what a camera or scanner wrote beside them; all other files stay as they are, signed or not.
    """
    ending = _ending(file)
    try:
        data = content[file]
        sound = data.startswith(_BEGINNINGS[ending])
        return (stripped(data) if ending in _SAID else data) if sound else None
    except (OSError, ValueError):
        return None


def _ending(file: str) -> str:
    return next(kind for kind in KINDS if file.lower().endswith(kind))
