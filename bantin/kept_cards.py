"""Cards drawn once, and kept (``bantin.kept``) by what they say, the typefaces and all settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from bantin.compose.said import plain
from bantin.kept import Cache, Made, name_of
from bantin.kept_photos import Done
from bantin.outputs import Output
from bantin.outputs.cards.card import Card
from bantin.outputs.cards.drawing import SETTINGS, draw_card
from bantin.outputs.fonts import FONTS, font, named
from bantin.problems import Location, Problem, Severity, say
from bantin.site.trouble import trouble
from bantin.spread import OneMore, counted, spread

_FILE = "card.png"


def ready_cards(
    cards: Mapping[str, Card],
    photos: Path,
    places: Mapping[str, Location],
    done: Done,
    gone: bool = False,
) -> tuple[tuple[Output, ...], list[Problem]]:
    """The files of cards as they are kept, drawn now if they were not; and what kept them from it.

    photos: the folder that keeps the photos of the project, beside which cards are kept; places: the records
    of pages, told of letters that cards cannot show; done: told how many cards are ready, and of how many;
    gone: whether a page was removed, so that no other cards than these are kept.
    """
    keeping = Cache(photos.with_name("cards"))
    if not cards and not (gone and keeping.folder.is_dir()):
        return (), []
    try:
        with keeping.open():
            kept = spread(partial(_kept, keeping, counted(done, len(cards))), list(cards.values()), least=8)
            if gone:
                keeping.keep_only([*map(_name, cards.values())])
            made = [
                Output(card.path, b"", kept=file) for card, file in zip(cards.values(), kept, strict=True)
            ]
    except OSError as error:
        return (), [trouble(error, keeping.folder)]
    return tuple(made), [problem for card in cards.values() for problem in _lost_letters(card, places)]


def _kept(keeping: Cache, one_more: OneMore, cards: Sequence[Card]) -> list[Path]:
    """The file of each card as it is kept, drawn now if it was not. Raises OSError."""
    files = []
    for card in cards:
        kept = keeping.ready(_name(card), [_FILE], partial(_drawn, card))
        assert kept is not None  # every card can be drawn
        files.append(kept[_FILE])
        one_more(len(cards))
    return files


def _lost_letters(card: Card, places: Mapping[str, Location]) -> Iterator[Problem]:
    """Letters of a record that the typefaces of cards do not have."""
    lost: set[str] = set()
    named(f"{plain(card.kicker)} {plain(card.headline)}", lost)
    if lost and card.page in places:
        yield Problem(
            "letter-not-drawn",
            places[card.page],
            say("the card cannot show {letters}", letters=", ".join(f"“{one}”" for one in sorted(lost))),
            (say("on it their numbers stand instead, such as [U+5317]"),),
            say("write what they stand for in Latin letters, or acknowledge this with a reason"),
            Severity.WARNING,
        )


def _drawn(card: Card) -> Made:
    return {_FILE: draw_card(card)}


def _name(card: Card) -> str:
    """What tells a card from those that look otherwise."""
    figure, masthead = card.figure, card.masthead
    shown = (figure.number.text, figure.label, plain(figure.change)) if figure else ()
    said = (plain(card.kicker), plain(card.headline), card.foot, card.summary, *shown)
    return name_of(_settings(), masthead.name, masthead.parent, masthead.address, *said)


@cache
def _settings() -> str:
    return name_of(SETTINGS, *map(font, FONTS))
