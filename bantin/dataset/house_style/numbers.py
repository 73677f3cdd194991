"""Numbers in words, and percentages said to be exceeded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from bantin.dataset.dataset import Dataset
from bantin.dataset.house_style.slips import Slip, house_rule
from bantin.dataset.passages import Passage
from bantin.dataset.records.editorial import Publishable
from bantin.dataset.records.text import Reference
from bantin.language import Unreadable, format_percent, parse_percent
from bantin.problems import Message, Severity, say

_EXCEEDED = re.compile(
    r"(?<!\w)vượt(?:\s+(?:mức|kế hoạch|chỉ tiêu|hơn|trên|tới|đến|được)){0,3}\s+(\d[\d.,]*)\s?%", re.IGNORECASE
)
_EXCEEDED_BY_FIGURE = re.compile(
    r"(?<!\w)vượt(?:\s+(?:mức|kế hoạch|chỉ tiêu|hơn|trên|tới|đến|được)){0,3}\s+$", re.IGNORECASE
)
_DIGIT_WORDS = "một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|linh|lẻ"
_NOT_COUNTED = frozenset(["thứ", "tháng", "khóa", "khoá", "quý", "lần", "lớp", "ngày", "mồng", "năm", "khối"])
"""Words before a number that names and does not count: "lần thứ hai", "tháng mười"."""

_HUNDRED = Decimal(100)


@house_rule(Severity.WARNING)
def exceeded_by_hundred(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """“Vượt” is followed by what lies above the plan: “vượt 121%” can mean 121% of the plan or 121% above
    it, so the text says which."""
    if "ượt" not in passage.plain:
        return
    for typed in _EXCEEDED.finditer(passage.plain):
        percent = _percent(typed[1])
        if percent is not None and percent >= _HUNDRED:
            yield Slip(typed.start(), len(typed[0]), *_two_readings(percent))
    for reference in passage.references():
        before = _EXCEEDED_BY_FIGURE.search(passage.plain, 0, reference.start)
        percent = _percent_of(dataset, passage, reference) if before else None
        if before and percent is not None and percent >= _HUNDRED:
            length = reference.start + reference.length - before.start()
            yield Slip(before.start(), length, *_two_readings(percent))


def _two_readings(percent: Decimal) -> tuple[Message, tuple[Message, ...], Message]:
    said, above = format_percent(percent), format_percent(percent - _HUNDRED)
    return (
        say("“vượt {percent}” can be read in two ways", percent=said),
        (say("it is {percent} of the plan, or {percent} more than the plan", percent=said),),
        say(
            "write “đạt {percent}” or “vượt {above}” if that is meant; where the source leaves it open, "
            "record it as attainment with its reading and write $(name.attainment)",
            percent=said,
            above=above,
        ),
    )


def _percent(text: str) -> Decimal | None:
    try:
        return parse_percent(f"{text.rstrip('.,')}%")
    except Unreadable:
        return None


def _percent_of(dataset: Dataset, passage: Passage, reference: Reference) -> Decimal | None:
    """The percentage that a reference prints: a value that is one, or an attainment."""
    record = passage.record
    known = dataset.observations_for(record) if isinstance(record, Publishable) else {}
    observed = dataset.referred(reference.name, known)
    if observed is None:
        return None
    actual, attainment = observed.observation.actual, observed.observation.attainment
    if attainment and (reference.path[1:] == ("attainment",) or actual is None):
        return attainment.as_published.percent.amount
    return actual.quantity.amount if actual and actual.percent and len(reference.path) == 1 else None


@house_rule(Severity.HINT)
def number_in_words(passage: Passage, dataset: Dataset) -> Iterator[Slip]:
    """What is counted is a figure of the records, also where its number would be written in words: “mười
    đảng viên”."""
    small = passage.plain.lower() if passage.is_prose else ""
    pattern = _counted(dataset.counted_units)
    for found in pattern.finditer(small) if pattern and len(small) == len(passage.plain) else ():
        start, length = found.start(), len(found[0])
        if found[1] in ("một", "năm", "tư") or small[start - 1 : start].isalnum() or _names(small[:start]):
            continue
        words = " ".join(passage.plain[start : start + length].split())
        yield Slip(
            start,
            length,
            say("“{words}” is a number in words", words=words),
            (say("readers can follow a figure to its source, and it is corrected everywhere at once"),),
            say("record it under observations and write $(name) here"),
        )


def _names(before: str) -> bool:
    """Whether a number behind these words says which one, and not how many."""
    words = before.split()
    return bool(words) and words[-1] in _NOT_COUNTED


@cache
def _counted(units: frozenset[str]) -> re.Pattern[str] | None:
    """A pattern of number words before one of the units, in small letters.

    It begins with the words, and not with what must not stand before them, because it runs over every
    text: so its first letter is looked for, and nothing else.
    """
    if not units:
        return None
    longest_first = sorted(units, key=lambda unit: (-len(unit), unit))
    words = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in longest_first)
    number = rf"((?:{_DIGIT_WORDS})(?:\s+(?:{_DIGIT_WORDS}))*)"
    return re.compile(rf"{number}\s+(?:{words})(?!\w)")
