"""What builds cost, as it is told on the terminal and kept in ``docs/``: tables, and a picture."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks import goals
from benchmarks.goals import growth
from benchmarks.picture import picture
from benchmarks.rows import Table, aligned, piped, text
from benchmarks.rows import cells as cells_of
from benchmarks.table import Contest, Result, cells

FIRST, LAST = "<!-- builds: make bench BENCH=--write -->\n", "<!-- end of builds -->"
"""What stands around the tables in the document."""

PICTURE = "images/builds.svg"
SHOWS = "What other generators cost beside Bản tin; the tables below have the same numbers"

Kept = Mapping[str, Any]
"""The part ``builds`` of the results: day, machine, commit, and each size with what was measured."""


def as_kept(contests: Mapping[int, Contest]) -> dict[str, object]:
    """The contests by size as they are kept."""
    return {"sizes": {str(size): asdict(contest) for size, contest in contests.items()}}


def contests_of(kept: Kept) -> dict[int, Contest]:
    """The contests that were kept."""
    return {
        int(size): Contest(**{**each, "results": [Result(**result) for result in each["results"]]})
        for size, each in kept["sizes"].items()
    }


def tables(contests: Mapping[int, Contest]) -> list[Table]:
    """The goals of each size, and those of growth."""
    found = [goals.goals(size, contest.results) for size, contest in contests.items()]
    grown = growth(contests)
    return [*found, grown] if grown else found


def plain(contests: Mapping[int, Contest]) -> str:
    """Everything as plain text."""
    told = ["× n: Bản tin's cost is n times the other's (its value in brackets); below 1 Bản tin costs less."]
    for size, contest in contests.items():
        told.append("\n".join((titled(size, contest), *aligned(cells(contest.results)), *contest.notes)))
    return "\n\n".join((*told, *map(text, tables(contests))))


def titled(size: int, contest: Contest) -> str:
    """What a size was measured on."""
    return f"{size:,} bulletins, {contest.pages:,} pages, runs: {contest.runs} (medians)"


def markdown(kept: Kept) -> str:
    """The picture and the tables as they stand in the document."""
    return "\n".join(_markdown(kept))


def _markdown(kept: Kept) -> Iterator[str]:
    contests = contests_of(kept)
    yield f"Measured on {kept['day']} at commit `{kept['commit']}`: {kept['machine']}.\n"
    yield f"![{SHOWS}]({PICTURE})\n"
    for size, contest in contests.items():
        yield f"**{titled(size, contest)}.** {' '.join(contest.notes)}\n"
        yield from piped(cells(contest.results))
        yield ""
    for table in tables(contests):
        yield f"**{table.title}.** {' '.join(table.notes)}".rstrip() + "\n"
        yield from piped(cells_of(table))
        yield ""


def drawn(kept: Kept) -> str:
    """The picture: of the size that the goals are set for, or of the largest."""
    contests = contests_of(kept)
    size = goals.SIZE if goals.SIZE in contests else max(contests)
    return picture(size, contests[size])


def write(kept: Kept, docs: Path) -> None:
    """Writes the results, the picture and the tables between their marks into the folder of documents."""
    page = docs / "performance.md"
    (docs / "performance.json").write_text(
        json.dumps(kept, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    (docs / PICTURE).write_text(drawn(kept), encoding="utf-8")
    page.write_text(marked(page.read_text(encoding="utf-8"), markdown(kept)), encoding="utf-8")


def marked(page: str, told: str) -> str:
    """A document with something else between the marks. Raises ValueError where it has none."""
    before, first, rest = page.partition(FIRST)
    _, last, after = rest.partition(LAST)
    if not last:
        raise ValueError("the document has lost its marks")
    return f"{before}{first}{told}{last}{after}"
