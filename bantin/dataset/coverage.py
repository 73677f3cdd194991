"""Coverage: each expression with digits in the texts of a record, and what explains it.

One pass over the texts finds what the check refuses and what the report counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bantin.dataset.expressions import Expressions, declared
from bantin.dataset.records.base import Record, Told
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.roles import Declares, Kind
from bantin.dataset.records.text import Text
from bantin.language.ordinals import ordinals

if TYPE_CHECKING:
    from bantin.dataset.dataset import Dataset

# Unicode: decimal digits of all scripts, superscripts and subscripts, fractions, Roman numerals that are
# one character, numbers in circles and brackets.
_SIGNS = r"\d²³¹¼-¾⁰⁴-⁹₀-₉⅐-↉①-⒛⓪-⓿❶-➓㈠-㈩㉈-㉏㉑-㉟㊀-㊉㊱-㊿\U0001f100-\U0001f10c"
_TOUCHED = re.compile(rf"[{_SIGNS}]|(?<=\s)[IVXLC]+(?!\w)")
"""What makes a text worth a closer look."""
_NUMBER = re.compile(rf"[{_SIGNS}](?:[{_SIGNS}.,/–-]*[{_SIGNS}])?\s?%?")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>“”]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SQUARED = re.compile(r"(?<![^\W\d_])[kdcmh]?m[²³](?!\w)")
_YEAR_WORD = re.compile(r"năm\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of a text that holds digits, with what explains it."""

    told: Told
    start: int
    text: str
    kind: Kind


@dataclass(frozen=True)
class Coverage:
    """The digits of one record. texts: all that it has; figures: how many references to figures they hold."""

    record: Record
    texts: Iterable[Told]
    figures: int
    expressions: tuple[Expression, ...]
    known: Expressions | None

    @property
    def file(self) -> str:
        """The file of the record."""
        return self.record.where().file

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many expressions each kind explains, in the order of kinds."""
        counted = Counter(expression.kind for expression in self.expressions)
        return {kind: self.figures if kind is Kind.FIGURE else counted[kind] for kind in Kind}

    @property
    def total(self) -> int:
        """How many expressions with digits there are."""
        return sum(self.counts.values())

    @property
    def percent(self) -> int:
        """The share that is explained, rounded down; 100 where there are none."""
        return 100 - -(-100 * self.counts[Kind.UNEXPLAINED] // self.total) if self.total else 100

    def literals(self) -> Iterator[tuple[str, str]]:
        """The literals that the texts say, each once, with the reason for it."""
        said = {found.text for found in self.expressions if found.kind is Kind.LITERAL}
        if self.known:
            yield from ((text, self.known.reason_for(text)) for text in sorted(said))

    def unexplained(self) -> Iterator[Expression]:
        """What no declaration explains."""
        return (found for found in self.expressions if found.kind is Kind.UNEXPLAINED)


def cover(dataset: Dataset) -> Iterator[Coverage]:
    """The digits of each record that can be judged: that could be read, with all that it tells of."""
    for record, texts in dataset.told:
        if record is dataset.site and "data/site.yml" in dataset.unread:
            continue
        if not isinstance(record, Publishable) or dataset.is_told_whole(record):
            yield _covered(dataset, record, texts)


def _covered(dataset: Dataset, record: Record, texts: Iterable[Told]) -> Coverage:
    known: Expressions | None = None
    figures = 0
    found: list[Expression] = []
    for told in texts:
        if isinstance(told.role, Declares) and told.role.kind is Kind.LITERAL:
            continue
        own = told.role if isinstance(told.role, Declares) else None
        stretches = told.text.stretches() if isinstance(told.text, Text) else ((0, told.text),)
        figures += len(stretches) - 1
        for start, stretch in stretches:
            if _TOUCHED.search(stretch):
                known = declared(dataset, record) if known is None else known
                found.extend(
                    Expression(told, start + first, stretch[first:last], kind)
                    for first, last, kind in explained(stretch, known, dataset.units, own)
                )
    return Coverage(record, texts, figures, tuple(found), known)


def explained(
    text: str, known: Expressions, units: re.Pattern[str], own: Declares | None = None
) -> list[tuple[int, int, Kind]]:
    """Start, end and kind of each expression with digits in a text, in order.

    units: the nouns that are counted; a year alone before one of them is a count. own: what the text
    declares by standing where it does.
    """
    folded = re.sub(r"\s", " ", text)
    found = [(start, end, own.kind) for start, end in own.spans(folded)] if own else []
    rest = _without(folded, [(start, end) for start, end, _ in found])
    found += [
        (start, end, Kind.UNEXPLAINED if _is_count(folded, start, end, units) else kind)
        for start, end, kind in known.find(rest)
    ]
    rest = _without(rest, [(start, end) for start, end, _ in found])
    found += [(match.start(), match.end(), Kind.NAME) for match in _ADDRESS.finditer(rest)]
    found += [
        (ordinal.start, ordinal.end, Kind.ORDINAL if known.has(ordinal) else Kind.UNEXPLAINED)
        for ordinal in ordinals(rest)
        if ordinal.is_roman
    ]
    measures = [match.span() for match in _SQUARED.finditer(rest)]
    rest = _without(rest, [*((start, end) for start, end, _ in found), *measures])
    for match in _NUMBER.finditer(rest):
        found.append((match.start(), match.start() + len(match[0].rstrip()), Kind.UNEXPLAINED))
    return sorted(found)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with stretches blanked out, each character in its place."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_count(text: str, start: int, end: int, units: re.Pattern[str]) -> bool:
    """Whether what looks like a year counts things: "2019 đảng viên", not "năm 2019 đảng viên"."""
    alone = text[start:end].isdigit() and not _YEAR_WORD.search(text[:start])
    return alone and bool(units.match(text, end))
