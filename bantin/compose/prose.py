"""Text of records → prose: references filled with figures, abbreviations defined at first use."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from bantin.compose.caveats import before_revision
from bantin.compose.parts import (
    form_in_words,
    part_in_words,
    parts_in_words,
    share_in_words,
    stage_share,
    start_share,
)
from bantin.compose.phrases import merged
from bantin.compose.said import Abbreviation, FigureMention, Prose
from bantin.compose.wording import Wording
from bantin.dataset.aspects import Aspect
from bantin.dataset.records.text import Reference, Text
from bantin.figures import Figures
from bantin.language import DayWriting
from bantin.language.dates import NUMERIC


@dataclass(frozen=True, slots=True)
class Teller:
    """Turns the texts of one record into prose: how figures are said, and which there are.

    figures: those that the record tells of, by local name; elsewhere: those of all records, for
    references that name a record; days: how days are written in this text.
    """

    figures: Mapping[str, Figures]
    wording: Wording
    elsewhere: Mapping[str, Mapping[str, Figures]]
    days: DayWriting = NUMERIC

    def named(self, name: str) -> Figures:
        """The figures that a reference names. The dataset has been checked: they exist."""
        record, _, local = name.rpartition("/")
        return self.elsewhere[record][local] if record else self.figures[name]

    def tell(self, text: Text | None) -> Prose:
        """The text with each reference put into words; nothing for nothing."""
        if text is None:
            return ()
        pieces: list[object] = []
        for piece in text.pieces:
            pieces.extend(self.said(piece) if isinstance(piece, Reference) else (piece,))
        return merged(pieces)

    def said(self, reference: Reference) -> Prose:
        """A reference in words. The dataset has been checked: name and aspect exist."""
        figures, aspects = self.named(reference.name), reference.path[1:]
        if not aspects:
            return self.wording.value(figures)
        if aspects[0] == Aspect.VALUE:
            return self.wording.value(figures)[:1]
        by_aspect: dict[str, Callable[[Figures], Prose]] = {
            Aspect.CHANGE: self.wording.change,
            Aspect.PERCENT_CHANGE: self.wording.percent_change,
            Aspect.PREVIOUS: self.wording.previous,
            Aspect.WAS: lambda found: before_revision(self.wording, found),
            Aspect.PARTS: lambda found: parts_in_words(self.wording, found),
            Aspect.PLAN: self.wording.plan,
            Aspect.STAGE_SHARE: lambda found: stage_share(self.wording, found),
            Aspect.START_SHARE: lambda found: start_share(self.wording, found),
            Aspect.ATTAINMENT: self.wording.attainment,
        }
        if aspects[0] in by_aspect:
            return by_aspect[aspects[0]](figures)
        if aspects[0] in dict(figures.printed):
            return form_in_words(self.wording, figures, aspects[0], with_unit=len(aspects) == 1)
        if aspects[-1] == Aspect.SHARE:
            return share_in_words(self.wording, figures, aspects[:-1])
        alone = aspects[-1] == Aspect.VALUE
        return part_in_words(self.wording, figures, aspects[:-1] if alone else aspects, with_unit=not alone)


class Definitions:
    """Defines each abbreviation at its first use on a page and marks it at every later one.

    One is made for a page and walks its prose in reading order. page: the text of the whole page; a
    name written out in full (its meaning begins with a capital) is where the definition goes when
    the page uses its abbreviation later. anchors: the entries of the page's glossary; the first use
    after the definition leads there.
    """

    def __init__(
        self, meanings: Mapping[str, str], page: str = "", anchors: Mapping[str, str] | None = None
    ) -> None:
        self._meanings = meanings
        self._anchors = dict(anchors or {})
        self._defined: set[str] = set()
        self._names = {
            word: _full_name(word, meaning)
            for word, meaning in meanings.items()
            if meaning[:1].isupper() and _alone(word).search(page)
        }
        self._pattern = _any_of(tuple(meanings)) if meanings else None

    def apply(self, prose: Prose) -> Prose:
        """The prose with its abbreviations defined or marked."""
        pieces: list[str | FigureMention | Abbreviation] = []
        for piece in prose:
            pieces.extend(self._marked(self._named(piece)) if isinstance(piece, str) else (piece,))
        return merged(pieces)

    def _named(self, text: str) -> str:
        """The text with "(ABC)" after the first full name that stands before its abbreviation."""
        for word, name in self._names.items():
            found = None if word in self._defined else name.search(text)
            short = _alone(word).search(text) if found else None
            if found and (not short or found.end() < short.start()):
                text = f"{text[: found.end()]} ({word}){text[found.end() :]}"
        return text

    def _marked(self, text: str) -> Prose:
        if self._pattern is None:
            return (text,)
        pieces: list[str | Abbreviation] = []
        start = 0
        for match in self._pattern.finditer(text):
            before, (opening, word, closing) = text[start : match.start()], match.groups()
            meaning = self._meanings[word]
            by_hand = bool(opening and closing) and before.rstrip().lower().endswith(meaning.lower())
            again = word in self._defined
            mark = Abbreviation(word, meaning, self._anchors.pop(word, "") if again else "")
            if again or by_hand:
                pieces.extend((before + opening, mark, closing))
            else:
                pieces.extend((before + opening, f"{_cased(meaning, before)} (", mark, ")" + closing))
            self._defined.add(word)
            start = match.end()
        return (*pieces, text[start:])


@cache
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


@cache
def _full_name(word: str, meaning: str) -> re.Pattern[str]:
    """What an abbreviation stands for, where the abbreviation does not follow in brackets."""
    return re.compile(rf"(?<!\w){re.escape(meaning)}(?!\w)(?! \({re.escape(word)}\))")


@cache
def _any_of(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the abbreviations, with the brackets around it."""
    words = "|".join(sorted(map(re.escape, abbreviations), key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(\(?)({words})(\)?)(?!\w)")


def _cased(meaning: str, before: str) -> str:
    """The meaning with a capital where a sentence begins."""
    begins = not before.strip() or before.rstrip()[-1] in ".!?:"
    return meaning[0].upper() + meaning[1:] if begins else meaning
