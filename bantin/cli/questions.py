"""Questions whose answers make the first text of a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from bantin.dataset.characters import REFUSED
from bantin.dataset.records.placeholders import refuse_placeholder
from bantin.dataset.records.refused import Refused
from bantin.dataset.records.unreadable import refusal
from bantin.language import Unreadable, format_date, label, parse_date, parse_period, slug
from bantin.problems import Message, say

Answers = Mapping[str, str]
"""Name of the question → the answer as it goes into a record."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, which can also be answered by the option ``--name``.

    read: the answer as it goes into a record; raises Refused. default: the usual answer, from the
    answers before; None where there is none.
    """

    name: str
    words: Message
    read: Callable[[str], str]
    default: Callable[[Answers], str] | None = None


def read_line(text: str) -> str:
    """One line of text that a record can hold."""
    line = normalize("NFC", " ".join(text.split()))
    if not line or REFUSED.search(line):
        raise Refused("answer", say("a line of text is needed here"))
    refuse_placeholder(line)
    return line


def read_day(text: str) -> str:
    """A day, as 29/11/2024."""
    try:
        return format_date(parse_date(text))
    except Unreadable as unreadable:
        raise refusal(text, unreadable) from unreadable


def read_period(text: str) -> str:
    """A period, as năm 2019."""
    try:
        return label(parse_period(text))
    except Unreadable as unreadable:
        raise refusal(text, unreadable) from unreadable


def read_name(text: str) -> str:
    """A name for references and addresses: small ASCII letters, digits and hyphens."""
    name = slug(text, NAME_LIMIT)
    if text.strip() != name:
        raise Refused(
            "answer",
            say("“{text}” is not made of small letters without marks, digits and hyphens", text=text),
            remedy=say("write {name}", name=name),
        )
    return name


NAME_LIMIT = 60
"""Leaves room for what is put before and after it in file names and ids."""
