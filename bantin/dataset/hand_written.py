"""Pages written by hand: ``content/*.md``, each with a title and a description above its text.

The engine would obey anything in their heads and publish any markup; so heads are read like records,
and what could run in a reader's browser is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bantin.dataset.characters import LOST, read_text
from bantin.dataset.located import Scalar
from bantin.dataset.source import read_source
from bantin.problems import Location, Problem, say

KEYS = ("title", "description")
RESERVED = frozenset(
    {
        "index",
        "404",
        "tin",
        "so-lieu",
        "luu-tru",
        "lich",
        "dinh-chinh",
        "tim-kiem",
        "nguon-tin",
        "assets",
        "sitemap",
        "robots",
    }
)
"""Names of pages that the program writes itself."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_MOST_BYTES, _LONGEST_LINE = 128 * 1024, 5_000
_HEAD = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_ACTIVE = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|form|style|link|meta|base|svg|math)\b|<[^>]*\son[a-z]+\s*=|javascript:",
    re.IGNORECASE,
)


def read_hand_written(content: Mapping[str, bytes]) -> tuple[dict[str, str], list[Problem]]:
    """The pages by address (``/gioi-thieu/`` → Markdown), and what is wrong with them."""
    pages: dict[str, str] = {}
    problems: list[Problem] = []
    for file in sorted(name for name in content if name.endswith(".md")):
        read, spoiled = read_text(f"content/{file}", content[file])
        problems.extend(problem for problem in spoiled if problem.rule != "tab-indent")  # no YAML
        text = read.replace(LOST, "")
        if all(problem.rule != "not-utf-8" for problem in spoiled):
            problems.extend(_problems(f"content/{file}", file.removesuffix(".md"), text))
        pages[f"/{file.removesuffix('.md')}/"] = text
    return pages, problems


def _problems(file: str, name: str, text: str) -> Iterator[Problem]:
    if not _NAME.fullmatch(name) or name in RESERVED:
        yield Problem(
            "page-name",
            Location(file),
            say("a page written by hand cannot have this name"),
            (say("names taken: {names}", names=", ".join(sorted(RESERVED))),),
            say("rename it with a–z, 0–9 and hyphens, directly below content/"),
        )
    if len(text.encode()) > _MOST_BYTES or any(len(line) > _LONGEST_LINE for line in text.splitlines()):
        yield Problem(
            "too-long",
            Location(file),
            say("the page is too long, or one of its lines is"),
            remedy=say("make several pages or paragraphs of it"),
        )
    yield from _head_problems(file, text)
    for number, line in enumerate(text.splitlines(), 1):
        for match in _ACTIVE.finditer(line):
            yield Problem(
                "active-markup",
                Location(file, number, match.start() + 1, len(match[0])),
                say("“{text}” could run in a reader's browser", text=match[0]),
                remedy=say("write it as plain text, or leave it out"),
            )


def _head_problems(file: str, text: str) -> Iterator[Problem]:
    head = _HEAD.match(text)
    source = read_source(file, ("\n" + head[1]).encode()) if head else None
    yield from source.problems if source else ()
    entries = source.root.entries if source and source.root else {}
    if source and source.root is None:
        return
    for key in KEYS:
        value = entries.get(key)
        if not isinstance(value, Scalar) or value.absent:
            yield Problem(
                "missing-field",
                Location(file),
                say("the field “{name}” is missing", name=key),
                (say("a page begins with its title and description between two lines “---”"),),
                say("add a line “{name}: …”", name=key),
            )
    for key in entries.keys() - set(KEYS):
        place = source.root.keys[key] if source and source.root else Location(file)
        yield Problem(
            "unknown-key",
            place,
            say("“{name}” is not a field known here", name=key),
            remedy=say("the fields known here: {names}", names=", ".join(KEYS)),
        )
