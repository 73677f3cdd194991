"""What stands beside the pages is what was composed; where it is not, which figure of it is another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from operator import itemgetter
from pathlib import Path

from bantin.ledger import Entry, Place
from bantin.outputs.output import line
from bantin.problems import say
from bantin.site.audit.figures import evidence_of
from bantin.site.audit.finding import Finding
from bantin.site.audit.links import Surroundings
from bantin.site.audit.read_back import is_text, values_of

_NUMBER = re.compile(r"[+\-−]?\d(?:[\d.,]*\d)?%?")
_FIELD = re.compile(r'"[^"]*"|[^,"]+')
"""A field of comma-separated values, or a piece of a quoted one; of a spoiled line as well."""

_AROUND = 40
_MOST_TOLD = 20
"""Of one file; whoever changed more of it than that has changed all of it."""

Posted = tuple[Entry, Place]


def output_findings(site: Path, around: Surroundings) -> Iterator[Finding]:
    """Every file beside the pages that is missing or is not, byte for byte, what was composed."""
    expectations = around.expectations
    for path, content in sorted(expectations.files.items(), key=itemgetter(0)):
        if path not in around.files:
            yield Finding(path, "output-missing", say("the file {path} is missing", path=f"/{path}"))
            continue
        there = (site / path).read_bytes()
        right = content if isinstance(content, bytes) else content.read_bytes()
        if there != right:
            posted = expectations.ledger.whole.by_file.get(f"/{path}", ())
            yield from _changed(path, right, there, posted)


def _changed(path: str, right: bytes, there: bytes, posted: Iterable[Posted]) -> Iterator[Finding]:
    """How a file differs from what was composed: by lines, by values, or not to be told."""
    found: list[Finding] = []
    if is_text(right) and is_text(there):
        found = [*_lines(path, right.decode().split("\n"), there.decode().split("\n"), posted)]
    else:
        found = [*_values(path, values_of(path, right), values_of(path, there), posted)]
    if not found:
        message = say("the file {path} is not the one that was composed", path=f"/{path}")
        found = [Finding(path, "output-changed", message)]
    yield from found[:_MOST_TOLD]


def _lines(path: str, right: list[str], there: list[str], posted: Iterable[Posted]) -> Iterator[Finding]:
    by_line = _by_place(posted)
    same = _same(right, there)
    tail = _same(right[same:][::-1], there[same:][::-1])
    cut = slice(same, -tail or None)
    for number, (wanted, shown) in enumerate(zip_longest(right[cut], there[cut]), same + 1):
        if wanted != shown:
            yield from _line(path, number, wanted, shown, by_line.get(line(number), ()))


def _same(some: list[str], others: list[str]) -> int:
    """So many lines are the same at the beginning."""
    pairs = zip(some, others, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(some), len(others)))


def _line(
    path: str, number: int, wanted: str | None, shown: str | None, posted: Iterable[Posted]
) -> Iterator[Finding]:
    column = _same([*(wanted or "")], [*(shown or "")])
    right, there = _near(wanted or "", column), _near(shown or "", column)
    lost = _numbers(path, wanted or "") - _numbers(path, shown or "")
    gone = [one for one in posted if lost.keys() & set(_NUMBER.findall(one[1].text))]
    if not gone:
        message = say("here it should say “{text}”, but it says “{shown}”", text=right, shown=there)
        yield Finding(path, "output-changed", message, line=number, occurrence=column)
    for entry, place in gone:
        message = say("the figure {name} should be {text} here, but the file says: {shown}",
                      name=entry.name, text=place.text, shown=there)  # fmt: skip
        evidence = evidence_of(entry, place)
        yield Finding(path, "output-disagrees", message, evidence=evidence, line=number, occurrence=column)


def _numbers(path: str, text: str) -> Counter[str]:
    """The numbers in a line; in comma-separated values a comma ends one."""
    fields = _FIELD.findall(text) if path.endswith(".csv") else [text]
    return Counter(number for field in fields for number in _NUMBER.findall(field))


def _near(text: str, column: int) -> str:
    """The surroundings of a place in a line."""
    start, end = max(0, column - _AROUND // 2), column + _AROUND
    return "…" * (start > 0) + text[start:end] + "…" * (end < len(text))


def _values(
    path: str, right: Mapping[str, str], there: Mapping[str, str], posted: Iterable[Posted]
) -> Iterator[Finding]:
    by_place = _by_place(posted)
    for at in sorted(right.keys() | there.keys()):
        wanted, shown = right.get(at, ""), there.get(at, "")
        if wanted == shown:
            continue
        if not by_place.get(at):
            message = say("at {place} it should say “{text}”, but it says “{shown}”",
                          place=at, text=wanted, shown=shown)  # fmt: skip
            yield Finding(path, "output-changed", message)
        for entry, place in by_place.get(at, ()):
            message = say("the figure {name} should be {text} at {place}, but the file says: {shown}",
                          name=entry.name, text=place.text, place=at, shown=shown)  # fmt: skip
            yield Finding(path, "output-disagrees", message, evidence=evidence_of(entry, place))


def _by_place(posted: Iterable[Posted]) -> dict[str, list[Posted]]:
    found: dict[str, list[Posted]] = {}
    for entry, place in posted:
        found.setdefault(place.at, []).append((entry, place))
    return found
