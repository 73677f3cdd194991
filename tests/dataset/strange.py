"""Good projects with one value after the other replaced by something that hardly belongs there."""

from __future__ import annotations

from collections import Counter
from zlib import crc32

from bantin.dataset.located import Items, Mapping, Node, Scalar
from bantin.dataset.source import read_source
from tests.dataset.projects import Files


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    below = node.items if isinstance(node, Items) else tuple(node.entries.values())
    return [scalar for one in below for scalar in scalars(one)]


STRANGE = (
    "[a]",
    "{a: b}",
    "''",
    "-",
    "%",
    "0",
    "99999999999999999999",
    "Đ",
    "…",
    "“”",
    "a–b",
    "$(a)",
    "x" * 400,
    "[[]]",
    "null",
)


def broken_in_values(files: Files) -> list[tuple[str, int, Files]]:
    """The files with one value after the other replaced by something that hardly belongs there.

    By what, each value decides by itself: the choice stays the same when others come or go.
    """
    found: list[tuple[str, int, Files]] = []
    for file, text in files.items():
        root = read_source(file, text).root
        assert isinstance(root, Mapping)
        lines = text.decode().splitlines(keepends=True)
        values = [
            value for value in scalars(root) if value.plain and value.text in lines[value.location.line - 1]
        ]
        seen: Counter[str] = Counter()
        for value in values:
            seen[value.text] += 1
            place, chosen = value.location, crc32(f"{file} {value.text} {seen[value.text]}".encode())
            strange = STRANGE[chosen % len(STRANGE)]
            line = lines[place.line - 1]
            new = line[: place.column - 1] + strange + line[place.column - 1 + place.length :]
            changed_lines = [*lines[: place.line - 1], new, *lines[place.line :]]
            found.append((file, place.line, {**files, file: "".join(changed_lines).encode()}))
    return found
