"""The pages that every generator is given: what bantin composed, without what only its theme knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
KEPT = re.compile(r"^(?:title|description):.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its path below the folder of pages ("tin/2024/11/x/index.md"), and its Markdown."""

    path: str
    text: str


def composed_pages(folder: Path) -> list[Page]:
    """All Markdown pages below a folder, in the order of their paths; of the front matter what all know.

    Raises ValueError when there is none: nothing would be measured.
    """
    pages = [
        Page(file.relative_to(folder).as_posix(), as_any_generator_reads_it(file.read_text(encoding="utf-8")))
        for file in sorted(folder.rglob("*.md"))
    ]
    if not pages:
        raise ValueError(f"no pages in {folder}")
    return pages


def as_any_generator_reads_it(text: str) -> str:
    """A page whose front matter says its title and description, and nothing else."""
    matter = FRONT_MATTER.match(text)
    if matter is None:
        return text
    kept = "\n".join(KEPT.findall(matter[1]))
    return f"---\n{kept}\n---\n" + text[matter.end() :]
