"""Sentences for people, kept apart from the language they are shown in.

A message is written once, in English, with named gaps: ``say("the total is {total}", total=22)``.
The English sentence is the key of the gettext catalogues, so it can be shown in any language
long after the code that wrote it has returned.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

Translate = Callable[[str], str]
"""Takes an English sentence with gaps, gives the same sentence in another language."""


@runtime_checkable
class Counting(Protocol):
    """A translation that also knows the plural forms of its language."""

    def __call__(self, sentence: str, /) -> str:
        """The sentence in another language."""

    def counted(self, one: str, many: str, count: int) -> str:
        """The sentence for ``count`` things, from its English singular and plural."""


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with named gaps, and what goes into them.

    A gap may hold a number, a text or another message (which is translated with it).
    counted: of a sentence about a number of things, its English plural and that number.
    """

    sentence: str
    gaps: tuple[tuple[str, object], ...] = ()
    counted: tuple[str, int] | None = None

    def translated(self, translate: Translate) -> str:
        """The sentence in the language of ``translate``, its gaps filled."""
        filled = {
            name: value.translated(translate) if isinstance(value, Message) else value
            for name, value in self.gaps
        }
        sentence = self._in_language_of(translate)
        return sentence.format(**filled) if filled else sentence

    def _in_language_of(self, translate: Translate | Counting) -> str:
        if self.counted is None:
            return translate(self.sentence)
        many, count = self.counted
        if isinstance(translate, Counting):
            return translate.counted(self.sentence, many, count)
        return translate(self.sentence if count == 1 else many)


def say(sentence: str, /, **gaps: object) -> Message:
    """A message to be shown later; the catalogues are made from the calls of this function.

    A sentence without gaps is shown as it stands, braces included.
    """
    return Message(sentence, tuple(gaps.items()))


def say_count(one: str, many: str, /, count: int, **gaps: object) -> Message:
    """A message about ``count`` things, which fill its gap ``{count}``.

    ``one`` and ``many`` are its English singular and plural, as in
    ``say_count("{count} error", "{count} errors", 3)``.
    """
    return Message(one, (("count", count), *gaps.items()), (many, count))
