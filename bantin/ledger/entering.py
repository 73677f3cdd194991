"""Composed bulletins → the ledger of all their figures."""

from __future__ import annotations

from collections.abc import Iterator, Set

from bantin.compose.composing import wording_of
from bantin.compose.formulas import formula_text
from bantin.compose.said import Bulletins, FigureMention
from bantin.compose.wording import Wording
from bantin.dataset import Dataset
from bantin.figures import Figure, Figures, FiguresIndex, name_of, place_of
from bantin.ledger.entries import Entry, Ledger, Place
from bantin.ledger.places import places_in


def enter(bulletins: Bulletins, dataset: Dataset) -> Ledger:
    """Every figure of the bulletins with all places that show it.

    dataset: what they were composed from; the figures that its statistics pages owe their readers have an
    entry even when no place shows them.
    """
    index = bulletins.index
    wording = wording_of(dataset, index)
    mentions: dict[tuple[str, str], FigureMention] = {}
    places: dict[tuple[str, str], list[Place]] = {}
    for mention, place in places_in(bulletins):
        key = (mention.identity, mention.value)
        mentions.setdefault(key, mention)
        places.setdefault(key, []).append(place)
    shown = {identity for identity, _ in mentions}
    for mention in _owed(index, wording, shown):
        mentions.setdefault((mention.identity, mention.value), mention)
    entries = (_entry(mentions[key], places.get(key, []), index, wording) for key in sorted(mentions))
    return Ledger(tuple(entries), mentions, index)


def _entry(mention: FigureMention, places: list[Place], index: FiguresIndex, wording: Wording) -> Entry:
    figure, old = mention.figure, mention.old
    identity = mention.identity.removesuffix(f"@{old.correction}") if old else mention.identity
    name = name_of(identity, index)
    place = old.place if old else place_of(identity, figure, index)
    return Entry(
        identity=mention.identity,
        value=mention.value,
        name=f"{name}@{old.correction}" if old else name,
        label=mention.label,
        unit=figure.unit if figure else "",
        origin=figure.origin if figure else "",
        finality=figure.finality if figure else "",
        derivation=(figure.derivation or "") if figure else "",
        formula=old.formula if old else _formula(identity, figure, index, wording),
        terms=old.terms if old else tuple(term.identity for term in figure.terms) if figure else (),
        record=f"{place.file}:{place.line}",
        places=tuple(sorted(places)),
        until=old.until.isoformat() if old else "",
        correction=old.correction if old else "",
    )


def _formula(identity: str, figure: Figure | None, index: FiguresIndex, wording: Wording) -> str:
    figures = index.of(identity)
    return formula_text(figures, figure, wording) if figures and figure and figure.derivation else ""


def _owed(index: FiguresIndex, wording: Wording, shown: Set[str]) -> Iterator[FigureMention]:
    """The values, earlier values and parts that no place shows: what a statistics page is there for."""
    for found in index.all():
        for figure in _of_rows(found):
            if figure.identity not in shown:
                yield wording.mention(found, figure)


def _of_rows(found: Figures) -> Iterator[Figure]:
    listed = [found.actual, found.previous]
    listed += [part.told for part in found.every_part() if part.path]
    return (figure for figure in listed if figure is not None)
