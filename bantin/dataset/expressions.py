"""Expressions with digits that a record declares: its dates, periods, documents, names and literals.

A digit in a text is allowed when it belongs to one of them; what they leave is a typed number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from bantin.dataset.records.article import ArticleRecord
from bantin.dataset.records.base import Literal, Part, Record
from bantin.dataset.records.correction import Correction
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.meeting import Meeting
from bantin.dataset.records.roles import Declares, Kind
from bantin.dataset.records.sessions import When
from bantin.dataset.records.text import Text
from bantin.language import Calendar, Period, PeriodKind, day_phrase, format_date, format_long_date, periods
from bantin.language.ordinals import Numbered, Ordinal, ordinals

if TYPE_CHECKING:
    from bantin.dataset.dataset import Dataset

_CLAUSE = re.compile(r"(?i:(điều|khoản|mục|chương|phần|tiết|phụ lục)) (\d+[^.;]*)")
_LONE_YEAR = re.compile(r"(?:19|2[01])\d\d|2200")


_SAME = {
    Numbered.TERM: (Numbered.TERM, Numbered.CONGRESS),
    Numbered.CONGRESS: (Numbered.CONGRESS, Numbered.TERM, Numbered.PLAIN),
    Numbered.SESSION: (Numbered.SESSION, Numbered.PLAIN),
    Numbered.PLAIN: (Numbered.PLAIN, Numbered.SESSION, Numbered.CONGRESS),
}
"""By which declared ordinals one of a kind may be said."""


class Expressions:
    """What the texts of a record may say with digits: each expression with its kind.

    ordinals: the sessions, terms and congresses that are declared by their numbers, however written.
    """

    def __init__(self, kinds: Mapping[str, Kind], literals: Iterable[Literal] = ()) -> None:
        self._reasons = {_folded(literal.text): literal.reason for literal in literals}
        self._kinds = {_folded(text): kind for text, kind in kinds.items()}
        self._texts = tuple(kinds)
        self._pattern = _pattern(self._texts)
        named = [text for text, kind in kinds.items() if kind is not Kind.DATE]
        self.ordinals = frozenset((found.of, found.number) for text in named for found in ordinals(text))

    def find(self, text: str) -> Iterator[tuple[int, int, Kind]]:
        """Start, end and kind of each declared expression in a text without line breaks, in order."""
        for match in self._pattern.finditer(text):
            yield match.start(), match.end(), self._kinds[_folded(match[0])]

    def reason_for(self, literal: str) -> str:
        """The reason that is given for a literal."""
        return self._reasons[_folded(literal)]

    def has(self, ordinal: Ordinal) -> bool:
        """Whether an ordinal is declared: a term by that of its congress too, and a plain one by any."""
        return ordinal.number in self.ordinals_like(ordinal)

    def ordinals_like(self, ordinal: Ordinal) -> list[int]:
        """The numbers declared of what an ordinal counts, in order."""
        return sorted({number for of, number in self.ordinals if of in _SAME[ordinal.of]})

    def nearest(self, text: str, start: int, end: int) -> str | None:
        """The declared expression that the number at ``[start, end)`` of a text is likely meant for.

        It has the same words before its digits and the same form: "Điều 30" for "Điều 31", "29/11/2024"
        for "30/11/2024"; for a number without words before it, a date or years for what looks like one.
        """
        found = [
            (match.end() - match.start(), SequenceMatcher(None, match[0], declared).ratio(), declared)
            for declared in self._texts
            for match in _alike(declared).finditer(text)
            if match.start() <= start and end <= match.end() and _is_likely(match[0])
        ]
        return max(found, default=(0, 0.0, None))[2]


def declared(dataset: Dataset, record: Record) -> Expressions:
    """Everything with digits that the texts of ``record`` may say as it stands."""
    kinds = dict(dataset.common_expressions)
    literals = list(dataset.common_literals)
    told = (record, *_told_with(dataset, record))
    for part in (*told, *_linked(dataset, told)):
        literals += part.literals if isinstance(part, Record) else ()
        for text, kind in own_expressions(part):
            if _with_digit(text):
                kinds.setdefault(text, kind)
    return Expressions(kinds, literals)


def _told_with(dataset: Dataset, record: Record) -> tuple[Record, ...]:
    """The other records that the texts of a record tell of."""
    if isinstance(record, ArticleRecord):
        return dataset.told_by(record)
    if isinstance(record, Meeting):
        return tuple(dataset.reporting[name] for name in record.presents if name in dataset.reporting)
    if isinstance(record, Correction) and (corrected := dataset.named.get(record.record)):
        return (corrected, *_told_with(dataset, corrected))
    return ()


def _linked(dataset: Dataset, told: Iterable[Record]) -> Iterator[Part]:
    """Names and days of the meetings that these records follow, prepare, execute or announce."""
    for meeting in told:
        if not isinstance(meeting, Meeting):
            continue
        names = [link.meeting for link in meeting.links]
        names += [act.executes.meeting for act in meeting.all_acts() if act.executes]
        names += [meeting.next_meeting.meeting] if meeting.next_meeting else []
        for linked in map(dataset.reporting.get, filter(None, names)):
            if isinstance(linked, Meeting):
                yield from (linked.session, linked.when)


def own_expressions(part: Part) -> Iterator[tuple[str, Kind]]:
    """What the fields of a record declare: all its days and periods, and the fields made for declaring."""
    for told in part.told():
        if isinstance(told.role, Declares):
            text = told.text.source if isinstance(told.text, Text) else told.text
            for start, end in told.role.spans(text):
                yield from ((form, told.role.kind) for form in _forms(text[start:end], told.role.kind))
    for owner, value in part.values():
        yield from ((form, Kind.DATE) for form in _of_value(owner, value))
    moment = part.on if isinstance(part, Correction) else None
    if isinstance(part, Publishable) and part.withdrawal is not None:
        moment = part.withdrawal.on
    yield from ((form, Kind.DATE) for form in (_of_day(moment) if moment else ()))


def _forms(text: str, kind: Kind) -> Iterator[str]:
    """A declared text and the shorter ways of saying it; a number alone is never said without its word."""
    if re.fullmatch(r"\d+|[IVXLC]+", text):
        yield from (f"thứ {text}", f"khóa {text}") if kind is Kind.ORDINAL else (f"số {text}",)
        return
    yield text
    if kind is Kind.DOCUMENT and (clause := _CLAUSE.fullmatch(text)):
        yield from (f"{clause[1]} {number}" for number in re.findall(r"\d+[a-zđ]?", clause[2]))
    if kind is Kind.ORDINAL:
        yield from re.findall(r"\d{4} ?[–-] ?\d{4}", text)
        for found in ordinals(text):
            yield f"khóa {found.number}" if found.of is Numbered.TERM else f"thứ {found.number}"


def _of_value(owner: Part, value: date | Period) -> Iterator[str]:
    if isinstance(value, Period):
        yield from of_period(value)
        return
    yield from _of_day(value)
    if isinstance(owner, When) and owner.last and value == owner.first and value < owner.last:
        yield day_phrase(value, owner.last)


def of_period(period: Period) -> Iterator[str]:
    """All ways of saying a period that hold digits."""
    label, year = periods.label(period), period.first_day.year
    yield from (label, *label.split(", "))
    if period.calendar is not Calendar.CIVIL:
        yield from (format_date(period.first_day), format_date(period.last_day))
        yield from re.findall(r"\b[0-9]{4}\b", label)
        return
    if period.kind in (PeriodKind.HALF, PeriodKind.NINE_MONTHS):
        yield label.rsplit(" năm ", 1)[0]
    if period.kind is PeriodKind.MONTH:
        yield f"tháng {period.first_day.month}"
    if period.kind is PeriodKind.QUARTER:
        quarter = (period.first_day.month + 2) // 3
        yield from (f"quý {quarter}", f"quý {quarter}/{year}")
    if year == period.last_day.year:
        yield str(year)
    else:
        yield f"{year}–{period.last_day.year}"


def _of_day(day: date) -> Iterator[str]:
    yield from (format_date(day), f"{day.day}/{day.month}/{day.year}", format_long_date(day))
    yield from (
        f"{day.day}/{day.month}",
        f"tháng {day.month}/{day.year}",
        f"tháng {day.month}",
        str(day.year),
    )


def _with_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text) or any(ordinals(text))


def _pattern(expressions: tuple[str, ...]) -> re.Pattern[str]:
    if not expressions:
        return re.compile(r"(?!)")
    ordered = sorted(expressions, key=lambda text: (-len(text), text))
    words = (re.escape(text).replace("–", " ?[-–] ?").replace(r"\ ", " +") for text in ordered)
    return re.compile(rf"(?<![\w.,/])(?<!\d[–-])(?:{'|'.join(words)})(?!\w|[.,/–-]\d|\s?%)", re.IGNORECASE)


def _folded(text: str) -> str:
    """The form in which expressions are compared: small letters, one kind of dash and of space."""
    return re.sub(r" ?[-–] ?", "–", re.sub(r"\s+", " ", text)).casefold()


def _alike(expression: str) -> re.Pattern[str]:
    """What has the same words and form as an expression, with any numbers."""
    words = re.escape(expression).replace("–", " ?[-–] ?").replace(r"\ ", " +")
    words = re.sub(r"[0-9]+", "[0-9]+", re.sub(r"(?<!\w)[IVXLC]+(?!\w)", "[IVXLC]+", words))
    return re.compile(rf"(?<![\w.,/–-]){words}(?![\w%]|[.,/–-][0-9])", re.IGNORECASE)


def _is_likely(text: str) -> bool:
    """Whether a text is likely a date, a period or a clause: a number alone only when it can be a year."""
    return not text.isdigit() or bool(_LONE_YEAR.fullmatch(text))
